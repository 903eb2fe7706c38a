// SPDX-License-Identifier: Apache-2.0
// The quick way for rows like those before them: every field in its place, every word seen before, every value a plain
// number in its range. Such a row says nothing that is to be told, so its figures go straight into the table. All that
// is known here was learnt from rows that were read with care (FigureRows), which alone says what a row means; whatever
// is not just so is left to it.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "csv/marks.h"
#include "csv/reader.h"
#include "load/submission/figure_values.h"
#include "load/submission/layout/layout.h"
#include "load/submission/plain/epochs.h"
#include "load/submission/plain/plain_meaning.h"
#include "load/submission/plain/word_table.h"
#include "load/submission/submission_work.h"

namespace kaohe {

// What the careful way found a row to be.
struct RowMeaning {
  RegionQuestion region;             // without a day
  std::optional<Period> period;      // of the row
  std::size_t indicator = kNoIndicator;  // of the row
  std::uint32_t unit = kNoUnit;      // of the row
};

class PlainRows {
 public:
  // All must outlive it. `value_columns` are those of the layout, `watched` those whose numbers would be told.
  PlainRows(SubmissionWork& work, const Layout& layout, FileYield& yield, const FigureValues& values,
            const std::vector<std::size_t>& value_columns, const std::vector<std::size_t>& watched);

  struct Taken {
    std::uint32_t rows = 0;
    std::size_t last = 0;  // where the last of them begins
    std::size_t end = 0;   // and ends
  };
  // Rows from `at` on, the first of them number `row`, up to the first that is not plain; never one that ends the text.
  Taken take(std::string_view text, std::size_t at, const Marks& marks, char separator, std::uint32_t row);
  // A row that gave figures.
  void learn(const Row& row, const RowMeaning& meaning);

 private:
  struct ValueColumn {
    std::size_t column;
    bool has_period;                  // its header says one
    std::uint32_t meaning = kNoWord;  // of its header, once it is known
    std::uint32_t period = kNoWord;   // of its header, once a figure of it is there: its number …
    std::uint32_t epoch = 0;          // … and epoch
    std::uint16_t missing = PlainMeaning::kNone;  // the form of its blank cells, where the header names the indicator
  };
  struct KnownPeriod {
    std::uint16_t number = 0;
    std::uint32_t epoch = 0;
  };
  struct Staged {
    std::uint32_t region;
    CellState state;
    FigureCell cell;
  };
  // Words of a row as one number, by the numbers of the words.
  class WordRows {
   public:
    // kNoWord where it is not known.
    [[nodiscard]] std::uint32_t find(std::uint32_t before, std::uint32_t word) const {
      const auto found = numbers_.find(static_cast<std::uint64_t>(before) << 32U | word);
      return found == numbers_.end() ? kNoWord : found->second;
    }
    std::uint32_t add(std::uint32_t before, std::uint32_t word) {
      return numbers_.try_emplace(static_cast<std::uint64_t>(before) << 32U | word, static_cast<std::uint32_t>(numbers_.size())).first->second;
    }
    [[nodiscard]] std::size_t size() const { return numbers_.size(); }

   private:
    std::unordered_map<std::uint64_t, std::uint32_t> numbers_;
  };
  [[nodiscard]] bool can_take() const;
  [[nodiscard]] std::size_t cut(std::string_view text, std::size_t at, const Marks& marks, char separator);
  [[nodiscard]] std::string_view field(std::size_t column) const { return column == kNoColumn ? std::string_view() : fields_[column]; }
  [[nodiscard]] bool blank_where_needed() const;
  [[nodiscard]] bool find_region();
  [[nodiscard]] bool find_period();
  [[nodiscard]] bool find_meaning();
  [[nodiscard]] bool stage_values(std::uint32_t row);
  [[nodiscard]] bool stage_value(ValueColumn& of, std::uint32_t row);
  [[nodiscard]] std::uint16_t form_of(ValueColumn& of, std::string_view text, PlainNumber& number);
  [[nodiscard]] std::uint16_t missing_form(ValueColumn& of);
  [[nodiscard]] std::uint32_t learn_words(const Row& row, const std::vector<std::size_t>& columns, WordRows& rows);
  [[nodiscard]] bool learn_region(std::uint32_t number, const RegionQuestion& question, const Date& day);
  void learn_period(std::string_view text, const Period& period);
  void learn_value(ValueColumn& of, std::uint32_t words, const Row& row, const RowMeaning& meaning);

  SubmissionWork& work_;
  const Layout& layout_;
  FileYield& yield_;
  const FigureValues& values_;
  const std::vector<std::size_t>& watched_;
  Epochs epochs_;
  bool able_ = false;
  std::uint64_t taken_ = 0, learnt_ = 0;  // rows
  bool meaning_by_row_ = false;      // the indicator, or the unit, is a cell of the row
  bool period_by_row_ = false;
  bool first_known_ = false;         // the first column is one whose words are known
  std::vector<std::size_t> region_columns_, meaning_columns_;
  std::vector<std::size_t> blank_;   // columns in which anything is uncommon
  std::vector<ValueColumn> value_columns_;

  WordTable words_;                        // of regions, indicators and units
  WordRows region_rows_, meaning_rows_;
  std::vector<std::uint32_t> answers_;     // by region row and epoch: the lineage, or kNoRegion
  WordTable period_words_;
  std::vector<KnownPeriod> periods_;       // by their words
  std::vector<std::uint32_t> meaning_of_;  // by meaning row: the meaning, or kNoWord
  std::vector<PlainMeaning> meanings_;

  // Of the row at hand, and of the one before where the texts are the same.
  std::vector<std::string_view> fields_;
  std::vector<std::string_view> region_texts_;
  std::string_view period_text_;
  std::uint32_t region_ = kNoWord, period_ = kNoWord, meaning_ = kNoWord;
  std::uint32_t listed_ = kNoRegion;
  std::vector<Staged> staged_;
};

}  // namespace kaohe

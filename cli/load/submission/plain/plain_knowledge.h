// SPDX-License-Identifier: Apache-2.0
// What rows that were read with care teach the quick way: the words of periods, and those of indicators and units with
// what a number means under them. Only what is told once at most, and was told by now, may be learnt: a word whose next
// row would be told of again never is. A copy of it may be read by another thread while the original learns on.
#pragma once

#include <bitset>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "load/submission/figure_values.h"
#include "load/submission/plain/plain_meaning.h"
#include "load/submission/plain/plain_shape.h"
#include "load/submission/plain/word_table.h"
#include "load/submission/submission_work.h"

namespace kaohe {

// What the careful way found a row to be.
struct RowMeaning {
  RegionQuestion region;                 // without a day
  std::optional<Period> period;          // of the row
  std::size_t indicator = kNoIndicator;  // of the row
  std::uint32_t unit = kNoUnit;          // of the row
};

class PlainKnowledge {
 public:
  struct KnownPeriod {
    std::uint16_t number = 0;
    std::uint32_t epoch = 0;
    Date last;
  };

  // The ground must outlive it, and its copies.
  explicit PlainKnowledge(const PlainGround& ground);

  // The period whose words these are; nullptr where it was never seen.
  [[nodiscard]] const KnownPeriod* period(std::string_view text) const {
    if (text.empty()) return nullptr;
    const std::uint32_t word = period_words_.find({text});
    return word == kNoWord ? nullptr : &periods_[word];
  }
  // Of the value column with that place among them, by its header; nullptr where no figure of it was seen.
  [[nodiscard]] const KnownPeriod* period_of_column(std::size_t at) const { return columns_[at].period ? &*columns_[at].period : nullptr; }
  // The number of the words that name the indicator and the unit of a row; kNoWord where they were never seen together.
  [[nodiscard]] std::uint32_t words(const std::vector<std::string_view>& fields) const {
    const std::vector<std::size_t>& columns = shape_->meanings;
    return meaning_words_.find({fields[columns[0]], columns.size() > 1 ? fields[columns[1]] : kNoText});
  }
  // nullptr where no figure of them was seen.
  [[nodiscard]] const PlainMeaning* meaning_of_words(std::uint32_t number) const { return meaning_at(meaning_of_[number]); }
  [[nodiscard]] const PlainMeaning* meaning_of_column(std::size_t at) const { return meaning_at(columns_[at].meaning); }
  // Whether there were so many cells with that fault in the column that further ones are counted only.
  [[nodiscard]] bool only_counts(std::size_t at, CellFault fault) const { return columns_[at].counted[static_cast<std::size_t>(fault)]; }
  // The form of its blank cells, where its header names the indicator; PlainMeaning::kNone where none was seen.
  [[nodiscard]] std::uint16_t missing_in_column(std::size_t at) const { return columns_[at].missing; }
  // Columns that mean nothing, and that no number was seen in.
  [[nodiscard]] const std::vector<std::size_t>& watched() const { return watched_; }
  // Changes with every lesson.
  [[nodiscard]] std::uint64_t version() const { return version_; }
  [[nodiscard]] bool empty() const { return meanings_.empty(); }

  // A row that gave figures.
  void learn(const Row& row, const RowMeaning& meaning, const FigureValues& values, SubmissionWork& work);
  void watch(const std::vector<std::size_t>& columns);

 private:
  using PeriodWords = WordTable<16>;
  using MeaningWords = WordTable<kRoom, 16>;  // the second is empty where one column names both
  struct ValueColumn {
    std::uint32_t meaning = kNoWord;    // of its header
    std::uint16_t missing = PlainMeaning::kNone;
    std::optional<KnownPeriod> period;  // of its header
    std::bitset<kCellFaults> counted;   // faults
  };
  [[nodiscard]] const PlainMeaning* meaning_at(std::uint32_t number) const { return number == kNoWord ? nullptr : &meanings_[number]; }
  struct Lesson {
    const Row& row;
    const RowMeaning& meaning;
    const FigureValues& values;
    SubmissionWork& work;
    [[nodiscard]] bool region_is_known(const Period& period) const;
  };
  [[nodiscard]] std::uint32_t* learn_words(const Row& row);
  void learn_period(const Lesson& lesson);
  [[nodiscard]] bool learn_column_period(const Lesson& lesson, std::size_t at);
  PlainMeaning* learn_meaning(const Lesson& lesson, std::size_t at, std::uint32_t& known);
  void learn_number(const Lesson& lesson, std::size_t at, const PlainNumber& number, std::uint32_t& known);
  void learn_text(const Lesson& lesson, std::size_t at, std::uint32_t* of_row);
  void learn_fault(const Lesson& lesson, std::size_t at, CellFault fault);
  void learn_missing(const Lesson& lesson, std::size_t at, std::uint32_t* of_row);
  void learn_blank(const Lesson& lesson, std::size_t at);
  [[nodiscard]] std::optional<KnownPeriod> known(const Period& period, SubmissionWork& work) const;

  const PlainShape* shape_;
  const Epochs* epochs_;
  PeriodWords period_words_;
  std::vector<KnownPeriod> periods_;       // by their words
  MeaningWords meaning_words_;
  std::vector<std::uint32_t> meaning_of_;  // by number of words
  std::vector<PlainMeaning> meanings_;
  std::vector<ValueColumn> columns_;
  std::vector<std::size_t> watched_;
  std::uint64_t version_ = 0;
};

}  // namespace kaohe

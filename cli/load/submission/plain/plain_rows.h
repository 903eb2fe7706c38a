// SPDX-License-Identifier: Apache-2.0
// The quick way for rows like those before them: every field in its place, every word seen before, every value a plain
// number in its range, or a text that cannot be used as so many before it that it is counted only. Such a row says nothing
// that is to be told, so its figures may go straight into the table. All that is known here was learnt from rows that were
// read with care (FigureRows), which alone says what a row means, or is asked of the register and of the one reader of cells
// (cells/cell.h); whatever is not just so is left to the careful way.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "csv/marks.h"
#include "load/submission/plain/plain_knowledge.h"
#include "load/submission/plain/plain_log.h"
#include "load/submission/plain/plain_regions.h"
#include "load/submission/plain/plain_shape.h"

namespace kaohe {

// For one thread.
class PlainRows {
 public:
  // The ground must outlive it.
  explicit PlainRows(const PlainGround& ground)
      : shape_(ground.shape), word_index_(ground.words), regions_(ground), fields_(ground.shape.layout.columns.size()), faults_(ground.shape.values.size()) {}

  struct Text {
    std::string_view text;
    const Marks& marks;  // of it
    char separator;
  };
  static constexpr std::size_t kNotPlain = SIZE_MAX;
  struct Stop {
    std::size_t at;      // where the row begins that was not taken, or where all that begin before `limit` were
    std::size_t behind;  // where the next one begins, if that can be told without care; else kNotPlain
  };
  // Rows that begin at `at` and before `limit`, up to the first that is not plain; never one that ends the text. They become
  // a stretch of the log, if there are any.
  Stop take(const Text& of, std::size_t at, std::size_t limit, const PlainKnowledge& knowledge, PlainLog& log);

 private:
  [[nodiscard]] std::size_t cut(const Text& of, std::size_t at, const std::uint32_t*& mark);
  [[nodiscard]] bool cut_quoted(const Text& of, std::size_t at, const std::uint32_t*& mark, std::string_view& field) const;
  [[nodiscard]] bool is_bare(const PlainKnowledge& knowledge) const;
  [[nodiscard]] const PlainMeaning* meaning_of_row(const PlainKnowledge& knowledge);
  [[nodiscard]] bool read_value(const PlainKnowledge& knowledge, const PlainMeaning* of_row, std::size_t at, FigureCell& cell);
  [[nodiscard]] bool read_missing(const PlainKnowledge& knowledge, const PlainMeaning* of_row, std::size_t at, FigureCell& cell);
  [[nodiscard]] bool read_text(const PlainKnowledge& knowledge, const PlainMeaning* meaning, const PlainMeaning* of_row, std::size_t at, FigureCell& cell);
  // Else the row may be a label, a note that goes on, or blank.
  [[nodiscard]] bool says_something() const { return missing_ < shape_.values.size() || shape_.period != kNoColumn; }
  [[nodiscard]] bool take_fault(const PlainKnowledge& knowledge, std::size_t at, CellFault fault, const FigureCell& cell);
  [[nodiscard]] bool log_row(const PlainKnowledge& knowledge, PlainLog& log, PlainStretch& stretch);
  [[nodiscard]] bool log_values(const PlainKnowledge& knowledge, const PlainMeaning* of_row, PlainLog& log, PlainStretch& stretch);
  [[nodiscard]] bool log_dated_values(const PlainKnowledge& knowledge, const PlainMeaning* of_row, PlainLog& log, PlainStretch& stretch);

  const PlainShape& shape_;
  const WordIndex& word_index_;
  PlainRegions regions_;
  std::vector<std::string_view> fields_;
  std::string_view period_text_;  // of the row before, …
  const PlainKnowledge::KnownPeriod* period_ = nullptr;  // … and what it says
  std::uint32_t words_ = 0;              // that named the meaning of the row before, …
  std::vector<std::uint32_t> followers_; // … and by them, those of the row that came behind it last time
  std::uint32_t missing_ = 0;            // values of the row at hand
  PlainFaults faults_;                   // of the stretch at hand
};

}  // namespace kaohe

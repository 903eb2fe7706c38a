// SPDX-License-Identifier: Apache-2.0
// What the values of a row at a glance mean: a plain number in its range, nothing, or something that cannot be used as so
// many before it that it is counted only. The one reader of cells (cells/cell.h) says so, or has said so of one like it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "load/submission/plain/plain_knowledge.h"
#include "load/submission/plain/plain_log.h"
#include "load/submission/plain/plain_row_values.h"

namespace kaohe {

// For one thread.
class PlainCells {
 public:
  // The ground must outlive it.
  explicit PlainCells(const PlainGround& ground);

  // What is asked from here on is asked of this knowledge.
  void begin(const PlainKnowledge& knowledge);
  // What the cells of a row have in common.
  struct Row {
    const PlainMeaning* of_row;  // where the words of the row have one
    std::uint32_t number;        // in its stretch
    std::uint16_t period;
  };
  // Makes a cell of each value, digits that are large going to the log. False where one is not plain, or the row may be none of data.
  [[nodiscard]] bool read(const PlainKnowledge& knowledge, const Row& row, const PlainRowValues& values, FigureCell* cells, PlainLog& log) {
    if (odd_) begin_row();
    const std::size_t count = fields_.size();
    const std::int64_t* const digits = values.digits();
    const std::uint64_t* const scales = values.scales();
    for (std::size_t i = 0; i < count; ++i) {
      const PlainMeaning::Commons& commons = row.of_row != nullptr ? PlainMeaning::common(row.of_row, fields_[i]) : *common_[i];
      const PlainMeaning::Common& common = commons[scales[i]];
      cells[i] = {static_cast<std::int32_t>(digits[i]), row.number, common.form, row.period};
      if (!common.holds(digits[i]) && !read_odd(knowledge, row.of_row, i, values, cells[i], log)) {
        return false;
      }
    }
    // Else it may be a label, a note that goes on, or blank.
    return missing_ < count || shape_.period != kNoColumn;
  }
  // Of the first value.
  [[nodiscard]] const PlainMeaning::Commons& common(const PlainMeaning& of_row) const { return PlainMeaning::common(&of_row, fields_.front()); }
  // The row at hand is one of the stretch: what cannot be used and what is missing in it is counted.
  void keep(PlainStretch& stretch) {
    if (!odd_) return;
    stretch.missing += missing_;
    faults_.keep_row(stretch.rows);
  }
  // The stretch is at its end.
  void finish(PlainStretch& stretch, PlainLog& log);

 private:
  void begin_row() {
    odd_ = false;
    missing_ = 0;
    faults_.begin_row();
  }
  [[nodiscard]] static const PlainMeaning* meaning(const PlainKnowledge& knowledge, const PlainMeaning* of_row, std::size_t at) {
    return of_row != nullptr ? of_row : knowledge.meaning_of_column(at);
  }
  [[nodiscard]] bool read_odd(const PlainKnowledge& knowledge, const PlainMeaning* of_row, std::size_t at, const PlainRowValues& values, FigureCell& cell, PlainLog& log);
  [[nodiscard]] std::uint16_t missing(const PlainKnowledge& knowledge, const PlainMeaning* of_row, std::size_t at);
  [[nodiscard]] std::uint16_t form_of_text(const PlainKnowledge& knowledge, const PlainMeaning* of_row, std::size_t at, std::string_view text);
  [[nodiscard]] std::uint16_t counted(const PlainKnowledge& knowledge, std::size_t at, CellFault fault, std::uint16_t form);

  const PlainShape& shape_;
  const WordIndex& words_;
  std::vector<std::uint32_t> fields_;  // of the value columns, counted from 1
  std::vector<const PlainMeaning::Commons*> common_;  // of those whose headers say what they mean
  bool odd_ = false;           // a cell of the row at hand is no number in its range
  std::uint32_t missing_ = 0;  // of that row
  PlainFaults faults_;         // of the stretch
};

}  // namespace kaohe

// SPDX-License-Identifier: Apache-2.0
// Cells that cannot be used, counted: where so many of a kind stand in a column that further ones are counted only
// (base/problem.h), neither their texts nor their places matter but the last one's row.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "load/submission/cells/cell.h"

namespace kaohe {

struct PlainFault {
  CellFault fault = CellFault::kNone;
  std::uint32_t value_column = 0;  // its place among the value columns
  std::uint32_t cells = 0;
  std::uint32_t last = 0;          // row, counted from 0 in its stretch
};

// Of one stretch.
class PlainFaults {
 public:
  explicit PlainFaults(std::size_t value_columns) : faults_(value_columns * kCellFaults) {}

  void begin_row() { of_row_.clear(); }
  void add(std::size_t value_column, CellFault fault) { of_row_.push_back(value_column * kCellFaults + static_cast<std::size_t>(fault)); }
  // The row at hand is one of the stretch.
  void keep_row(std::uint32_t row) {
    for (const std::size_t at : of_row_) {
      PlainFault& fault = faults_[at];
      if (fault.cells++ == 0) seen_.push_back(at);
      fault.last = row;
    }
  }
  // Puts what there is behind `out`, and begins anew. The number of cells.
  std::uint64_t move_to(std::vector<PlainFault>& out) {
    std::uint64_t cells = 0;
    for (const std::size_t at : seen_) {
      out.push_back(faults_[at]);
      out.back().fault = static_cast<CellFault>(at % kCellFaults);
      out.back().value_column = static_cast<std::uint32_t>(at / kCellFaults);
      cells += faults_[at].cells;
      faults_[at].cells = 0;
    }
    seen_.clear();
    return cells;
  }

 private:
  std::vector<PlainFault> faults_;   // by value column and fault
  std::vector<std::size_t> seen_;    // those of which there are any
  std::vector<std::size_t> of_row_;  // of the row at hand
};

}  // namespace kaohe

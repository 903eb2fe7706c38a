// SPDX-License-Identifier: Apache-2.0
// The figures of rows that were taken at a glance, as they came, until it is their turn to go into the table.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "load/submission/plain/plain_faults.h"
#include "model/figure_table.h"

namespace kaohe {

// Rows that stand one after the other.
struct PlainStretch {
  std::uint64_t begin = 0, last = 0, end = 0;  // of the first, of the last, behind that; in the file or the text at hand
  std::uint32_t rows = 0;
  std::uint64_t missing = 0, invalid = 0;      // of its cells
  std::size_t first_cell = 0, end_cell = 0;    // in the log
  std::size_t first_run = 0, end_run = 0;
  std::size_t first_fault = 0, end_fault = 0;
  bool has_large = false;                      // any of its cells
};

struct PlainLog {
  struct Run {  // cells of one region
    std::uint32_t region = kNoRegion;
    std::uint32_t cells = 0;
  };
  std::vector<FigureCell> cells;  // their rows counted from 0 in each stretch, and large digits by their place in …
  std::size_t used = 0;  // of them; the rest is room, so that none is made at each row …
  std::size_t room = 0;  // … and how many there are: to ask the list would be a division by twelve at each row
  std::vector<std::int64_t> large;  // … this list
  std::vector<Run> runs;
  std::vector<PlainFault> faults;
  std::vector<PlainStretch> stretches;

  // Room behind the cells for so many more, to be filled …
  [[nodiscard]] FigureCell* behind(std::size_t count) {
    if (used + count > room) cells.resize(room = 2 * room + count);
    return cells.data() + used;
  }
  // What a cell of such digits holds: themselves, or, where they are large, their place.
  [[nodiscard]] std::int32_t number(std::int64_t digits) {
    if (fits_cell(digits)) return static_cast<std::int32_t>(digits);
    large.push_back(digits);
    return static_cast<std::int32_t>(large.size() - 1);
  }
  // … and then be kept: they are of one region, and stand in a stretch whose first run is that.
  void keep(std::uint32_t region, std::size_t count, std::size_t first_run) {
    if (runs.size() == first_run || runs.back().region != region) runs.push_back({region, 0});
    runs.back().cells += static_cast<std::uint32_t>(count);
    used += count;
  }
  void clear() {
    used = 0;
    large.clear();
    runs.clear();
    faults.clear();
    stretches.clear();
  }
};

}  // namespace kaohe

// SPDX-License-Identifier: Apache-2.0
// What a table of figures holds. Private to the room.
#pragma once

#include <set>
#include <stdexcept>
#include <utility>
#include <vector>

#include "model/figure_cells.h"
#include "model/figure_table.h"

namespace kaohe {

inline constexpr std::uint16_t kWhole = FigureCell::kWhole;

struct FigureRef::Held {
  std::vector<FigureForm> forms;
  std::vector<Period> periods;
  std::vector<Figure> whole;
  std::vector<std::int64_t> large;  // digits of cells of large forms
  FigureCells cells{0};             // where something stood twice, with gaps between the series
  std::vector<FigureTable::Series> series;
  std::vector<std::uint32_t> starts;  // by lineage: where its series begin, and behind the last where all end
  std::set<std::uint32_t> regions;  // entries of the register that have figures
  std::vector<LineShift> shifts;    // by file and row
  std::size_t size = 0;

  [[nodiscard]] std::uint32_t line_of(std::uint32_t file, std::uint32_t row) const;
  [[nodiscard]] std::int64_t digits(const FigureCell& cell) const {
    return forms[cell.form].large ? large[static_cast<std::size_t>(cell.number)] : cell.number;
  }
};

// Where the next one of a list goes, for a cell to say so.
template <typename One>
[[nodiscard]] std::int32_t place_behind(const std::vector<One>& list) {
  if (list.size() > INT32_MAX) throw std::length_error("too many figures that do not fit their cells");
  return static_cast<std::int32_t>(list.size());
}

[[nodiscard]] inline std::int64_t power_of_ten_64(int n) {
  std::int64_t power = 1;
  while (n-- > 0) power *= 10;
  return power;
}

}  // namespace kaohe

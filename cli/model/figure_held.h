// SPDX-License-Identifier: Apache-2.0
// What a table of figures holds. Private to the room.
#pragma once

#include <set>
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
  FigureCells cells{0};             // where something stood twice, with gaps between the series
  std::vector<FigureTable::Series> series;
  std::set<std::uint32_t> regions;  // entries of the register that have figures
  std::vector<LineShift> shifts;    // by file and row
  std::size_t size = 0;

  [[nodiscard]] std::uint32_t line_of(std::uint32_t file, std::uint32_t row) const;
};

[[nodiscard]] inline std::int64_t power_of_ten_64(int n) {
  std::int64_t power = 1;
  while (n-- > 0) power *= 10;
  return power;
}

}  // namespace kaohe

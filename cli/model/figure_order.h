// SPDX-License-Identifier: Apache-2.0
// The cells of lineages put in order, and their series. Private to the room.
//
// Rows mostly come in the order of time, and each holds many indicators. So the cells of a lineage are dealt out by
// indicator, which leaves those of each in the order that they came in; only where that is not the order of time are they
// sorted by it. What stands in order already is left where it is.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "model/figure_table.h"

namespace kaohe {

// What order is about, without a look at forms and periods. Once made it may be asked by many threads.
class FigureKeys {
 public:
  FigureKeys(std::span<const FigureForm> forms, std::span<const Figure> whole, std::span<const Period> periods);

  // The number of the cell's indicator among those that occur.
  [[nodiscard]] std::uint32_t rank(const FigureCell& cell) const {
    return cell.form == FigureCell::kWhole ? whole_[static_cast<std::size_t>(cell.number)] : forms_[cell.form];
  }
  [[nodiscard]] const std::vector<std::uint32_t>& indicators() const { return indicators_; }  // by rank, ascending
  [[nodiscard]] const std::vector<std::uint8_t>& kinds() const { return kinds_; }             // by period: the bit of its kind

 private:
  std::vector<std::uint32_t> indicators_;
  std::vector<std::uint32_t> forms_, whole_;  // the rank of each
  std::vector<std::uint8_t> kinds_;
};

class FigureOrder {
 public:
  explicit FigureOrder(const FigureKeys& keys) : keys_(keys), counts_(keys.indicators().size()), next_(counts_.size()) {}

  // All cells of a lineage; the lineages come in their order.
  void add(std::uint32_t lineage, std::span<FigureCell> cells);

  std::vector<FigureTable::Series> series;  // of the cells that were added, where they stand
  std::vector<std::size_t> repeated;        // the numbers of those with several cells of one period, side by side

 private:
  void group(std::span<FigureCell> cells);
  void deal(std::span<FigureCell> cells);
  void sort_by_period(std::span<FigureCell> cells);
  void list(std::uint32_t lineage, std::uint32_t indicator, std::span<FigureCell> cells);

  const FigureKeys& keys_;
  std::vector<std::uint32_t> ranks_;          // that the lineage at hand has
  std::vector<std::uint32_t> counts_, next_;  // by rank: its cells, and where the next of them is put
  std::vector<std::uint32_t> places_;         // by period
  std::vector<FigureCell> as_they_came_;
};

}  // namespace kaohe

// SPDX-License-Identifier: Apache-2.0
// The cells of lineages put in order, and their series. Private to the room.
//
// In a table each lineage mostly has the same cells as the one before it, in the same order: those of one indicator after the other, or of
// one period. So it is found out once where each is to stand, and later ones are only looked at for being so too. What stands in order
// already is left where it is.
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
  explicit FigureOrder(const FigureKeys& keys) : keys_(keys) {}

  struct Listed {
    std::vector<FigureTable::Series> series;  // of the cells that were added, where they stand
    std::vector<std::size_t> repeated;        // the numbers of those with several cells of one period, side by side
  };
  // All cells of a lineage; the lineages come in their order.
  void add(std::uint32_t lineage, std::span<FigureCell> cells, Listed& listed);

 private:
  struct Run {  // cells of one indicator
    std::uint32_t indicator;
    std::uint8_t kinds;  // as in a series
    bool repeated;       // several are of one period
    std::size_t count;
  };

  // All that its place depends on, but for a cell that is kept whole.
  [[nodiscard]] static std::uint32_t look_of(const FigureCell& cell) { return cell.form | static_cast<std::uint32_t>(cell.period) << 16U; }
  [[nodiscard]] bool are_as_before(std::span<const FigureCell> cells) const;
  void find_places(std::span<const FigureCell> cells);
  void sort(std::size_t keys);
  void find_runs(std::span<const FigureCell> cells);

  const FigureKeys& keys_;
  // Of the last lineage:
  std::vector<std::uint32_t> came_;  // its cells' looks, as they came; none where these do not say all
  std::vector<std::uint32_t> from_;  // by place, which of its cells is to stand there; none where each stands in its place
  std::vector<Run> runs_;            // in order
  // Room to work in:
  std::vector<std::size_t> keys_of_;   // by cell: its indicator, and then its period
  std::vector<std::uint32_t> places_;  // by key
  std::vector<FigureCell> as_they_came_;
};

}  // namespace kaohe

// SPDX-License-Identifier: Apache-2.0
// Cells by lineage, as they come: lineages take turns as the rows of files do, or stand in no order at all. Each fills
// blocks of one long array, so that no list outgrows its room. At the end blocks change places, until those of each
// lineage stand side by side; where lineages came one after the other they do so already.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "base/pages.h"
#include "model/figure_table.h"

namespace kaohe {

class FigureCells {
 public:
  explicit FigureCells(std::size_t lineages) : next_(lineages) {}

  void append(std::uint32_t lineage, const FigureCell& cell) {
    std::size_t& next = next_[lineage];
    if (next % kBlock == 0) next = new_block(lineage);
    cells()[next++] = cell;
  }
  // Their rows are counted from `row` on.
  void append(std::uint32_t lineage, std::span<const FigureCell> cells, std::uint32_t row) {
    if (cells.size() != 1) return append_all(lineage, cells, row);
    FigureCell cell = cells.front();
    cell.row += row;
    append(lineage, cell);
  }
  // Cells of that lineage are about to be appended: where rows come in no order, memory had better be asked for it in time.
  void await(std::uint32_t lineage) const { __builtin_prefetch(cells() + next_[lineage], 1); }
  // Not those that `unwanted` holds for.
  template <typename Unwanted>
  void erase_if(const Unwanted& unwanted);

  // To be called when all are there.
  void gather();
  // Once they are gathered, those of one lineage as they came.
  [[nodiscard]] std::span<FigureCell> of(std::size_t lineage) { return {cells() + begin_[lineage], count_[lineage]}; }

 private:
  static constexpr std::size_t kBlock = 64;  // cells

  [[nodiscard]] FigureCell* cells() const { return static_cast<FigureCell*>(pages_.data()); }
  void append_all(std::uint32_t lineage, std::span<const FigureCell> cells, std::uint32_t row);
  [[nodiscard]] std::size_t new_block(std::uint32_t lineage);
  [[nodiscard]] std::size_t filled(std::size_t block) const;
  [[nodiscard]] std::vector<std::size_t> sources();
  void await_block(std::size_t block) const;
  void fill(std::size_t block, std::vector<std::size_t>& sources);

  Pages pages_;
  std::vector<std::uint32_t> owners_;  // by block: the lineage
  std::vector<std::size_t> next_;      // by lineage: where its next cell goes; at the border of a block: into a new one
  std::vector<std::size_t> begin_, count_;  // by lineage, once they are gathered
};

template <typename Unwanted>
void FigureCells::erase_if(const Unwanted& unwanted) {
  FigureCells kept(next_.size());
  for (std::size_t block = 0; block < owners_.size(); ++block) {
    for (const FigureCell& cell : std::span(cells() + block * kBlock, filled(block))) {
      if (!unwanted(cell)) kept.append(owners_[block], cell);
    }
  }
  *this = std::move(kept);
}

}  // namespace kaohe

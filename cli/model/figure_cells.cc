// SPDX-License-Identifier: Apache-2.0
#include "model/figure_cells.h"

#include <algorithm>
#include <array>

namespace kaohe {

std::size_t FigureCells::new_block(std::uint32_t lineage) {
  constexpr std::size_t kFirst = 1U << 20U, kLeast = 32U << 20U;
  if ((owners_.size() + 1) * kBlock * sizeof(FigureCell) > pages_.size()) {
    pages_.grow(owners_.empty() ? kFirst : pages_.size() + std::max(kLeast, pages_.size() / 2));
  }
  owners_.push_back(lineage);
  return (owners_.size() - 1) * kBlock;
}

void FigureCells::append(std::uint32_t lineage, std::span<const FigureCell> cells, std::uint32_t row) {
  std::size_t& next = next_[lineage];
  while (!cells.empty()) {
    if (next % kBlock == 0) next = new_block(lineage);
    const std::size_t count = std::min(cells.size(), kBlock - next % kBlock);
    FigureCell* to = this->cells() + next;
    for (const FigureCell& cell : cells.first(count)) {
      *to = cell;
      to++->row += row;
    }
    next += count;
    cells = cells.subspan(count);
  }
}

// Its cells; only the last block of a lineage may have room left.
std::size_t FigureCells::filled(std::size_t block) const {
  const std::size_t next = next_[owners_[block]];
  return next % kBlock != 0 && next / kBlock == block ? next % kBlock : kBlock;
}

// Where each block is to stand. Lineages keep the order of their first blocks.
std::vector<std::size_t> FigureCells::places() {
  std::vector<std::size_t> blocks(next_.size());  // by lineage; then where its next one goes
  for (const std::uint32_t owner : owners_) ++blocks[owner];
  begin_.assign(next_.size(), 0);
  count_.assign(next_.size(), 0);
  std::vector<std::size_t> places;
  places.reserve(owners_.size());
  std::size_t begin = 0;
  for (const std::uint32_t owner : owners_) {
    if (count_[owner] == 0) {  // its first: none is empty
      begin_[owner] = begin * kBlock;
      begin += std::exchange(blocks[owner], begin);
    }
    count_[owner] += filled(places.size());
    places.push_back(blocks[owner]++);
  }
  return places;
}

// And each that it drives out, until the ring is closed.
void FigureCells::move(std::size_t block, std::vector<std::size_t>& places) {
  std::array<FigureCell, kBlock> moved;
  std::copy_n(cells() + block * kBlock, kBlock, moved.begin());
  for (std::size_t to = places[block]; to != block;) {
    std::swap_ranges(moved.begin(), moved.end(), cells() + to * kBlock);
    to = std::exchange(places[to], to);
  }
  std::copy(moved.begin(), moved.end(), cells() + block * kBlock);
  places[block] = block;
}

void FigureCells::gather() {
  std::vector<std::size_t> where = places();
  for (std::size_t block = 0; block < where.size(); ++block) {
    if (where[block] != block) move(block, where);
  }
  owners_ = {};
}

}  // namespace kaohe

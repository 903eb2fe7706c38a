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

void FigureCells::append_all(std::uint32_t lineage, std::span<const FigureCell> cells, std::uint32_t row) {
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

// Which block is to stand at each place. Lineages keep the order of their first blocks.
std::vector<std::size_t> FigureCells::sources() {
  std::vector<std::size_t> blocks(next_.size());  // by lineage; then where its next one goes
  for (const std::uint32_t owner : owners_) ++blocks[owner];
  begin_.assign(next_.size(), 0);
  count_.assign(next_.size(), 0);
  std::vector<std::size_t> sources(owners_.size());
  std::size_t begin = 0;
  for (std::size_t block = 0; block < owners_.size(); ++block) {
    const std::uint32_t owner = owners_[block];
    if (count_[owner] == 0) {  // its first: none is empty
      begin_[owner] = begin * kBlock;
      begin += std::exchange(blocks[owner], begin);
    }
    count_[owner] += filled(block);
    sources[blocks[owner]++] = block;
  }
  return sources;
}

// Blocks lie all over memory, which had better be asked for the next one while this one is copied.
void FigureCells::await_block(std::size_t block) const {
  constexpr std::size_t kLine = 64;
  const char* const begin = reinterpret_cast<const char*>(cells() + block * kBlock);
  for (std::size_t at = 0; at < kBlock * sizeof(FigureCell); at += kLine) __builtin_prefetch(begin + at);
}

// And then the place of the block that went there, until the ring is closed.
void FigureCells::fill(std::size_t block, std::vector<std::size_t>& sources) {
  std::array<FigureCell, kBlock> first;
  std::copy_n(cells() + block * kBlock, kBlock, first.begin());
  std::size_t to = block;
  while (sources[to] != block) {
    const std::size_t from = std::exchange(sources[to], to);
    await_block(sources[from]);
    std::copy_n(cells() + from * kBlock, kBlock, cells() + to * kBlock);
    to = from;
  }
  sources[to] = to;
  std::copy(first.begin(), first.end(), cells() + to * kBlock);
}

void FigureCells::gather() {
  std::vector<std::size_t> from = sources();
  for (std::size_t block = 0; block < from.size(); ++block) {
    if (from[block] != block) fill(block, from);
  }
  owners_ = {};
}

}  // namespace kaohe

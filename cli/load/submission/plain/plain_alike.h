// SPDX-License-Identifier: Apache-2.0
// Rows in which nothing is new but a number: region and period as in the row above, all else as in an example with the
// words that follow those of the row above. Most rows of a long table are so; they are taken many at a time, with what the
// processor offers.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include "load/submission/plain/plain_example.h"
#include "model/figure_table.h"

namespace kaohe {

struct AlikeRows {
  static constexpr std::size_t kMost = 64;

  // Looked for in:
  std::string_view text;
  std::size_t limit;     // they begin before that
  std::span<const PlainRun> runs;  // of a row with one value
  std::size_t value;               // the run of that
  const std::string_view* above;   // by run
  std::size_t above_size;          // of the row above
  std::span<const PlainExample> examples;    // by words, …
  std::uint64_t asked;                       // … those that were told of then, and no others
  std::span<const std::uint32_t> followers;  // the words that follow, by words

  // Where the next one begins, the words of the last one, and what its cell has in common with those before it.
  std::size_t at;
  std::uint32_t words;
  FigureCell cell;

  // Those that were found: how many, and where the last of them begins.
  std::size_t count = 0, last = 0;
};

// Up to the first that is not so, kMost at most; their cells go to `cells`, which has room.
void pass_alike(AlikeRows& rows, FigureCell* cells);

}  // namespace kaohe

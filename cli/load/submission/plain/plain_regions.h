// SPDX-License-Identifier: Apache-2.0
// Regions as the rows name them, by the words of their cells. The register alone says which region that is: whoever asks
// it anew gets the same answer, so each thread has its own.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "load/submission/plain/plain_cut.h"
#include "load/submission/plain/plain_shape.h"
#include "load/submission/plain/word_table.h"
#include "load/submission/regions/region_lookup.h"

namespace kaohe {

class PlainRegions {
 public:
  // The ground must outlive it, and what is cut.
  PlainRegions(const PlainGround& ground, const PlainCut& cut);

  // The row that was cut is at hand, and those behind it that name the same region.
  void look_at_row() {
    row_ = words_.find([this](std::size_t i) { return text(i); });
  }
  // The lineage of its region in the epoch of that day, if it is the newest form of it and named as it is; else kNoRegion.
  [[nodiscard]] std::uint32_t on(std::uint32_t epoch, const Date& day) {
    const std::vector<std::uint32_t>& answers = answers_[epoch];
    if (row_ < answers.size() && answers[row_] != kNoRegion) return answers[row_];
    return ask(epoch, day);
  }

 private:
  struct Cells {  // columns that stand side by side
    std::size_t first, last;
  };
  [[nodiscard]] static std::vector<Cells> side_by_side(std::vector<std::size_t> columns);
  [[nodiscard]] std::string_view text(std::size_t i) const { return cut_.side_by_side(cells_[i].first, cells_[i].last); }
  [[nodiscard]] std::uint32_t ask(std::uint32_t epoch, const Date& day);
  [[nodiscard]] RegionQuestion question() const;

  const PlainGround& ground_;
  const PlainCut& cut_;
  RegionLookup lookup_;
  std::vector<Cells> cells_;  // that name the region
  WordTable words_;           // in them
  std::vector<std::vector<std::uint32_t>> answers_;  // by epoch and words
  std::uint32_t row_ = kNoWord;                      // the number of its words
};

}  // namespace kaohe

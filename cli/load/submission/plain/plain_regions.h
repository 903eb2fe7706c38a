// SPDX-License-Identifier: Apache-2.0
// Regions as the rows name them, by the words of their cells. The register alone says which region that is: whoever asks
// it anew gets the same answer, so each thread has its own.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "load/submission/plain/plain_shape.h"
#include "load/submission/plain/word_table.h"
#include "load/submission/regions/region_lookup.h"

namespace kaohe {

class PlainRegions {
 public:
  // The ground must outlive it.
  explicit PlainRegions(const PlainGround& ground)
      : ground_(ground), lookup_(ground.regions, ground.words, RegionHints::kNone), words_(ground.shape.regions.size()) {}

  // The row whose fields these are is at hand; kRoom bytes can be read behind each. False where a cell that names its region is blank.
  [[nodiscard]] bool look_at(const std::vector<std::string_view>& fields);
  // Nothing is known of the row at hand; the next text may lie where the last one did.
  void forget_row() { same_ = false; }
  // The lineage of its region in the epoch of that day, if it is the newest form of it and named as it is; else kNoRegion.
  [[nodiscard]] std::uint32_t on(std::uint32_t epoch, const Date& day) {
    const std::size_t at = std::size_t{row_} * ground_.epochs.count() + epoch;
    if (row_ != kNoWord && answers_[at] != kNoRegion) return answers_[at];
    return ask(epoch, day);
  }

 private:
  [[nodiscard]] std::uint32_t ask(std::uint32_t epoch, const Date& day);
  [[nodiscard]] RegionQuestion question() const;

  const PlainGround& ground_;
  RegionLookup lookup_;
  WordTable words_;
  std::vector<std::uint32_t> answers_;   // by words and epoch
  std::vector<std::string_view> texts_;  // of the row at hand
  std::uint32_t row_ = kNoWord;          // the number of its words
  bool same_ = false;                    // the texts may be those of the row before
};

}  // namespace kaohe

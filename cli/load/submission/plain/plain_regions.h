// SPDX-License-Identifier: Apache-2.0
// Regions as the rows name them, by the words of their cells. The register alone says which region that is: whoever asks
// it anew gets the same answer, so each thread has its own.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "load/submission/plain/plain_cut.h"
#include "load/submission/plain/plain_shape.h"
#include "load/submission/plain/word_table.h"
#include "load/submission/regions/region_lookup.h"

namespace kaohe {

class PlainRegions {
 public:
  // The ground must outlive it, what is cut, and its fields in UTF-8.
  PlainRegions(const PlainGround& ground, const PlainCut& cut, const std::vector<std::string_view>& fields);

  // The row that was cut is at hand, and those behind it that name the same region.
  void look_at_row() {
    const std::string_view here = text();
    row_ = words_.find({here}, next_.is(here) ? next_.hash : Words::hash_of({here}));
    // Where rows come in no order, their regions are all over the table.
    if (!stand_together_) return;
    next_ = std::exchange(next_but_one_, Awaited(cut_.side_by_side_behind(first_, last_, 1)));
    words_.await_slot(next_but_one_.hash);
    words_.await(next_.hash);
  }
  // The next row may lie where another one did.
  void forget_row() { next_ = next_but_one_ = Awaited(); }
  // The lineage of its region in the epoch of that day, if it is the newest form of it and named as it is; else kNoRegion.
  [[nodiscard]] std::uint32_t on(std::uint32_t epoch, const Date& day) {
    const std::vector<std::uint32_t>& answers = answers_[epoch];
    if (row_ < answers.size() && answers[row_] != kNoRegion) return answers[row_];
    return ask(epoch, day);
  }

 private:
  using Words = WordTable<kRoom>;
  // Of a row behind, if nothing in that is quoted.
  struct Awaited {
    Awaited() = default;
    explicit Awaited(std::string_view text) : begin(text.data()), size(text.size()), hash(Words::hash_of({text})) {}
    [[nodiscard]] bool is(std::string_view text) const { return begin == text.data() && size == text.size(); }
    const char* begin = nullptr;
    std::size_t size = 0;
    Words::Hash hash = 0;
  };
  // Of all cells that name the region.
  [[nodiscard]] std::string_view text() { return stand_together_ ? cut_.side_by_side(first_, last_) : joined(); }
  [[nodiscard]] std::string_view joined();
  [[nodiscard]] std::uint32_t ask(std::uint32_t epoch, const Date& day);
  [[nodiscard]] RegionQuestion question() const;

  const PlainGround& ground_;
  const PlainCut& cut_;
  const std::vector<std::string_view>& fields_;
  RegionLookup lookup_;
  std::size_t first_ = SIZE_MAX, last_ = 0;  // of their columns, …
  bool stand_together_ = false;              // … which are all between them
  std::string joined_;                       // where they are not: what joined() looks at
  Words words_;
  Awaited next_, next_but_one_;
  std::vector<std::vector<std::uint32_t>> answers_;  // by epoch and words
  std::uint32_t row_ = kNoWord;                      // the number of its words
};

}  // namespace kaohe

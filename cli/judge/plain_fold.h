// SPDX-License-Identifier: Apache-2.0
// The months of a year (or quarters, halves, days) to one number. In a large submission nearly all series are full and written alike from
// end to end: then the cells of a year stand side by side, and are looked at and added up in one go. For plain values and the Resolver.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "judge/figures.h"
#include "model/indicator.h"

namespace kaohe {

// Those that are written alike may be added up in one go, which says the same as to add up one after the other.
enum class Months : std::uint8_t { kAtAGlance, kOneByOne };

// What a value may be folded from, in the order that they are tried in.
inline constexpr PeriodKind kFiner[] = {PeriodKind::kHalf, PeriodKind::kQuarter, PeriodKind::kMonth, PeriodKind::kDay};

class PlainFold {
 public:
  using Cells = std::span<const FigureCell>;

  // `periods`: those of which there are any figures, by number, in order; `all`: how many it takes.
  PlainFold(Fold how, std::vector<std::uint16_t> periods, std::uint32_t all);

  [[nodiscard]] Fold how() const { return how_; }
  [[nodiscard]] const std::vector<std::uint16_t>& periods() const { return periods_; }
  [[nodiscard]] std::uint32_t all() const { return all_; }
  // The first cell of these periods or later.
  [[nodiscard]] std::size_t place_in(Cells cells) { return place_of(cells, periods_.front(), hint_); }

  struct Alike {
    std::int64_t number;  // a mean's sum
    std::uint16_t form;   // of all of them
  };
  // Of a series whose cells of all these periods are of one form that adds up; nullopt: they are not.
  [[nodiscard]] std::optional<Alike> take_alike(const FigureIndex& figures, Cells cells);

 private:
  [[nodiscard]] bool are_of_all_periods(Cells cells) const;

  Fold how_;
  std::vector<std::uint16_t> periods_;
  std::uint32_t all_;
  bool in_a_row_;         // nothing else lies between them
  std::size_t hint_ = 0;  // where the first stood in the last series
};

// One number more; false: it does not fit.
[[nodiscard]] bool take(Fold how, bool first, std::int64_t number, std::int64_t& result);

}  // namespace kaohe

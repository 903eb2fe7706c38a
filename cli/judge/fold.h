// SPDX-License-Identifier: Apache-2.0
// Many values to one: over months, or over the parts of a region.
#pragma once

#include <optional>
#include <vector>

#include "judge/value.h"

namespace kaohe {

// Sum, mean, last, max or min of parts, told one after the other in their order. Exempt ones are left out, an invalid one
// makes the result invalid; where some are missing, the range bounds what they could be.
class Folding {
 public:
  // The range must outlive it. So many cells are expected.
  Folding(Fold how, const Range& range, std::size_t cells);

  void take(const Value& part);
  // Figures are parts without a value being made of each.
  void take_number(const Rational& number, const Place& cell);
  void take_unusable(const Place& cell, const Shared<Phrase>& why);
  void take_lack(Lack lack);

  // Nothing is said of any part.
  [[nodiscard]] bool all_missing() const { return missing_ == counted_ && !exempt_; }
  // PartsSummary is always set. The cells and lacks are moved out of here: to be asked once.
  [[nodiscard]] Value value();

 private:
  void count(ValueState state);
  void count_number(const Rational& number);
  void count_invalid(const Shared<Phrase>& why);
  [[nodiscard]] Bounds bounds() const;

  Fold how_;
  const Range& range_;
  std::uint64_t counted_ = 0, used_ = 0, missing_ = 0;
  Rational number_;                // of the known ones
  std::optional<Bounds> bounded_;  // of those of which only bounds are known
  ValueState last_ = ValueState::kMissing;
  bool invalid_ = false, exempt_ = false;
  std::vector<Place> cells_, unusable_;
  std::vector<Lack> lacks_;
  Shared<Phrase> why_;         // the first reason why one is invalid
  Shared<Phrase> why_exempt_;  // why the first is exempt
};

// Σ weight × value / Σ weight; a value whose weight is 0 is not needed.
[[nodiscard]] Value fold_weighted(const std::vector<const Value*>& values, const std::vector<const Value*>& weights, const Range& range);

[[nodiscard]] const Phrase& name(Fold how);

}  // namespace kaohe

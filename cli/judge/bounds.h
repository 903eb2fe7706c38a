// SPDX-License-Identifier: Apache-2.0
// What a number could be when not everything is known: an interval with open ends where nothing bounds it.
#pragma once

#include <optional>

#include "base/exact.h"
#include "model/indicator.h"

namespace kaohe {

struct Bounds {
  std::optional<Rational> low;   // inclusive; absent: nothing bounds it below
  std::optional<Rational> high;  // inclusive; absent: nothing bounds it above

  [[nodiscard]] static Bounds exactly(const Rational& value) { return {value, value}; }
  [[nodiscard]] static Bounds of(const Range& range) { return {range.low, range.high}; }
  [[nodiscard]] bool informative() const { return low || high; }
  [[nodiscard]] bool at_least_zero() const { return low && low->sign() >= 0; }
};

[[nodiscard]] Bounds add(const Bounds& a, const Bounds& b);
// Both ends times `factor`, which must not be negative.
[[nodiscard]] Bounds scale(const Bounds& a, const Rational& factor);
// The tighter of both at each end.
[[nodiscard]] Bounds both(const Bounds& a, const Bounds& b);
// What holds of a value that one of the two holds of.
[[nodiscard]] Bounds either(const Bounds& a, const Bounds& b);
// a / b where a ≥ 0 and b ≥ 0; no bounds where that is not known.
[[nodiscard]] Bounds divide(const Bounds& a, const Bounds& b);

}  // namespace kaohe

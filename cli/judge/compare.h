// SPDX-License-Identifier: Apache-2.0
// A value against a target: 全数值比较法 (as it is) or 修约值比较法 (rounded once, half to even, to the target's last digit
// in the target's unit), GB/T 8170-2008. Values here are in the target's unit.
#pragma once

#include <string>

#include "judge/bounds.h"
#include "model/plan.h"

namespace kaohe {

enum class Decision { kMet, kNotMet, kUndecided };

// The target's number (the low end of a range) and the high end, in the target's unit.
[[nodiscard]] Rational target_value(const Target& target);
[[nodiscard]] Rational target_high(const Target& target);

[[nodiscard]] Decision decide(const Target& target, const Bounds& value, Compare compare);
// Signed distance, ≥ 0 met (for < and > zero is not met); with kRounded of the rounded value.
[[nodiscard]] Rational margin_of(const Target& target, const Rational& value, Compare compare);
// Is a value with this margin good enough?
[[nodiscard]] bool is_met(const Target& target, const Rational& margin);
// Is `value` at least as good as `other`, seen from the target's side?
[[nodiscard]] bool at_least_as_good(const Target& target, const Rational& value, const Rational& other);
// What would pass: "不低于 85.3 %". For a failing verdict with the distance.
[[nodiscard]] Phrase passing_phrase(const Target& target, Compare compare, const Rational* value);
// Digits to show of a computed value beside this target: four more than the target has.
[[nodiscard]] inline int shown_digits(const Target& target) { return target.scale + 4; }
[[nodiscard]] std::string show_beside(const Target& target, const Rational& value);

}  // namespace kaohe

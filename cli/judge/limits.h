// SPDX-License-Identifier: Apache-2.0
// A target in whole numbers over a divisor, so that a plain value is held against it by comparing whole numbers. A value
// is decided here only where both ways to compare (as it is, and rounded first) say the same; what lies between is left
// to judge_value().
#pragma once

#include <cstdint>
#include <optional>

#include "model/plan.h"
#include "model/verdicts.h"

namespace kaohe {

class Limits {
 public:
  using Wide = Rational::Wide;

  // Of values that stand over `over`, in the indicator's unit.
  Limits(const Target& target, Compare compare, std::int64_t over);

  // above / below stands over the divisor; below > 0. nullopt: not decided here.
  [[nodiscard]] std::optional<Outcome> decide(Wide above, Wide below) const {
    if (!usable_) return std::nullopt;
    if (above >= pass_from_ * below && above <= pass_to_ * below) return Outcome::kPass;
    if (above <= fail_to_ * below || above >= fail_from_ * below) return Outcome::kFail;
    return std::nullopt;
  }
  // Brief::edge of such a value that passes.
  [[nodiscard]] std::uint32_t edge(Wide above, Wide below) const;

 private:
  bool usable_ = false;
  Op op_ = Op::kAtLeast;
  // Far outside of what a value can be where there is no such end; times a divisor of 64 bits they still fit.
  static constexpr Wide kFar = Wide{1} << 62;
  Wide pass_from_ = -kFar, pass_to_ = kFar, fail_to_ = -kFar, fail_from_ = kFar;
  Wide low_ = 0, high_ = 0;     // the target's ends, inwards
  Wide base_ = 0;               // its distance from 0, rounded up; of a range that of the low end
  Wide slack_ = 0;              // what rounding may move a value by
};

}  // namespace kaohe

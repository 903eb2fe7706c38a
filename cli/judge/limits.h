// SPDX-License-Identifier: Apache-2.0
// A target in whole numbers over a divisor, so that a plain value is held against it by comparing whole numbers. A value
// is decided here only where both ways to compare (as it is, and rounded first) say the same; what lies between is left
// to judge_value().
#pragma once

#include <algorithm>
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
  // Verdicts::edge() of such a value that passes.
  [[nodiscard]] std::uint32_t edge(Wide above, Wide below) const;

  // The same of a whole number over the divisor, as most values are.
  [[nodiscard]] std::optional<Outcome> decide(std::int64_t number) const {
    if (!usable_) return std::nullopt;
    if (number >= pass_from_ && number <= pass_to_) return Outcome::kPass;
    if (number <= fail_to_ || number >= fail_from_) return Outcome::kFail;
    return std::nullopt;
  }
  [[nodiscard]] std::uint32_t edge(std::int64_t number) const {
    std::int64_t margin = 0;
    const bool fits = floor_ ? !__builtin_sub_overflow(number, low_ + slack_, &margin) : !__builtin_sub_overflow(high_ - slack_, number, &margin);
    if (whole_base_ == 0 || !fits || margin >= kShort) return edge(number, 1);
    return margin <= 0 ? 0 : share_of(static_cast<std::uint64_t>(margin), static_cast<std::uint64_t>(whole_base_));
  }

 private:
  void set_ends(std::int64_t below_low, std::int64_t above_high);

  static constexpr std::uint64_t kParts = 10'000'000;            // of the target, by Brief::kEdgeDigits
  static constexpr std::int64_t kShort = std::int64_t{1} << 39;  // times kParts it fits into 64 bits
  [[nodiscard]] static std::uint32_t share_of(std::uint64_t margin, std::uint64_t base) {
    return static_cast<std::uint32_t>(std::min<std::uint64_t>(margin * kParts / base, Brief::kNoEdge - 1));
  }

  bool usable_ = false;
  Op op_ = Op::kAtLeast;
  // Far outside of what a value can be where there is no such end; times a divisor of 64 bits they still fit.
  static constexpr std::int64_t kFar = std::int64_t{1} << 62;
  std::int64_t pass_from_ = -kFar, pass_to_ = kFar, fail_to_ = -kFar, fail_from_ = kFar;
  std::int64_t low_ = 0, high_ = 0;  // the target's ends, inwards
  std::int64_t base_ = 0;            // its distance from 0, rounded up; of a range that of the low end
  std::int64_t slack_ = 0;           // what rounding may move a value by
  bool floor_ = true;                // the target is below what passes
  std::int64_t whole_base_ = 0;      // what an edge is a part of, for whole numbers; 0: it depends on them
};

}  // namespace kaohe

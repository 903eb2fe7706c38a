// SPDX-License-Identifier: Apache-2.0
#include "judge/limits.h"

#include <algorithm>

#include "judge/compare.h"

namespace kaohe {
namespace {

using Wide = Rational::Wide;

constexpr std::int64_t kMost = std::int64_t{1} << 60;  // of a target over its divisor

// The greatest whole number that is not above `value`; kMost + 1 or more: too large.
Wide floor_of(const Rational& value) {
  const Rational near = value.rounded(0);
  const std::optional<std::int64_t> whole = near.times_power_of_ten(0);
  if (!whole) return Wide{kMost} * 2;
  return near > value ? Wide{*whole} - 1 : Wide{*whole};
}

Wide ceil_of(const Rational& value) { return -floor_of(-value); }

bool small(Wide number) { return number <= kMost && number >= -kMost; }

}  // namespace

Limits::Limits(const Target& target, Compare compare, std::int64_t over) : op_(target.op) {
  const Rational at = target_value(target), at_high = target_high(target);
  const bool rounds_to_itself = at.rounded(target.scale) == at && (op_ != Op::kWithin || at_high.rounded(target.scale) == at_high);
  if (target.reference != kNoIndicator || target.to_unit.sign() <= 0 || !rounds_to_itself) return;
  const Rational times(over);
  const Rational half = Rational::power_of_ten(-target.scale) / Rational(2) / target.to_unit * times;
  const Rational low_end = target.value * times, high_end = (op_ == Op::kWithin ? target.high : target.value) * times;
  const Wide low = ceil_of(low_end), high = floor_of(high_end), base = ceil_of(low_end.abs()), slack = ceil_of(half);
  const Wide below = ceil_of(low_end - half) - 1;    // rounds to less than the low end
  const Wide above = floor_of(high_end + half) + 1;  // rounds to more than the high end
  usable_ = small(low) && small(high) && small(base) && small(below) && small(above) && small(slack);
  if (!usable_) return;
  low_ = static_cast<std::int64_t>(low);
  high_ = static_cast<std::int64_t>(high);
  base_ = static_cast<std::int64_t>(base);
  if (compare == Compare::kRounded) slack_ = static_cast<std::int64_t>(slack);
  floor_ = op_ == Op::kAtLeast || op_ == Op::kAbove;
  const bool one_sided = floor_ || op_ == Op::kAtMost || op_ == Op::kBelow;
  if (one_sided && base_ > 0) whole_base_ = base_ + slack_;
  set_ends(static_cast<std::int64_t>(below), static_cast<std::int64_t>(above));
}

void Limits::set_ends(std::int64_t below_low, std::int64_t above_high) {
  switch (op_) {
    case Op::kAtLeast:
      pass_from_ = low_;
      fail_to_ = below_low;
      break;
    case Op::kAtMost:
      pass_to_ = high_;
      fail_from_ = above_high;
      break;
    case Op::kAbove:
      pass_from_ = above_high;
      fail_to_ = high_;
      break;
    case Op::kBelow:
      pass_to_ = below_low;
      fail_from_ = low_;
      break;
    case Op::kEqual:
    case Op::kWithin:
      pass_from_ = low_;
      pass_to_ = high_;
      fail_to_ = below_low;
      fail_from_ = above_high;
      break;
  }
}

std::uint32_t Limits::edge(Wide above, Wide below) const {
  Wide margin = 0, base = base_ * below;
  const Wide over_low = above - low_ * below, under_high = high_ * below - above;
  switch (op_) {
    case Op::kAtLeast:
    case Op::kAbove: margin = over_low; break;
    case Op::kAtMost:
    case Op::kBelow: margin = under_high; break;
    case Op::kEqual: break;
    case Op::kWithin:
      if (above == 0 && base == 0) return Brief::kNoEdge;  // it stands at an end of 0: there is nothing to measure by
      margin = std::min(over_low, under_high);
      base = std::max(base, above - under_high < 0 ? under_high - above + below : above - under_high + below);
      break;
  }
  if (base == 0) {
    if (slack_ > 0) return 0;
    base = above < 0 ? -above : above;
    if (base == 0) return Brief::kNoEdge;
  }
  margin = std::max<Wide>(margin - slack_ * below, 0);
  base += slack_ * below;
  if (margin < kShort && base < (Wide{1} << 63)) return share_of(static_cast<std::uint64_t>(margin), static_cast<std::uint64_t>(base));
  if (margin / kParts >= base) return Brief::kNoEdge - 1;
  const Wide shift = std::max<Wide>(margin / (Wide{1} << 90) + 1, 1);  // rounds down, so that it stays no more than it is
  return static_cast<std::uint32_t>(std::min<Wide>(margin / shift * Wide{kParts} / (base / shift + 1), Brief::kNoEdge - 1));
}

}  // namespace kaohe

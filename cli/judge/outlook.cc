// SPDX-License-Identifier: Apache-2.0
// Outlook of what is not due: met already; else at or better than the straight line from the base to the target at the
// latest period, or not; unknown without a base. Time on the line is counted in months, so that years are alike.
#include "judge/compare.h"
#include "judge/setting.h"

namespace kaohe {
namespace {

std::int64_t month_number(const Date& date) { return static_cast<std::int64_t>(date.year) * 12 + date.month; }

// Which way the value has to go, and to where.
struct Aim {
  Rational goal;
  bool upwards;
};

Aim aim_of(const Target& target, const Rational& base) {
  const Rational at = target_value(target);
  switch (target.op) {
    case Op::kAtLeast:
    case Op::kAbove: return {at, true};
    case Op::kAtMost:
    case Op::kBelow: return {at, false};
    case Op::kEqual: return {at, base <= at};
    case Op::kWithin: break;
  }
  const Rational high = target_high(target);
  if (base > high) return {high, false};
  return {at, true};
}

}  // namespace

Outlook outlook_on(const Path* path, const Target& target, Compare compare, const Rational& latest, const Date& at) {
  if (decide(target, Bounds::exactly(latest), compare) == Decision::kMet) return Outlook::kMetEarly;
  if (path == nullptr) return Outlook::kUnknown;
  const std::int64_t whole = month_number(path->to) - month_number(path->from);
  if (whole <= 0) return Outlook::kUnknown;
  const Aim aim = aim_of(target, path->base);
  const Rational gone(month_number(at) - month_number(path->from), whole);
  const Rational expected = path->base + (aim.goal - path->base) * gone;
  const bool good = aim.upwards ? latest >= expected : latest <= expected;
  return good ? Outlook::kOnTrack : Outlook::kOffTrack;
}

}  // namespace kaohe

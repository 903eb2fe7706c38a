// SPDX-License-Identifier: Apache-2.0
#include "judge/rollup.h"

#include <algorithm>
#include <utility>

#include "judge/setting.h"

namespace kaohe {
namespace {

std::uint64_t of(const OutcomeCount& counts, Outcome outcome) { return counts[static_cast<std::size_t>(outcome)]; }

// Share and count: exempt units leave the denominator, waived ones stay and are not met. Invalid ones are never bounded
// away; missing and undue ones are, where the result is the same whatever they turn out to be.
RolledUp reach(const RollUp& rule, const OutcomeCount& units) {
  RolledUp result{Outcome::kMissing, false, units};
  std::uint64_t all = 0;
  for (const std::uint64_t n : units) all += n;
  all -= of(units, Outcome::kExempt);
  if (all == 0) {
    result.outcome = of(units, Outcome::kExempt) > 0 ? Outcome::kExempt : Outcome::kMissing;
    return result;
  }
  if (of(units, Outcome::kInvalid) > 0) {
    result.outcome = Outcome::kInvalid;
    return result;
  }
  const auto reached = [&](std::uint64_t met) {
    Rational value(static_cast<std::int64_t>(met));
    if (rule.kind == RollUpKind::kShare) value /= Rational(static_cast<std::int64_t>(all));
    return rule.strictly ? value > rule.at_least : value >= rule.at_least;
  };
  const std::uint64_t met = of(units, Outcome::kPass);
  const std::uint64_t open = of(units, Outcome::kMissing) + of(units, Outcome::kNotDue);
  if (reached(met)) {
    result.outcome = Outcome::kPass;
    result.by_bounds = open > 0;
  } else if (!reached(met + open)) {
    result.outcome = Outcome::kFail;
    result.by_bounds = open > 0;
  } else {
    result.outcome = of(units, Outcome::kMissing) > 0 ? Outcome::kMissing : Outcome::kNotDue;
  }
  return result;
}

}  // namespace

RolledUp roll_up(const RollUp& rule, const std::vector<Brief>& briefs, const Register& regions) {
  std::vector<std::pair<std::uint64_t, Outcome>> by_unit;  // lineage and item
  by_unit.reserve(briefs.size());
  for (const Brief& brief : briefs) by_unit.emplace_back(std::uint64_t{regions[brief.region].lineage} << 16U | brief.item, brief.outcome);
  const auto before = [](const auto& a, const auto& b) { return a.first < b.first; };
  if (!std::is_sorted(by_unit.begin(), by_unit.end(), before)) std::sort(by_unit.begin(), by_unit.end(), before);
  OutcomeCount units{};
  for (std::size_t i = 0; i < by_unit.size();) {
    OutcomeCount periods{};
    const std::uint64_t unit = by_unit[i].first;
    for (; i < by_unit.size() && by_unit[i].first == unit; ++i) count(periods, by_unit[i].second);
    count(units, all_of(periods));
  }
  if (rule.kind != RollUpKind::kAll) return reach(rule, units);
  return {all_of(units), false, units};
}

}  // namespace kaohe

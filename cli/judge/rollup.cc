// SPDX-License-Identifier: Apache-2.0
#include "judge/rollup.h"

#include <algorithm>
#include <optional>
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

// Units by what they come to over their periods; nullopt: they are not in order.
template <typename All, typename UnitOf>
std::optional<OutcomeCount> count_units(const All& all, const UnitOf& unit_of) {
  OutcomeCount units{};
  for (auto at = all.begin(); at != all.end();) {
    const auto first = at++;
    const std::uint64_t unit = unit_of(*first);
    if (at == all.end() || unit_of(*at) > unit) {
      count(units, first->outcome);
      continue;
    }
    OutcomeCount periods{};
    count(periods, first->outcome);
    for (; at != all.end() && unit_of(*at) == unit; ++at) count(periods, at->outcome);
    if (at != all.end() && unit_of(*at) < unit) return std::nullopt;
    count(units, all_of(periods));
  }
  return units;
}

}  // namespace

RolledUp roll_up(const RollUp& rule, const std::vector<Brief>& briefs, const Register& regions) {
  struct OfUnit {
    std::uint64_t unit;
    Outcome outcome;
  };
  const auto unit_of = [&regions](const Brief& brief) { return std::uint64_t{regions[brief.region].lineage} << 16U | brief.item; };
  std::optional<OutcomeCount> in_order = count_units(briefs, unit_of);
  if (!in_order) {
    std::vector<OfUnit> by_unit;
    by_unit.reserve(briefs.size());
    for (const Brief& brief : briefs) by_unit.push_back({unit_of(brief), brief.outcome});
    std::sort(by_unit.begin(), by_unit.end(), [](const OfUnit& a, const OfUnit& b) { return a.unit < b.unit; });
    in_order = count_units(by_unit, [](const OfUnit& one) { return one.unit; });
  }
  const OutcomeCount& units = *in_order;
  if (rule.kind != RollUpKind::kAll) return reach(rule, units);
  return {all_of(units), false, units};
}

}  // namespace kaohe

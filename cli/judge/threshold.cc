// SPDX-License-Identifier: Apache-2.0
// Threshold: the unit's value in the period that `due` falls in must satisfy `require`. Local targets replace the
// plan's, "@indicator" takes the target from another figure of the same unit and period. Where only bounds of the
// value are known, it is decided when both ends decide alike.
#include <fmt/format.h>

#include "judge/compare.h"
#include "judge/setting.h"
#include "judge/test_value.h"

namespace kaohe {
namespace {

// The target that binds this unit, its number filled in. False: the reference figure is not to be had (verdict filled).
bool find_target(const Task& task, Target& target, Verdict& verdict) {
  target = task.duty.test.target;
  const auto local = task.duty.local.find(task.region().code);
  if (local != task.duty.local.end()) target = local->second;
  verdict.target = target.text;
  verdict.unit = target.unit.id;
  if (target.reference == kNoIndicator) return true;
  const Value& quota = task.setting.resolver.resolve(task.unit.region, target.reference, task.slot.period);
  if (!quota.known()) {
    take_lacks(quota, verdict);
    const Value& own = task.setting.resolver.resolve(task.unit.region, task.duty.indicator, task.slot.period, Own::kAllowed, combine_of(task));
    verdict.missing.insert(verdict.missing.end(), own.lacks.begin(), own.lacks.end());
    return false;
  }
  const Indicator& of = task.setting.catalog.indicators[target.reference];
  target.value = quota.exact * of.unit.factor / task.indicator().unit.factor;
  target.scale = quota.figure != nullptr ? quota.figure->written.scale : target.scale;
  verdict.target = fmt::format("{} {}", word(target.op), show(quota.exact, 4)) + " " + of.unit.id;
  verdict.figures = quota.cells;
  return true;
}

Path path_to(const Task& task, const Value& base, const Target& target, const Period& base_period) {
  return {base.exact * target.to_unit, base_period.last, task.slot.period.last};
}

// The latest value by the as-of date, against the target and the straight line from the base.
void look_ahead(const Task& task, const Target& target, Verdict& verdict) {
  Resolver& resolver = task.setting.resolver;
  const Period latest = latest_period(task, task.slot.period);
  const Value& now = resolver.resolve(task.unit.region, task.duty.indicator, latest, Own::kAllowed, combine_of(task));
  verdict.outcome = Outcome::kNotDue;
  verdict.outlook = Outlook::kUnknown;
  if (!now.known()) return;
  set_value(now, target, verdict);
  const Period base_period = period_holding(latest.kind, Date{static_cast<std::int16_t>(task.plan.baseline), 1, 1});
  const bool has_base = task.plan.baseline != 0 && base_period.last < task.slot.period.last && base_period.last < latest.last;
  const Value* base = has_base ? &resolver.resolve(task.unit.region, task.duty.indicator, base_period, Own::kAllowed, combine_of(task)) : nullptr;
  if (base != nullptr && base->known()) {
    const Path path = path_to(task, *base, target, base_period);
    verdict.outlook = outlook_on(&path, target, task.duty.compare, now.exact * target.to_unit, latest.last);
  } else {
    verdict.outlook = outlook_on(nullptr, target, task.duty.compare, now.exact * target.to_unit, latest.last);
  }
  verdict.reason = {fmt::format("最近一期（{}）为 {} {}", latest.text(), verdict.value_text, verdict.unit),
                    fmt::format("latest value ({}) is {} {}", latest.text(), verdict.value_text, verdict.unit)};
}

}  // namespace

void judge_threshold(const Task& task, Verdict& verdict) {
  Target target;
  const bool has_target = find_target(task, target, verdict);
  if (!task.is_due()) {
    verdict.outcome = Outcome::kNotDue;
    verdict.outlook = Outlook::kUnknown;
    verdict.missing.clear();
    if (has_target) look_ahead(task, target, verdict);
    return;
  }
  if (!has_target) return;
  const Value& value = task.setting.resolver.resolve(task.unit.region, task.duty.indicator, task.slot.period, Own::kAllowed,
                                                     combine_of(task));
  judge_value(value, target, task.duty.compare, verdict);
  if (value.figure == nullptr || !value.known()) return;
  const Value& parts = task.setting.resolver.resolve(task.unit.region, task.duty.indicator, task.slot.period, Own::kIgnored,
                                                     combine_of(task));
  if (!parts.known()) return;
  Verdict other;
  judge_value(parts, target, task.duty.compare, other);
  if (other.outcome != verdict.outcome) verdict.disputed = Alternative{other.outcome, other.value_text};
}

}  // namespace kaohe

// SPDX-License-Identifier: Apache-2.0
// Threshold: the unit's value in the period that `due` falls in must satisfy `require`. Local targets replace the
// plan's, "@indicator" takes the target from another figure of the same unit and period. Where only bounds of the
// value are known, it is decided when both ends decide alike.
#include <fmt/format.h>

#include "judge/compare.h"
#include "judge/manual.h"
#include "judge/setting.h"
#include "judge/test_value.h"

namespace kaohe {
namespace {

// The plan's target, or the one handed down to this unit.
const Target& stated_target(const Task& task) {
  if (task.duty.local.empty()) return task.duty.test.target;
  const auto local = task.duty.local.find(task.region().code);
  return local == task.duty.local.end() ? task.duty.test.target : local->second;
}

// Fills in the number that another figure of the unit gives. False: that is not to be had (verdict filled).
bool find_reference(const Task& task, Target& target, Verdict& verdict) {
  const Value& quota = task.setting.resolver.resolve(task.unit.region, target.reference, task.slot.period);
  if (!quota.known()) {
    take_lacks(quota, verdict);
    const Value& own = task.setting.resolver.resolve(task.unit.region, task.duty.indicator, task.slot.period, Own::kAllowed, combine_of(task));
    verdict.missing.append(own.lacks);
    return false;
  }
  const Indicator& of = task.setting.catalog.indicators[target.reference];
  target.value = quota.exact * of.unit.factor / task.indicator().unit.factor;
  target.scale = quota.figure ? quota.figure.scale() : target.scale;
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
  verdict.reason = {fmt::format("最近一期（{}）为 {} {}", latest.text(), verdict.value_text, *verdict.unit),
                    fmt::format("latest value ({}) is {} {}", latest.text(), verdict.value_text, *verdict.unit)};
}

}  // namespace

void judge_threshold(const Task& task, Verdict& verdict) {
  const Target& stated = stated_target(task);
  verdict.target = task.setting.pool.text(stated.text);
  verdict.unit = task.setting.pool.text(stated.unit.id);
  std::optional<Target> referred;
  if (stated.reference != kNoIndicator) referred = stated;
  const bool has_target = !referred || find_reference(task, *referred, verdict);
  const Target& target = referred ? *referred : stated;
  if (!task.is_due()) {
    verdict.outcome = Outcome::kNotDue;
    verdict.outlook = Outlook::kUnknown;
    verdict.missing.reset();
    if (has_target) look_ahead(task, target, verdict);
    return;
  }
  if (!has_target) return;
  const Value& value = task.setting.resolver.resolve(task.unit.region, task.duty.indicator, task.slot.period, Own::kAllowed,
                                                     combine_of(task));
  judge_value(value, target, task.duty.compare, verdict);
  if (!value.figure || !value.known()) return;
  const Value* parts = task.setting.resolver.resolve_otherwise(task.unit.region, task.duty.indicator, task.slot.period, combine_of(task));
  if (parts == nullptr || !parts->known()) return;
  Verdict other;
  judge_value(*parts, target, task.duty.compare, other);
  if (other.outcome != verdict.outcome) verdict.disputed = Alternative{other.outcome, other.value_text};
}

const Phrase& threshold_manual() {
  static const Phrase kManual = {
      "取单位在期限所在时期的数，与 require 的目标值比较：>=、<=、=、<、> 或区间“60 % .. 65 %”，也可以是同单位同时期的另一指标（>= @指标标识）。\n"
      "本单位填了数就用它；没有就用自己的分子除以分母，再没有就由下级各地汇总。数是精确小数，按原数比较；写了 compare = \"rounded\" 的先按 GB/T 8170 修约一次。两种比法结论不同时，报告会说明。\n"
      "hold = true：期限以后每一期也要达到，有 until 的到该日为止。met = \"every year\"：从 from 到期限每一年都要达到，一年不达标就是未达标。\n"
      "local 是下达到某地的目标，替代方案的目标。\n"
      "达标：到期且满足。未达标：到期且不满足，报告写明差多少。缺数据：定不了结论的数没有填；下级缺数但无论缺的是多少结论都一样时，照判（bounds）。无效：数在，但不能用。未到期：期限在判定截止日之后。\n",
      "The value of the unit in the period that the deadline falls in is held against require: >=, <=, =, <, > or a range \"60 % .. 65 %\", or another indicator of the same unit and period (>= @indicator_id).\n"
      "A figure of the unit itself is taken first; else its own numerator over denominator; else its parts. Figures are exact decimals, compared as they are; with compare = \"rounded\" they are rounded once first (GB/T 8170). Where the two would disagree the report says so.\n"
      "hold = true: every later period too, up to until where it is given. met = \"every year\": each year from from to the deadline; one year that falls short is enough to fail.\n"
      "local holds targets handed down to a region, which replace the plan's.\n"
      "pass: due and met. fail: due and not met, with how much is lacking. missing: what would decide it was not handed in; where parts are missing but none of their possible values could change it, it is decided all the same (bounds). invalid: it is there but cannot be used. not-due: the deadline is after the as-of date.\n"};
  return kManual;
}

}  // namespace kaohe

// SPDX-License-Identifier: Apache-2.0
// --indicative: each county and city that handed in figures against the province's own target. Told, never counted.
#include "judge/session.h"

namespace kaohe {

std::vector<Verdict> judge_indicative(const Setting& setting, const Plan& plan, const Rule& rule, const Duty& duty) {
  const bool comparable = duty.test.kind == TestKind::kThreshold || duty.test.kind == TestKind::kTrend;
  if (duty.who.each != Each::kProvince || !comparable) return {};
  std::vector<Verdict> verdicts;
  for (const Each each : {Each::kPrefecture, Each::kCounty}) {
    Duty lower = duty;
    lower.who = {};
    lower.who.each = each;
    lower.combine.reset();
    // A quantity of the whole province (91万公顷) says nothing of a part; a share or a mean does.
    if (duty.test.kind == TestKind::kThreshold && setting.catalog.indicators[duty.indicator].over_regions == Fold::kSum) continue;
    for (const Slot& slot : schedule(setting, plan, lower)) {
      const Units units = units_or_nobody(setting, plan, lower.who, slot.due.value_or(setting.as_of));
      for (const Unit& unit : *units) {
        setting.resolver.forget_much();
        Verdict verdict = judge_unit({setting, plan, rule, lower, unit, slot});
        if (verdict.outcome == Outcome::kMissing || verdict.outcome == Outcome::kExempt) continue;
        if (verdict.outcome == Outcome::kNotDue && !verdict.value) continue;
        verdict.indicative = true;
        verdicts.push_back(std::move(verdict));
      }
    }
  }
  return verdicts;
}

}  // namespace kaohe

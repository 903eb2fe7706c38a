// SPDX-License-Identifier: Apache-2.0
// When a duty is judged: one period for most; one for each stage; with `met` each period from `from` to the deadline;
// with `hold` the deadline's period and every later one. A period is due at the later of the deadline and its own end.
#include <algorithm>

#include "judge/setting.h"

namespace kaohe {
namespace {

bool by_records(const Test& test) { return test.kind == TestKind::kRecord || test.kind == TestKind::kCadence || test.kind == TestKind::kUmbrella; }

PeriodKind kind_of(const Setting& setting, const Duty& duty) {
  if (duty.test.met) return *duty.test.met;
  if (by_records(duty.test) || duty.indicator == kNoIndicator) return PeriodKind::kYear;
  return setting.catalog.indicators[duty.indicator].period;
}

Slot slot_at(const Setting& setting, const Duty& duty, const Date& deadline) {
  Slot slot;
  slot.period = period_holding(kind_of(setting, duty), deadline);
  slot.deadline = deadline;
  slot.due = by_records(duty.test) ? deadline : std::max(deadline, slot.period.last);
  return slot;
}

Slot open_slot(const Setting& setting, const Duty& duty) {
  const PeriodKind kind = kind_of(setting, duty);
  const Period period = by_records(duty.test) ? period_holding(kind, setting.as_of) : latest_ended(kind, setting.as_of);
  return {period, std::nullopt, setting.as_of};
}

Slot own_slot(const Period& period) { return {period, period.last, period.last}; }

// Every period from `first` that has ended by `last`.
void add_periods(std::vector<Slot>& slots, Period period, const Date& last) {
  for (; period.last <= last; period = next_period(period)) slots.push_back(own_slot(period));
}

}  // namespace

std::vector<Slot> schedule(const Setting& setting, const Plan& plan, const Duty& duty) {
  if (duty.test.kind == TestKind::kAllOf) return schedule(setting, plan, duty.members.front());
  std::vector<Slot> slots;
  if (duty.test.met) {
    const Date last = duty.due.stages.empty() ? setting.as_of : duty.due.stages.back();
    const Period first = period_holding(*duty.test.met, duty.test.from.value_or(plan.issued));
    add_periods(slots, first, last);
    if (slots.empty()) slots.push_back(own_slot(first));  // the first has not ended: not due, not nothing
    return slots;
  }
  if (duty.due.stages.empty()) return {open_slot(setting, duty)};
  for (const Date& stage : duty.due.stages) slots.push_back(slot_at(setting, duty, stage));
  const bool holds_figures = duty.test.hold && !by_records(duty.test);
  if (holds_figures) add_periods(slots, next_period(slots.back().period), duty.test.until.value_or(setting.as_of));
  return slots;
}

// Each member has its own kind of period, found by the same deadline.
std::vector<Slot> slots_of(const Setting& setting, const Plan& plan, const Duty& all, const Slot& slot, const Duty& member) {
  std::vector<Slot> slots = schedule(setting, plan, member);
  const bool several = all.members.front().test.met || all.test.hold || all.due.stages.size() > 1;
  if (several) std::erase_if(slots, [&slot](const Slot& one) { return one.deadline != slot.deadline; });
  return slots;
}

}  // namespace kaohe

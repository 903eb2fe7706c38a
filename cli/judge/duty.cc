// SPDX-License-Identifier: Apache-2.0
// One unit in one period, whole: who, what, which test; all_of judges each member and takes them together.
#include <algorithm>

#include <fmt/format.h>

#include "judge/manual.h"
#include "judge/setting.h"

namespace kaohe {
namespace {

// One file for each kind of test. all_of is judged over its members (below), an umbrella over rules (umbrella.cc).
struct TestOfKind {
  TestKind kind;
  void (*judge)(const Task& task, Verdict& verdict);
};
constexpr TestOfKind kTests[] = {
    {TestKind::kThreshold, judge_threshold},
    {TestKind::kTrend, judge_trend},
    {TestKind::kRecord, judge_record},
    {TestKind::kCadence, judge_cadence},
};

void judge_test(const Task& task, Verdict& verdict) {
  for (const TestOfKind& test : kTests) {
    if (test.kind == task.duty.test.kind) return test.judge(task, verdict);
  }
}

// What several ways to a value all lack is listed once.
void tidy_lacks(Verdict& verdict) {
  if (verdict.missing.size() < 2) return;
  std::vector<Lack> once;
  for (const Lack& lack : verdict.missing) {
    const bool told = std::any_of(once.begin(), once.end(), [&lack](const Lack& other) {
      return other.region == lack.region && other.indicator == lack.indicator && other.period == lack.period && other.item == lack.item &&
             other.reason == lack.reason;
    });
    if (!told) once.push_back(lack);
  }
  if (once.size() < verdict.missing.size()) verdict.missing = std::move(once);
}

// True where it is settled before any test whether the duty applies.
bool settle_unit(const Task& task, Verdict& verdict) {
  if (!task.unit.exempt.empty()) {
    verdict.outcome = Outcome::kExempt;
    verdict.reason = task.unit.exempt;
    return true;
  }
  if (task.unit.unknown.empty()) return false;
  verdict.reason = task.unit.unknown;
  verdict.outcome = task.is_due() ? Outcome::kMissing : Outcome::kNotDue;
  if (task.is_due()) {
    verdict.missing.edit().push_back({task.unit.region, task.duty.indicator, std::nullopt, task.unit.item, {}, task.unit.unknown});
  } else {
    verdict.outlook = Outlook::kUnknown;
  }
  return true;
}

Step step_of(const Setting& setting, const Duty& member, const Verdict& verdict) {
  Step step;
  step.name = member.indicator == kNoIndicator ? std::string(word(member.test.record)) : setting.catalog.indicators[member.indicator].id;
  step.outcome = verdict.outcome;
  step.to_value = verdict.value_text.empty() ? "" : verdict.value_text + " " + *verdict.unit;
  step.margin = verdict.margin_text;
  step.target = verdict.target;
  step.reason = verdict.reason;
  step.places = verdict.figures;
  return step;
}

// The member that decides speaks for the whole: the first whose outcome is the whole's, with the least margin.
void speak_for(const Verdict& member, Verdict& verdict) {
  verdict.value = member.value;
  verdict.value_text = member.value_text;
  verdict.unit = member.unit;
  verdict.target = member.target;
  verdict.margin = member.margin;
  verdict.margin_text = member.margin_text;
  verdict.would_pass = member.would_pass;
  verdict.decided_by = member.decided_by;
  verdict.bounds = member.bounds;
  verdict.method = member.method;
  verdict.parts = member.parts;
  verdict.disputed = member.disputed;
  verdict.rounded = member.rounded;
  verdict.reason = member.reason;
}

// Off-track is worse than unknown: one member that falls behind is enough.
Outlook worse_of(Outlook a, Outlook b) {
  for (const Outlook outlook : {Outlook::kOffTrack, Outlook::kUnknown, Outlook::kOnTrack}) {
    if (a == outlook || b == outlook) return outlook;
  }
  return Outlook::kMetEarly;
}

void take_together(const std::vector<Verdict>& members, Verdict& verdict) {
  OutcomeCount outcomes{};
  Outlook outlook = Outlook::kMetEarly;
  for (const Verdict& member : members) {
    count(outcomes, member.outcome);
    verdict.figures.append(member.figures);
    verdict.missing.append(member.missing);
    const Outlook one = member.outlook.value_or(Outlook::kMetEarly);
    outlook = worse_of(outlook, one);
  }
  verdict.outcome = all_of(outcomes);
  if (verdict.outcome == Outcome::kNotDue) verdict.outlook = outlook;
  const Verdict* decides = nullptr;
  for (const Verdict& member : members) {
    if (member.outcome != verdict.outcome) continue;
    if (decides == nullptr || (member.margin && decides->margin && *member.margin < *decides->margin)) decides = &member;
  }
  if (decides != nullptr) speak_for(*decides, verdict);
}

Verdict judge_members(const Task& task) {
  Verdict verdict = new_verdict(task);
  if (settle_unit(task, verdict)) return verdict;
  std::vector<Verdict> members;
  for (const Duty& member : task.duty.members) {
    for (const Slot& slot : slots_of(task.setting, task.plan, task.duty, task.slot, member)) {
      const Task part{task.setting, task.plan, task.rule, member, task.unit, slot};
      members.push_back(new_verdict(part));
      judge_test(part, members.back());
      verdict.tests.edit().push_back(step_of(task.setting, member, members.back()));
    }
  }
  take_together(members, verdict);
  tidy_lacks(verdict);
  return verdict;
}

}  // namespace

Outcome all_of(const OutcomeCount& counts) {
  constexpr Outcome kWorstFirst[] = {Outcome::kFail, Outcome::kInvalid, Outcome::kMissing, Outcome::kNotDue, Outcome::kWaived, Outcome::kPass};
  for (const Outcome outcome : kWorstFirst) {
    if (counts[static_cast<std::size_t>(outcome)] > 0) return outcome;
  }
  // Nothing at all is not "all met": who binds nobody is not shown.
  return counts[static_cast<std::size_t>(Outcome::kExempt)] > 0 ? Outcome::kExempt : Outcome::kMissing;
}

Units units_or_nobody(const Setting& setting, const Plan& plan, const Who& who, const Date& day) {
  static const Shared<Phrase> kNobody = Phrase{"登记表中没有符合条件的单位", "no unit in the register fits the rule"};
  Units units = units_of(setting, plan, who, day);
  if (!units->empty()) return units;
  const auto home = setting.catalog.regions.find_code(plan.region, plan.issued);
  if (!home) return units;
  return std::make_shared<std::vector<Unit>>(1, Unit{*home, {}, {}, kNobody});
}

Verdict new_verdict(const Task& task) {
  Verdict verdict;
  verdict.region = task.unit.region;
  verdict.item = task.unit.item;
  verdict.period = task.slot.period;
  verdict.due = task.slot.due;
  verdict.due_from = task.duty.due.from;
  return verdict;
}

Verdict judge_unit(const Task& task) {
  if (task.duty.test.kind == TestKind::kAllOf) return judge_members(task);
  Verdict verdict = new_verdict(task);
  if (!settle_unit(task, verdict)) judge_test(task, verdict);
  tidy_lacks(verdict);
  return verdict;
}

const Phrase& all_of_manual() {
  static const Phrase kManual = {
      "一个单位要同时满足几项要求，每项可以是不同的指标和检验，期限和单位是规则的。\n"
      "有一项未达标就是未达标；没有未达标但有一项缺数据，就是缺数据；各项都达标才达标。各项的数和目标在报告的 tests 中逐项列出。\n",
      "A unit must meet several tests together; each may have its own indicator and test, while the units and the deadline are the rule's.\n"
      "One member that fails is enough to fail; else one that is missing makes it missing; it is met when all are. The report lists each member with its value and target under tests.\n"};
  return kManual;
}

}  // namespace kaohe

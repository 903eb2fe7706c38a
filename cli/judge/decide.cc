// SPDX-License-Identifier: Apache-2.0
// Decides all verdicts of one duty. What is quite plain is decided at a glance: a threshold on plain values
// (plain_threshold.h), and a unit of which nothing at all was handed in that matters, which fares as the next one does. Everything else is
// judged in full (duty.cc), and only what was decided is kept of it.
#include <algorithm>
#include <optional>

#include "judge/plain_threshold.h"
#include "judge/session.h"

namespace kaohe {
namespace {

// Was nothing handed in that could matter to this duty? `none` says it of the figures of an indicator, of anybody or of some unit;
// records are anybody's. Then it is the same for every unit of which that holds.
template <typename None>
bool nothing_handed_in(const Setting& setting, const Rule& rule, const Duty& duty, const None& none) {
  switch (duty.test.kind) {
    case TestKind::kThreshold: return none(duty.indicator) && none(duty.test.target.reference) && duty.local.empty();
    case TestKind::kTrend: return none(duty.indicator);
    case TestKind::kRecord: return !setting.records.has_rule(rule.full_id);
    case TestKind::kCadence: return none(duty.indicator) && !setting.records.has_rule(rule.full_id);
    case TestKind::kAllOf: return std::all_of(duty.members.begin(), duty.members.end(), [&](const Duty& member) { return nothing_handed_in(setting, rule, member, none); });
    case TestKind::kUmbrella: break;
  }
  return false;
}

bool nothing_handed_in(const Setting& setting, const Rule& rule, const Duty& duty) {
  return nothing_handed_in(setting, rule, duty, [&setting](std::size_t indicator) { return indicator == kNoIndicator || !setting.resolver.handed_in(indicator); });
}

// Of units without any figure.
bool nothing_but_figures_matters(const Setting& setting, const Rule& rule, const Duty& duty) {
  return nothing_handed_in(setting, rule, duty, [](std::size_t) { return true; });
}

// Whether two figures can be compared depends on the unit, and with it what a trend lacks.
bool lacks_alike(const Duty& duty) {
  return duty.test.kind != TestKind::kTrend && std::all_of(duty.members.begin(), duty.members.end(), lacks_alike);
}

class DutyDecider {
 public:
  DutyDecider(const Setting& setting, Judged& judged, Verdicts& store)
      : setting_(setting), plan_(setting.catalog.plans[judged.plan]), rule_(plan_.rules[judged.rule]), duty_(rule_.duty(judged.reading)),
        nothing_(setting.plain != nullptr && nothing_handed_in(setting, rule_, duty_)),
        nothing_of_silent_(nothing_ || (setting.plain != nullptr && nothing_but_figures_matters(setting, rule_, duty_))), judged_(judged), store_(store) {
    for (const Slot& slot : schedule(setting, plan_, duty_)) add(slot);
  }

  void run() {
    std::size_t all = 0;
    for (const At& at : at_) all += at.units->size();
    judged_.briefs.reserve(all);
    const bool alike = std::all_of(at_.begin(), at_.end(), [this](const At& at) { return at.units == at_.front().units; });
    if (alike && !at_.empty()) return unit_by_unit(*at_.front().units);
    for (At& at : at_) {
      for (const Unit& unit : *at.units) judged_.briefs.push_back(decide(at, unit));
    }
  }

 private:
  struct At {
    Slot slot;
    Units units;
    std::uint32_t batch;
    std::optional<PlainThreshold> threshold;
    std::optional<Brief> nothing;  // of a unit of which nothing was handed in
  };

  void add(const Slot& slot) {
    Batch batch;
    const Verdict head = verdict_of(judged_, rule_);
    batch.plan = head.plan;
    batch.rule = head.rule;
    batch.reading = head.reading;
    batch.duty = judged_.reading;
    batch.period = slot.period;
    batch.due = slot.due;
    batch.due_from = duty_.due.from;
    batch.deadline = slot.deadline;
    At at{slot, units_or_nobody(setting_, plan_, duty_.who, slot.due.value_or(setting_.as_of)), store_.add(batch), {}, {}};
    if (setting_.plain != nullptr && !nothing_ && duty_.test.kind == TestKind::kThreshold) at.threshold.emplace(setting_, plan_, duty_, slot);
    at_.push_back(std::move(at));
  }

  // The figures of a unit lie side by side.
  void unit_by_unit(const std::vector<Unit>& units) {
    for (const Unit& unit : units) {
      for (At& at : at_) judged_.briefs.push_back(decide(at, unit));
    }
  }

  Brief decide(At& at, const Unit& unit) {
    Brief brief;
    if (setting_.plain == nullptr || !at_a_glance(at, unit, brief)) {
      setting_.resolver.forget_much();
      const Verdict verdict = judge_unit({setting_, plan_, rule_, duty_, unit, at.slot});
      brief = brief_of(verdict);
    }
    brief.region = unit.region;
    brief.batch = at.batch;
    if (!unit.item.empty()) brief.item = store_.item_number(unit.item);
    return brief;
  }

  bool at_a_glance(At& at, const Unit& unit, Brief& brief) {
    if (!unit.exempt.empty()) {
      brief.outcome = Outcome::kExempt;
      return true;
    }
    if (!unit.unknown.empty()) {
      brief = undecided(at);
      return true;
    }
    const bool nothing = nothing_ || (nothing_of_silent_ && setting_.resolver.silent(unit.region));
    if (!nothing) return at.threshold && at.threshold->decide(unit.region, brief);
    if (!at.nothing) at.nothing = of_nothing(at, unit);
    brief = *at.nothing;
    return true;
  }

  // What is due is missing, and what is not may turn out any way.
  [[nodiscard]] Brief undecided(const At& at) const {
    Brief brief;
    if (!at.slot.due || *at.slot.due <= setting_.as_of) return brief;
    brief.outcome = Outcome::kNotDue;
    brief.has_outlook = true;
    brief.outlook_if_any = Outlook::kUnknown;
    return brief;
  }

  // What becomes of a unit of which nothing was handed in.
  [[nodiscard]] Brief of_nothing(const At& at, const Unit& unit) const {
    const bool simple = duty_.test.kind == TestKind::kThreshold || duty_.test.kind == TestKind::kRecord;
    Brief brief = simple ? undecided(at) : brief_of(judge_unit({setting_, plan_, rule_, duty_, unit, at.slot}));
    brief.nothing = brief.outcome == Outcome::kMissing && lacks_alike(duty_);
    return brief;
  }

  const Setting& setting_;
  const Plan& plan_;
  const Rule& rule_;
  const Duty& duty_;
  bool nothing_;            // was handed in that could matter
  bool nothing_of_silent_;  // likewise, of units without any figure
  Judged& judged_;
  Verdicts& store_;
  std::vector<At> at_;  // by time
};

}  // namespace

void decide_duty(const Setting& setting, Judged& judged, Verdicts& store) { DutyDecider(setting, judged, store).run(); }

}  // namespace kaohe

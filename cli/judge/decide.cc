// SPDX-License-Identifier: Apache-2.0
// Decides all verdicts of one duty. What is quite plain is decided at a glance: a threshold that is due on a plain value
// (plain_values.h), and a unit of which nothing at all was handed in, which fares as the next one does. Everything else is
// judged in full (duty.cc), and only what was decided is kept of it.
#include <algorithm>
#include <optional>

#include "judge/limits.h"
#include "judge/plain_values.h"
#include "judge/session.h"
#include "judge/test_value.h"

namespace kaohe {
namespace {

// Nobody handed in anything that could matter to this duty: then it is the same for every unit that it binds.
bool nothing_handed_in(const Setting& setting, const Rule& rule, const Duty& duty) {
  const auto none = [&setting](std::size_t indicator) { return indicator == kNoIndicator || !setting.resolver.handed_in(indicator); };
  switch (duty.test.kind) {
    case TestKind::kThreshold: return none(duty.indicator) && none(duty.test.target.reference) && duty.local.empty();
    case TestKind::kTrend: return none(duty.indicator);
    case TestKind::kRecord: return !setting.records.has_rule(rule.full_id);
    case TestKind::kCadence: return none(duty.indicator) && !setting.records.has_rule(rule.full_id);
    case TestKind::kAllOf: return std::all_of(duty.members.begin(), duty.members.end(), [&](const Duty& member) { return nothing_handed_in(setting, rule, member); });
    case TestKind::kUmbrella: break;
  }
  return false;
}

// Whether two figures can be compared depends on the unit, and with it what a trend lacks.
bool lacks_alike(const Duty& duty) {
  return duty.test.kind != TestKind::kTrend && std::all_of(duty.members.begin(), duty.members.end(), lacks_alike);
}

// A threshold in one period.
class PlainThreshold {
 public:
  PlainThreshold(const Setting& setting, const Duty& duty, const Period& period)
      : setting_(setting), plain_(*setting.plain), duty_(duty), row_(&plain_.row(duty.indicator, period)),
        combined_(duty.combine ? &plain_.row(duty.indicator, period, Own::kAllowed, &*duty.combine) : nullptr) {}

  // False: not at a glance.
  bool decide(std::uint32_t region, Brief& brief) {
    const bool combines = combined_ != nullptr && !is_each(setting_.catalog.regions[region], duty_.combine->parts);
    PlainRow& row = combines ? *combined_ : *row_;
    const PlainValue value = plain_.value(row, region);
    if (value.state == PlainValue::State::kMissing) {
      brief.outcome = Outcome::kMissing;
      brief.nothing = true;
      return true;
    }
    if (!value.known()) return false;
    const Target& target = target_of(region);
    take_outcome(row, value, target, brief);
    brief.has_figures = true;
    return brief.outcome != Outcome::kMissing && (!value.other || is_undisputed(row, region, target, brief.outcome));
  }

 private:
  [[nodiscard]] const Target& target_of(std::uint32_t region) const {
    if (duty_.local.empty()) return duty_.test.target;
    const auto local = duty_.local.find(setting_.catalog.regions[region].code);
    return local == duty_.local.end() ? duty_.test.target : local->second;
  }

  // Missing: it could not be decided here.
  void take_outcome(const PlainRow& row, const PlainValue& value, const Target& target, Brief& brief) {
    if (target.reference != kNoIndicator) return;
    const bool number = value.state == PlainValue::State::kNumber;
    const PlainFraction fraction = number ? PlainFraction{value.number, 1, row.over(value)} : plain_.fraction(value);
    constexpr Rational::Wide kMost = Rational::Wide{1} << 62;
    const bool fits = fraction.below < kMost && fraction.above < kMost << 60 && fraction.above > -(kMost << 60);
    const Limits& limits = limits_of(target, fraction.over);
    const std::optional<Outcome> outcome = fits ? limits.decide(fraction.above, fraction.below) : std::nullopt;
    if (!outcome) return take_exactly(Rational::ratio(fraction.above, fraction.below) / Rational(fraction.over), target, brief);
    brief.outcome = *outcome;
    if (outcome == Outcome::kPass) brief.edge = limits.edge(fraction.above, fraction.below);
  }

  void take_exactly(const Rational& value, const Target& target, Brief& brief) const {
    const Rational in_unit = value * target.to_unit;
    const Found found = find_outcome(in_unit, target, duty_.compare);
    brief.outcome = found.outcome;
    brief.rounded = found.rounded;
    const bool ceiling = target.op == Op::kAtMost || target.op == Op::kBelow;
    if (found.outcome == Outcome::kPass) brief.edge = edge_of(in_unit, found.margin, ceiling);
  }

  // The other way to the value says the same, or nothing.
  bool is_undisputed(const PlainRow& row, std::uint32_t region, const Target& target, Outcome outcome) {
    PlainRow& otherwise = plain_.otherwise(row);
    const PlainValue value = plain_.value(otherwise, region);
    if (value.state == PlainValue::State::kMissing) return true;
    if (!value.known()) return false;
    Brief other;
    take_outcome(otherwise, value, target, other);
    return other.outcome == outcome;
  }

  const Limits& limits_of(const Target& target, std::int64_t over) {
    const auto same = [&](const Known& one) { return one.target == &target && one.over == over; };
    const auto known = std::find_if(limits_.begin(), limits_.end(), same);
    if (known != limits_.end()) return known->limits;
    return limits_.emplace_back(Known{&target, over, Limits(target, duty_.compare, over)}).limits;
  }

  struct Known {
    const Target* target;
    std::int64_t over;
    Limits limits;
  };
  const Setting& setting_;
  PlainValues& plain_;
  const Duty& duty_;
  PlainRow* row_;
  PlainRow* combined_;
  std::vector<Known> limits_;
};

class DutyDecider {
 public:
  DutyDecider(const Setting& setting, Judged& judged, Verdicts& store)
      : setting_(setting), plan_(setting.catalog.plans[judged.plan]), rule_(plan_.rules[judged.rule]), duty_(rule_.duty(judged.reading)),
        nothing_(setting.plain != nullptr && nothing_handed_in(setting, rule_, duty_)), judged_(judged), store_(store) {
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
    const bool due = !slot.due || *slot.due <= setting_.as_of;
    if (setting_.plain != nullptr && !nothing_ && due && duty_.test.kind == TestKind::kThreshold) at.threshold.emplace(setting_, duty_, slot.period);
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
    if (!unit.unknown.empty()) return false;
    if (at.threshold) return at.threshold->decide(unit.region, brief);
    if (!nothing_) return false;
    if (!at.nothing) {
      at.nothing = brief_of(judge_unit({setting_, plan_, rule_, duty_, unit, at.slot}));
      at.nothing->nothing = at.nothing->outcome == Outcome::kMissing && lacks_alike(duty_);
    }
    brief = *at.nothing;
    return true;
  }

  const Setting& setting_;
  const Plan& plan_;
  const Rule& rule_;
  const Duty& duty_;
  bool nothing_;
  Judged& judged_;
  Verdicts& store_;
  std::vector<At> at_;  // by time
};

}  // namespace

void decide_duty(const Setting& setting, Judged& judged, Verdicts& store) { DutyDecider(setting, judged, store).run(); }

}  // namespace kaohe

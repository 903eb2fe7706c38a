// SPDX-License-Identifier: Apache-2.0
#include "judge/plain_threshold.h"

#include <algorithm>

#include "judge/test_value.h"

namespace kaohe {

PlainThreshold::PlainThreshold(const Setting& setting, PlainValues& plain, const Plan& plan, const Duty& duty, const Slot& slot)
    : setting_(setting), plain_(plain), plan_(plan), duty_(duty), slot_(slot), due_(!slot.due || *slot.due <= setting.as_of),
      row_(due_ ? &plain_.row(duty.indicator, slot.period) : nullptr),
      combined_(due_ && duty.combine ? &plain_.row(duty.indicator, slot.period, Own::kAllowed, &*duty.combine) : nullptr) {}

bool PlainThreshold::decide(std::uint32_t region, Brief& brief) {
  const Target& target = duty_.local.empty() ? duty_.test.target : local_target(region);
  if (target.reference != kNoIndicator) return false;
  return due_ ? decide_due(region, target, brief) : look_ahead(region, target, brief);
}

const Target& PlainThreshold::local_target(std::uint32_t region) const {
  const auto local = duty_.local.find(setting_.catalog.regions[region].code);
  return local == duty_.local.end() ? duty_.test.target : local->second;
}

const Combine* PlainThreshold::combine_of(std::uint32_t region) const {
  return duty_.combine && !is_each(setting_.catalog.regions[region], duty_.combine->parts) ? &*duty_.combine : nullptr;
}

bool PlainThreshold::decide_due(std::uint32_t region, const Target& target, Brief& brief) {
  PlainRow& row = combined_ != nullptr && combine_of(region) != nullptr ? *combined_ : *row_;
  const PlainValue& value = plain_.value(row, region);
  if (value.state == PlainValue::State::kMissing) {
    brief.outcome = Outcome::kMissing;
    brief.nothing = true;
    return true;
  }
  brief.has_figures = true;
  if (value.state == PlainValue::State::kInvalid) {
    brief.outcome = Outcome::kInvalid;
    return true;
  }
  if (!value.known()) return false;
  take_outcome(row, value, target, brief);
  return brief.outcome != Outcome::kMissing && (!value.other || is_undisputed(row, region, target, brief.outcome));
}

// The latest value against the target and the straight line from the base.
bool PlainThreshold::look_ahead(std::uint32_t region, const Target& target, Brief& brief) {
  const Period latest = plain_.latest(duty_.indicator, region, slot_.period.kind, setting_.as_of);
  const Combine* combine = combine_of(region);
  PlainRow& row = plain_.row(duty_.indicator, latest, Own::kAllowed, combine);
  const PlainValue now = plain_.value(row, region);
  brief.outcome = Outcome::kNotDue;
  brief.has_outlook = true;
  brief.outlook_if_any = Outlook::kUnknown;
  if (!now.decides()) return true;
  if (!now.known()) return false;
  brief.has_figures = true;
  const Rational value = plain_.exact(row, now) * target.to_unit;
  const Period base_period = period_holding(latest.kind, Date{static_cast<std::int16_t>(plan_.baseline), 1, 1});
  const bool has_base = plan_.baseline != 0 && base_period.last < slot_.period.last && base_period.last < latest.last;
  if (has_base) {
    PlainRow& base_row = plain_.row(duty_.indicator, base_period, Own::kAllowed, combine);
    const PlainValue base = plain_.value(base_row, region);
    if (!base.known() && base.decides()) return false;
    if (base.known()) {
      const Path path{plain_.exact(base_row, base) * target.to_unit, base_period.last, slot_.period.last};
      brief.outlook_if_any = outlook_on(&path, target, duty_.compare, value, latest.last);
      return true;
    }
  }
  brief.outlook_if_any = outlook_on(nullptr, target, duty_.compare, value, latest.last);
  return true;
}

void PlainThreshold::take_outcome(const PlainRow& row, const PlainValue& value, const Target& target, Brief& brief) {
  if (value.state == PlainValue::State::kNumber) {
    const Limits& limits = limits_of(target, row.over(value));
    const std::optional<Outcome> outcome = limits.decide(value.number);
    if (!outcome) return take_exactly(plain_.exact(row, value), target, brief);
    brief.outcome = *outcome;
    if (outcome == Outcome::kPass) brief.edge_or_kept = limits.edge(value.number);
    return;
  }
  const PlainFraction fraction = plain_.fraction(row, value);
  constexpr Rational::Wide kMost = Rational::Wide{1} << 62;
  const bool fits = fraction.below < kMost && fraction.above < kMost << 60 && fraction.above > -(kMost << 60);
  const Limits& limits = limits_of(target, fraction.over);
  const std::optional<Outcome> outcome = fits ? limits.decide(fraction.above, fraction.below) : std::nullopt;
  if (!outcome) return take_exactly(plain_.exact(row, value), target, brief);
  brief.outcome = *outcome;
  if (outcome == Outcome::kPass) brief.edge_or_kept = limits.edge(fraction.above, fraction.below);
}

void PlainThreshold::take_exactly(const Rational& value, const Target& target, Brief& brief) const {
  const Rational in_unit = value * target.to_unit;
  const Found found = find_outcome(in_unit, target, duty_.compare);
  brief.outcome = found.outcome;
  brief.rounded = found.rounded;
  const bool ceiling = target.op == Op::kAtMost || target.op == Op::kBelow;
  if (found.outcome == Outcome::kPass) brief.edge_or_kept = edge_of(in_unit, found.margin, ceiling);
}

bool PlainThreshold::is_undisputed(const PlainRow& row, std::uint32_t region, const Target& target, Outcome outcome) {
  PlainRow& otherwise = plain_.otherwise(row);
  const PlainValue value = plain_.value(otherwise, region);
  if (!value.decides()) return true;
  if (!value.known()) return false;
  Brief other;
  take_outcome(otherwise, value, target, other);
  return other.outcome == outcome;
}

const Limits& PlainThreshold::limits_of(const Target& target, std::int64_t over) {
  const auto same = [&](const Known& one) { return one.target == &target && one.over == over; };
  if (last_ < limits_.size() && same(limits_[last_])) return limits_[last_].limits;
  const auto known = std::find_if(limits_.begin(), limits_.end(), same);
  last_ = static_cast<std::size_t>(known - limits_.begin());
  if (known != limits_.end()) return known->limits;
  return limits_.emplace_back(Known{&target, over, Limits(target, duty_.compare, over)}).limits;
}

}  // namespace kaohe

// SPDX-License-Identifier: Apache-2.0
#include "judge/test_value.h"

#include <fmt/format.h>

#include "judge/compare.h"

namespace kaohe {
namespace {

Bounds in_unit(const Value& value, const Target& target) { return scale(value.interval(), target.to_unit); }

Outcome outcome_of(Decision decision) {
  if (decision == Decision::kUndecided) return Outcome::kMissing;
  return decision == Decision::kMet ? Outcome::kPass : Outcome::kFail;
}

// "58.2 .. 64.9", "58.2 ..", ".. 64.9": the JSON contract's form.
std::string bounds_text(const Target& target, const Bounds& bounds) {
  const std::string low = bounds.low ? show_beside(target, *bounds.low) + " " : "";
  const std::string high = bounds.high ? " " + show_beside(target, *bounds.high) : "";
  return low + ".." + high;
}

Phrase bounds_phrase(const Target& target, const Bounds& bounds) {
  const std::string low = bounds.low ? show_beside(target, *bounds.low) : "";
  const std::string high = bounds.high ? show_beside(target, *bounds.high) : "";
  const std::string& unit = target.unit.id;
  if (high.empty()) return {fmt::format("不低于 {} {}", low, unit), fmt::format("is at least {} {}", low, unit)};
  if (low.empty()) return {fmt::format("不高于 {} {}", high, unit), fmt::format("is at most {} {}", high, unit)};
  return {fmt::format("介于 {} 与 {} {}之间", low, high, unit), fmt::format("lies between {} and {} {}", low, high, unit)};
}

void set_unit(const Target& target, Verdict& verdict) {
  if (*verdict.unit != target.unit.id) verdict.unit = target.unit.id;
}

Compare other_than(Compare compare) { return compare == Compare::kExact ? Compare::kRounded : Compare::kExact; }

// Where 全数值比较法 and 修约值比较法 decide differently, the one that does not count is told.
Alternative other_comparison(const Rational& value, const Target& target, const Found& found, Compare compare) {
  const Compare other = other_than(compare);
  const Rational shown = other == Compare::kRounded ? value.rounded(target.scale) : value;
  const Outcome outcome = found.outcome == Outcome::kPass ? Outcome::kFail : Outcome::kPass;
  return {outcome, other == Compare::kRounded ? shown.decimal_text(target.scale) : show_beside(target, shown)};
}

}  // namespace

Found find_outcome(const Rational& value, const Target& target, Compare compare) {
  Found found;
  found.margin = margin_of(target, value, compare);
  found.outcome = is_met(target, found.margin) ? Outcome::kPass : Outcome::kFail;
  // Rounding moves a number by half of the last digit at most.
  if (target.reference != kNoIndicator || found.margin.abs() > Rational::power_of_ten(-target.scale)) return found;
  found.rounded = outcome_of(decide(target, Bounds::exactly(value), other_than(compare))) != found.outcome;
  return found;
}

const Combine* combine_of(const Task& task) {
  const bool combines = task.duty.combine && !is_each(task.region(), task.duty.combine->parts);
  return combines ? &*task.duty.combine : nullptr;
}

void take_lacks(const Value& value, Verdict& verdict) {
  verdict.figures = value.cells;
  verdict.parts = value.parts;
  verdict.method = value.method;
  verdict.reason = value.why;
  switch (value.state) {
    case ValueState::kInvalid: verdict.outcome = Outcome::kInvalid; return;
    case ValueState::kExempt: verdict.outcome = Outcome::kExempt; return;
    default:
      verdict.outcome = Outcome::kMissing;
      verdict.missing = value.lacks;
  }
}

void set_value(const Value& value, const Target& target, Verdict& verdict) {
  verdict.figures.append(value.cells);
  verdict.method = value.method;
  verdict.parts = value.parts;
  set_unit(target, verdict);
  if (!value.known()) return;
  verdict.value = value.exact * target.to_unit;
  const bool as_written = value.figure && value.figure.unit() == target.unit.id;
  verdict.value_text = as_written ? value.figure.written().text() : show_beside(target, *verdict.value);
}

void judge_value(const Value& value, const Target& target, Compare compare, Verdict& verdict) {
  set_unit(target, verdict);
  const bool open = value.state == ValueState::kBounded && decide(target, in_unit(value, target), compare) == Decision::kUndecided;
  if (open || (!value.known() && value.state != ValueState::kBounded)) {
    take_lacks(value, verdict);
    if (open) verdict.bounds = bounds_text(target, in_unit(value, target));
    if (verdict.outcome == Outcome::kMissing) verdict.would_pass = passing_phrase(target, compare, nullptr);
    return;
  }
  set_value(value, target, verdict);
  if (value.known()) {
    verdict.decided_by = value.figure ? DecidedBy::kFigure : DecidedBy::kParts;
    const Found found = find_outcome(*verdict.value, target, compare);
    verdict.margin = found.margin;
    verdict.margin_text = show(found.margin, shown_digits(target));
    verdict.outcome = found.outcome;
    if (found.rounded) verdict.rounded = other_comparison(*verdict.value, target, found, compare);
  } else {
    const Bounds bounds = in_unit(value, target);
    verdict.outcome = outcome_of(decide(target, bounds, compare));
    verdict.decided_by = DecidedBy::kBounds;
    verdict.bounds = bounds_text(target, bounds);
    verdict.missing = value.lacks;
    const Phrase range = bounds_phrase(target, bounds);
    verdict.reason = {fmt::format("虽有缺数，数值{}，结论已可确定", range.zh), fmt::format("decided although incomplete: the value {}", range.en)};
  }
  if (verdict.outcome == Outcome::kFail) {
    verdict.would_pass = passing_phrase(target, compare, verdict.value ? &*verdict.value : nullptr);
  }
}

Period latest_period(const Task& task, const Period& period) {
  const std::vector<FigureRef> series =
      task.setting.figures.series(task.setting.catalog.regions[task.unit.region].lineage, task.duty.indicator);
  for (auto at = series.rbegin(); at != series.rend(); ++at) {
    if (at->period().kind == period.kind) return at->period();
  }
  return latest_ended(period.kind, task.setting.as_of);
}

}  // namespace kaohe

// SPDX-License-Identifier: Apache-2.0
#include "judge/compare.h"

#include <algorithm>

#include <fmt/format.h>

namespace kaohe {
namespace {

Decision from_two(bool surely_met, bool surely_not) {
  if (surely_met) return Decision::kMet;
  return surely_not ? Decision::kNotMet : Decision::kUndecided;
}

Bounds rounded(const Bounds& value, int digits) {
  Bounds result = value;  // rounding keeps the order, so the ends stay the ends
  if (result.low) result.low = result.low->rounded(digits);
  if (result.high) result.high = result.high->rounded(digits);
  return result;
}

// The least (or, for <=, greatest) value that still rounds to the target: half of its last digit away, itself included
// only where a tie goes to the target, that is where the target's last digit is even.
struct RoundingEdge {
  Rational value;
  bool included;
};

RoundingEdge rounding_edge(const Target& target) {
  const Rational half = Rational::power_of_ten(-target.scale) / Rational(2);
  const Rational at = target_value(target);
  const Rational edge = target.op == Op::kAtMost ? at + half : at - half;
  return {edge, edge.rounded(target.scale) == at};
}

std::string with_unit(const std::string& number, const std::string& unit) {
  return unit.empty() ? number : number + " " + unit;
}

// A distance between two percentages is in percentage points.
Phrase distance_text(const std::string& number, const UnitOfMeasure& unit) {
  if (unit.id == "%") return {number + " 个百分点", number + " percentage points"};
  return {with_unit(number, unit.id), with_unit(number, unit.id)};
}

Phrase limit_phrase(const Target& target, Compare compare) {
  const std::string unit = target.unit.id;
  const std::string at = with_unit(target_value(target).decimal_text(target.scale), unit);
  const bool edged = compare == Compare::kRounded && (target.op == Op::kAtLeast || target.op == Op::kAtMost);
  if (edged) {
    const RoundingEdge edge = rounding_edge(target);
    const std::string text = with_unit(edge.value.decimal_text(target.scale + 1), unit);
    const bool at_least = target.op == Op::kAtLeast;
    if (edge.included) return {fmt::format("修约后{} {}（{} {}）", at_least ? "不低于" : "不超过", at, at_least ? "不低于" : "不超过", text),
                               fmt::format("{} {} after rounding ({} {})", at_least ? "at least" : "at most", at, at_least ? "at least" : "at most", text)};
    return {fmt::format("修约后{} {}（{} {}）", at_least ? "不低于" : "不超过", at, at_least ? "高于" : "低于", text),
            fmt::format("{} {} after rounding ({} {})", at_least ? "at least" : "at most", at, at_least ? "above" : "below", text)};
  }
  switch (target.op) {
    case Op::kAtLeast: return {"不低于 " + at, "at least " + at};
    case Op::kAtMost: return {"不超过 " + at, "at most " + at};
    case Op::kEqual: return {"等于 " + at, "exactly " + at};
    case Op::kBelow: return {"低于 " + at, "below " + at};
    case Op::kAbove: return {"高于 " + at, "above " + at};
    case Op::kWithin: break;
  }
  const std::string low = target_value(target).decimal_text(target.scale);
  const std::string high = with_unit(target_high(target).decimal_text(target.scale), unit);
  return {fmt::format("介于 {} 与 {} 之间", low, high), fmt::format("between {} and {}", low, high)};
}

}  // namespace

Rational target_value(const Target& target) { return target.value * target.to_unit; }
Rational target_high(const Target& target) { return target.high * target.to_unit; }

Decision decide(const Target& target, const Bounds& value, Compare compare) {
  const Bounds v = compare == Compare::kRounded ? rounded(value, target.scale) : value;
  const Rational at = target_value(target);
  switch (target.op) {
    case Op::kAtLeast: return from_two(v.low && *v.low >= at, v.high && *v.high < at);
    case Op::kAtMost: return from_two(v.high && *v.high <= at, v.low && *v.low > at);
    case Op::kBelow: return from_two(v.high && *v.high < at, v.low && *v.low >= at);
    case Op::kAbove: return from_two(v.low && *v.low > at, v.high && *v.high <= at);
    case Op::kEqual: return from_two(v.low && v.high && *v.low == at && *v.high == at, (v.low && *v.low > at) || (v.high && *v.high < at));
    case Op::kWithin: break;
  }
  const Rational high = target_high(target);
  return from_two(v.low && v.high && *v.low >= at && *v.high <= high, (v.low && *v.low > high) || (v.high && *v.high < at));
}

Rational margin_of(const Target& target, const Rational& value, Compare compare) {
  const Rational v = compare == Compare::kRounded ? value.rounded(target.scale) : value;
  const Rational at = target_value(target);
  switch (target.op) {
    case Op::kAtLeast:
    case Op::kAbove: return v - at;
    case Op::kAtMost:
    case Op::kBelow: return at - v;
    case Op::kEqual: return -(v - at).abs();
    case Op::kWithin: break;
  }
  return std::min(v - at, target_high(target) - v);
}

bool is_met(const Target& target, const Rational& margin) {
  const bool strictly = target.op == Op::kBelow || target.op == Op::kAbove;
  return strictly ? margin.sign() > 0 : margin.sign() >= 0;
}

bool at_least_as_good(const Target& target, const Rational& value, const Rational& other) {
  return margin_of(target, value, Compare::kExact) >= margin_of(target, other, Compare::kExact);
}

Phrase passing_phrase(const Target& target, Compare compare, const Rational* value) {
  Phrase phrase = limit_phrase(target, compare);
  if (value == nullptr) return phrase;
  const Rational distance = margin_of(target, *value, Compare::kExact).abs();
  if (distance.is_zero()) return phrase;
  const Phrase text = distance_text(show(distance, shown_digits(target)), target.unit);
  phrase.zh += fmt::format("，相差 {}", text.zh);
  phrase.en += fmt::format(", {} away", text.en);
  return phrase;
}

std::string show_beside(const Target& target, const Rational& value) {
  const Rational at = target_value(target);
  return show(value, shown_digits(target), &at);
}

}  // namespace kaohe

// SPDX-License-Identifier: Apache-2.0
#include "judge/fold.h"

#include <algorithm>

namespace kaohe {
namespace {

bool has_interval(const Value& value) { return value.known() || value.state == ValueState::kBounded; }

Rational combine(Fold how, const std::vector<const Value*>& values) {
  Rational result = values.front()->exact;
  for (std::size_t i = 1; i < values.size(); ++i) {
    const Rational& next = values[i]->exact;
    switch (how) {
      case Fold::kSum:
      case Fold::kMean: result += next; break;
      case Fold::kMax: result = std::max(result, next); break;
      case Fold::kMin: result = std::min(result, next); break;
      default: result = next;
    }
  }
  if (how == Fold::kMean) result /= Rational(static_cast<std::int64_t>(values.size()));
  return result;
}

// The greatest of values of which only bounds are known: no less than the greatest lower end.
Bounds greatest(const Bounds& a, const Bounds& b) {
  Bounds result;
  if (a.low && b.low) result.low = std::max(*a.low, *b.low);
  if (a.low.has_value() != b.low.has_value()) result.low = a.low ? a.low : b.low;
  if (a.high && b.high) result.high = std::max(*a.high, *b.high);
  return result;
}

Bounds least(const Bounds& a, const Bounds& b) {
  Bounds result;
  if (a.high && b.high) result.high = std::min(*a.high, *b.high);
  if (a.high.has_value() != b.high.has_value()) result.high = a.high ? a.high : b.high;
  if (a.low && b.low) result.low = std::min(*a.low, *b.low);
  return result;
}

Bounds combine_bounds(Fold how, const std::vector<const Value*>& values, const Bounds& range) {
  const auto bounds_of = [&range](const Value& value) { return has_interval(value) ? value.interval() : range; };
  Bounds result = bounds_of(*values.front());
  for (std::size_t i = 1; i < values.size(); ++i) {
    const Bounds next = bounds_of(*values[i]);
    switch (how) {
      case Fold::kSum:
      case Fold::kMean: result = add(result, next); break;
      case Fold::kMax: result = greatest(result, next); break;
      case Fold::kMin: result = least(result, next); break;
      default: result = next;
    }
  }
  if (how == Fold::kMean) result = scale(result, Rational(1, static_cast<std::int64_t>(values.size())));
  return both(result, range);
}

// Makes `result` bounded where that says more than the range alone.
void set_bounds(Value& result, const Bounds& bounds, const Bounds& range) {
  if (!bounds.informative() || (bounds.low == range.low && bounds.high == range.high)) return;
  result.state = ValueState::kBounded;
  result.bounds = bounds;
}

Value invalid_because_of(const std::vector<const Value*>& values) {
  Value result;
  result.state = ValueState::kInvalid;
  for (const Value* value : values) {
    if (value->state != ValueState::kInvalid) continue;
    result.cells.append(value->cells);
    if (result.why.empty()) result.why = value->why;
  }
  return result;
}

bool any_invalid(const std::vector<const Value*>& values) {
  return std::any_of(values.begin(), values.end(), [](const Value* value) { return value->state == ValueState::kInvalid; });
}

}  // namespace

Value fold_values(Fold how, const std::vector<const Value*>& values, const Bounds& range) {
  Value result;
  std::vector<const Value*> counted;
  for (const Value* value : values) {
    if (value->state != ValueState::kExempt) counted.push_back(value);
  }
  std::uint64_t used = 0;
  bool all_known = true;
  bool some_known = false;
  for (const Value* value : counted) {
    used += value->known() ? 1 : 0;
    all_known = all_known && value->known();
    some_known = some_known || has_interval(*value);
  }
  if (any_invalid(counted)) result = invalid_because_of(counted);
  result.parts = PartsSummary{used, counted.size(), std::string(word(how))};
  if (result.state == ValueState::kInvalid || values.empty()) return result;
  if (counted.empty()) {
    result.state = ValueState::kExempt;
    result.why = values.front()->why;
    return result;
  }
  for (const Value* value : counted) {
    result.cells.append(value->cells);
    if (!value->known()) result.lacks.append(value->lacks);
  }
  if (all_known) {
    result.state = ValueState::kKnown;
    result.exact = combine(how, counted);
  } else if (some_known) {
    set_bounds(result, combine_bounds(how, counted, range), range);
  }
  return result;
}

Value fold_weighted(const std::vector<const Value*>& values, const std::vector<const Value*>& weights, const Bounds& range) {
  Value result;
  std::vector<const Value*> needed;
  Rational weight_sum;
  Bounds weighted = Bounds::exactly(0);  // over the parts whose weight is known
  Bounds hull;                           // of the values whose weight is not known
  bool weights_missing = false;
  std::uint64_t used = 0;
  for (std::size_t i = 0; i < values.size(); ++i) {
    const Value& weight = *weights[i];
    const Value& value = *values[i];
    const bool exempt = weight.state == ValueState::kExempt || value.state == ValueState::kExempt;
    if (exempt || (weight.known() && weight.exact.is_zero())) continue;
    needed.push_back(&weight);
    needed.push_back(&value);
    const Bounds interval = has_interval(value) ? both(value.interval(), range) : range;
    if (weight.known()) {
      weight_sum += weight.exact;
      weighted = add(weighted, scale(interval, weight.exact));
    } else {
      hull = weights_missing ? either(hull, interval) : interval;
      weights_missing = true;
    }
    used += weight.known() && value.known() ? 1 : 0;
  }
  if (any_invalid(needed)) result = invalid_because_of(needed);
  result.parts = PartsSummary{used, needed.size() / 2, std::string(word(Fold::kWeightedMean))};
  if (result.state == ValueState::kInvalid || values.empty()) return result;
  if (needed.empty()) {
    result.state = ValueState::kExempt;
    result.why = {"权数合计为0，无考核对象", "the weights add up to 0: nothing to measure"};
    return result;
  }
  for (const Value* part : needed) {
    result.cells.append(part->cells);
    if (!part->known()) result.lacks.append(part->lacks);
  }
  if (used == 0 || weight_sum.sign() <= 0) return result;
  const Bounds mean = scale(weighted, Rational(1) / weight_sum);
  if (used * 2 == needed.size()) {
    result.state = ValueState::kKnown;
    result.exact = *mean.low;
  } else {
    set_bounds(result, both(weights_missing ? either(mean, hull) : mean, range), range);
  }
  return result;
}

const Phrase& name(Fold how) {
  static const Phrase none{"不汇总", "none"}, sum{"合计", "sum"}, mean{"算术平均", "mean"}, last{"期末值", "last"},
      greatest{"最大值", "maximum"}, least{"最小值", "minimum"}, weighted{"加权平均", "weighted mean"};
  switch (how) {
    case Fold::kSum: return sum;
    case Fold::kMean: return mean;
    case Fold::kLast: return last;
    case Fold::kMax: return greatest;
    case Fold::kMin: return least;
    case Fold::kWeightedMean: return weighted;
    case Fold::kNone: break;
  }
  return none;
}

}  // namespace kaohe

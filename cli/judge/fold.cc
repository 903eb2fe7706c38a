// SPDX-License-Identifier: Apache-2.0
#include "judge/fold.h"

#include <algorithm>

namespace kaohe {
namespace {

bool has_interval(const Value& value) { return value.known() || value.state == ValueState::kBounded; }

void fold_in(Fold how, const Rational& next, Rational& result) {
  switch (how) {
    case Fold::kSum:
    case Fold::kMean: result += next; return;
    case Fold::kMax: result = std::max(result, next); return;
    case Fold::kMin: result = std::min(result, next); return;
    default: result = next;
  }
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

void fold_in(Fold how, const Bounds& next, std::optional<Bounds>& result) {
  if (!result) {
    result = next;
    return;
  }
  switch (how) {
    case Fold::kSum:
    case Fold::kMean: result = add(*result, next); return;
    case Fold::kMax: result = greatest(*result, next); return;
    case Fold::kMin: result = least(*result, next); return;
    default: result = next;
  }
}

// Makes `result` bounded where that says more than the range alone.
void set_bounds(Value& result, const Bounds& bounds, const Bounds& range) {
  if (!bounds.informative() || (bounds.low == range.low && bounds.high == range.high)) return;
  result.state = ValueState::kBounded;
  result.bounds = bounds;
}

template <typename T>
void append(std::vector<T>& all, const Shared<std::vector<T>>& more) {
  all.insert(all.end(), more.begin(), more.end());
}

// An empty list is none.
template <typename T>
void give(std::vector<T>& all, Shared<std::vector<T>>& out) {
  if (!all.empty()) out = std::move(all);
}

struct Weighed {
  const Value* weight;
  const Value* value;
  [[nodiscard]] bool known() const { return weight->known() && value->known(); }
};

// What the mean could be where not everything is known. What has no known weight could pull it anywhere between its own
// value and the mean of the others.
Bounds bounds_of_mean(const std::vector<Weighed>& parts, const Rational& weight_sum, const Bounds& range) {
  Bounds weighted = Bounds::exactly(0);  // over the parts whose weight is known
  std::optional<Bounds> hull;            // of the values whose weight is not known
  for (const auto& [weight, value] : parts) {
    const Bounds interval = has_interval(*value) ? both(value->interval(), range) : range;
    if (weight->known()) {
      weighted = add(weighted, scale(interval, weight->exact));
    } else {
      hull = hull ? either(*hull, interval) : interval;
    }
  }
  const Bounds mean = scale(weighted, Rational(1) / weight_sum);
  return both(hull ? either(mean, *hull) : mean, range);
}

// The cells and lacks of all, weight before value; with an invalid one, the cells of those that are.
void point_to(const std::vector<Weighed>& parts, Value& result) {
  std::vector<Place> cells;
  std::vector<Lack> lacks;
  std::size_t count = 0;
  for (const auto& [weight, value] : parts) count += weight->cells.size() + value->cells.size();
  cells.reserve(count);
  const bool invalid = result.state == ValueState::kInvalid;
  for (const auto& [weight, value] : parts) {
    for (const Value* part : {weight, value}) {
      if (invalid && part->state != ValueState::kInvalid) continue;
      append(cells, part->cells);
      if (invalid && result.why.empty()) result.why = part->why;
      if (!invalid && !part->known()) append(lacks, part->lacks);
    }
  }
  give(cells, result.cells);
  give(lacks, result.lacks);
}

}  // namespace

Folding::Folding(Fold how, const Range& range, std::size_t cells) : how_(how), range_(range) { cells_.reserve(cells); }

void Folding::count(ValueState state) {
  ++counted_;
  last_ = state;
}

void Folding::count_number(const Rational& number) {
  count(ValueState::kKnown);
  if (used_++ == 0) {
    number_ = number;
  } else {
    fold_in(how_, number, number_);
  }
}

void Folding::count_invalid(const Shared<Phrase>& why) {
  count(ValueState::kInvalid);
  invalid_ = true;
  if (why_.empty()) why_ = why;
}

void Folding::take_number(const Rational& number, const Place& cell) {
  count_number(number);
  cells_.push_back(cell);
}

void Folding::take_unusable(const Place& cell, const Shared<Phrase>& why) {
  count_invalid(why);
  unusable_.push_back(cell);
}

void Folding::take_lack(Lack lack) {
  count(ValueState::kMissing);
  ++missing_;
  lacks_.push_back(std::move(lack));
}

void Folding::take(const Value& part) {
  switch (part.state) {
    case ValueState::kExempt:
      if (!exempt_) why_exempt_ = part.why;
      exempt_ = true;
      return;
    case ValueState::kInvalid:
      append(unusable_, part.cells);
      return count_invalid(part.why);
    case ValueState::kKnown:
      append(cells_, part.cells);
      return count_number(part.exact);
    case ValueState::kBounded: fold_in(how_, *part.bounds, bounded_); break;
    case ValueState::kMissing: ++missing_;
  }
  append(cells_, part.cells);
  append(lacks_, part.lacks);
  count(part.state);
}

Bounds Folding::bounds() const {
  const Bounds range = Bounds::of(range_);
  const bool only_last = how_ == Fold::kLast;
  std::optional<Bounds> all;
  if (only_last ? last_ == ValueState::kBounded : bounded_.has_value()) all = bounded_;
  if (only_last ? last_ == ValueState::kKnown : used_ > 0) fold_in(how_, Bounds::exactly(number_), all);
  const std::uint64_t open = only_last ? (all ? 0 : 1) : missing_;
  for (std::uint64_t i = 0; i < open; ++i) fold_in(how_, range, all);
  if (how_ == Fold::kMean) all = scale(*all, Rational(1, static_cast<std::int64_t>(counted_)));
  return both(*all, range);
}

Value Folding::value() {
  Value value;
  value.parts = PartsSummary{used_, counted_, std::string(word(how_))};
  if (invalid_) {
    value.state = ValueState::kInvalid;
    value.why = why_;
    give(unusable_, value.cells);
    return value;
  }
  if (counted_ == 0) {
    if (exempt_) value.state = ValueState::kExempt;
    value.why = why_exempt_;
    return value;
  }
  give(cells_, value.cells);
  give(lacks_, value.lacks);
  if (used_ == counted_) {
    value.state = ValueState::kKnown;
    value.exact = how_ == Fold::kMean ? number_ / Rational(static_cast<std::int64_t>(counted_)) : number_;
  } else if (used_ > 0 || bounded_) {
    set_bounds(value, bounds(), Bounds::of(range_));
  }
  return value;
}

Value fold_weighted(const std::vector<const Value*>& values, const std::vector<const Value*>& weights, const Range& range) {
  Value result;
  std::vector<Weighed> needed;
  Rational weight_sum, sum;
  std::uint64_t used = 0;
  for (std::size_t i = 0; i < values.size(); ++i) {
    const Weighed part{weights[i], values[i]};
    const Value& weight = *part.weight;
    const bool exempt = weight.state == ValueState::kExempt || part.value->state == ValueState::kExempt;
    if (exempt || (weight.known() && weight.exact.is_zero())) continue;
    needed.push_back(part);
    if (weight.state == ValueState::kInvalid || part.value->state == ValueState::kInvalid) result.state = ValueState::kInvalid;
    if (weight.known()) weight_sum += weight.exact;
    if (!part.known()) continue;
    sum += weight.exact * part.value->exact;
    ++used;
  }
  result.parts = PartsSummary{used, needed.size(), std::string(word(Fold::kWeightedMean))};
  if (values.empty()) return result;
  if (needed.empty()) {
    result.state = ValueState::kExempt;
    result.why = {"权数合计为0，无考核对象", "the weights add up to 0: nothing to measure"};
    return result;
  }
  point_to(needed, result);
  if (result.state == ValueState::kInvalid || used == 0 || weight_sum.sign() <= 0) return result;
  if (used == needed.size()) {
    result.state = ValueState::kKnown;
    result.exact = sum / weight_sum;
  } else {
    set_bounds(result, bounds_of_mean(needed, weight_sum, Bounds::of(range)), Bounds::of(range));
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

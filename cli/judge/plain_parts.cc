// SPDX-License-Identifier: Apache-2.0
// Plain values that are computed from others: ratios, and regions from their parts. Sums of whole numbers; where a part is
// itself a mean, and is weighted with what it was made with, its sum is a whole number again.
#include <algorithm>

#include "base/wide.h"
#include "judge/plain_values.h"

namespace kaohe {
namespace {

using State = PlainValue::State;
using Wide = Rational::Wide;

PlainValue of_state(State state) {
  PlainValue value;
  value.state = state;
  return value;
}
PlainValue unsure() { return of_state(State::kUnsure); }

bool fits(Wide number) { return number <= INT64_MAX && number >= -INT64_MAX; }

}  // namespace

PlainValue PlainValues::make(const PlainFraction& fraction) {
  PlainValue value;
  value.state = State::kFraction;
  value.number = static_cast<std::int64_t>(fractions_.size());
  fractions_.push_back(fraction);
  return value;
}

PlainValue PlainValues::ratio(const PlainRow& row, std::uint32_t region) {
  const Indicator& what = catalog_.indicators[row.indicator_];
  PlainRow& above_row = this->row(what.numerator, row.period_);
  PlainRow& below_row = this->row(what.denominator, row.period_);
  const PlainValue above = value(above_row, region);
  const PlainValue below = value(below_row, region);
  if (above.state == State::kAsking || below.state == State::kAsking) return unsure();
  if (above.state == State::kInvalid || below.state == State::kInvalid) return of_state(State::kInvalid);
  if (above.state == State::kMissing && below.state == State::kMissing) return missing_;
  if (above.state != State::kNumber || below.state != State::kNumber || below.number <= 0) return unsure();
  // (above / over_a) / (below / over_b) × factor, the factor a fraction of whole numbers where it is plain.
  const Rational factor = catalog_.indicators[what.numerator].unit.factor / catalog_.indicators[what.denominator].unit.factor / what.unit.factor *
                          Rational(below_row.over(below)) / Rational(above_row.over(above));
  const std::optional<int> digits = factor.decimal_digits();
  constexpr int kMost = 12;
  if (!digits || *digits > kMost) return unsure();
  const std::optional<std::int64_t> times = factor.times_power_of_ten(*digits);
  const std::optional<std::int64_t> over = Rational::power_of_ten(*digits).times_power_of_ten(0);
  PlainFraction out{0, below.number, over.value_or(0)};
  if (!times || !over || !multiply(above.number, *times, out.above)) return unsure();
  return make(out);
}

PlainValue PlainValues::from_parts(PlainRow& row, std::uint32_t region) {
  if (row.combine_ == nullptr && catalog_.indicators[row.indicator_].over_regions == Fold::kNone) return missing_;
  if (row.combine_ == nullptr && !resolver_.has_parts(region)) return missing_;
  const std::vector<std::uint32_t>& parts = resolver_.parts_on(region, row.combine_, row.period_.last);
  PlainValue at_end = fold_parts(row, parts, region);
  if (at_end.state != State::kMissing) return at_end;
  const std::vector<std::uint32_t>& before = resolver_.parts_on(region, row.combine_, row.period_.first);
  return before == parts || fold_parts(row, before, region).state == State::kMissing ? missing_ : unsure();
}

PlainValue PlainValues::fold_parts(PlainRow& row, const std::vector<std::uint32_t>& parts, std::uint32_t region) {
  if (parts.empty() || (parts.size() == 1 && parts.front() == region)) return missing_;
  const Fold how = row.combine_ != nullptr ? row.combine_->how : catalog_.indicators[row.indicator_].over_regions;
  const bool weighs = how == Fold::kWeightedMean && row.weights_ != nullptr;
  if (weighs) {
    const PlainValue alike = weighted_alike(row, parts);
    if (alike.known()) return alike;
  }
  bool all_missing = true, all_known = true, spoilt = false, some_there = false;
  for (const std::uint32_t part : parts) {
    const PlainValue one = value(*row.parts_, part);
    if (one.state == State::kAsking) return unsure();
    all_missing = all_missing && one.state == State::kMissing;
    all_known = all_known && one.known();
    some_there = some_there || one.known() || one.state == State::kInvalid;
    spoilt = spoilt || (weighs ? spoils_mean(row, part) : one.state == State::kInvalid && how != Fold::kWeightedMean);
  }
  if (all_missing) return missing_;
  if (spoilt && some_there) return of_state(State::kInvalid);  // a weight is not looked at where all that it weighs is missing
  if (!all_known) return unsure();
  return how == Fold::kWeightedMean ? weighted(row, parts) : summed(how, row, parts);
}

// A part of no weight, or one that is exempt, is left out whatever else is said of it; exempt is never plain.
bool PlainValues::spoils_mean(const PlainRow& row, std::uint32_t part) {
  const PlainValue one = value(*row.parts_, part);
  const PlainValue weight = value(*row.weights_, part);
  const auto is_plain = [](const PlainValue& of) { return of.known() || !of.decides(); };
  if (one.state != State::kInvalid && weight.state != State::kInvalid) return false;
  if (!is_plain(one) || !is_plain(weight)) return false;
  return !weight.known() || fraction(*row.weights_, weight).above != 0;
}

PlainValue PlainValues::weighted(const PlainRow& row, const std::vector<std::uint32_t>& parts) {
  if (row.weights_ == nullptr) return unsure();
  PlainFraction mean{0, 0, 0};
  std::uint32_t weight_of = 0;
  for (const std::uint32_t part : parts) {
    const PlainValue weight = value(*row.weights_, part);
    if (weight.state != State::kNumber || weight.number < 0) return unsure();
    if (weight.number == 0) continue;
    const PlainFraction one = fraction(*row.parts_, value(*row.parts_, part));
    if (mean.over == 0) {
      mean.over = one.over;
      weight_of = weight.of;
    }
    Wide product = 0;
    const bool alike = one.over == mean.over && weight.of == weight_of;
    if (!alike || !multiply(one.above, weight.number, product) || (one.below != 1 && product % one.below != 0)) return unsure();
    if (one.below != 1) product /= one.below;
    if (!add(mean.above, product, mean.above)) return unsure();
    mean.below += weight.number;
  }
  return mean.below == 0 ? unsure() : make(mean);
}

PlainValue PlainValues::weighted_alike(const PlainRow& row, const std::vector<std::uint32_t>& parts) {
  const std::uint32_t of = value(*row.parts_, parts.front()).of, weight_of = value(*row.weights_, parts.front()).of;
  PlainFraction mean{0, 0, row.parts_->scale_ * of};
  for (const std::uint32_t part : parts) {
    const PlainValue& one = value(*row.parts_, part);
    const PlainValue& weight = value(*row.weights_, part);
    const bool alike = one.state == State::kNumber && weight.state == State::kNumber && one.of == of && weight.of == weight_of && weight.number > 0;
    if (!alike || __builtin_add_overflow(mean.above, Wide{one.number} * weight.number, &mean.above)) return unsure();
    mean.below += weight.number;
  }
  return make(mean);
}

PlainValue PlainValues::summed(Fold how, const PlainRow& row, const std::vector<std::uint32_t>& parts) {
  Wide sum = 0, greatest = 0, least = 0;
  PlainValue out = value(*row.parts_, parts.front());
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const PlainValue one = value(*row.parts_, parts[i]);
    if (one.state != State::kNumber || one.of != out.of) return unsure();
    sum += one.number;
    greatest = i == 0 ? one.number : std::max<Wide>(greatest, one.number);
    least = i == 0 ? one.number : std::min<Wide>(least, one.number);
  }
  const std::uint64_t of = how == Fold::kMean ? std::uint64_t{out.of} * parts.size() : out.of;
  const Wide number = how == Fold::kMax ? greatest : how == Fold::kMin ? least : sum;
  const bool plain = how == Fold::kSum || how == Fold::kMean || how == Fold::kMax || how == Fold::kMin;
  constexpr std::uint64_t kMost = 1U << 30U;
  if (!plain || !fits(number) || of > kMost) return unsure();
  out.number = static_cast<std::int64_t>(number);
  out.of = static_cast<std::uint32_t>(of);
  out.own = out.other = false;
  return out;
}

}  // namespace kaohe

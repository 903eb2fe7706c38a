// SPDX-License-Identifier: Apache-2.0
#include "base/rational_big.h"

#include <stdexcept>
#include <utility>

#include "base/wide.h"

namespace kaohe {

Rational Rational::Big::make(Integer numerator, Integer denominator, Terms terms) {
  if (denominator.sign() < 0) {
    numerator.negate();
    denominator.negate();
  }
  if (terms == Terms::kLowest) {
    const Integer common = Integer::gcd(numerator, denominator);
    if (!common.is_one()) {
      Integer none;
      numerator = Integer::divide(numerator, common, none);
      denominator = Integer::divide(denominator, common, none);
    }
  }
  if (numerator.is_zero()) return {};
  const std::optional<Wide> above = numerator.narrow();
  const std::optional<Wide> below = denominator.narrow();
  if (above && below) return small(*above, *below);
  Rational out;
  out.big_ = std::make_unique<Big>(Big{std::move(numerator), std::move(denominator)});
  return out;
}

Rational Rational::Big::in_lowest_terms(const Rational& value) {
  if (value.big_) return make(value.big_->numerator, value.big_->denominator, Terms::kLowest);
  const Wide common = static_cast<Wide>(gcd(magnitude(value.numerator_), magnitude(value.denominator_)));
  return common == 1 ? value : small(value.numerator_ / common, value.denominator_ / common);
}

std::optional<Rational> Rational::Big::small_sum(const Rational& a, const Rational& b) {
  if (a.big_ || b.big_) return std::nullopt;
  if (a.denominator_ < b.denominator_) return small_sum(b, a);
  Wide left = a.numerator_;
  Wide right = b.numerator_;
  Wide below = a.denominator_;
  if (a.denominator_ != b.denominator_) {
    Wide factor = 1;  // what b's denominator lacks
    if (a.denominator_ % b.denominator_ == 0) {
      factor = a.denominator_ / b.denominator_;
    } else {
      const Wide common = static_cast<Wide>(gcd(magnitude(a.denominator_), magnitude(b.denominator_)));
      factor = a.denominator_ / common;
      const Wide missing = b.denominator_ / common;
      if (!multiply(left, missing, left) || !multiply(below, missing, below)) return std::nullopt;
    }
    if (!multiply(right, factor, right)) return std::nullopt;
  }
  if (!add(left, right, left)) return std::nullopt;
  return small(left, below);
}

std::optional<Rational> Rational::Big::small_product(const Rational& a, const Rational& b) {
  Wide above = 0;
  Wide below = 0;
  if (a.big_ || b.big_ || !multiply(a.numerator_, b.numerator_, above) ||
      !multiply(a.denominator_, b.denominator_, below)) {
    return std::nullopt;
  }
  return small(above, below);
}

Rational Rational::Big::big_sum(const Big& a, const Big& b) {
  if (a.denominator == b.denominator) return make(a.numerator + b.numerator, a.denominator, Terms::kAsTheyAre);
  const bool a_longer = a.denominator > b.denominator;
  const Big& longer = a_longer ? a : b;
  const Big& shorter = a_longer ? b : a;
  Integer rest;
  const Integer factor = Integer::divide(longer.denominator, shorter.denominator, rest);
  if (rest.is_zero()) {
    return make(longer.numerator + shorter.numerator * factor, longer.denominator, Terms::kAsTheyAre);
  }
  return make(a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator, Terms::kLowest);
}

Rational Rational::Big::sum(const Rational& a, const Rational& b) {
  if (std::optional<Rational> done = small_sum(a, b)) return *std::move(done);
  if (!a.big_ && !b.big_) {
    if (std::optional<Rational> done = small_sum(in_lowest_terms(a), in_lowest_terms(b))) return *std::move(done);
  }
  return big_sum(of(a), of(b));
}

Rational Rational::Big::product(const Rational& a, const Rational& b) {
  if (std::optional<Rational> done = small_product(a, b)) return *std::move(done);
  const Big left = of(a);
  const Big right = of(b);
  return make(left.numerator * right.numerator, left.denominator * right.denominator, Terms::kLowest);
}

Rational Rational::Big::inverse(const Rational& value) {
  if (value.is_zero()) throw std::domain_error("division by zero");
  if (value.big_) return make(value.big_->denominator, value.big_->numerator, Terms::kAsTheyAre);
  return value.numerator_ < 0 ? small(-value.denominator_, -value.numerator_)
                              : small(value.denominator_, value.numerator_);
}

// A tie goes to the even neighbour.
Rational Rational::Big::nearest_whole(const Rational& value) {
  if (!value.big_) {
    const UnsignedWide below = magnitude(value.denominator_);
    UnsignedWide whole = magnitude(value.numerator_) / below;
    const UnsignedWide twice = magnitude(value.numerator_) % below * 2;
    if (twice > below || (twice == below && whole % 2 == 1)) ++whole;
    return small(value.numerator_ < 0 ? -static_cast<Wide>(whole) : static_cast<Wide>(whole), 1);
  }
  Integer rest;
  Integer whole = Integer::divide(value.big_->numerator, value.big_->denominator, rest);
  const std::strong_ordering half = (rest + rest).abs() <=> value.big_->denominator;
  if (half > 0 || (half == 0 && whole.is_odd())) whole = whole + Integer(value.sign());
  return make(std::move(whole), Integer(1), Terms::kAsTheyAre);
}

}  // namespace kaohe

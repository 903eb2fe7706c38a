// SPDX-License-Identifier: Apache-2.0
#include "base/exact.h"

#include <stdexcept>

#include "base/integer.h"
#include "base/rational_big.h"
#include "base/wide.h"

namespace kaohe {

Rational::Rational() = default;
Rational::Rational(std::int64_t whole) : numerator_(whole) {}
Rational::Rational(std::int64_t numerator, std::int64_t denominator)
    : numerator_(numerator), denominator_(denominator) {
  if (denominator == 0) throw std::domain_error("a fraction with denominator zero");
  if (denominator < 0) {
    numerator_ = -numerator_;
    denominator_ = -denominator_;
  }
}
Rational::Rational(const Rational& other)
    : numerator_(other.numerator_),
      denominator_(other.denominator_),
      big_(other.big_ ? std::make_unique<Big>(*other.big_) : nullptr) {}
// What was moved from is 0 or keeps its value: a number either way.
Rational::Rational(Rational&&) noexcept = default;
Rational& Rational::operator=(const Rational& other) { return *this = Rational(other); }
Rational& Rational::operator=(Rational&&) noexcept = default;
Rational::~Rational() = default;

Rational Rational::ratio(Wide above, Wide below) { return Big::small(above, below); }

std::optional<Rational::Fraction> Rational::fraction() const {
  return big_ ? std::nullopt : std::optional<Fraction>(Fraction{numerator_, denominator_});
}

int Rational::sign() const { return big_ ? big_->numerator.sign() : (numerator_ > 0) - (numerator_ < 0); }

Rational Rational::abs() const { return sign() < 0 ? -*this : *this; }

// The numbers of a column stand over one power of ten: most sums are sums of whole numbers.
Rational& Rational::operator+=(const Rational& other) {
  Wide sum = 0;
  const bool alike = !big_ && !other.big_ && denominator_ == other.denominator_;
  if (!alike || !add(numerator_, other.numerator_, sum)) return *this = Big::sum(*this, other);
  numerator_ = sum;
  return *this;
}
Rational& Rational::operator-=(const Rational& other) { return *this = Big::sum(*this, -other); }
Rational& Rational::operator*=(const Rational& other) {
  const bool by_one = !other.big_ && other.numerator_ == 1 && other.denominator_ == 1;  // most conversions of units
  return by_one ? *this : *this = Big::product(*this, other);
}
Rational& Rational::operator/=(const Rational& other) { return *this = Big::product(*this, Big::inverse(other)); }

Rational Rational::operator-() const {
  Rational out = *this;
  out.numerator_ = -out.numerator_;
  if (out.big_) out.big_->numerator.negate();
  return out;
}

std::strong_ordering operator<=>(const Rational& a, const Rational& b) {
  if (const int sign = a.sign(); sign != b.sign() || sign == 0) return sign <=> b.sign();
  if (!a.big_ && !b.big_) {
    if (a.denominator_ == b.denominator_) return a.numerator_ <=> b.numerator_;
    const auto order = compare_products(magnitude(a.numerator_), magnitude(b.denominator_), magnitude(b.numerator_),
                                        magnitude(a.denominator_));
    return a.sign() > 0 ? order : 0 <=> order;
  }
  const Rational::Big left = Rational::Big::of(a);
  const Rational::Big right = Rational::Big::of(b);
  return left.numerator * right.denominator <=> right.numerator * left.denominator;
}

Rational Rational::rounded(int digits) const {
  return Big::nearest_whole(*this * power_of_ten(digits)) * power_of_ten(-digits);
}

std::optional<std::int64_t> Rational::times_power_of_ten(int n) const {
  Rational scaled = *this * power_of_ten(n);
  if (scaled.big_) scaled = Big::in_lowest_terms(scaled);
  if (scaled.big_ || scaled.numerator_ % scaled.denominator_ != 0) return std::nullopt;
  const Wide whole = scaled.numerator_ / scaled.denominator_;
  if (whole < INT64_MIN || whole > INT64_MAX) return std::nullopt;
  return static_cast<std::int64_t>(whole);
}

Rational Rational::power_of_ten(int n) {
  constexpr int kMostDigits = 38;  // 10^38 < 2^127
  const int size = n < 0 ? -n : n;
  if (size > kMostDigits) {
    return n > 0 ? Big::make(Integer::power_of_ten(size), Integer(1), Big::Terms::kAsTheyAre)
                 : Big::make(Integer(1), Integer::power_of_ten(size), Big::Terms::kAsTheyAre);
  }
  UnsignedWide power = 1;
  for (int i = 0; i < size; ++i) power *= 10;
  const Wide whole = static_cast<Wide>(power);
  return n > 0 ? Big::small(whole, 1) : Big::small(1, whole);
}

}  // namespace kaohe

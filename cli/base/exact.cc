// SPDX-License-Identifier: Apache-2.0
#include "base/exact.h"

#include <algorithm>
#include <stdexcept>
#include <utility>

#include "base/integer.h"
#include "base/wide.h"

namespace kaohe {

// What does not fit into 128 bits, and all that sees the insides of a Rational.
struct Rational::Big {
  Integer numerator;
  Integer denominator;  // > 0

  static Big of(const Rational& value) {
    return value.big_ ? *value.big_ : Big{Integer(value.numerator_), Integer(value.denominator_)};
  }
  static Rational small(Wide numerator, Wide denominator) {
    Rational out;
    out.numerator_ = numerator;
    out.denominator_ = denominator;
    return out;
  }
  // Takes any denominator but 0. Lowest terms cost a common divisor but keep numbers short.
  enum class Terms { kAsTheyAre, kLowest };
  static Rational make(Integer numerator, Integer denominator, Terms terms);
  static Rational in_lowest_terms(const Rational& value);

  // nullopt where the result as it stands does not fit into 128 bits.
  static std::optional<Rational> small_sum(const Rational& a, const Rational& b);
  static std::optional<Rational> small_product(const Rational& a, const Rational& b);
  static Rational big_sum(const Big& a, const Big& b);
  // Tries 128 bits, then 128 bits in lowest terms, then any size.
  static Rational sum(const Rational& a, const Rational& b);
  static Rational product(const Rational& a, const Rational& b);
  static Rational inverse(const Rational& value);
  static Rational nearest_whole(const Rational& value);
};

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

// What nearly every cell and most sums are: so many units of a power of ten, all in 64 bits; brought to the fewest digits.
struct Rational::Plain {
  std::int64_t units;
  int digits;

  static std::optional<Plain> of(const Rational& value) {
    if (value.big_ || value.numerator_ > INT64_MAX || value.numerator_ < -INT64_MAX || value.denominator_ > INT64_MAX) return std::nullopt;
    Plain out{static_cast<std::int64_t>(value.numerator_), 0};
    auto below = static_cast<std::int64_t>(value.denominator_);
    for (; below % 10 == 0; below /= 10) {
      if (out.units % 10 == 0) {
        out.units /= 10;
      } else {
        ++out.digits;
      }
    }
    return below == 1 ? std::optional(out) : std::nullopt;
  }

  [[nodiscard]] std::string text() const {
    std::string out = std::to_string(units < 0 ? -units : units);
    const auto places = static_cast<std::size_t>(digits);
    if (out.size() <= places) out.insert(0, places + 1 - out.size(), '0');
    if (places > 0) out.insert(out.size() - places, ".");
    return units < 0 ? "-" + out : out;
  }
};

std::string Rational::fraction_text() const {
  const Rational lowest = Big::in_lowest_terms(*this);
  if (lowest.big_) {
    const std::string above = lowest.big_->numerator.text();
    return lowest.big_->denominator.is_one() ? above : above + "/" + lowest.big_->denominator.text();
  }
  const std::string above = to_text(lowest.numerator_);
  return lowest.denominator_ == 1 ? above : above + "/" + to_text(lowest.denominator_);
}

// In lowest terms it ends if the denominator is 2^n * 5^m, after the greater of n and m digits.
std::optional<int> Rational::decimal_digits() const {
  if (const auto plain = Plain::of(*this)) return plain->digits;
  const Rational lowest = Big::in_lowest_terms(*this);
  if (lowest.big_) {
    Integer below = lowest.big_->denominator;
    const int digits = std::max(below.strip_factor(2), below.strip_factor(5));
    return below.is_one() ? std::optional(digits) : std::nullopt;
  }
  UnsignedWide below = magnitude(lowest.denominator_);
  const int digits = std::max(strip_factor(below, 2), strip_factor(below, 5));
  return below == 1 ? std::optional(digits) : std::nullopt;
}

std::string Rational::decimal_text(int digits) const {
  if (const auto plain = Plain::of(*this); plain && plain->digits == digits) return plain->text();
  const auto places = static_cast<std::size_t>(std::max(digits, 0));
  const Rational whole = Big::nearest_whole(*this * power_of_ten(static_cast<int>(places)));
  std::string text = whole.abs().fraction_text();
  if (text.size() <= places) text.insert(0, places + 1 - text.size(), '0');
  if (places > 0) text.insert(text.size() - places, ".");
  return whole.sign() < 0 ? "-" + text : text;
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

std::optional<Decimal> parse_decimal(std::string_view text) {
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  const bool negative = text.starts_with('-');
  if (negative || text.starts_with('+')) text.remove_prefix(1);
  if (text.empty() || !is_digit(text.front()) || !is_digit(text.back())) return std::nullopt;
  Decimal out;
  bool after_point = false;
  int significant = 0;
  // The digits as two numbers of at most 18, joined at the end, since each must fit into 64 bits.
  std::int64_t high = 0;
  std::int64_t low = 0;
  for (const char c : text) {
    if (c == '.' && !after_point) {
      after_point = true;
      continue;
    }
    if (!is_digit(c)) return std::nullopt;
    if (after_point && ++out.scale > kMaxScale) return std::nullopt;
    if (significant == 0 && c == '0') continue;
    if (++significant > kMaxSignificantDigits) return std::nullopt;
    std::int64_t& part = significant <= kMaxSignificantDigits / 2 ? high : low;
    part = part * 10 + (c - '0');
  }
  out.value = high;
  if (significant > kMaxSignificantDigits / 2) {
    out.value = out.value * Rational::power_of_ten(significant - kMaxSignificantDigits / 2) + Rational(low);
  }
  if (out.scale > 0) out.value *= Rational::power_of_ten(-out.scale);
  if (negative) out.value = -out.value;
  return out;
}

std::string show(const Rational& value, int digits, const Rational* other) {
  if (const std::optional<int> all = value.decimal_digits()) return value.decimal_text(*all);
  digits = std::max(digits, 0);
  if (other != nullptr && value != *other) {
    const bool above = value > *other;
    for (Rational shown = value.rounded(digits); above ? shown <= *other : shown >= *other;)
      shown = value.rounded(++digits);
  }
  return value.decimal_text(digits);
}

}  // namespace kaohe

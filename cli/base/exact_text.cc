// SPDX-License-Identifier: Apache-2.0
// Exact numbers as text: read as somebody wrote them, written as fractions and as decimals.
#include <algorithm>

#include "base/exact.h"
#include "base/integer.h"
#include "base/rational_big.h"
#include "base/wide.h"

namespace kaohe {
namespace {

// The digits of a whole number, with a point before the last `places` of them.
std::string with_point(std::string digits, std::size_t places) {
  if (digits.size() <= places) digits.insert(0, places + 1 - digits.size(), '0');
  if (places > 0) digits.insert(digits.size() - places, 1, '.');
  return digits;
}

}  // namespace

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
    std::string out = with_point(std::to_string(units < 0 ? -units : units), static_cast<std::size_t>(digits));
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
  std::string text = with_point(whole.abs().fraction_text(), places);
  return whole.sign() < 0 ? "-" + text : text;
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

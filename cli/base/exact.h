// SPDX-License-Identifier: Apache-2.0
// Exact numbers. A cell is a Decimal, kept as written; everything computed from cells is a Rational. Neither ever
// rounds, wraps or passes through binary floating point; text with fewer digits is made for people only.
#pragma once

#include <compare>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace kaohe {

// A fraction of any size, brought to lowest terms only when asked or when it outgrows its place: sums of decimals keep
// their power of ten and need no common divisor. 128-bit integers while they fit, arbitrary precision beyond.
class Rational {
 public:
  Rational();                         // 0
  Rational(std::int64_t whole);       // NOLINT(google-explicit-constructor): numbers convert as in mathematics
  Rational(std::int64_t numerator, std::int64_t denominator);  // denominator 0 throws std::domain_error
  Rational(const Rational&);
  Rational(Rational&&) noexcept;
  Rational& operator=(const Rational&);
  Rational& operator=(Rational&&) noexcept;
  ~Rational();

  [[nodiscard]] int sign() const;  // -1, 0, 1
  [[nodiscard]] bool is_zero() const { return sign() == 0; }
  [[nodiscard]] Rational abs() const;

  Rational& operator+=(const Rational& other);
  Rational& operator-=(const Rational& other);
  Rational& operator*=(const Rational& other);
  Rational& operator/=(const Rational& other);  // by 0 throws std::domain_error
  friend Rational operator+(Rational a, const Rational& b) { return a += b; }
  friend Rational operator-(Rational a, const Rational& b) { return a -= b; }
  friend Rational operator*(Rational a, const Rational& b) { return a *= b; }
  friend Rational operator/(Rational a, const Rational& b) { return a /= b; }
  Rational operator-() const;
  friend std::strong_ordering operator<=>(const Rational& a, const Rational& b);
  friend bool operator==(const Rational& a, const Rational& b) { return (a <=> b) == 0; }

  // "947/10"; a whole number without "/1".
  [[nodiscard]] std::string fraction_text() const;
  // Digits after the point of the finite decimal expansion; nullopt where it does not end.
  [[nodiscard]] std::optional<int> decimal_digits() const;
  // Decimal text with exactly `digits` digits after the point, rounded half to even (exact where digits suffice).
  [[nodiscard]] std::string decimal_text(int digits) const;
  // The number rounded half to even at `digits` digits after the point (GB/T 8170-2008 修约); digits may be negative.
  [[nodiscard]] Rational rounded(int digits) const;

  // This times 10 to the power n, where that is a whole number of 64 bits.
  [[nodiscard]] std::optional<std::int64_t> times_power_of_ten(int n) const;

  __extension__ typedef __int128 Wide;
  // above / below; `below` must be more than 0.
  [[nodiscard]] static Rational ratio(Wide above, Wide below);
  struct Fraction {
    Wide above, below;
  };
  // As it is held, in whatever terms: what `ratio` makes this of. nullopt where 128 bits are not enough.
  [[nodiscard]] std::optional<Fraction> fraction() const;
  // 10 to the power n, n of either sign.
  [[nodiscard]] static Rational power_of_ten(int n);

 private:
  struct Big;
  struct Plain;

  Wide numerator_ = 0;
  Wide denominator_ = 1;      // > 0
  std::unique_ptr<Big> big_;  // set: the two above do not count
};

// A number as somebody wrote it: 62.0 is not 62.
struct Decimal {
  Rational value;
  int scale = 0;  // digits after the point, as written

  [[nodiscard]] std::string text() const { return value.decimal_text(scale); }
};

inline constexpr int kMaxSignificantDigits = 36;

// Reads [+-]digits[.digits] in ASCII, all of `text`; nullopt on anything else, or above kMaxSignificantDigits or
// kMaxScale digits after the point.
inline constexpr int kMaxScale = 72;
[[nodiscard]] std::optional<Decimal> parse_decimal(std::string_view text);

// Text of a computed value for people: whole where the expansion ends; else `digits` digits after the point, and more
// until it can be told from `other` (the target), if one is given.
[[nodiscard]] std::string show(const Rational& value, int digits, const Rational* other = nullptr);

}  // namespace kaohe

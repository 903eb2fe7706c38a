// SPDX-License-Identifier: Apache-2.0
// The insides of a Rational, for base/exact.cc and base/exact_text.cc alone.
#pragma once

#include <optional>

#include "base/exact.h"
#include "base/integer.h"

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

}  // namespace kaohe

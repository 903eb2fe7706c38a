// SPDX-License-Identifier: Apache-2.0
// Integers of any size, for Rational alone, where 128 bits are not enough.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/wide.h"

namespace kaohe {

class Integer {
 public:
  Integer() = default;  // 0
  explicit Integer(Wide value);
  [[nodiscard]] static Integer power_of_ten(int n);

  [[nodiscard]] int sign() const { return limbs_.empty() ? 0 : negative_ ? -1 : 1; }
  [[nodiscard]] bool is_zero() const { return limbs_.empty(); }
  [[nodiscard]] bool is_one() const { return !negative_ && limbs_.size() == 1 && limbs_[0] == 1; }
  [[nodiscard]] bool is_odd() const { return !limbs_.empty() && limbs_[0] % 2 == 1; }
  [[nodiscard]] std::optional<Wide> narrow() const;  // where it fits
  [[nodiscard]] Integer abs() const;
  void negate() { negative_ = !negative_ && !limbs_.empty(); }

  friend Integer operator+(const Integer& a, const Integer& b);
  friend Integer operator-(const Integer& a, Integer b) { return b.negate(), a + b; }
  friend Integer operator*(const Integer& a, const Integer& b);
  friend std::strong_ordering operator<=>(const Integer& a, const Integer& b);
  friend bool operator==(const Integer& a, const Integer& b) = default;

  // Sets `remainder`, which takes the sign of `a`; the quotient is cut towards zero. `b` must not be 0.
  [[nodiscard]] static Integer divide(const Integer& a, const Integer& b, Integer& remainder);
  [[nodiscard]] static Integer gcd(Integer a, Integer b);
  // Divides this number (not 0) by `factor` as long as it divides, and returns how often it did.
  int strip_factor(std::uint32_t factor);
  [[nodiscard]] std::string text() const;

 private:
  using Limbs = std::vector<std::uint32_t>;

  Integer(Limbs limbs, bool negative);
  static Limbs divide_limbs(Limbs& a, const Limbs& b);

  Limbs limbs_;  // least first, the last is not 0; none for zero
  bool negative_ = false;
};

}  // namespace kaohe

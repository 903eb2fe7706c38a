// SPDX-License-Identifier: Apache-2.0
#include "base/integer.h"

#include <algorithm>
#include <bit>
#include <cstddef>
#include <utility>

namespace kaohe {
namespace {

using Limbs = std::vector<std::uint32_t>;

constexpr int kLimbBits = 32;
constexpr std::uint32_t kBillion = 1'000'000'000;  // the largest power of ten in a limb
constexpr int kBillionDigits = 9;

void trim(Limbs& limbs) {
  while (!limbs.empty() && limbs.back() == 0) limbs.pop_back();
}

std::strong_ordering compare(const Limbs& a, const Limbs& b) {
  if (a.size() != b.size()) return a.size() <=> b.size();
  return std::lexicographical_compare_three_way(a.rbegin(), a.rend(), b.rbegin(), b.rend());
}

Limbs sum(const Limbs& a, const Limbs& b) {
  if (a.size() < b.size()) return sum(b, a);
  Limbs out = a;
  std::uint64_t carry = 0;
  for (std::size_t i = 0; i < out.size() && (i < b.size() || carry != 0); ++i) {
    carry += std::uint64_t{out[i]} + (i < b.size() ? b[i] : 0);
    out[i] = static_cast<std::uint32_t>(carry);
    carry >>= kLimbBits;
  }
  if (carry != 0) out.push_back(static_cast<std::uint32_t>(carry));
  return out;
}

// a - b, where a >= b.
Limbs difference(const Limbs& a, const Limbs& b) {
  Limbs out = a;
  std::uint64_t borrow = 0;
  for (std::size_t i = 0; i < out.size() && (i < b.size() || borrow != 0); ++i) {
    const std::uint64_t taken = borrow + (i < b.size() ? b[i] : 0);
    borrow = out[i] < taken ? 1 : 0;
    out[i] = static_cast<std::uint32_t>(out[i] - taken);
  }
  trim(out);
  return out;
}

void multiply_add(Limbs& limbs, std::uint32_t factor, std::uint32_t addend) {
  std::uint64_t carry = addend;
  for (std::uint32_t& limb : limbs) {
    carry += std::uint64_t{limb} * factor;
    limb = static_cast<std::uint32_t>(carry);
    carry >>= kLimbBits;
  }
  if (carry != 0) limbs.push_back(static_cast<std::uint32_t>(carry));
}

// Leaves the quotient, returns the remainder.
std::uint32_t divide_small(Limbs& limbs, std::uint32_t divisor) {
  std::uint64_t rest = 0;
  for (std::size_t i = limbs.size(); i-- > 0;) {
    rest = rest << kLimbBits | limbs[i];
    limbs[i] = static_cast<std::uint32_t>(rest / divisor);
    rest %= divisor;
  }
  trim(limbs);
  return static_cast<std::uint32_t>(rest);
}

// By less than one limb; one more limb may be needed on the left.
Limbs shifted_left(const Limbs& limbs, int bits) {
  Limbs out(limbs.size() + 1, 0);
  for (std::size_t i = 0; i < limbs.size(); ++i) {
    const std::uint64_t moved = std::uint64_t{limbs[i]} << bits;
    out[i] |= static_cast<std::uint32_t>(moved);
    out[i + 1] = static_cast<std::uint32_t>(moved >> kLimbBits);
  }
  return out;
}

void shift_right(Limbs& limbs, int bits) {
  for (std::size_t i = 0; i < limbs.size(); ++i) {
    const std::uint64_t above = i + 1 < limbs.size() ? limbs[i + 1] : 0;
    limbs[i] = static_cast<std::uint32_t>((above << kLimbBits | limbs[i]) >> bits);
  }
  trim(limbs);
}

// Takes digit * b from the limbs of `a` that start at `at`; true where that was once too often.
bool take(Limbs& a, std::size_t at, const Limbs& b, std::uint64_t digit) {
  std::uint64_t carry = 0;
  std::uint64_t borrow = 0;
  for (std::size_t i = 0; i <= b.size(); ++i) {
    carry += i < b.size() ? b[i] * digit : 0;
    const std::uint64_t taken = (carry & UINT32_MAX) + borrow;
    borrow = a[at + i] < taken ? 1 : 0;
    a[at + i] = static_cast<std::uint32_t>(a[at + i] - taken);
    carry >>= kLimbBits;
  }
  return borrow != 0;
}

void put_back(Limbs& a, std::size_t at, const Limbs& b) {
  std::uint64_t carry = 0;
  for (std::size_t i = 0; i <= b.size(); ++i) {
    carry += std::uint64_t{a[at + i]} + (i < b.size() ? b[i] : 0);
    a[at + i] = static_cast<std::uint32_t>(carry);
    carry >>= kLimbBits;
  }
}

}  // namespace

Integer::Integer(Wide value) : negative_(value < 0) {
  for (UnsignedWide rest = magnitude(value); rest != 0; rest >>= kLimbBits)
    limbs_.push_back(static_cast<std::uint32_t>(rest));
}

Integer::Integer(Limbs limbs, bool negative) : limbs_(std::move(limbs)), negative_(negative && !limbs_.empty()) {}

Integer Integer::power_of_ten(int n) {
  Limbs limbs = {1};
  for (; n >= kBillionDigits; n -= kBillionDigits) multiply_add(limbs, kBillion, 0);
  for (; n > 0; --n) multiply_add(limbs, 10, 0);
  return {std::move(limbs), false};
}

std::optional<Wide> Integer::narrow() const {
  if (limbs_.size() > 4) return std::nullopt;
  UnsignedWide size = 0;
  for (std::size_t i = limbs_.size(); i-- > 0;) size = size << kLimbBits | limbs_[i];
  if (size > magnitude(kWideMax)) return std::nullopt;
  return negative_ ? -static_cast<Wide>(size) : static_cast<Wide>(size);
}

Integer Integer::abs() const { return {limbs_, false}; }

Integer operator+(const Integer& a, const Integer& b) {
  if (a.negative_ == b.negative_) return {sum(a.limbs_, b.limbs_), a.negative_};
  if (compare(a.limbs_, b.limbs_) >= 0) return {difference(a.limbs_, b.limbs_), a.negative_};
  return {difference(b.limbs_, a.limbs_), b.negative_};
}

Integer operator*(const Integer& a, const Integer& b) {
  if (a.is_zero() || b.is_zero()) return {};
  Limbs out(a.limbs_.size() + b.limbs_.size(), 0);
  for (std::size_t i = 0; i < a.limbs_.size(); ++i) {
    std::uint64_t carry = 0;
    for (std::size_t j = 0; j < b.limbs_.size(); ++j) {
      carry += std::uint64_t{a.limbs_[i]} * b.limbs_[j] + out[i + j];
      out[i + j] = static_cast<std::uint32_t>(carry);
      carry >>= kLimbBits;
    }
    out[i + b.limbs_.size()] = static_cast<std::uint32_t>(carry);
  }
  trim(out);
  return {std::move(out), a.negative_ != b.negative_};
}

std::strong_ordering operator<=>(const Integer& a, const Integer& b) {
  if (a.sign() != b.sign()) return a.sign() <=> b.sign();
  return a.negative_ ? compare(b.limbs_, a.limbs_) : compare(a.limbs_, b.limbs_);
}

// Knuth, The Art of Computer Programming 2, 4.3.1, algorithm D: `a` becomes the remainder, the quotient is returned.
Integer::Limbs Integer::divide_limbs(Limbs& a, const Limbs& b) {
  if (compare(a, b) < 0) return {};
  if (b.size() == 1) {
    Limbs quotient = std::move(a);
    const std::uint32_t rest = divide_small(quotient, b[0]);
    a = rest == 0 ? Limbs{} : Limbs{rest};
    return quotient;
  }
  const int shift = std::countl_zero(b.back());
  Limbs divisor = shifted_left(b, shift);
  divisor.pop_back();  // the shift was chosen so that nothing spills
  a = shifted_left(a, shift);
  const std::size_t n = divisor.size();
  Limbs quotient(a.size() - n, 0);
  for (std::size_t at = quotient.size(); at-- > 0;) {
    const std::uint64_t head = std::uint64_t{a[at + n]} << kLimbBits | a[at + n - 1];
    std::uint64_t digit = head / divisor[n - 1];
    std::uint64_t rest = head % divisor[n - 1];
    while (digit > UINT32_MAX || digit * divisor[n - 2] > (rest << kLimbBits | a[at + n - 2])) {
      --digit;
      rest += divisor[n - 1];
      if (rest > UINT32_MAX) break;
    }
    if (take(a, at, divisor, digit)) {
      put_back(a, at, divisor);
      --digit;
    }
    quotient[at] = static_cast<std::uint32_t>(digit);
  }
  shift_right(a, shift);
  trim(quotient);
  return quotient;
}

Integer Integer::divide(const Integer& a, const Integer& b, Integer& remainder) {
  Limbs rest = a.limbs_;
  Limbs quotient = divide_limbs(rest, b.limbs_);
  const bool negative = a.negative_;
  const bool differ = a.negative_ != b.negative_;
  remainder = {std::move(rest), negative};
  return {std::move(quotient), differ};
}

// Euclid's, until both fit into 128 bits.
Integer Integer::gcd(Integer a, Integer b) {
  a.negative_ = b.negative_ = false;
  while (!b.is_zero()) {
    const std::optional<Wide> small_a = a.narrow();
    const std::optional<Wide> small_b = b.narrow();
    if (small_a && small_b) return Integer(static_cast<Wide>(kaohe::gcd(magnitude(*small_a), magnitude(*small_b))));
    divide_limbs(a.limbs_, b.limbs_);
    std::swap(a, b);
  }
  return a;
}

int Integer::strip_factor(std::uint32_t factor) {
  int times = 0;
  Limbs quotient = limbs_;
  while (divide_small(quotient, factor) == 0) {
    limbs_ = quotient;
    ++times;
  }
  return times;
}

std::string Integer::text() const {
  if (is_zero()) return "0";
  std::string out;
  Limbs rest = limbs_;
  while (!rest.empty()) {
    std::uint32_t part = divide_small(rest, kBillion);
    for (int i = 0; i < kBillionDigits && (part != 0 || !rest.empty()); ++i, part /= 10) {
      out.push_back(static_cast<char>('0' + part % 10));
    }
  }
  if (negative_) out.push_back('-');
  std::reverse(out.begin(), out.end());
  return out;
}

}  // namespace kaohe

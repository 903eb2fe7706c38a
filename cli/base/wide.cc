// SPDX-License-Identifier: Apache-2.0
#include "base/wide.h"

#include <algorithm>
#include <numeric>
#include <utility>

namespace kaohe {
namespace {

struct WideProduct {
  UnsignedWide high;
  UnsignedWide low;

  friend std::strong_ordering operator<=>(const WideProduct& a, const WideProduct& b) {
    return a.high != b.high ? a.high <=> b.high : a.low <=> b.low;
  }
};

WideProduct product(UnsignedWide a, UnsignedWide b) {
  const UnsignedWide a0 = static_cast<std::uint64_t>(a);
  const UnsignedWide a1 = a >> 64;
  const UnsignedWide b0 = static_cast<std::uint64_t>(b);
  const UnsignedWide b1 = b >> 64;
  const UnsignedWide low = a0 * b0;
  const UnsignedWide cross = a1 * b0 + (low >> 64);
  const UnsignedWide middle = a0 * b1 + static_cast<std::uint64_t>(cross);
  return {a1 * b1 + (cross >> 64) + (middle >> 64), middle << 64 | static_cast<std::uint64_t>(low)};
}

}  // namespace

bool add(Wide a, Wide b, Wide& out) { return !__builtin_add_overflow(a, b, &out) && out >= -kWideMax; }

// On magnitudes: clang makes of a checked signed product a call that libgcc does not have.
bool multiply(Wide a, Wide b, Wide& out) {
  UnsignedWide size = 0;
  if (__builtin_mul_overflow(magnitude(a), magnitude(b), &size) || size > magnitude(kWideMax)) return false;
  out = (a < 0) != (b < 0) ? -static_cast<Wide>(size) : static_cast<Wide>(size);
  return true;
}

std::strong_ordering compare_products(UnsignedWide a, UnsignedWide b, UnsignedWide c, UnsignedWide d) {
  return product(a, b) <=> product(c, d);
}

UnsignedWide gcd(UnsignedWide a, UnsignedWide b) {
  while (b != 0) {
    if (a <= UINT64_MAX && b <= UINT64_MAX)
      return std::gcd(static_cast<std::uint64_t>(a), static_cast<std::uint64_t>(b));
    a = std::exchange(b, a % b);
  }
  return a;
}

int strip_factor(UnsignedWide& value, std::uint32_t factor) {
  int times = 0;
  for (; value % factor == 0; ++times) value /= factor;
  return times;
}

std::string to_text(Wide value) {
  std::string out;
  UnsignedWide rest = magnitude(value);
  do {
    // Nineteen digits at a time: division of 64 bits is much faster than of 128.
    constexpr std::uint64_t kPart = 10'000'000'000'000'000'000U;
    std::uint64_t part = static_cast<std::uint64_t>(rest % kPart);
    rest /= kPart;
    for (int i = 0; i < 19 && (part != 0 || rest != 0 || (i == 0 && out.empty())); ++i, part /= 10) {
      out.push_back(static_cast<char>('0' + part % 10));
    }
  } while (rest != 0);
  if (value < 0) out.push_back('-');
  std::reverse(out.begin(), out.end());
  return out;
}

}  // namespace kaohe

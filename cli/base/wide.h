// SPDX-License-Identifier: Apache-2.0
// 128-bit arithmetic that says when a result does not fit, for the exact numbers of this room and for whoever sums whole
// numbers with care.
#pragma once

#include <compare>
#include <cstdint>
#include <string>

namespace kaohe {

__extension__ typedef __int128 Wide;
__extension__ typedef unsigned __int128 UnsignedWide;

// A Wide here never holds -2^127, so that it can always be negated.
inline constexpr Wide kWideMax = static_cast<Wide>(~UnsignedWide{0} >> 1);

[[nodiscard]] inline UnsignedWide magnitude(Wide value) {
  return value < 0 ? -static_cast<UnsignedWide>(value) : static_cast<UnsignedWide>(value);
}
// Both set `out` and return true, or return false where the result does not fit.
[[nodiscard]] bool add(Wide a, Wide b, Wide& out);
[[nodiscard]] bool multiply(Wide a, Wide b, Wide& out);
// The ordering of a*b and c*d, exact for all values.
[[nodiscard]] std::strong_ordering compare_products(UnsignedWide a, UnsignedWide b, UnsignedWide c, UnsignedWide d);
[[nodiscard]] UnsignedWide gcd(UnsignedWide a, UnsignedWide b);
// Divides `value` (not 0) by `factor` as long as it divides, and returns how often it did.
int strip_factor(UnsignedWide& value, std::uint32_t factor);
[[nodiscard]] std::string to_text(Wide value);

}  // namespace kaohe

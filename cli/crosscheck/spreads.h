// SPDX-License-Identifier: Apache-2.0
// Sums of figures as checks compare and show them. Private to the room.
#pragma once

#include <string>

#include "crosscheck/figure_finder.h"

namespace kaohe {

[[nodiscard]] inline bool apart(const Spread& a, const Spread& b) { return a.high < b.low || b.high < a.low; }

inline void add(Spread& sum, const Spread& more) {
  sum.low += more.low;
  sum.high += more.high;
}

[[nodiscard]] inline Rational middle(const Spread& spread) { return (spread.low + spread.high) / Rational(2); }

[[nodiscard]] inline std::string shown(const CheckWork& work, std::size_t indicator, const Rational& value) {
  constexpr int kDigits = 4;
  return show(value, kDigits) + " " + work.catalog.indicators[indicator].unit.id;
}

}  // namespace kaohe

// SPDX-License-Identifier: Apache-2.0
#include "judge/bounds.h"

#include <algorithm>

namespace kaohe {

Bounds add(const Bounds& a, const Bounds& b) {
  Bounds sum;
  if (a.low && b.low) sum.low = *a.low + *b.low;
  if (a.high && b.high) sum.high = *a.high + *b.high;
  return sum;
}

Bounds scale(const Bounds& a, const Rational& factor) {
  Bounds scaled;
  if (a.low) scaled.low = *a.low * factor;
  if (a.high) scaled.high = *a.high * factor;
  return scaled;
}

Bounds both(const Bounds& a, const Bounds& b) {
  Bounds tighter = a;
  if (b.low && (!a.low || *a.low < *b.low)) tighter.low = b.low;
  if (b.high && (!a.high || *b.high < *a.high)) tighter.high = b.high;
  return tighter;
}

Bounds either(const Bounds& a, const Bounds& b) {
  Bounds wider;
  if (a.low && b.low) wider.low = std::min(*a.low, *b.low);
  if (a.high && b.high) wider.high = std::max(*a.high, *b.high);
  return wider;
}

Bounds divide(const Bounds& a, const Bounds& b) {
  if (!a.at_least_zero() || !b.at_least_zero()) return {};
  Bounds quotient;
  quotient.low = b.high && b.high->sign() > 0 ? *a.low / *b.high : Rational(0);
  if (a.high && b.low->sign() > 0) quotient.high = *a.high / *b.low;
  return quotient;
}

}  // namespace kaohe

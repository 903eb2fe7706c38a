// SPDX-License-Identifier: Apache-2.0
// Exact numbers for tests: as short text, and at random.
#pragma once

#include <cstddef>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "base/exact.h"

namespace kaohe {

// An exact number of any length; parse_decimal refuses more than 36 digits, so it is put together from digits.
inline Rational number(std::string_view text) {
  const bool negative = text.starts_with('-');
  if (negative) text.remove_prefix(1);
  const std::size_t slash = text.find('/');
  if (slash != std::string_view::npos) {
    const Rational out = number(text.substr(0, slash)) / number(text.substr(slash + 1));
    return negative ? -out : out;
  }
  Rational out;
  int scale = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '.') {
      scale = static_cast<int>(text.size() - i) - 1;
    } else {
      out = out * 10 + (text[i] - '0');
    }
  }
  out = out * Rational::power_of_ten(-scale);
  return negative ? -out : out;
}

class Random {
 public:
  std::size_t below(std::size_t n) { return engine_() % n; }
  // Digits of a whole number above 0: short ones, ones around 64 and 128 bits, and up to 200 digits.
  std::string digits() {
    static const std::vector<std::size_t> lengths = {1, 2, 4, 9, 18, 19, 20, 37, 38, 39, 40, 77, 120, 200};
    const std::size_t length = lengths[below(lengths.size())];
    std::string out(1, static_cast<char>('1' + below(9)));
    const bool edge = below(4) == 0;  // runs of 0 and 9 find faults in carries and in quotients guessed too high
    while (out.size() < length) out.push_back(static_cast<char>(edge ? (below(2) == 0 ? '0' : '9') : '0' + below(10)));
    return out;
  }
  Rational rational() {
    if (below(20) == 0) return {};
    Rational out = number(digits());
    switch (below(4)) {
      case 0:
        break;
      case 1:
        out *= Rational::power_of_ten(-static_cast<int>(below(60)));
        break;
      default:
        out /= number(digits());
    }
    return below(2) == 0 ? out : -out;
  }

 private:
  std::mt19937_64 engine_{20171002};  // NOLINT(cert-msc51-cpp): the same numbers every time
};

}  // namespace kaohe

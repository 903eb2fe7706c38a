// SPDX-License-Identifier: Apache-2.0
// The commonest way to write a number: digits, perhaps a point among them, perhaps a minus in front.
#pragma once

#include <cstdint>
#include <string_view>

namespace kaohe {

struct PlainNumber {
  std::int64_t digits = 0;  // without the point
  int scale = 0;            // digits behind it
};

// False for anything else, and above 18 digits.
[[nodiscard]] inline bool read_plain_number(std::string_view text, PlainNumber& number) {
  constexpr std::size_t kMostDigits = 18;
  const bool negative = !text.empty() && text.front() == '-';
  if (negative) text.remove_prefix(1);
  if (text.empty() || text.size() > kMostDigits + 1) return false;
  std::int64_t digits = 0;
  std::size_t point = text.size();
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto digit = static_cast<unsigned char>(text[i] - '0');
    if (digit <= 9) {
      digits = digits * 10 + digit;
    } else if (text[i] == '.' && point == text.size() && i > 0 && i + 1 < text.size()) {
      point = i;
    } else {
      return false;
    }
  }
  if (point == text.size() && text.size() > kMostDigits) return false;
  number.digits = negative ? -digits : digits;
  number.scale = point == text.size() ? 0 : static_cast<int>(text.size() - point - 1);
  return true;
}

}  // namespace kaohe

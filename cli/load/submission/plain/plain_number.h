// SPDX-License-Identifier: Apache-2.0
// The commonest way to write a number: digits, perhaps a point among them, perhaps a minus in front.
#pragma once

#include <cstdint>
#include <cstring>
#include <string_view>

namespace kaohe {

struct PlainNumber {
  std::int64_t digits = 0;  // without the point
  int scale = 0;            // digits behind it
};

// Eight bytes that are digits, the first in the lowest byte, to their number. The sums of neighbours are taken side by side:
// of bytes, of pairs, of fours.
[[nodiscard]] inline std::uint64_t eight_digits(std::uint64_t digits) {
  digits = (digits & 0x0F0F0F0F0F0F0F0FU) * 2561 >> 8U;
  digits = (digits & 0x00FF00FF00FF00FFU) * 6553601 >> 16U;
  return (digits & 0x0000FFFF0000FFFFU) * 42949672960001U >> 32U;
}

// Up to eight characters at once, without a sign. False where they are not plain.
[[nodiscard]] inline bool read_short_number(std::string_view text, PlainNumber& number) {
  constexpr std::uint64_t kOnes = 0x0101010101010101U, kTops = 0x8080808080808080U, kZeros = 0x3030303030303030U;
  const std::size_t size = text.size();
  std::uint64_t bytes = 0;
  if (size >= 4) {
    std::uint32_t first = 0, last = 0;
    std::memcpy(&first, text.data(), sizeof first);
    std::memcpy(&last, text.data() + size - sizeof last, sizeof last);
    bytes = first | std::uint64_t{last} << (size - sizeof last) * 8;
  } else {
    const auto byte = [text](std::size_t at) { return std::uint64_t{static_cast<unsigned char>(text[at])} << at * 8; };
    bytes = byte(0) | byte(size / 2) | byte(size - 1);
  }
  const auto unused = static_cast<unsigned>(8 - size) * 8;
  bytes = unused == 0 ? bytes : bytes << unused | (kZeros >> (64 - unused));  // zeros in front
  const std::uint64_t apart = bytes ^ (kOnes * '.');
  const std::uint64_t points = (apart - kOnes) & ~apart & kTops;  // the lowest one is right
  number.scale = 0;
  if (points != 0) {
    const auto at = static_cast<unsigned>(__builtin_ctzll(points)) / 8;
    if (at * 8 <= unused || at == 7) return false;  // a digit must stand before it, and one behind
    const std::uint64_t before = bytes & ((std::uint64_t{1} << (at * 8)) - 1);
    bytes = (bytes & ~(((std::uint64_t{1} << (at * 8)) << 8U) - 1)) | before << 8U | '0';
    number.scale = static_cast<int>(7 - at);
  }
  const bool digits = ((bytes & 0xF0F0F0F0F0F0F0F0U) | ((bytes + 0x0606060606060606U) & 0xF0F0F0F0F0F0F0F0U) >> 4U) == 0x3333333333333333U;
  number.digits = static_cast<std::int64_t>(eight_digits(bytes));
  return digits;
}

// False for anything else, and above 18 digits.
[[nodiscard]] inline bool read_plain_number(std::string_view text, PlainNumber& number) {
  constexpr std::size_t kMostDigits = 18;
  const bool negative = !text.empty() && text.front() == '-';
  if (negative) text.remove_prefix(1);
  if (text.empty() || text.size() > kMostDigits + 1) return false;
  if (text.size() <= 8) {
    const bool plain = read_short_number(text, number);
    if (negative) number.digits = -number.digits;
    return plain;
  }
  std::uint64_t digits = 0;  // nineteen are one too many, and fit
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
  number.digits = static_cast<std::int64_t>(digits);
  if (negative) number.digits = -number.digits;
  number.scale = point == text.size() ? 0 : static_cast<int>(text.size() - point - 1);
  return true;
}

}  // namespace kaohe

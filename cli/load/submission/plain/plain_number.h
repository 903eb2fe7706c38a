// SPDX-License-Identifier: Apache-2.0
// The commonest way to write a number: digits, perhaps a point among them, perhaps a minus in front.
#pragma once

#include <cstdint>
#include <cstring>
#include <string_view>

#include "csv/eight_bytes.h"
#include "load/submission/plain/short_bytes.h"

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

inline constexpr std::uint64_t kZeros = 0x3030303030303030U;  // eight digits 0

// A high bit at each of eight bytes that is no digit; `values` are the bytes with the digit 0 taken off by xor.
[[nodiscard]] inline std::uint64_t no_digits(std::uint64_t values) {
  return (((values & ~kHighBits) + kEachByte * 0x76) | values) & kHighBits;
}

// The first of such bytes, counted in bits.
[[nodiscard]] inline unsigned first_of(std::uint64_t high_bits) { return static_cast<unsigned>(__builtin_ctzll(high_bits)) - 7; }

// Without the byte that begins at that bit: those before it move up, and a zero comes in front.
[[nodiscard]] inline std::uint64_t without_byte(std::uint64_t values, unsigned point) {
  const std::uint64_t before = (std::uint64_t{1} << point) - 1;
  return (values & before) << 8U | (values & ~(before << 8U | 0xFFU));
}

// The number that begins these bytes, the first in the lowest: digits, perhaps a point among them, no sign. How many bytes it
// has; 0 where there is none.
[[nodiscard]] inline std::size_t read_digits(std::uint64_t bytes, PlainNumber& number) {
  const std::uint64_t values = bytes ^ kZeros;
  const std::uint64_t others = no_digits(values);
  number.scale = 0;
  if (others == 0) {
    number.digits = static_cast<std::int64_t>(eight_digits(values));
    return 8;
  }
  const unsigned first = first_of(others);
  if ((bytes >> first & 0xFFU) != '.') {
    number.digits = first == 0 ? 0 : static_cast<std::int64_t>(eight_digits(values << (64 - first)));
    return first / 8;
  }
  const std::uint64_t behind = others & (others - 1);
  const unsigned end = behind == 0 ? 64 : first_of(behind);
  if (first == 0 || end == first + 8) return 0;  // a digit must stand before the point, and one behind
  number.scale = static_cast<int>((end - first) / 8 - 1);
  number.digits = static_cast<std::int64_t>(eight_digits(without_byte(values, first) << (64 - end)));
  return end / 8;
}

// Of so many bytes, one to eight, the first in the lowest; those behind them may be anything. False where they are not plain, or
// have a sign. A point, if there is one, has digits on both sides.
[[nodiscard]] inline bool read_digits_of(std::uint64_t bytes, std::size_t size, PlainNumber& number) {
  const auto in_front = static_cast<unsigned>(64 - 8 * size);  // bits
  const std::uint64_t values = (bytes ^ kZeros) << in_front;  // behind zeros
  const std::uint64_t others = no_digits(values);
  if (others == 0) {
    number.scale = 0;
    number.digits = static_cast<std::int64_t>(eight_digits(values));
    return true;
  }
  const unsigned point = first_of(others);
  const bool alone = (others & (others - 1)) == 0 && (values >> point & 0xFFU) == ('.' ^ '0');
  if (!alone || point == in_front || point == 56) return false;
  number.scale = static_cast<int>((56 - point) / 8);
  number.digits = static_cast<std::int64_t>(eight_digits(without_byte(values, point)));
  return true;
}

// Up to eight characters at once, without a sign. False where they are not plain.
[[nodiscard]] inline bool read_short_number(std::string_view text, PlainNumber& number) {
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
  return read_digits_of(bytes, size, number);
}

inline constexpr std::size_t kMostDigits = 18;

// False for anything else, and for more digits.
[[nodiscard]] inline bool read_plain_number(std::string_view text, PlainNumber& number) {
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

// The number that a cell of so many bytes holds; false where it is not plain. Eight bytes can be read where it begins.
[[nodiscard]] inline bool read_number_of(std::string_view cell, PlainNumber& number) {
  const bool is_short = cell.size() - 1 < sizeof(std::uint64_t);
  return (is_short && read_digits_of(eight_bytes(cell.data()), cell.size(), number)) || read_plain_number(cell, number);
}

// The number that begins there, however long it is; at least kNumberRoom bytes can be read. How many bytes it has; 0 where it is
// not plain. What stands behind it may make it another one: whoever asks must look.
inline constexpr std::size_t kNumberRoom = 24;
[[nodiscard]] std::size_t read_long_number_at(const char* at, PlainNumber& number);
[[nodiscard]] inline std::size_t read_number_at(const char* at, PlainNumber& number) {
  const std::size_t sign = *at == '-' ? 1 : 0;
  const std::size_t size = read_digits(eight_bytes(at + sign), number);
  if (size > 0 && size < sizeof(std::uint64_t)) {
    if (sign != 0) number.digits = -number.digits;
    return size + sign;
  }
  PlainNumber other;  // so that nobody else need know where the common ones are
  const std::size_t other_size = read_long_number_at(at, other);
  number = other;
  return other_size;
}

// That, or nothing, and behind it what is expected there, quotes around the number first if that begins with one: how many bytes
// all of it has; 0: something else stands there. `size` is the number's; kRoom bytes more can be read behind both.
[[nodiscard]] inline std::size_t read_number_before(std::string_view behind, const char* at, PlainNumber& number, std::size_t& size) {
  const std::size_t quote = behind.front() == '"' ? 1 : 0;
  if (quote != 0 && *at != '"') return 0;
  size = read_number_at(at + quote, number);
  const char* const end = at + quote + size;
  if (*end != behind.front() || (behind.size() > 1 && !same_bytes(behind.data(), end, behind.size()))) return 0;
  return quote + size + behind.size();
}

}  // namespace kaohe

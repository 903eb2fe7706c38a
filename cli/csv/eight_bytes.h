// SPDX-License-Identifier: Apache-2.0
// Short texts, eight bytes at a time.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace kaohe {

inline constexpr std::uint64_t kEachByte = 0x0101010101010101;
inline constexpr std::uint64_t kHighBits = 0x8080808080808080;

[[nodiscard]] inline std::uint64_t eight_bytes(const void* from) {
  std::uint64_t eight = 0;
  std::memcpy(&eight, from, sizeof eight);
  return eight;
}

// The first byte from `at` on that is not ASCII, or the end.
[[nodiscard]] inline std::size_t skip_ascii(std::string_view bytes, std::size_t at) {
  for (; bytes.size() - at >= 8; at += 8) {
    if ((eight_bytes(bytes.data() + at) & kHighBits) != 0) break;
  }
  while (at < bytes.size() && static_cast<unsigned char>(bytes[at]) < 0x80) ++at;
  return at;
}

// The first byte from `at` on that is one of the three, or the end.
[[nodiscard]] inline std::size_t find_one_of(std::string_view bytes, std::size_t at, char a, char b, char c) {
  // A high bit at each byte that is zero; of those behind the first some may be wrong.
  const auto zeros = [](std::uint64_t eight) { return (eight - kEachByte) & ~eight & kHighBits; };
  const auto all = [](char one) { return kEachByte * static_cast<unsigned char>(one); };
  for (; bytes.size() - at >= 8; at += 8) {
    const std::uint64_t eight = eight_bytes(bytes.data() + at);
    const std::uint64_t found = zeros(eight ^ all(a)) | zeros(eight ^ all(b)) | zeros(eight ^ all(c));
    if (found != 0) return at + static_cast<std::size_t>(__builtin_ctzll(found)) / 8;
  }
  while (at < bytes.size() && bytes[at] != a && bytes[at] != b && bytes[at] != c) ++at;
  return at;
}

// Code points of well-formed UTF-8 that begin in [at, end).
[[nodiscard]] inline std::size_t count_code_points(std::string_view bytes, std::size_t at, std::size_t end) {
  const auto continuing = [](std::uint64_t eight) { return (eight >> 7U & ~(eight >> 6U) & kEachByte) * kEachByte >> 56U; };
  std::size_t count = end - at;
  for (; end - at >= 8; at += 8) count -= continuing(eight_bytes(bytes.data() + at));
  if (at < end && bytes.size() - at >= 8) return count - continuing(eight_bytes(bytes.data() + at) << (8 - (end - at)) * 8);
  for (; at < end; ++at) count -= (static_cast<unsigned char>(bytes[at]) & 0xC0) == 0x80 ? 1 : 0;
  return count;
}

}  // namespace kaohe

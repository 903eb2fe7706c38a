// SPDX-License-Identifier: Apache-2.0
// Texts of a few bytes, compared and mixed all at once. They are as long as names are: a branch that depended on it would
// be taken wrongly again and again.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

#include "base/wide.h"

namespace kaohe {

inline constexpr std::size_t kRoom = 32;  // bytes that are looked at at once

// From as many bytes before its middle as are counted, ones and then zeros.
inline constexpr std::array<unsigned char, 2 * kRoom> kOnesAndZeros = [] {
  std::array<unsigned char, 2 * kRoom> out = {};
  for (std::size_t i = 0; i < kRoom; ++i) out[i] = 0xFF;
  return out;
}();

[[nodiscard]] bool same_long_bytes(const char* a, const char* b, std::size_t size);

// Whether `size` bytes are the same; kRoom more can be read behind both.
[[nodiscard]] inline bool same_bytes(const char* a, const char* b, std::size_t size) {
  using Pair = std::uint64_t __attribute__((vector_size(16)));  // which processors compare at once
  const auto pair_at = [](const void* from) {
    Pair pair;
    std::memcpy(&pair, from, sizeof pair);
    return pair;
  };
  if (size > kRoom) return same_long_bytes(a, b, size);
  const unsigned char* const counts = kOnesAndZeros.data() + kRoom - size;
  const Pair difference = ((pair_at(a) ^ pair_at(b)) & pair_at(counts)) | ((pair_at(a + 16) ^ pair_at(b + 16)) & pair_at(counts + 16));
  return (difference[0] | difference[1]) == 0;
}

// The same of texts; an empty one may be nowhere.
[[nodiscard]] inline bool same_text(std::string_view a, std::string_view b) {
  return a.size() == b.size() && (a.empty() || same_bytes(a.data(), b.data(), a.size()));
}

[[nodiscard]] inline std::uint64_t mixed(std::uint64_t a, std::uint64_t b) {
  const UnsignedWide product = static_cast<UnsignedWide>(a) * b;
  return static_cast<std::uint64_t>(product) ^ static_cast<std::uint64_t>(product >> 64U);
}

[[nodiscard]] std::uint64_t hash_of_long_text(std::string_view text, std::uint64_t seed);

// Each bit of it depends on each byte; kRoom more bytes can be read behind the text.
[[nodiscard]] inline std::uint64_t hash_of_text(std::string_view text, std::uint64_t seed) {
  if (text.size() > kRoom) return hash_of_long_text(text, seed);
  const unsigned char* const counts = kOnesAndZeros.data() + kRoom - text.size();
  const auto word = [](const void* from) {
    std::uint64_t eight = 0;
    std::memcpy(&eight, from, sizeof eight);
    return eight;
  };
  const auto counted = [&](std::size_t at) { return word(text.data() + at) & word(counts + at); };
  return mixed(counted(0) ^ seed ^ 0x9E3779B97F4A7C15ULL, counted(8) ^ 0xBF58476D1CE4E5B9ULL) ^
         mixed(counted(16) ^ 0x94D049BB133111EBULL, counted(24) ^ 0xD6E8FEB86659FD93ULL);
}

}  // namespace kaohe

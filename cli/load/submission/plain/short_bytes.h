// SPDX-License-Identifier: Apache-2.0
// Texts of a few bytes, compared and mixed all at once. They are as long as names are: a branch that depended on it would
// be taken wrongly again and again.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

#include "base/wide.h"
#include "csv/eight_bytes.h"

namespace kaohe {

inline constexpr std::size_t kRoom = 32;  // bytes that are looked at at once

// From as many bytes before its middle as are counted, ones and then zeros.
inline constexpr std::array<unsigned char, 2 * kRoom> kOnesAndZeros = [] {
  std::array<unsigned char, 2 * kRoom> out = {};
  for (std::size_t i = 0; i < kRoom; ++i) out[i] = 0xFF;
  return out;
}();

[[nodiscard]] bool same_long_bytes(const char* a, const char* b, std::size_t size);

// Whether `size` bytes are the same; kShort more, which is 16 or 32, can be read behind both. Most have no more than that.
template <std::size_t kShort = kRoom>
[[nodiscard]] inline bool same_bytes(const char* a, const char* b, std::size_t size) {
  using Pair = std::uint64_t __attribute__((vector_size(16)));  // which processors compare at once
  const auto pair_at = [](const void* from) {
    Pair pair;
    std::memcpy(&pair, from, sizeof pair);
    return pair;
  };
  if (size > kShort) return same_long_bytes(a, b, size);
  const unsigned char* const counts = kOnesAndZeros.data() + kRoom - size;
  Pair difference = (pair_at(a) ^ pair_at(b)) & pair_at(counts);
  if constexpr (kShort > sizeof difference) difference |= (pair_at(a + 16) ^ pair_at(b + 16)) & pair_at(counts + 16);
  return (difference[0] | difference[1]) == 0;
}

// The same of texts; an empty one may be nowhere.
[[nodiscard]] inline bool same_text(std::string_view a, std::string_view b) {
  return a.size() == b.size() && (a.empty() || same_bytes(a.data(), b.data(), a.size()));
}

// An empty text behind which there is room.
inline constexpr std::array<char, kRoom> kNothing = {};
inline constexpr std::string_view kNoText = {kNothing.data(), 0};

[[nodiscard]] inline std::uint64_t mixed(std::uint64_t a, std::uint64_t b) {
  const UnsignedWide product = static_cast<UnsignedWide>(a) * b;
  return static_cast<std::uint64_t>(product) ^ static_cast<std::uint64_t>(product >> 64U);
}

// The first bytes of a text, zeros where it ends before. A word can be read where it begins.
[[nodiscard]] inline std::uint64_t first_word(std::string_view text) {
  return eight_bytes(text.data()) & eight_bytes(kOnesAndZeros.data() + kRoom - std::min(text.size(), sizeof(std::uint64_t)));
}

[[nodiscard]] std::uint64_t hash_of_long_text(std::string_view text, std::uint64_t seed);

// Each bit of it depends on each byte. A word can be read where the text begins.
[[nodiscard]] inline std::uint64_t hash_of_text(std::string_view text, std::uint64_t seed) {
  constexpr std::size_t kWord = sizeof(std::uint64_t);
  constexpr std::uint64_t kA = 0x9E3779B97F4A7C15ULL, kB = 0xBF58476D1CE4E5B9ULL, kC = 0x94D049BB133111EBULL, kD = 0xD6E8FEB86659FD93ULL;
  if (text.size() < kWord) return mixed(first_word(text) ^ seed ^ kA, kB);
  if (text.size() > kRoom) return hash_of_long_text(text, seed);
  // Four words that hold all of it, of which some lie over others: none needs a mask.
  const char* const at = text.data();
  const std::size_t last = text.size() - kWord;
  const std::uint64_t hash = mixed(eight_bytes(at) ^ seed ^ kA, eight_bytes(at + last) ^ kB) ^ mixed(eight_bytes(at + std::min(last, kWord)) ^ kC, eight_bytes(at + std::max(last, kWord) - kWord) ^ kD);
  return hash ^ hash >> 32U;
}

}  // namespace kaohe

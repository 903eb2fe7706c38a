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

// A text as words are looked up by it: its first bytes, zeros where it ends before. kRoom more can be read behind it.
template <std::size_t kShort>
struct ShortText {
  explicit ShortText(std::string_view of) : text(of) {
    const char* const counts = reinterpret_cast<const char*>(kOnesAndZeros.data()) + kRoom - std::min(text.size(), kShort);
    for (std::size_t i = 0; i < words.size(); ++i) words[i] = word_at(text.data(), i) & word_at(counts, i);
  }
  [[nodiscard]] static std::uint64_t word_at(const char* at, std::size_t i) {
    std::uint64_t word = 0;
    std::memcpy(&word, at + i * sizeof word, sizeof word);
    return word;
  }
  // Whether `bytes`, as many as the text has, are the same; behind them are zeros up to kShort.
  [[nodiscard]] bool is(const char* bytes) const {
    std::uint64_t difference = 0;
    for (std::size_t i = 0; i < words.size(); ++i) difference |= words[i] ^ word_at(bytes, i);
    return difference == 0 && (text.size() <= kShort || same_long_bytes(bytes + kShort, text.data() + kShort, text.size() - kShort));
  }

  std::string_view text;
  std::array<std::uint64_t, kShort / sizeof(std::uint64_t)> words;
};

// An empty text behind which there is room.
inline constexpr std::array<char, kRoom> kNothing = {};
inline constexpr std::string_view kNoText = {kNothing.data(), 0};

[[nodiscard]] inline std::uint64_t mixed(std::uint64_t a, std::uint64_t b) {
  const UnsignedWide product = static_cast<UnsignedWide>(a) * b;
  return static_cast<std::uint64_t>(product) ^ static_cast<std::uint64_t>(product >> 64U);
}

[[nodiscard]] std::uint64_t hash_of_long_text(std::string_view text, std::uint64_t seed);

// Each bit of it depends on each byte.
template <std::size_t kShort>
[[nodiscard]] inline std::uint64_t hash_of_text(const ShortText<kShort>& of, std::uint64_t seed) {
  std::uint64_t hash = mixed(of.words[0] ^ seed ^ 0x9E3779B97F4A7C15ULL, of.words[1] ^ 0xBF58476D1CE4E5B9ULL);
  if constexpr (kShort > 16) hash ^= mixed(of.words[2] ^ 0x94D049BB133111EBULL, of.words[3] ^ 0xD6E8FEB86659FD93ULL);
  hash = mixed(hash, 0x9E3779B97F4A7C15ULL);
  return of.text.size() <= kShort ? hash : hash_of_long_text(of.text.substr(kShort), hash);
}

}  // namespace kaohe

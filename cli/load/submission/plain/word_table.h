// SPDX-License-Identifier: Apache-2.0
// Texts numbered as they come, found again by their bytes: a small table for words that stand in file after file, row
// after row.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

namespace kaohe {

inline constexpr std::uint32_t kNoWord = UINT32_MAX;

class WordTable {
 public:
  WordTable() : slots_(64, Slot{0, kNoWord}) {}

  [[nodiscard]] std::uint32_t find(std::string_view text) const {
    const std::uint64_t hash = hash_of(text);
    for (std::size_t at = hash & (slots_.size() - 1);; at = (at + 1) & (slots_.size() - 1)) {
      const Slot& slot = slots_[at];
      if (slot.number == kNoWord) return kNoWord;
      if (slot.hash == hash && texts_[slot.number] == text) return slot.number;
    }
  }
  // Its number, a new one where it has none.
  std::uint32_t add(std::string_view text);
  [[nodiscard]] std::string_view text(std::uint32_t number) const { return texts_[number]; }
  [[nodiscard]] std::size_t size() const { return texts_.size(); }

 private:
  struct Slot {
    std::uint64_t hash;
    std::uint32_t number;
  };
  static std::uint64_t load(const char* from, std::size_t count) {
    std::uint64_t word = 0;
    std::memcpy(&word, from, count);
    return word;
  }
  // Of the length and the bytes, eight at a time; the last eight may overlap those before.
  static std::uint64_t hash_of(std::string_view text) {
    constexpr std::uint64_t kMix = 0x9E3779B97F4A7C15ULL;
    std::uint64_t hash = text.size() * kMix;
    const char* at = text.data();
    std::size_t left = text.size();
    for (; left > 8; left -= 8, at += 8) hash = (hash ^ load(at, 8)) * kMix, hash ^= hash >> 32U;
    const bool tail = text.size() >= 8;
    std::uint64_t last = 0;
    if (tail) {
      last = load(text.data() + text.size() - 8, 8);
    } else if (left >= 4) {
      last = load(at, 4) | load(at + left - 4, 4) << 32U;
    } else if (left > 0) {
      last = load(at, 1) | load(at + left / 2, 1) << 8U | load(at + left - 1, 1) << 16U;
    }
    hash = (hash ^ last) * kMix;
    return hash ^ hash >> 29U;
  }
  void place(std::uint64_t hash, std::uint32_t number);

  std::vector<Slot> slots_;  // a power of two, at most half of them full
  std::deque<std::string> texts_;
};

}  // namespace kaohe

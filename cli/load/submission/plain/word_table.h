// SPDX-License-Identifier: Apache-2.0
// Words that stand together in a row (one, or a few), numbered as they come and found again by their bytes: a small table
// for what stands in row after row.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <vector>

namespace kaohe {

inline constexpr std::uint32_t kNoWord = UINT32_MAX;

// Words are short: no call for a few bytes. The last pieces that are compared may overlap those before.
[[nodiscard]] inline bool same_word(std::string_view a, std::string_view b) {
  const std::size_t size = a.size();
  if (size != b.size()) return false;
  const auto same = [x = a.data(), y = b.data()](std::size_t at, auto piece) {
    auto other = piece;
    std::memcpy(&piece, x + at, sizeof piece);
    std::memcpy(&other, y + at, sizeof other);
    return piece == other;
  };
  if (size >= 8) {
    for (std::size_t i = 0; i + 8 < size; i += 8) {
      if (!same(i, std::uint64_t{})) return false;
    }
    return same(size - 8, std::uint64_t{});
  }
  if (size >= 4) return same(0, std::uint32_t{}) && same(size - 4, std::uint32_t{});
  return size == 0 || (a[0] == b[0] && a[size / 2] == b[size / 2] && a[size - 1] == b[size - 1]);
}

class WordTable {
 public:
  // Of `columns` words each, one or more.
  explicit WordTable(std::size_t columns) : columns_(columns), slots_(64) {}

  // The number of the words text(0), text(1), …; kNoWord where they were never added.
  template <typename TextOf>
  [[nodiscard]] std::uint32_t find(const TextOf& text) const {
    const std::uint64_t hash = hash_of(text);
    for (std::size_t at = hash & (slots_.size() - 1);; at = (at + 1) & (slots_.size() - 1)) {
      const Slot& slot = slots_[at];
      if (slot.number == kNoWord || (slot.hash == hash >> 32U && stand_at(slot.begin, text))) return slot.number;
    }
  }
  // Their number, a new one where they have none.
  template <typename TextOf>
  std::uint32_t add(const TextOf& text) {
    const std::uint32_t known = find(text);
    if (known != kNoWord) return known;
    const std::uint64_t hash = hash_of(text);
    begins_.push_back(texts_.size());
    hashes_.push_back(hash);
    for (std::size_t i = 0; i < columns_; ++i) append(text(i));
    place_newest();
    return static_cast<std::uint32_t>(size() - 1);
  }
  // Whether these words have that number.
  template <typename TextOf>
  [[nodiscard]] bool are(std::uint32_t number, const TextOf& text) const {
    return stand_at(begins_[number], text);
  }
  [[nodiscard]] std::size_t size() const { return begins_.size(); }

 private:
  using Size = std::uint32_t;
  struct Slot {
    std::uint32_t number = kNoWord;
    std::uint32_t hash = 0;  // its upper half
    std::size_t begin = 0;
  };
  static std::uint64_t load(const char* from, std::size_t count) {
    std::uint64_t word = 0;
    std::memcpy(&word, from, count);
    return word;
  }
  static std::uint64_t mix(std::uint64_t hash, std::uint64_t word) {
    hash = (hash ^ word) * 0x9E3779B97F4A7C15ULL;
    return hash ^ hash >> 32U;
  }
  // Eight bytes at a time; the last eight may overlap those before.
  static std::uint64_t hash_of_word(std::uint64_t hash, std::string_view text) {
    const char* at = text.data();
    std::size_t left = text.size();
    hash = mix(hash, left);
    for (; left > 8; left -= 8, at += 8) hash = mix(hash, load(at, 8));
    std::uint64_t last = 0;
    if (text.size() >= 8) {
      last = load(text.data() + text.size() - 8, 8);
    } else if (left >= 4) {
      last = load(at, 4) | load(at + left - 4, 4) << 32U;
    } else if (left > 0) {
      last = load(at, 1) | load(at + left / 2, 1) << 8U | load(at + left - 1, 1) << 16U;
    }
    return mix(hash, last);
  }
  template <typename TextOf>
  [[nodiscard]] std::uint64_t hash_of(const TextOf& text) const {
    std::uint64_t hash = 0;
    for (std::size_t i = 0; i < columns_; ++i) hash = hash_of_word(hash, text(i));
    return hash;
  }
  template <typename TextOf>
  [[nodiscard]] bool stand_at(std::size_t begin, const TextOf& text) const {
    const char* at = texts_.data() + begin;
    for (std::size_t i = 0; i < columns_; ++i) {
      Size size = 0;
      std::memcpy(&size, at, sizeof size);
      at += sizeof size;
      if (!same_word({at, size}, text(i))) return false;
      at += size;
    }
    return true;
  }
  void append(std::string_view text);
  void place_newest();
  void place(std::uint32_t number);

  std::size_t columns_;
  std::vector<Slot> slots_;            // a power of two, at most half of them full
  std::string texts_;                  // one after the other, each behind its size
  std::vector<std::size_t> begins_;    // of the words with that number, there
  std::vector<std::uint64_t> hashes_;  // of them
};

}  // namespace kaohe

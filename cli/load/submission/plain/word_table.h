// SPDX-License-Identifier: Apache-2.0
// Texts numbered as they come, found again by their bytes: a small table for words that stand in file after file, row
// after row.
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
  WordTable() : slots_(64) {}

  [[nodiscard]] std::uint32_t find(std::string_view text) const {
    const std::uint64_t hash = hash_of(text);
    for (std::size_t at = hash & (slots_.size() - 1);; at = (at + 1) & (slots_.size() - 1)) {
      const Slot& slot = slots_[at];
      if (slot.number == kNoWord) return kNoWord;
      // Of so few bytes the hash and the length are the text.
      if (slot.hash == hash && slot.length == text.size() && (text.size() <= 8 || same_word(this->text(slot.number), text))) return slot.number;
    }
  }
  // Its number, a new one where it has none.
  std::uint32_t add(std::string_view text);
  [[nodiscard]] std::string_view text(std::uint32_t number) const { return std::string_view(texts_).substr(begins_[number], begins_[number + 1] - begins_[number]); }
  [[nodiscard]] std::size_t size() const { return begins_.size() - 1; }

 private:
  struct Slot {
    std::uint64_t hash = 0;
    std::uint32_t number = kNoWord;
    std::uint32_t length = 0;
  };
  static std::uint64_t load(const char* from, std::size_t count) {
    std::uint64_t word = 0;
    std::memcpy(&word, from, count);
    return word;
  }
  // Of the length and the bytes, eight at a time; the last eight may overlap those before. Two texts of one length, of
  // eight bytes at most, never have the same: every step can be undone.
  static std::uint64_t hash_of(std::string_view text) {
    constexpr std::uint64_t kMix = 0x9E3779B97F4A7C15ULL;
    std::uint64_t hash = text.size() * kMix;
    const char* at = text.data();
    std::size_t left = text.size();
    for (; left > 8; left -= 8, at += 8) hash = (hash ^ load(at, 8)) * kMix, hash ^= hash >> 32U;
    std::uint64_t last = 0;
    if (text.size() >= 8) {
      last = load(text.data() + text.size() - 8, 8);
    } else if (left >= 4) {
      last = load(at, 4) | load(at + left - 4, 4) << 32U;
    } else if (left > 0) {
      last = load(at, 1) | load(at + left / 2, 1) << 8U | load(at + left - 1, 1) << 16U;
    }
    hash = (hash ^ last) * kMix;
    return hash ^ hash >> 29U;
  }
  void place(const Slot& slot);

  std::vector<Slot> slots_;  // a power of two, at most half of them full
  std::string texts_;        // one after the other
  std::vector<std::size_t> begins_ = {0};
};

// Numbers for several words that stand together in a row: those of the words before, and one more word, are a number again.
class WordRows {
 public:
  // Of `columns` words, one or more.
  explicit WordRows(std::size_t columns) : steps_(columns < 2 ? 0 : columns - 1) {}

  // `word(i)` is the number of the i-th; kNoWord where they were never added.
  template <typename WordOf>
  [[nodiscard]] std::uint32_t find(const WordOf& word) const {
    std::uint32_t number = word(std::size_t{0});
    for (std::size_t i = 0; i < steps_.size() && number != kNoWord; ++i) {
      const std::uint32_t next = word(i + 1);
      number = next == kNoWord ? kNoWord : steps_[i].find(number, next);
    }
    return number;
  }
  template <typename WordOf>
  std::uint32_t add(const WordOf& word) {
    std::uint32_t number = word(std::size_t{0});
    for (std::size_t i = 0; i < steps_.size(); ++i) number = steps_[i].add(number, word(i + 1));
    return number;
  }

 private:
  class Step {
   public:
    Step() : slots_(64) {}
    [[nodiscard]] std::uint32_t find(std::uint32_t before, std::uint32_t word) const { return slots_[slot_of(key_of(before, word))].number; }
    std::uint32_t add(std::uint32_t before, std::uint32_t word);

   private:
    struct Slot {
      std::uint64_t key = 0;
      std::uint32_t number = kNoWord;
    };
    static std::uint64_t key_of(std::uint32_t before, std::uint32_t word) { return std::uint64_t{before} << 32U | word; }
    // Where the key is, or would be.
    [[nodiscard]] std::size_t slot_of(std::uint64_t key) const {
      std::uint64_t hash = key * 0x9E3779B97F4A7C15ULL;
      hash ^= hash >> 32U;
      std::size_t at = hash & (slots_.size() - 1);
      while (slots_[at].number != kNoWord && slots_[at].key != key) at = (at + 1) & (slots_.size() - 1);
      return at;
    }

    std::vector<Slot> slots_;  // a power of two, at most half of them full
    std::uint32_t size_ = 0;
  };

  std::vector<Step> steps_;
};

}  // namespace kaohe

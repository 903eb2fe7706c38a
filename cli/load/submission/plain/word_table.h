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

#include "load/submission/plain/short_bytes.h"

namespace kaohe {

inline constexpr std::uint32_t kNoWord = UINT32_MAX;

class WordTable {
 public:
  // Of `columns` words each, one or more.
  explicit WordTable(std::size_t columns) : columns_(columns), slots_(64), texts_(kRoom, '\0') {}

  // The number of the words text(0), text(1), …, behind each of which kRoom bytes can be read; kNoWord where they were never added.
  template <typename TextOf>
  [[nodiscard]] std::uint32_t find(const TextOf& text) const {
    const std::uint64_t hash = hash_of(text);
    for (std::size_t at = hash & (slots_.size() - 1);; at = (at + 1) & (slots_.size() - 1)) {
      const Slot& slot = slots_[at];
      if (slot.number == kNoWord || (slot.hash == hash >> 32U && stand_at(slot.begin, text))) return slot.number;
    }
  }
  // Their number, a new one where they have none.
  std::uint32_t add(const std::vector<std::string_view>& words);
  // Whether these words, as for find(), have that number.
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
  template <typename TextOf>
  [[nodiscard]] std::uint64_t hash_of(const TextOf& text) const {
    std::uint64_t hash = 0;
    for (std::size_t i = 0; i < columns_; ++i) hash = hash_of_text(text(i), hash);
    return hash;
  }
  template <typename TextOf>
  [[nodiscard]] bool stand_at(std::size_t begin, const TextOf& text) const {
    const char* at = texts_.data() + begin;
    for (std::size_t i = 0; i < columns_; ++i) {
      Size size = 0;
      std::memcpy(&size, at, sizeof size);
      at += sizeof size;
      if (!same_text({at, size}, text(i))) return false;
      at += size;
    }
    return true;
  }
  void place_newest();
  void place(std::uint32_t number);

  std::size_t columns_;
  std::vector<Slot> slots_;            // a power of two, at most half of them full
  std::string texts_;                  // one after the other, each behind its size; kRoom bytes behind the last
  std::vector<std::size_t> begins_;    // of the words with that number, there
  std::vector<std::uint64_t> hashes_;  // of them
};

}  // namespace kaohe

// SPDX-License-Identifier: Apache-2.0
// Words that stand together in a row (one, or a few), numbered as they come and found again by their bytes: a small table
// for what stands in row after row. Rows in no order look all over it, so that it had better stay in the processor's caches.
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
  explicit WordTable(std::size_t columns) : columns_(columns), slots_(64), texts_(kUnit + kRoom, '\0') {}

  // The number of the words text(0), text(1), …, behind each of which kRoom bytes can be read; kNoWord where they were never added.
  template <typename TextOf>
  [[nodiscard]] std::uint32_t find(const TextOf& text) const {
    const std::uint32_t hash = hash_of(text);
    for (std::size_t at = hash & (slots_.size() - 1);; at = (at + 1) & (slots_.size() - 1)) {
      const Slot slot = slots_[at];
      if (slot.begin == 0) return kNoWord;
      if (slot.hash != hash) continue;
      const char* const entry = texts_.data() + std::size_t{slot.begin} * kUnit;
      if (stand_behind(entry + sizeof(Number), text)) return number_at(entry);
    }
  }
  // Their number, a new one where they have none.
  std::uint32_t add(const std::vector<std::string_view>& words);
  [[nodiscard]] std::size_t size() const { return size_; }

 private:
  using Number = std::uint32_t;
  using Size = std::uint32_t;
  static constexpr std::size_t kUnit = 8;  // bytes: where words begin is counted in these, and reaches far
  struct Slot {
    std::uint32_t hash = 0;
    std::uint32_t begin = 0;  // in texts_, in units; 0: nothing is here
  };
  [[nodiscard]] static Number number_at(const char* at) {
    Number number = 0;
    std::memcpy(&number, at, sizeof number);
    return number;
  }
  template <typename TextOf>
  [[nodiscard]] std::uint32_t hash_of(const TextOf& text) const {
    std::uint64_t hash = 0;
    for (std::size_t i = 0; i < columns_; ++i) hash = hash_of_text(text(i), hash);
    return static_cast<std::uint32_t>(hash);
  }
  template <typename TextOf>
  [[nodiscard]] bool stand_behind(const char* at, const TextOf& text) const {
    for (std::size_t i = 0; i < columns_; ++i) {
      const std::string_view word = text(i);
      const Size size = number_at(at);
      at += sizeof size;
      if (size != word.size() || !same_bytes(at, word.data(), size)) return false;
      at += size;
    }
    return true;
  }
  void place(const Slot& slot);

  std::size_t columns_;
  std::size_t size_ = 0;
  std::vector<Slot> slots_;  // a power of two, at most half of them full
  std::string texts_;        // of words that stand together, from a unit's border on: their number, and each behind its size; kRoom bytes behind the last
};

}  // namespace kaohe

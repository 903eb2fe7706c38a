// SPDX-License-Identifier: Apache-2.0
// Words that stand together in a row (one, or a few), numbered as they come and found again by their bytes: a small table
// for what stands in row after row. Rows in no order look all over it, so that it had better stay in the processor's caches.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "load/submission/plain/short_bytes.h"

namespace kaohe {

inline constexpr std::uint32_t kNoWord = UINT32_MAX;

// Most words have at most kShort bytes, which is a multiple of 16 up to kRoom.
template <std::size_t kColumns, std::size_t kShort>
class WordTable {
 public:
  using Words = std::array<std::string_view, kColumns>;
  // As they are looked for; kRoom bytes can be read behind each.
  class Key {
   public:
    explicit Key(const Words& words) : Key(words, std::make_index_sequence<kColumns>()) {}
    // Whether the first word is the one that stands there.
    [[nodiscard]] bool is_of(std::string_view first) const { return texts_.front().text.data() == first.data() && texts_.front().text.size() == first.size(); }

   private:
    friend class WordTable;
    template <std::size_t... kI>
    Key(const Words& words, std::index_sequence<kI...> /*columns*/) : texts_({ShortText<kShort>(words[kI])...}), hash_(mixture()) {}
    // The first word mostly tells what the others are.
    [[nodiscard]] std::uint32_t mixture() const {
      std::uint64_t others = 0;
      for (std::size_t i = 1; i < kColumns; ++i) others ^= texts_[i].words.front();
      return static_cast<std::uint32_t>(hash_of_text(texts_.front(), others));
    }

    std::array<ShortText<kShort>, kColumns> texts_;
    std::uint32_t hash_;
  };

  // Their number; kNoWord where they were never added.
  [[nodiscard]] std::uint32_t find(const Key& key) const {
    for (std::size_t at = key.hash_ & (slots_.size() - 1);; at = (at + 1) & (slots_.size() - 1)) {
      const Slot slot = slots_[at];
      if (slot.begin == 0) return kNoWord;
      const char* const entry = entry_at(slot);
      if (slot.hash == key.hash_ && stand_behind(entry + sizeof(Number), key)) return read(entry);
    }
  }
  // Words are about to be looked for: memory had better be asked for them in time.
  void await(const Key& key) const { __builtin_prefetch(entry_at(slots_[key.hash_ & (slots_.size() - 1)])); }
  // Their number, a new one where they have none. Nothing need be readable behind them.
  std::uint32_t add(const Words& words);
  [[nodiscard]] std::size_t size() const { return size_; }

 private:
  using Number = std::uint32_t;  // also of bytes: a record has less than 4 GiB
  static constexpr std::size_t kUnit = 8;  // bytes: where words begin is counted in these, and reaches far
  struct Slot {
    std::uint32_t hash = 0;
    std::uint32_t begin = 0;  // in texts_, in units; 0: nothing is here
  };
  [[nodiscard]] const char* entry_at(const Slot& slot) const { return texts_.data() + std::size_t{slot.begin} * kUnit; }
  [[nodiscard]] static Number read(const char* at) {
    Number number = 0;
    std::memcpy(&number, at, sizeof number);
    return number;
  }
  [[nodiscard]] static bool stand_behind(const char* at, const Key& key) {
    for (const ShortText<kShort>& text : key.texts_) {
      if (read(at) != text.text.size() || !text.is(at + sizeof(Number))) return false;
      at += sizeof(Number) + std::max(text.text.size(), kShort);
    }
    return true;
  }
  void place(const Slot& slot) {
    std::size_t at = slot.hash & (slots_.size() - 1);
    while (slots_[at].begin != 0) at = (at + 1) & (slots_.size() - 1);
    slots_[at] = slot;
  }

  std::size_t size_ = 0;
  std::vector<Slot> slots_ = std::vector<Slot>(64);  // a power of two, at most a quarter of them full: few words stand beside their place
  // Of words that stand together, from a unit's border on: their number, and each behind its size, with zeros up to kShort bytes.
  std::string texts_ = std::string(kUnit, '\0');
};

template <std::size_t kColumns, std::size_t kShort>
std::uint32_t WordTable<kColumns, kShort>::add(const Words& words) {
  const auto append = [](std::string& to, std::size_t number) {
    const auto small = static_cast<Number>(number);
    to.append(reinterpret_cast<const char*>(&small), sizeof small);
  };
  std::string entry;
  append(entry, size_);
  std::array<std::size_t, kColumns> begins = {};
  for (std::size_t i = 0; i < kColumns; ++i) {
    append(entry, words[i].size());
    begins[i] = entry.size();
    entry += words[i];
    if (words[i].size() < kShort) entry.append(kShort - words[i].size(), '\0');
  }
  const std::size_t size = (entry.size() + kUnit - 1) / kUnit * kUnit;
  entry.append(size - entry.size() + kRoom, '\0');
  Words roomy;
  for (std::size_t i = 0; i < kColumns; ++i) roomy[i] = std::string_view(entry).substr(begins[i], words[i].size());
  const Key key(roomy);
  const std::uint32_t known = find(key);
  if (known != kNoWord) return known;
  const Slot slot = {key.hash_, static_cast<std::uint32_t>(texts_.size() / kUnit)};
  texts_.append(entry, 0, size);
  if (4 * ++size_ > slots_.size()) {
    for (const Slot& old : std::exchange(slots_, std::vector<Slot>(2 * slots_.size()))) {
      if (old.begin != 0) place(old);
    }
  }
  place(slot);
  return static_cast<std::uint32_t>(size_ - 1);
}

}  // namespace kaohe

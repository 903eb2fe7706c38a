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
#include <type_traits>
#include <utility>
#include <vector>

#include "load/submission/plain/short_bytes.h"

namespace kaohe {

inline constexpr std::uint32_t kNoWord = UINT32_MAX;

// For each column how many bytes most of its words have at most: 16 or 32.
template <std::size_t... kShort>
class WordTable {
  static constexpr std::size_t kColumns = sizeof...(kShort);

 public:
  // As many bytes can be read behind each that is looked for as most have.
  using Words = std::array<std::string_view, kColumns>;
  using Hash = std::uint32_t;

  // The first word mostly tells what the others are.
  [[nodiscard]] static Hash hash_of(const Words& words) {
    std::uint64_t others = 0;
    for (std::size_t i = 1; i < kColumns; ++i) others ^= first_word(words[i]);
    return static_cast<Hash>(hash_of_text(words.front(), others)) | kSome;
  }
  // Their number; kNoWord where they were never added.
  [[nodiscard]] std::uint32_t find(const Words& words) const { return find(words, hash_of(words)); }
  [[nodiscard]] std::uint32_t find(const Words& words, Hash hash) const {
    for (std::size_t at = hash & mask_;; at = (at + 1) & mask_) {
      const Slot& slot = slots_[at];
      if (slot.hash == hash) {
        const char* const entry = entry_at(slot);
        if (stand_behind(entry + sizeof(Number), words)) return read(entry);
      } else if (slot.hash == 0) {
        return kNoWord;
      }
    }
  }
  // Words with that hash are about to be looked for: memory had better be asked for them in time, and where they begin before that.
  void await_slot(Hash hash) const { __builtin_prefetch(&slots_[hash & mask_]); }
  void await(Hash hash) const { __builtin_prefetch(entry_at(slots_[hash & mask_])); }
  // Their number, a new one where they have none. Nothing need be readable behind them.
  std::uint32_t add(const Words& words);
  [[nodiscard]] std::size_t size() const { return size_; }

 private:
  using Number = std::uint32_t;  // also of bytes: a record has less than 4 GiB
  static constexpr std::size_t kUnit = 8;  // bytes: where words begin is counted in these, and reaches far
  static constexpr Hash kSome = Hash{1} << 31U;  // of every hash
  struct Slot {
    Hash hash = 0;            // 0: nothing is here
    std::uint32_t begin = 0;  // in texts_, in units
  };
  [[nodiscard]] const char* entry_at(const Slot& slot) const { return texts_.data() + std::size_t{slot.begin} * kUnit; }
  [[nodiscard]] static Number read(const char* at) {
    Number number = 0;
    std::memcpy(&number, at, sizeof number);
    return number;
  }
  [[nodiscard]] static bool stand_behind(const char* at, const Words& words) {
    const std::string_view* word = words.data();
    const auto is_next = [&at, &word]<std::size_t kMost>(std::integral_constant<std::size_t, kMost> /*most*/) {
      const std::size_t size = word->size();
      if (read(at) != size || !same_bytes<kMost>(at + sizeof(Number), word->data(), size)) return false;
      at += sizeof(Number) + std::max(size, kMost);
      ++word;
      return true;
    };
    return (is_next(std::integral_constant<std::size_t, kShort>()) && ...);
  }
  void place(const Slot& slot) {
    std::size_t at = slot.hash & mask_;
    while (slots_[at].hash != 0) at = (at + 1) & mask_;
    slots_[at] = slot;
  }

  std::size_t size_ = 0;
  std::vector<Slot> slots_ = std::vector<Slot>(64);  // a power of two, at most a quarter of them full: few words stand beside their place
  std::size_t mask_ = slots_.size() - 1;
  // Of words that stand together, from a unit's border on: their number, and each behind its size, with zeros up to as many bytes as most have. Then room.
  std::string texts_ = std::string(kUnit + kRoom, '\0');
};

template <std::size_t... kShort>
std::uint32_t WordTable<kShort...>::add(const Words& words) {
  const auto append = [](std::string& to, std::size_t number) {
    const auto small = static_cast<Number>(number);
    to.append(reinterpret_cast<const char*>(&small), sizeof small);
  };
  std::string entry;
  append(entry, size_);
  constexpr std::array<std::size_t, kColumns> kMost = {kShort...};
  std::array<std::size_t, kColumns> begins = {};
  for (std::size_t i = 0; i < kColumns; ++i) {
    append(entry, words[i].size());
    begins[i] = entry.size();
    entry += words[i];
    if (words[i].size() < kMost[i]) entry.append(kMost[i] - words[i].size(), '\0');
  }
  const std::size_t size = (entry.size() + kUnit - 1) / kUnit * kUnit;
  entry.append(size - entry.size() + kRoom, '\0');
  Words roomy;
  for (std::size_t i = 0; i < kColumns; ++i) roomy[i] = std::string_view(entry).substr(begins[i], words[i].size());
  const Hash hash = hash_of(roomy);
  const std::uint32_t known = find(roomy, hash);
  if (known != kNoWord) return known;
  const std::size_t begin = texts_.size() - kRoom;
  const Slot slot = {hash, static_cast<std::uint32_t>(begin / kUnit)};
  texts_.insert(begin, entry, 0, size);
  if (4 * ++size_ > slots_.size()) {
    mask_ = 2 * slots_.size() - 1;
    for (const Slot& old : std::exchange(slots_, std::vector<Slot>(2 * slots_.size()))) {
      if (old.hash != 0) place(old);
    }
  }
  place(slot);
  return static_cast<std::uint32_t>(size_ - 1);
}

}  // namespace kaohe

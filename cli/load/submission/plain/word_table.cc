// SPDX-License-Identifier: Apache-2.0
#include "load/submission/plain/word_table.h"

#include <utility>

namespace kaohe {

void WordTable::place(const Slot& slot) {
  std::size_t at = slot.hash & (slots_.size() - 1);
  while (slots_[at].number != kNoWord) at = (at + 1) & (slots_.size() - 1);
  slots_[at] = slot;
}

std::uint32_t WordTable::add(std::string_view text) {
  const std::uint32_t known = find(text);
  if (known != kNoWord) return known;
  const auto number = static_cast<std::uint32_t>(size());
  texts_ += text;
  begins_.push_back(texts_.size());
  if (2 * size() > slots_.size()) {
    const std::vector<Slot> old = std::exchange(slots_, std::vector<Slot>(2 * slots_.size()));
    for (const Slot& slot : old) {
      if (slot.number != kNoWord) place(slot);
    }
  }
  place({hash_of(text), number, static_cast<std::uint32_t>(text.size())});
  return number;
}

std::uint32_t WordRows::Step::add(std::uint32_t before, std::uint32_t word) {
  const std::uint64_t key = key_of(before, word);
  const std::size_t known = slot_of(key);
  if (slots_[known].number != kNoWord) return slots_[known].number;
  slots_[known] = {key, size_};
  if (slots_.size() < 2 * std::size_t{++size_}) {
    const std::vector<Slot> old = std::exchange(slots_, std::vector<Slot>(2 * slots_.size()));
    for (const Slot& slot : old) {
      if (slot.number != kNoWord) slots_[slot_of(slot.key)] = slot;
    }
  }
  return size_ - 1;
}

}  // namespace kaohe

// SPDX-License-Identifier: Apache-2.0
#include "load/submission/plain/word_table.h"

#include <utility>

namespace kaohe {

std::uint32_t WordTable::add(const std::vector<std::string_view>& words) {
  // As they are to stand here, so that there is room behind each.
  const auto number = static_cast<Number>(size_);
  std::string entry(reinterpret_cast<const char*>(&number), sizeof number);
  std::vector<std::size_t> ends;
  for (const std::string_view word : words) {
    const auto size = static_cast<Size>(word.size());  // a record has less than 4 GiB
    entry.append(reinterpret_cast<const char*>(&size), sizeof size);
    entry += word;
    ends.push_back(entry.size());
  }
  entry.append(kRoom, '\0');
  const auto text = [&](std::size_t i) { return std::string_view(entry.data() + ends[i] - words[i].size(), words[i].size()); };
  const std::uint32_t known = find(text);
  if (known != kNoWord) return known;
  const std::size_t begin = (texts_.size() - kRoom + kUnit - 1) / kUnit;
  texts_.resize(begin * kUnit);
  texts_ += entry;
  ++size_;
  if (2 * size_ > slots_.size()) {
    for (const Slot& slot : std::exchange(slots_, std::vector<Slot>(2 * slots_.size()))) {
      if (slot.begin != 0) place(slot);
    }
  }
  place({hash_of(text), static_cast<std::uint32_t>(begin)});
  return number;
}

void WordTable::place(const Slot& slot) {
  std::size_t at = slot.hash & (slots_.size() - 1);
  while (slots_[at].begin != 0) at = (at + 1) & (slots_.size() - 1);
  slots_[at] = slot;
}

}  // namespace kaohe

// SPDX-License-Identifier: Apache-2.0
#include "load/submission/plain/word_table.h"

namespace kaohe {

std::uint32_t WordTable::add(const std::vector<std::string_view>& words) {
  // As they are to stand here, so that there is room behind each.
  std::string texts;
  std::vector<std::size_t> ends;
  for (const std::string_view word : words) {
    const auto size = static_cast<Size>(word.size());  // a record has less than 4 GiB
    texts.append(reinterpret_cast<const char*>(&size), sizeof size);
    texts += word;
    ends.push_back(texts.size());
  }
  texts.append(kRoom, '\0');
  const auto text = [&](std::size_t i) { return std::string_view(texts.data() + ends[i] - words[i].size(), words[i].size()); };
  const std::uint32_t known = find(text);
  if (known != kNoWord) return known;
  texts_.resize(texts_.size() - kRoom);
  begins_.push_back(texts_.size());
  hashes_.push_back(hash_of(text));
  texts_ += texts;
  place_newest();
  return static_cast<std::uint32_t>(size() - 1);
}

void WordTable::place(std::uint32_t number) {
  std::size_t at = hashes_[number] & (slots_.size() - 1);
  while (slots_[at].number != kNoWord) at = (at + 1) & (slots_.size() - 1);
  slots_[at] = {number, static_cast<std::uint32_t>(hashes_[number] >> 32U), begins_[number]};
}

void WordTable::place_newest() {
  if (2 * size() <= slots_.size()) return place(static_cast<std::uint32_t>(size() - 1));
  slots_.assign(2 * slots_.size(), Slot());
  for (std::uint32_t number = 0; number < size(); ++number) place(number);
}

}  // namespace kaohe

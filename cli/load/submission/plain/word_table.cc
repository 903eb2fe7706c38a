// SPDX-License-Identifier: Apache-2.0
#include "load/submission/plain/word_table.h"

namespace kaohe {

void WordTable::append(std::string_view text) {
  const auto size = static_cast<Size>(text.size());  // a record has less than 4 GiB
  texts_.append(reinterpret_cast<const char*>(&size), sizeof size);
  texts_ += text;
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

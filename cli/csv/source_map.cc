// SPDX-License-Identifier: Apache-2.0
#include "csv/source_map.h"

#include <algorithm>

namespace kaohe {
namespace {

std::size_t length_by_lead(char lead) {
  const auto byte = static_cast<unsigned char>(lead);
  return byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
}

}  // namespace

void SourceMap::reserve(std::size_t code_points) {
  marks_.reserve(code_points / kEvery + 1);
  widths_.reserve(code_points / 4 + 1);
}

std::uint64_t SourceMap::offset(std::string_view text, std::size_t at) const {
  const auto after = std::upper_bound(marks_.begin(), marks_.end(), at,
                                      [](std::size_t position, const Mark& mark) { return position < mark.text; });
  if (after == marks_.begin()) return 0;
  const Mark& mark = *(after - 1);
  std::size_t number = static_cast<std::size_t>(after - 1 - marks_.begin()) * kEvery;
  std::size_t position = mark.text;
  std::uint64_t source = mark.source;
  for (; number < count_ && position < at; ++number) {
    position += length_by_lead(text[position]);
    if (position > at) break;
    const unsigned code = widths_[number / 4] >> (number % 4 * 2) & 3U;
    source += code == 0 ? 1 : code * 2;
  }
  return source;
}

}  // namespace kaohe

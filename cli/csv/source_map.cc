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

std::uint64_t SourceMap::offset(std::string_view text, std::size_t at) const {
  if (marks_.empty()) return 0;
  std::size_t number = std::min(at / kEvery, marks_.size() - 1);
  if (marks_[number].text > at) --number;  // the first mark is at 0
  std::size_t position = marks_[number].text;
  std::uint64_t source = marks_[number].source;
  auto unusual = std::lower_bound(unusual_.begin(), unusual_.end(), position, [](const Unusual& one, std::size_t of) { return one.text < of; });
  while (position < at) {
    const std::size_t length = length_by_lead(text[position]);
    if (position + length > at) break;
    unsigned width = length == 1 ? ascii_width_ : length == 4 ? 4 : 2;
    if (unusual != unusual_.end() && unusual->text == position) width = (unusual++)->width;
    source += width;
    position += length;
  }
  return source;
}

}  // namespace kaohe

// SPDX-License-Identifier: Apache-2.0
// Value cells that stand side by side, as in a table with a column for each indicator. Where each of them ends was found
// for many at once (csv/marks.h), so that none has to wait until the one before it is read.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include "load/submission/plain/plain_value.h"

namespace kaohe {

// The number that a cell of so many bytes holds; false where it is not plain. Eight bytes can be read where it begins.
[[nodiscard]] inline bool read_number_of(const char* at, std::size_t size, PlainNumber& number) {
  std::uint64_t bytes = 0;
  std::memcpy(&bytes, at, sizeof bytes);
  return size - 1 < sizeof bytes && read_digits_of(bytes, size, number) ? true : read_plain_number({at, size}, number);
}

// Cells from the beginning of `text` on, one for each of `ends`, which are counted from there. False where one has a quote in
// it, or all but the last do not end with a separator.
[[nodiscard]] inline bool read_strip(const char* text, char separator, const std::uint32_t* ends, std::uint32_t begin, std::span<PlainValue> values) {
  bool separated = true;
  const std::uint32_t* const last = ends + values.size() - 1;
  for (PlainValue& value : values) {
    const std::size_t size = *ends - begin;
    value.is_number = read_number_of(text + begin, size, value.number);
    if (!value.is_number) {
      value.text = {text + begin, size};
      if (value.text.find('"') != std::string_view::npos) return false;
    }
    separated &= ends == last || text[*ends] == separator;
    begin = *ends++ + 1;
  }
  return separated;
}

}  // namespace kaohe

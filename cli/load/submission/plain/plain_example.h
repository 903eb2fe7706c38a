// SPDX-License-Identifier: Apache-2.0
// Rows that were cut and mean something, as what others like them are held against.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "load/submission/plain/plain_meaning.h"

namespace kaohe {

// Fields that stand together and are like those of the same row: the one above, or the example; or one value.
struct PlainRun {
  enum class Source : std::uint8_t { kAbove, kExample, kValue } source;
  std::uint32_t first, end;  // steps (plain_mould.h)
  std::uint32_t values = 0;  // that one is the first of so many that stand side by side
};

struct PlainExample {
  // By step and by run, with what ends their last field; of a value, that alone. kRoom bytes more can be read.
  struct Texts {
    std::vector<std::string_view> steps, runs;
  };
  std::uint64_t age = 0;    // of the text that the row is of
  std::size_t reach = 0;    // so many bytes may be looked at behind where a row begins, besides those that are as in the row above
  std::uint64_t asked = 0;  // when it was told …
  const PlainMeaning::Commons* commons = nullptr;  // … what the numbers of its only value mean
  Texts texts;
};

}  // namespace kaohe

// SPDX-License-Identifier: Apache-2.0
// Value cells that stand side by side, as in a table with a column for each indicator. Where each of them ends was found
// for many at once (csv/marks.h), so that none has to wait until the one before it is read, and several are read at once.
#pragma once

#include <cstddef>
#include <cstdint>

#include "load/submission/plain/plain_row_values.h"

namespace kaohe {

// `count` cells of `text`, the first of which is that one of the values. `ends` is where they do; each begins a byte behind where the one before it ends, and in front of `ends` stands
// where that is for the first. Eight bytes can be read where each begins. False where one that is no number has a quote in it,
// or all but the last do not end with a separator.
[[nodiscard]] bool read_strip(const char* text, char separator, const std::uint32_t* ends, PlainRowValues& values, std::size_t first, std::size_t count);

}  // namespace kaohe

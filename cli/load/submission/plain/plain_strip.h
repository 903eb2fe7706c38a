// SPDX-License-Identifier: Apache-2.0
// Value cells that stand side by side, as in a table with a column for each indicator. Where each of them ends was found
// for many at once (csv/marks.h), so that none has to wait until the one before it is read, and several are read at once.
#pragma once

#include <cstdint>
#include <span>

#include "load/submission/plain/plain_value.h"

namespace kaohe {

// Cells of `text`, one for each of `ends`; each begins a byte behind where the one before it ends, and in front of `ends` stands
// where that is for the first. Eight bytes can be read where each begins. False where one that is no number has a quote in it,
// or all but the last do not end with a separator.
[[nodiscard]] bool read_strip(const char* text, char separator, const std::uint32_t* ends, std::span<PlainValue> values);

}  // namespace kaohe

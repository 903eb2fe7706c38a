// SPDX-License-Identifier: Apache-2.0
// Gives the problems of a file the line they stand in, while its text is at hand.
#pragma once

#include <string_view>

#include "base/problem.h"
#include "csv/reader.h"

namespace kaohe {

// For those of list[from…] that stand in `file`; only so many as anybody looks at. The stream goes back to the windows they
// stand in, each of which is walked once.
void add_excerpts(Problems& problems, std::size_t from, std::uint32_t file, TextStream& stream, const std::vector<WindowMark>& windows);

}  // namespace kaohe

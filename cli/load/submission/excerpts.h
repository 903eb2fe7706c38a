// SPDX-License-Identifier: Apache-2.0
// Gives the problems of a file the line they stand in, while its text is at hand.
#pragma once

#include <string_view>

#include "base/problem.h"

namespace kaohe {

// For those of list[from…] that stand in the file of `text`; only so many as anybody looks at. One pass over the text.
void add_excerpts(Problems& problems, std::size_t from, std::uint32_t file, std::string_view text);

}  // namespace kaohe

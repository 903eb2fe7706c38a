// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string_view>

#include "command/language.h"

namespace kaohe {

enum class ColourChoice { kAuto, kAlways, kNever };

[[nodiscard]] std::optional<ColourChoice> parse_colour(std::string_view word);  // "auto", "always", "never"
// In this order: --color, NO_COLOR (not empty), CLICOLOR_FORCE (not empty, not 0), CLICOLOR=0, TERM=dumb, a terminal.
[[nodiscard]] bool use_colour(ColourChoice choice, const Environment& environment, bool is_terminal);

// Columns to write for: of the terminal, else COLUMNS, else 100; kept between 40 and 160, which can be read.
[[nodiscard]] std::size_t page_width(int descriptor, const Environment& environment);

}  // namespace kaohe

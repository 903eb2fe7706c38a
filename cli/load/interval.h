// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string_view>

#include "load/table_reader.h"
#include "model/plan.h"

namespace kaohe {

// "month", "2 years"; of "gap": "<= 2 years". Tells what is none.
[[nodiscard]] std::optional<Interval> read_interval(std::string_view key, const Text& text, Problems& problems);

}  // namespace kaohe

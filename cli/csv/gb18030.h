// SPDX-License-Identifier: Apache-2.0
// GB18030 (and with it GBK and GB2312), strictly; a lone 0x80 is the euro sign of code page 936. Private to the room.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "csv/bad_bytes.h"
#include "csv/source_map.h"

namespace kaohe {

// Appends UTF-8 to `text` and code points to `map` up to the end or the first sequence that does not fit.
[[nodiscard]] std::optional<BadBytes> decode_gb18030(std::string_view bytes, std::string& text, SourceMap& map);

}  // namespace kaohe

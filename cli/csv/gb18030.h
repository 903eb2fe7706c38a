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

// `text` and `map`, both empty before, become the characters up to the end or the first sequence that does not fit.
[[nodiscard]] std::optional<BadBytes> decode_gb18030(std::string_view bytes, std::string& text, SourceMap& map);
// That sequence alone.
[[nodiscard]] std::optional<BadBytes> find_bad_gb18030(std::string_view bytes);

}  // namespace kaohe

// SPDX-License-Identifier: Apache-2.0
// Text that is well-formed both as UTF-8 and as GB18030: which of the two was meant. Private to the room.
#pragma once

#include <string_view>

namespace kaohe {

// `bytes` is well-formed UTF-8 without a mark.
[[nodiscard]] bool rather_gb18030(std::string_view bytes);

}  // namespace kaohe

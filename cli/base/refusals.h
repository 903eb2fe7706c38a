// SPDX-License-Identifier: Apache-2.0
// What the system says when it will not read or write, in words. Private to the room.
#pragma once

#include <string>

#include "base/file.h"

namespace kaohe {

// `error` is an errno; "-" is standard input or output.
[[nodiscard]] Refusal cannot_read(const std::string& path, int error);
[[nodiscard]] Refusal cannot_write(const std::string& path, int error);

}  // namespace kaohe

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/file.h"
#include "model/past.h"

namespace kaohe {

// Reads what write_json wrote, of this format version; anything else is a Refusal.
[[nodiscard]] Result<PastReport> read_past(const Source& file);

}  // namespace kaohe

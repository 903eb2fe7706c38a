// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "model/region.h"

namespace kaohe {

// The code of a region given by code or name; empty for empty. Throws UsageError for an unknown or ambiguous one, with
// the nearest names.
[[nodiscard]] std::string region_code(const Register& regions, const std::string& given);

}  // namespace kaohe

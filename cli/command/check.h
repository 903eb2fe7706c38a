// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "command/options.h"

namespace kaohe {

// Loads, judges, writes; the exit status. Throws UsageError where the question itself cannot be asked.
[[nodiscard]] int check(const CheckOptions& options);

}  // namespace kaohe

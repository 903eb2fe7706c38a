// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "command/options.h"

namespace kaohe {

// Loads and judges. Throws UsageError where the question itself cannot be asked.
[[nodiscard]] Report judge_files(const CheckOptions& options);
// Judges and writes; the exit status.
[[nodiscard]] int check(const CheckOptions& options);

}  // namespace kaohe

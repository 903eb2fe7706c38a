// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "command/language.h"
#include "command/options.h"

namespace kaohe {

// Loads and judges. Throws UsageError where the question itself cannot be asked.
[[nodiscard]] Report judge_files(const CheckOptions& options);
// The same, compared with the report of --since and ranked as asked: what is written. Columns and offsets of cells are
// looked up only where they are needed.
enum class Places { kComplete, kAsReportsNeed };
[[nodiscard]] Report report_of(const CheckOptions& options, Places places = Places::kComplete);
void tell_problems(const Problems& problems, const CheckOptions& options, const Environment& environment);
// Judges and writes; the exit status.
[[nodiscard]] int check(const CheckOptions& options);

}  // namespace kaohe

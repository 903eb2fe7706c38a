// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "command/language.h"
#include "command/options.h"

namespace kaohe {

// Columns and offsets of cells and the SHA-256 of the files take as long to find as figures do to read, and not every
// format tells them.
enum class Details { kAll, kThoseTold };

// Loads and judges. Throws UsageError where the question itself cannot be asked.
[[nodiscard]] Report judge_files(const CheckOptions& options, Details details = Details::kAll);
// The same, compared with the report of --since and ranked as asked: what is written.
[[nodiscard]] Report report_of(const CheckOptions& options, Details details = Details::kAll);
void tell_problems(const Problems& problems, const CheckOptions& options, const Environment& environment);
// Judges and writes; the exit status.
[[nodiscard]] int check(const CheckOptions& options);

}  // namespace kaohe

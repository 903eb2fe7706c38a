// SPDX-License-Identifier: Apache-2.0
// A blank submission as CSV: names, units, what each figure means and its target; values left to be filled in.
#pragma once

#include <string>

#include "model/blank.h"
#include "model/catalog.h"
#include "model/submission.h"

namespace kaohe {

enum class BlankLayout : std::uint8_t { kLong, kWide, kRecords };

struct BlankReport {
  const Catalog& catalog;
  const Plan& plan;
  const Blank& blank;
  const Submission* last = nullptr;  // what was handed in a period before, to show beside
  Language language = Language::kZh;
};

// Comma-separated, LF, RFC 4180 quoting. Wide has a column a period; a dash stands where the region did not
// exist, or the figure is not asked for.
[[nodiscard]] std::string write_blank(const BlankReport& report, BlankLayout layout);

}  // namespace kaohe

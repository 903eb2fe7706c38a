// SPDX-License-Identifier: Apache-2.0
// Reports read back whole, and two of them against each other, to bytes.
#pragma once

#include "base/file.h"
#include "compare/runs.h"
#include "report/format.h"

namespace kaohe {

// Reads what write_json wrote, of this format version; anything else is a Refusal.
[[nodiscard]] Result<Run> read_run(const Source& file);
// The report without the version of the program that made it: all that must agree when it is made again.
[[nodiscard]] std::string without_version(std::string_view json);

struct RunsReport {
  const Run& before;
  const Run& after;
  const RunDifference& difference;
  Language language = Language::kZh;
  bool judged = false;  // causes were looked for by judging again, not read off the reports
};
[[nodiscard]] std::string write_runs_text(const RunsReport& report, const Style& style);
[[nodiscard]] std::string write_runs_json(const RunsReport& report);
// One verdict that differs: "jiangxi-2017/pm25  南昌市 2020: pass → fail (33 → 47)".
[[nodiscard]] std::string verdict_change_text(const RunsReport& report, const RunVerdictChange& change);

}  // namespace kaohe

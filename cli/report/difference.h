// SPDX-License-Identifier: Apache-2.0
// What differs between two plans, to bytes.
#pragma once

#include <string>
#include <vector>

#include "compare/verdicts.h"
#include "report/format.h"

namespace kaohe {

struct DifferenceReport {
  const Plan& before;
  const Plan& after;
  const PlanDifference& difference;
  // Of the same figures under each, where there were any.
  const Report* judged_before = nullptr;
  const Report* judged_after = nullptr;
  std::vector<VerdictChange> verdicts;
  Language language = Language::kZh;

  [[nodiscard]] bool none() const { return difference.none() && verdicts.empty(); }
};

[[nodiscard]] std::string write_difference_text(const DifferenceReport& report, const Style& style);
[[nodiscard]] std::string write_difference_json(const DifferenceReport& report);

}  // namespace kaohe

// SPDX-License-Identifier: Apache-2.0
// The units whose verdict is another under another plan: the same figures judged by both.
#pragma once

#include <string>
#include <vector>

#include "compare/difference.h"
#include "model/report.h"

namespace kaohe {

struct VerdictChange {
  std::size_t pair = 0;           // index into PlanDifference::pairs
  std::size_t before = 0, after = 0;  // indices into the two reports' verdicts
};

// Of the rules that both plans have, in the reading that counts. A unit's verdicts are compared period by period; where
// each has only one, whatever its period: a deadline may have moved.
[[nodiscard]] std::vector<VerdictChange> compare_verdicts(const PlanDifference& difference, const Report& before, const Report& after);

}  // namespace kaohe

// SPDX-License-Identifier: Apache-2.0
// What became of each shortfall since an earlier report. Verdicts are compared one by one, by rule, region, item and
// period, so that a shortfall put right and a new one never make up for each other.
#pragma once

#include "model/past.h"

namespace kaohe {

// Marks the report's verdicts and fills Report::since. With fail_on = new the exit status becomes 1 where a rule that
// counts fails through a verdict that did not fall short before, 3 where it is missing so, else 0; an exit status of 2
// stays.
void compare_with_past(const PastReport& past, Report& report);

}  // namespace kaohe

// SPDX-License-Identifier: Apache-2.0
// A rule's outcome from its verdicts (SPEC §4): per unit over its periods, then over units by `all`, `share` or `count`.
#pragma once

#include <vector>

#include "model/report.h"

namespace kaohe {

struct RolledUp {
  Outcome outcome = Outcome::kMissing;
  bool by_bounds = false;  // share or count reached, or out of reach, whatever the undecided units are
  OutcomeCount units{};
};

// Of one rule in one reading, in any order.
[[nodiscard]] RolledUp roll_up(const RollUp& rule, const std::vector<Brief>& briefs, const Register& regions);

}  // namespace kaohe

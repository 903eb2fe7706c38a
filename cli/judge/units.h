// SPDX-License-Identifier: Apache-2.0
// Who is judged: also for those who only want to tell it.
#pragma once

#include <string>
#include <vector>

#include "base/phrase.h"
#include "model/plan.h"
#include "model/region.h"

namespace kaohe {

// One unit that a duty judges. At most one of the two reasons is set.
struct Unit {
  std::uint32_t region = kNoRegion;
  std::string item;
  Phrase exempt;   // the rule does not apply, and why
  Phrase unknown;  // whether it applies is not known, and why
};

// Who is judged on `day`, by code, then in the order of the items.
[[nodiscard]] std::vector<Unit> units_of(const Register& regions, const Plan& plan, const Who& who, const Date& day);

}  // namespace kaohe

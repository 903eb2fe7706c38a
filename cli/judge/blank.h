// SPDX-License-Identifier: Apache-2.0
// What a region and its parts would have to hand in for a plan: asked of the same units that judging takes.
#pragma once

#include <vector>

#include "model/blank.h"
#include "model/catalog.h"

namespace kaohe {

// `periods` in order, not empty. Figures of `region` and of what is below it where these are judged, and where they are
// parts of a unit that is judged, what that unit's value is computed from. Exempt units hand in nothing.
[[nodiscard]] Blank blank_for(const Catalog& catalog, const Plan& plan, std::uint32_t region, const std::vector<Period>& periods);

}  // namespace kaohe

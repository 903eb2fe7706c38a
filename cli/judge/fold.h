// SPDX-License-Identifier: Apache-2.0
// Many values to one: over months, or over the parts of a region.
#pragma once

#include <vector>

#include "judge/value.h"

namespace kaohe {

// Sum, mean, last, max or min of `values`, in their order. Exempt ones are left out, an invalid one makes the result
// invalid; where some are missing, `range` bounds what they could be. PartsSummary is always set.
[[nodiscard]] Value fold_values(Fold how, const std::vector<const Value*>& values, const Bounds& range);

// Σ weight × value / Σ weight; a value whose weight is 0 is not needed.
[[nodiscard]] Value fold_weighted(const std::vector<const Value*>& values, const std::vector<const Value*>& weights,
                                  const Bounds& range);

[[nodiscard]] const Phrase& name(Fold how);

}  // namespace kaohe

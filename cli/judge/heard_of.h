// SPDX-License-Identifier: Apache-2.0
// Most units of which nothing was handed in belong to a province of which something was. There is no use in asking each of them for
// its figures, its parts for theirs, and what both are computed from.
#pragma once

#include <vector>

#include "model/figure_table.h"
#include "model/region.h"

namespace kaohe {

// By lineage: was any figure handed in of it, or of what is or ever was a part or a member of it?
[[nodiscard]] std::vector<bool> lineages_heard_of(const Register& regions, const FigureTable& figures);

}  // namespace kaohe

// SPDX-License-Identifier: Apache-2.0
// Units of each level ranked by an indicator's figures of the latest period handed in: the better the value the higher.
#pragma once

#include "model/report.h"

namespace kaohe {

// Fills Report::rankings. Equal values share a rank and the ranks after them are left out (1, 2, 2, 4). "Worse" is
// against the period before; "much worse" by a tenth of that value or more: plans that speak of a serious decline write
// no number.
void rank_units(Report& report, std::size_t indicator);

}  // namespace kaohe

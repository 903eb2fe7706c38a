// SPDX-License-Identifier: Apache-2.0
// Totals (合计, 全省, 全市): whose figures they are. 全省 is the province of the regions in the file; 全市 and 合计 are
// the lowest region above all of them, if that is not listed itself; 小计 is that of the rows since the total before.
// Names that several regions bear are told apart here too, by the other regions of the file.
#pragma once

#include "load/submission/submission_work.h"

namespace kaohe {

// Gives every total row of `yield` its region. One that cannot be told leaves its row in error: its cells and its record
// are taken out of `yield` (their region is kNoRegion). Returns how many rows that were.
[[nodiscard]] std::uint64_t resolve_totals(SubmissionWork& work, FileYield& yield);

}  // namespace kaohe

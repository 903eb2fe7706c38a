// SPDX-License-Identifier: Apache-2.0
// Each indicator at the beginning and at the end of a term of office, with what the rules say of it.
#pragma once

#include "model/report.h"

namespace kaohe {

// Fills Report::tenure: every unit that has a value in one of the two periods, its own figure or one that a verdict was
// computed from. Nothing that was judged changes.
void compare_term(Report& report, const Period& from, const Period& to);

}  // namespace kaohe

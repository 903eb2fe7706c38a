// SPDX-License-Identifier: Apache-2.0
// Which entries of the register are the same unit (see model/region.h): one that ended whole with one heir born of it
// alone that day. 庐山区 became 濂溪区 and part of 庐山市: a split. 星子县 became 庐山市 together with part of 庐山区:
// a merger.
#pragma once

#include "model/region.h"

namespace kaohe {

// Sets `lineage` and `from_merger` of every entry; `by_code` must be filled.
void link_lineages(Register& all);

}  // namespace kaohe

// SPDX-License-Identifier: Apache-2.0
// The ways a region's name is written in practice: without its suffix, without the peoples an autonomous place is named
// after (威宁彝族回族苗族自治县 is 威宁县 or 威宁), with its province and prefecture in front.
#pragma once

#include <string>
#include <vector>

#include "model/region.h"

namespace kaohe {

// The full name, then its short forms; at least two characters each. Only for provinces, prefectures and counties.
[[nodiscard]] std::vector<std::string> name_forms(const Region& region);

// Fills `all.by_name` from names, other names and the forms with what is above in front.
void index_names(Register& all);

}  // namespace kaohe

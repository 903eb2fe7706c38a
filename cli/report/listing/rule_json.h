// SPDX-License-Identifier: Apache-2.0
// One rule as JSON, as `rules` and `explain` give it. Private to this room.
#pragma once

#include "report/json/json_parts.h"
#include "report/listing.h"

namespace kaohe {

[[nodiscard]] Json json_of_rule(const Catalog& catalog, const RuleRef& rule, Language language);

}  // namespace kaohe

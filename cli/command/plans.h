// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "command/listing_options.h"

namespace kaohe {

// What plans there are; 2 where a rule file or a table is at fault.
[[nodiscard]] int plans(const ListingArguments& arguments, Language language);

}  // namespace kaohe

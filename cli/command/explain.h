// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "command/listing_options.h"

namespace kaohe {

// As they stand on the command line.
struct ExplainArguments : ListingArguments {
  std::string rule;
  std::vector<std::string> files;
  std::string as_of, region, waivers, encoding;
  std::string reading = "plain";
};

// One rule in full; with files their numbers step by step, and the exit status of check for that rule.
[[nodiscard]] int explain(const ExplainArguments& arguments, Language language);

}  // namespace kaohe

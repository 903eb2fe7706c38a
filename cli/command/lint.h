// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "command/listing_options.h"

namespace kaohe {

// As they stand on the command line.
struct LintArguments : ListingArguments {
  std::vector<std::string> files;
};

// What is wrong with rule files: 0 nothing, 1 something, 2 could not be read.
[[nodiscard]] int lint(const LintArguments& arguments, Language language);

}  // namespace kaohe

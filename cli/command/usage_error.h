// SPDX-License-Identifier: Apache-2.0
// A command line that cannot be followed: told on standard error, exit status 2, nothing is written.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/phrase.h"

namespace kaohe {

struct UsageError {
  Phrase what;
  Phrase hint;
};

// “--lang de”: not one of zh, en; with the nearest, or all of them, as the hint.
[[nodiscard]] UsageError unknown_choice(std::string_view option, std::string_view given, const std::vector<std::string>& choices);

}  // namespace kaohe

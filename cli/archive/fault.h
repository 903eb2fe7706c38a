// SPDX-License-Identifier: Apache-2.0
// What is wrong with an archive that was handed over. Collected, never thrown: one run tells all of it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/phrase.h"

namespace kaohe {

struct Fault {
  std::string_view code;  // of problem_kinds()
  std::string path;       // of the member, within the archive
  Phrase what;
  Phrase hint = {};
};
using Faults = std::vector<Fault>;

}  // namespace kaohe

// SPDX-License-Identifier: Apache-2.0
// What a check finds in a range of series, until the ranges before it have told theirs. No more is kept of a column than
// a list of problems would list, so that it takes no room where everything is odd. Private to the room.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/problem.h"

namespace kaohe {

class Findings {
 public:
  // Is a finding at that place counted only, whatever was found before this range? Then it is, and need not be put into words.
  [[nodiscard]] bool counted(const Place& place);
  void add(const Place& place, std::string text, Phrase message);
  // As if each had been added when it was found.
  void tell(std::string_view code, const Phrase& hint, Problems& problems) &&;

 private:
  struct Finding {
    Place place;
    std::string text;
    Phrase message;
  };
  struct Column {
    std::uint64_t listed = 0, more = 0;
    Place last;  // of those that are counted only
  };
  std::vector<Finding> listed_;
  std::map<std::pair<std::uint32_t, std::uint32_t>, Column> columns_;  // by file and field
};

}  // namespace kaohe

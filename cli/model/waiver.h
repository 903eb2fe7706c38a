// SPDX-License-Identifier: Apache-2.0
// A dated permission not to meet a rule (SPEC §4, --waivers FILE.toml).
#pragma once

#include <string>

#include "base/place.h"
#include "model/date.h"

namespace kaohe {

struct Waiver {
  std::string rule;    // full id, or the rule's id where only one plan has it
  std::string region;  // code: that region itself only
  Date from;
  Date until;          // inclusive
  std::string reason;
  std::string approved_by;
  std::string document;
  Place place;

  [[nodiscard]] bool in_force(const Date& day) const { return from <= day && day <= until; }
};

}  // namespace kaohe

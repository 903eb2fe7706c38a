// SPDX-License-Identifier: Apache-2.0
// Can two periods of a unit be compared? Splits and mergers between them break the series; transfers of land are told.
#pragma once

#include <vector>

#include "model/region.h"

namespace kaohe {

struct Continuity {
  bool broken = false;
  Phrase reason;  // why it is broken
  Phrase note;    // transfers of land in between; may be empty
};

[[nodiscard]] Continuity continuity(const Register& regions, std::uint32_t entry, const Date& from, const Date& to);

}  // namespace kaohe

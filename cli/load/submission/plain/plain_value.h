// SPDX-License-Identifier: Apache-2.0
// What stands in one value cell of a row at a glance.
#pragma once

#include <cstdint>
#include <string_view>

#include "load/submission/plain/plain_number.h"

namespace kaohe {

struct PlainValue {
  bool is_number = false;
  PlainNumber number;
  std::string_view text;  // where it is none; empty: the cell is
};

}  // namespace kaohe

// SPDX-License-Identifier: Apache-2.0
// Names that lead nowhere, each told with the nearest that would.
#pragma once

#include <string>

#include "base/problem.h"
#include "model/indicator.h"
#include "model/region.h"
#include "model/unit.h"

namespace kaohe {

void add_unit_problem(const UnitTable& units, const Place& place, const std::string& name, Problems& problems);
void add_indicator_problem(const IndicatorTable& indicators, const Place& place, const std::string& id,
                           Problems& problems);
// Where the text is a region's name instead of its code, the hint is the code.
void add_region_problem(const Register& regions, const Place& place, const std::string& code, Problems& problems);
void add_zone_problem(const Register& regions, const Place& place, const std::string& id, Problems& problems);

[[nodiscard]] inline bool knows_code(const Register& regions, std::string_view code) {
  return regions.by_code.find(code) != regions.by_code.end();
}

}  // namespace kaohe

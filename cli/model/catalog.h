// SPDX-License-Identifier: Apache-2.0
// Everything that was loaded before a submission is read.
#pragma once

#include <string>
#include <vector>

#include "model/check.h"
#include "model/indicator.h"
#include "model/plan.h"
#include "model/region.h"
#include "model/unit.h"

namespace kaohe {

struct DataFile {
  std::string file;
  std::string sha256;
};

struct Catalog {
  UnitTable units;
  IndicatorTable indicators;
  Register regions;
  std::vector<Plan> plans;
  std::vector<Check> checks;
  std::vector<DataFile> data;  // the tables used, by name
};

}  // namespace kaohe

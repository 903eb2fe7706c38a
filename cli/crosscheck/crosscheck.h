// SPDX-License-Identifier: Apache-2.0
// Figures against each other. Each finding is a warning at a cell that names the others; no verdict depends on it.
#pragma once

#include <string>
#include <vector>

#include "base/problem.h"
#include "model/catalog.h"
#include "model/submission.h"

namespace kaohe {

// Makes the checks of `catalog` but those named in `off`.
void cross_check(const Catalog& catalog, const FigureTable& figures, const std::vector<std::string>& off, Problems& problems);

}  // namespace kaohe

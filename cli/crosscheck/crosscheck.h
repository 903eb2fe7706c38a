// SPDX-License-Identifier: Apache-2.0
// Figures against each other. Each finding is a warning at a cell that names the others; no verdict depends on it.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "base/problem.h"
#include "model/catalog.h"
#include "model/submission.h"

namespace kaohe {

// Makes the checks of `catalog` but those named in `off`, by so many threads; what is told does not depend on how many.
void cross_check(const Catalog& catalog, const FigureTable& figures, const std::vector<std::string>& off, std::size_t threads, Problems& problems);

}  // namespace kaohe

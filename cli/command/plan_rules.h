// SPDX-License-Identifier: Apache-2.0
// Of the plans that the program carries most runs need one or two: the others are known by their heads alone, and the rules of one
// are read once it is clear that somebody will look at them.
#pragma once

#include <functional>

#include "command/options.h"
#include "load/load.h"

namespace kaohe {

using WhichPlans = std::function<bool(const Plan&)>;

// Reads the rules that are not read yet of those plans of the catalog.
void need_rules(const Sources& sources, const WhichPlans& which, Catalog& catalog, Problems& problems);

// Those that a check of this submission looks at: the plans judged, or all of them where waivers name rules or where figures are held
// against the targets of every plan.
[[nodiscard]] WhichPlans plans_looked_at(const CheckOptions& options, const Question& question, const Submission& submission, const Catalog& catalog);

}  // namespace kaohe

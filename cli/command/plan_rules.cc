// SPDX-License-Identifier: Apache-2.0
#include "command/plan_rules.h"

#include <algorithm>

namespace kaohe {
namespace {

// No cluster on a target without as many regions as make one.
bool may_cluster(const CheckOptions& options, const Submission& submission, const std::vector<Check>& checks) {
  const std::size_t regions = units_handed_in(submission).size();
  return std::any_of(checks.begin(), checks.end(), [&](const Check& check) {
    const bool left_out = std::find(options.no_checks.begin(), options.no_checks.end(), check.id) != options.no_checks.end();
    return check.kind == CheckKind::kOnTarget && !left_out && regions >= check.least;
  });
}

}  // namespace

void need_rules(const Sources& sources, const WhichPlans& which, Catalog& catalog, Problems& problems) {
  for (Plan& plan : catalog.plans) {
    if (!plan.rules.empty() || !which(plan)) continue;
    for (const Source& file : sources.rules) {
      if (file.name == plan.file && file.is_ours()) load_rules(file, catalog, plan, problems);
    }
  }
}

WhichPlans plans_looked_at(const CheckOptions& options, const Question& question, const Submission& submission, const Catalog& catalog) {
  if (!options.waivers.empty() || may_cluster(options, submission, catalog.checks)) return [](const Plan&) { return true; };
  return [ids = plans_to_judge(question, submission, catalog.regions, catalog.plans)](const Plan& plan) { return ids.count(plan.id) > 0; };
}

}  // namespace kaohe

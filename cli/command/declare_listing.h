// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "command/explain.h"
#include "command/lint.h"
#include "command/plans.h"
#include "command/rules.h"

namespace kaohe {

void declare_plans_options(CLI::App& app, ListingArguments& arguments);
void declare_rules_options(CLI::App& app, RulesArguments& arguments);
void declare_explain_options(CLI::App& app, ExplainArguments& arguments);
void declare_lint_options(CLI::App& app, LintArguments& arguments);

}  // namespace kaohe

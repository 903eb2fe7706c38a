// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "command/listing_options.h"
#include "model/catalog.h"

namespace kaohe {

// As they stand on the command line.
struct RulesArguments : ListingArguments {
  std::string plan;
  std::vector<std::string> tiers, kinds;
  std::string due, region, search;
};

// The rules that match; 2 where none does or a rule file is at fault.
[[nodiscard]] int rules(const RulesArguments& arguments, Language language);

// Is anything of the duty due in the period? What recurs is due in each of its intervals, what holds from its deadline on.
[[nodiscard]] bool due_within(const Plan& plan, const Duty& duty, const Period& period);

}  // namespace kaohe

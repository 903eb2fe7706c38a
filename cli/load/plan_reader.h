// SPDX-License-Identifier: Apache-2.0
// The parts that a rule file is read by: the plan's head (plan.cc), a rule (rule.cc), its duty in one reading
// (duty.cc), who is judged (who.cc), the test (test.cc), when it is due and how units roll up (due.cc).
//
// A duty is read from one table into which the keys of outer tables are laid first (overlay.cc), so that the strict
// reading and the members of all_of need no code of their own.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "load/table_reader.h"
#include "model/catalog.h"

namespace kaohe {

struct PlanContext {
  const Catalog& catalog;
  const Plan& plan;  // its head is read
  Problems& problems;
};

// Keys that say a duty, as SPEC §2 groups them: who, what, test, due and roll-up.
inline constexpr std::array<std::string_view, 27> kDutyKeys = {
    "for",   "where", "except", "open",  "items",   "indicator", "combine",  "require", "hold",
    "until", "met",   "from",   "trend", "against", "by",        "baseline", "record",  "number",
    "every", "gap",   "all_of", "rules", "share",   "count",     "due",      "local",   "compare"};
// Those that a member of all_of may have: its unit, its deadline and its roll-up are the rule's.
inline constexpr std::array<std::string_view, 17> kMemberKeys = {
    "indicator", "combine",  "require", "hold",   "until", "met", "from",  "trend",  "against",
    "by",        "baseline", "record",  "number", "every", "gap", "local", "compare"};
// Each names a test by itself; `record` beside `every` or `gap` says what is counted.
inline constexpr std::array<std::string_view, 7> kTestKeys = {"require", "trend",  "record", "every",
                                                              "gap",     "all_of", "rules"};
// Those that refine a test.
inline constexpr std::array<std::string_view, 7> kTestModifiers = {"hold",    "until", "met",   "from",
                                                                   "against", "by",    "number"};

[[nodiscard]] Rule read_rule(const TomlValue& table, const PlanContext& context);
[[nodiscard]] Clause read_clause(const TableReader& keys);
[[nodiscard]] Duty read_duty(const TomlValue& table, const PlanContext& context);
[[nodiscard]] Who read_who(const TableReader& keys, const PlanContext& context);
// Sets the duty's test and members; its indicator is set.
void read_test(const TableReader& keys, const PlanContext& context, Duty& duty);
[[nodiscard]] Due read_due(const TableReader& keys, const PlanContext& context);
[[nodiscard]] RollUp read_roll_up(const TableReader& keys, const PlanContext& context);

// "each county" and its like.
[[nodiscard]] std::optional<Each> parse_each(std::string_view word);
// The keys of the strict reading over those of its rule; a test in the former replaces the whole test of the latter.
[[nodiscard]] TomlValue strict_over(const TomlValue& strict, const TomlValue& rule);
// The keys of a member of all_of over those of its rule.
[[nodiscard]] TomlValue member_over(const TomlValue& member, const TomlValue& rule);

// Tells that the keys of a table do not go together.
void add_contradiction(const TableReader& keys, std::string_view key, Phrase message);

}  // namespace kaohe

// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "base/text.h"
#include "load/load.h"
#include "load/plan_reader.h"
#include "load/prepared/prepared.h"
#include "load/toml/toml_tree.h"
#include "load/unknown.h"

namespace kaohe {
namespace {

void add_duplicate_id(const Place& place, const std::string& id, Problems& problems) {
  add_once(problems, "id-duplicate", place, id,
           {fmt::format("标识“{}”重复", visible(id)), fmt::format("id \"{}\" is used twice", visible(id))});
}

void read_dates(const TableReader& keys, Plan& plan) {
  plan.issued = keys.date("issued", Need::kRequired).value_or(Date{});
  plan.ends = keys.date("ends");
  plan.ends_by = keys.phrase("ends_by");
  if (plan.ends && plan.issued.valid() && *plan.ends < plan.issued) {
    keys.problems().add("date-order", keys.find("ends")->place, plan.ends->text(),
                        {fmt::format("方案结束日期“{}”早于印发日期“{}”", plan.ends->text(), plan.issued.text()),
                         fmt::format("the plan ends on \"{}\", before it was issued on \"{}\"", plan.ends->text(),
                                     plan.issued.text())});
  }
  const auto baseline = keys.whole("baseline");
  if (!baseline) return;
  if (*baseline >= 1000 && *baseline <= 9999) {
    plan.baseline = static_cast<int>(*baseline);
    return;
  }
  keys.problems().add(
      "date-impossible", keys.find("baseline")->place, std::to_string(*baseline),
      {fmt::format("基期“{}”不是年份", *baseline), fmt::format("baseline \"{}\" is no year", *baseline)});
}

void read_head(const TableReader& keys, const Catalog& catalog, Plan& plan) {
  keys.only({"id", "title", "issuer", "status", "issued", "ends", "ends_by", "region", "baseline", "replaces"});
  plan.place = keys.place();
  if (const auto id = keys.placed_text("id", Need::kRequired)) {
    plan.id = id->text;
    const bool used =
        std::any_of(catalog.plans.begin(), catalog.plans.end(), [&](const Plan& other) { return other.id == plan.id; });
    if (used) add_duplicate_id(id->place, plan.id, keys.problems());
    if (plan.id.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-_.") != std::string::npos) {
      keys.problems().add(
          "id-form", id->place, id->text,
          {fmt::format("标识“{}”只能含小写字母、数字和 - _ .", visible(plan.id)),
           fmt::format("id \"{}\" may hold lower-case letters, digits and - _ . only", visible(plan.id))});
    }
  }
  plan.title = keys.phrase("title", Need::kRequired);
  plan.issuer = keys.phrase("issuer", Need::kRequired);
  plan.draft = keys.choice<bool>("status", {{"in force", false}, {"draft", true}}, Need::kRequired).value_or(false);
  read_dates(keys, plan);
  if (const auto region = keys.placed_text("region", Need::kRequired)) {
    plan.region = region->text;
    if (!knows_code(catalog.regions, region->text))
      add_region_problem(catalog.regions, region->place, region->text, keys.problems());
  }
  plan.replaces = keys.text("replaces");
}

void read_unchecked(const TableReader& keys, Plan& plan) {
  keys.only({"clause", "anchor", "ledger", "why"});
  plan.unchecked.push_back({read_clause(keys), keys.phrase("why", Need::kRequired), keys.place()});
}

// An umbrella must cover something: each pattern that names this plan must match a rule of it (not the umbrella
// itself).
void check_umbrella(const Plan& plan, const std::set<std::string_view>& ids, const Rule& rule, const Duty& duty, Problems& problems) {
  for (const std::string& glob : duty.test.rules) {
    if (glob.substr(0, plan.id.size() + 1) != plan.id + "/") continue;
    if (ids.count(glob) > 0 && glob != rule.full_id) continue;
    const std::string_view of_id = std::string_view(glob).substr(plan.id.size() + 1);
    const bool covers = std::any_of(plan.rules.begin(), plan.rules.end(), [&](const Rule& other) {
      return other.id != rule.id && !other.id.empty() && glob_match(of_id, other.id);
    });
    if (covers) continue;
    std::vector<std::string> known;
    for (const Rule& other : plan.rules) known.push_back(other.full_id);
    add_once(problems, "rule-unknown", rule.place, glob,
             {fmt::format("“{}”没有对应的规则", visible(glob)), fmt::format("no rule matches \"{}\"", visible(glob))},
             did_you_mean(glob, known));
  }
}

void check_rules(const Plan& plan, Problems& problems) {
  std::set<std::string_view> ids;
  for (const Rule& rule : plan.rules) {
    if (!rule.id.empty() && !ids.insert(rule.full_id).second) add_duplicate_id(rule.place, rule.id, problems);
  }
  for (const Rule& rule : plan.rules) {
    check_umbrella(plan, ids, rule, rule.plain, problems);
    if (rule.strict) check_umbrella(plan, ids, rule, *rule.strict, problems);
  }
}

// A plan of which the file alone is known.
Plan new_plan(const Source& file) {
  Plan plan;
  plan.file = file.name;
  plan.sha256 = sha256_of(file);
  return plan;
}

void read_plan_table(const TomlValue& root, const Catalog& catalog, Plan& plan, Problems& problems) {
  plan.place = root.place;
  const TableReader keys(root, problems);
  const TomlValue* head = keys.find("plan", Need::kRequired);
  if (head != nullptr && head->kind == TomlKind::kTable) {
    read_head(TableReader(*head, problems), catalog, plan);
  } else if (head != nullptr) {
    keys.add_type_problem("plan", *head, name_of(TomlKind::kTable));
  }
}

void read_rules(const TomlValue& root, const Catalog& catalog, Plan& plan, Problems& problems) {
  const TableReader keys(root, problems);
  const PlanContext context = {catalog, plan, problems};
  const auto rules = keys.tables("rule");
  plan.rules.reserve(rules.size());
  for (const TomlValue* entry : rules) {
    const std::size_t before = problems.count(Severity::kError);
    Rule rule = read_rule(*entry, context);
    // A rule at fault has been told and is not judged: half a rule would decide something that nobody wrote.
    if (problems.count(Severity::kError) == before) plan.rules.push_back(std::move(rule));
  }
  for (const TomlValue* entry : keys.tables("unchecked")) read_unchecked(TableReader(*entry, problems), plan);
  check_rules(plan, problems);
  if (rules.empty()) {
    problems.add("plan-empty", plan.place, plan.id, {"方案中没有规则", "the plan has no rules"},
                 {"没有规则就没有什么可考核，须有 [[rule]]", "without a [[rule]] there is nothing to check"});
  }
}

}  // namespace

Plan load_plan(const Source& file, const Catalog& catalog, Problems& problems) {
  if (!file.prepared.empty()) {
    Plan plan = prepared_plan(file, problems);
    load_rules(file, catalog, plan, problems);
    return plan;
  }
  Plan plan = new_plan(file);
  const auto root = parse_toml(file, problems);
  if (!root) return plan;
  TableReader(*root, problems).only({"plan", "rule", "unchecked"});
  read_plan_table(*root, catalog, plan, problems);
  read_rules(*root, catalog, plan, problems);
  return plan;
}

Plan load_plan_head(const Source& file, const Catalog& catalog, Problems& problems) {
  if (!file.prepared.empty()) return prepared_plan(file, problems);
  if (file.tree.empty()) return load_plan(file, catalog, problems);
  const TomlValue root = unpack_toml_head(file.tree, problems.files.add(file.name));
  if (root.table.empty() || root.table.front().key != "plan") return load_plan(file, catalog, problems);
  Plan plan = new_plan(file);
  read_plan_table(root, catalog, plan, problems);
  return plan;
}

void load_rules(const Source& file, const Catalog& catalog, Plan& plan, Problems& problems) {
  if (!file.prepared.empty()) return add_prepared_rules(file, plan, problems);
  if (const auto root = parse_toml(file, problems)) read_rules(*root, catalog, plan, problems);
}

}  // namespace kaohe

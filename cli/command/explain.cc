// SPDX-License-Identifier: Apache-2.0
#include "command/explain.h"

#include <algorithm>

#include "base/text.h"
#include "command/check.h"
#include "command/console.h"
#include "command/inputs.h"
#include "command/usage_error.h"
#include "judge/manual.h"
#include "judge/units.h"
#include "report/listing.h"

namespace kaohe {
namespace {

UsageError unknown_rule(const Catalog& catalog, const std::string& given) {
  std::vector<std::string> ids;
  for (const Plan& plan : catalog.plans) {
    for (const Rule& rule : plan.rules) ids.push_back(given.find('/') == std::string::npos ? rule.id : rule.full_id);
  }
  std::string near;
  std::vector<std::string> told;
  for (const std::string& id : nearest(given, ids, 6)) {
    if (std::find(told.begin(), told.end(), id) != told.end()) continue;
    told.push_back(id);
    near += (near.empty() ? "" : ", ") + id;
  }
  UsageError error = {{"没有规则“" + given + "”", "no rule \"" + given + "\""}, {"kaohe rules 列出全部规则", "kaohe rules lists them all"}};
  if (!near.empty()) error.hint = {"相近的有：" + near, "the nearest are: " + near};
  return error;
}

// A rule by its full id, or by its id alone where one plan has it.
RuleRef find_rule(const Catalog& catalog, const std::string& given) {
  std::vector<RuleRef> found;
  for (const Plan& plan : catalog.plans) {
    for (const Rule& rule : plan.rules) {
      if (rule.full_id == given) return {&plan, &rule};
      if (rule.id == given) found.push_back({&plan, &rule});
    }
  }
  if (found.size() == 1) return found.front();
  if (found.empty()) throw unknown_rule(catalog, given);
  std::string all;
  for (const RuleRef& one : found) all += (all.empty() ? "" : ", ") + one.rule->full_id;
  throw UsageError{{"有几个方案都有规则“" + given + "”", "several plans have a rule \"" + given + "\""},
                   {"请写明是哪一个：" + all, "say which: " + all}};
}

// The first unit that the rule surely judges.
ExampleUnit example_unit(const Catalog& catalog, const RuleRef& ref) {
  const Duty& duty = ref.rule->plain;
  const Date day = duty.due.stages.empty() ? ref.plan->ends.value_or(ref.plan->issued) : duty.due.stages.back();
  const std::vector<Unit> units = units_of(catalog.regions, *ref.plan, duty.who, day);
  for (const Unit& unit : units) {
    if (unit.exempt.empty() && unit.unknown.empty()) return {unit.region, unit.item};
  }
  if (!units.empty()) return {units.front().region, units.front().item};
  const auto home = catalog.regions.find_code(ref.plan->region, ref.plan->issued);
  return {home.value_or(kNoRegion), {}};
}

int explain_rule(const ExplainArguments& arguments, const ListingOptions& options) {
  const Shelf shelf = open_shelf(options.rules, options.data);
  print_problems(shelf.problems, options.language, options.err);
  for (const Check& check : shelf.catalog.checks) {
    if (check.id != arguments.rule) continue;
    const std::string page = options.format == ListingFormat::kJson ? check_json(shelf.catalog, check, options.language)
                                                                    : check_text(shelf.catalog, check, options.language, options.out);
    return print_out(page, options.language, shelf.problems.has_errors() ? 2 : 0);
  }
  const RuleRef ref = find_rule(shelf.catalog, arguments.rule);
  const ExampleUnit unit = example_unit(shelf.catalog, ref);
  const Phrase& page = manual(ref.rule->plain.test.kind);
  const std::string text = options.format == ListingFormat::kJson
                               ? rule_json(shelf.catalog, ref, unit, page, options.language)
                               : rule_text(shelf.catalog, ref, unit, page, options.language, options.out);
  return print_out(text, options.language, shelf.problems.has_errors() ? 2 : 0);
}

// The same question as `kaohe check`, of one rule; whatever its tier is, it counts.
CheckOptions check_of(const ExplainArguments& arguments, const RuleRef& ref, Language language) {
  CheckArguments given;
  given.files = arguments.files;
  given.plans = {ref.plan->id};
  given.as_of = arguments.as_of;
  given.region = arguments.region;
  given.waivers = arguments.waivers;
  given.encoding = arguments.encoding;
  given.reading = arguments.reading;
  given.rules = arguments.rules;
  given.data = arguments.data;
  CheckOptions options = check_options(given, language);
  options.question.only = {ref.rule->full_id};
  options.question.tiers = {ref.rule->tier};
  return options;
}

int explain_verdicts(const ExplainArguments& arguments, const ListingOptions& options) {
  const Shelf shelf = open_shelf(options.rules, options.data);
  const RuleRef ref = find_rule(shelf.catalog, arguments.rule);
  Report report = judge_files(check_of(arguments, ref, options.language));
  complete_places(report);
  print_problems(report.problems, options.language, options.err);
  const std::string text = options.format == ListingFormat::kJson ? write_json(report, options.out) : steps_text(report, options.out);
  return print_out(text, options.language, report.exit);
}

}  // namespace

int explain(const ExplainArguments& arguments, Language language) {
  const ListingOptions options = listing_options(arguments, language);
  return arguments.files.empty() ? explain_rule(arguments, options) : explain_verdicts(arguments, options);
}

}  // namespace kaohe

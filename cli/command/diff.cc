// SPDX-License-Identifier: Apache-2.0
// Two plans, and where figures are given, the same figures judged by each. Two runs are for diff_runs.cc.
#include <algorithm>

#include "command/console.h"
#include "command/inputs.h"
#include "command/plan_options.h"
#include "command/usage_error.h"
#include "judge/judge.h"
#include "report/difference.h"

namespace kaohe {
namespace {

constexpr int kCouldNot = 2;

std::optional<Date> day_of(const std::string& given) {
  if (given.empty()) return std::nullopt;
  const std::optional<Date> date = parse_date(given);
  if (date && date->valid()) return date;
  throw UsageError{{"--as-of 的值“" + given + "”不是日期", "--as-of \"" + given + "\" is not a date"},
                   {"应为历法中有的一天，如 2020-12-31", "expected a day of the calendar such as 2020-12-31"}};
}

// A record that names a rule of one plan is of the rule that the other has instead.
void name_both(const PlanDifference& difference, const Plan& before, const Plan& after, std::vector<Record>& records) {
  for (Record& record : records) {
    const std::vector<std::string> named = record.rules;
    const auto has = [&](const std::vector<std::string>& list, const std::string& id) { return std::find(list.begin(), list.end(), id) != list.end(); };
    for (const RulePair& pair : difference.pairs) {
      const std::string& a = before.rules[pair.before].full_id;
      const std::string& b = after.rules[pair.after].full_id;
      if (has(named, a) && !has(record.rules, b)) record.rules.push_back(b);
      if (has(named, b) && !has(record.rules, a)) record.rules.push_back(a);
    }
  }
}

Report judged(Catalog catalog, const Plan& plan, Submission submission, const Problems& problems, const std::optional<Date>& as_of, Language language) {
  catalog.plans = {plan};
  Question question;
  question.as_of = as_of;
  question.plans = {plan.id};
  question.plans_named = true;
  question.language = language;
  return judge(std::move(catalog), std::move(submission), {}, problems, question);
}

void check_arguments(const DiffArguments& arguments) {
  if (arguments.before.empty() || arguments.after.empty()) {
    throw UsageError{{"需要两个规划，或两个归档或报告", "two plans are needed, or two archives or reports"},
                     {"例如 kaohe diff jiangxi-2017-draft jiangxi-2017", "for example kaohe diff jiangxi-2017-draft jiangxi-2017"}};
  }
}

}  // namespace

int diff_plans(const DiffArguments& arguments, Language language) {
  const PlanOptions options = plan_options(arguments.common, language);
  check_arguments(arguments);
  if (is_run(arguments.before) || is_run(arguments.after)) return diff_runs(arguments, options);
  const std::optional<Date> as_of = day_of(arguments.as_of);
  Problems problems;
  const Sources sources = open_sources(options.rules, options.data);
  Catalog catalog = load_tables(sources, problems);
  const Plan before = load_named_plan(sources, catalog, arguments.before, problems);
  const Plan after = load_named_plan(sources, catalog, arguments.after, problems);
  if (problems.has_errors() && tell_problems(options, problems)) return kCouldNot;

  const PlanDifference difference = compare_plans(catalog, before, after);
  DifferenceReport report{before, after, difference, nullptr, nullptr, {}, options.language};
  std::optional<Report> judged_before, judged_after;
  if (!arguments.files.empty()) {
    catalog.plans = {before};
    if (after.id != before.id) catalog.plans.push_back(after);
    Submission submission = read_figures(sources, arguments.files, catalog, problems);
    name_both(difference, before, after, submission.records);
    judged_before = judged(catalog, before, submission, problems, as_of, options.language);
    judged_after = judged(catalog, after, submission, problems, as_of, options.language);
    problems = judged_after->problems;
    report.judged_before = &*judged_before;
    report.judged_after = &*judged_after;
    report.verdicts = compare_verdicts(difference, *judged_before, *judged_after);
  }
  const bool failed = tell_problems(options, problems);
  const int status = write_result(options, options.json ? write_difference_json(report) : write_difference_text(report, output_style(options)), report.none() ? 0 : 1);
  return failed ? kCouldNot : status;
}

}  // namespace kaohe

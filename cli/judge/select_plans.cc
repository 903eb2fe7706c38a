// SPDX-License-Identifier: Apache-2.0
// Which plans are judged, and as of which day.
#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "judge/session.h"

namespace kaohe {
namespace {

bool binds(const Plan& plan, const std::set<std::uint32_t>& handed_in, const Register& regions) {
  const auto home = regions.find_code(plan.region, plan.issued);
  return home && std::any_of(handed_in.begin(), handed_in.end(), [&](std::uint32_t unit) { return regions.within(unit, *home); });
}

bool is_replaced(const Plan& plan, const std::vector<Plan>& plans, const Date& as_of) {
  return std::any_of(plans.begin(), plans.end(), [&](const Plan& other) {
    return other.replaces == plan.id && !other.draft && other.issued <= as_of;
  });
}

void keep_named(const Question& question, std::vector<Plan>& plans, Problems& problems) {
  std::vector<std::string> ids;
  ids.reserve(plans.size());
  for (const Plan& plan : plans) ids.push_back(plan.id);
  for (const std::string& id : question.plans) {
    if (std::find(ids.begin(), ids.end(), id) != ids.end()) continue;
    const std::string list = fmt::format("{}", fmt::join(ids, ", "));
    problems.add("plan-unknown", {}, id, {fmt::format("没有名为“{}”的规划", id), fmt::format("there is no plan \"{}\"", id)},
                 {"可选：" + list, "there are: " + list});
  }
  std::erase_if(plans, [&](const Plan& plan) {
    return std::find(question.plans.begin(), question.plans.end(), plan.id) == question.plans.end();
  });
}

// The ids of those that apply where none is named.
std::set<std::string> plans_that_apply(const Submission& submission, const Register& regions, const Date& as_of, const std::vector<Plan>& plans) {
  const std::set<std::uint32_t> handed_in = units_handed_in(submission);
  std::set<std::string> ids, left_out;
  for (const Plan& plan : plans) {
    const bool applies = !plan.draft && plan.issued <= as_of && !is_replaced(plan, plans, as_of) && binds(plan, handed_in, regions);
    (applies ? ids : left_out).insert(plan.id);
  }
  for (const std::string& id : left_out) ids.erase(id);
  return ids;
}

}  // namespace

std::set<std::uint32_t> units_handed_in(const Submission& submission) {
  std::set<std::uint32_t> units = submission.figures.regions();
  for (const Record& record : submission.records) units.insert(record.region);
  return units;
}

std::optional<AsOf> find_as_of(const Question& question, const Submission& submission, Problems& problems) {
  if (question.as_of) return AsOf{*question.as_of, "option"};
  if (!submission.figures.empty()) return AsOf{submission.figures.periods().back().last, "figures"};
  if (!submission.records.empty()) {
    problems.add("as-of-missing", {}, {}, {"只有记录而没有数据，无法推定判定日期", "there are records but no figures: the as-of date cannot be told"},
                 {"请用 --as-of 指定，如 --as-of 2020-12-31", "give it with --as-of, for example --as-of 2020-12-31"});
  }
  return std::nullopt;
}

std::set<std::string> plans_to_judge(const Question& question, const Submission& submission, const Register& regions,
                                     const std::vector<Plan>& plans) {
  if (question.plans_named || !question.plans.empty()) return {question.plans.begin(), question.plans.end()};
  Problems told_later;
  const std::optional<AsOf> as_of = find_as_of(question, submission, told_later);
  return as_of ? plans_that_apply(submission, regions, as_of->date, plans) : std::set<std::string>();
}

void select_plans(const Question& question, const Submission& submission, const Register& regions, const Date& as_of,
                  std::vector<Plan>& plans, Problems& problems) {
  if (question.plans_named || !question.plans.empty()) {
    keep_named(question, plans, problems);
  } else {
    const std::set<std::string> applying = plans_that_apply(submission, regions, as_of, plans);
    std::erase_if(plans, [&applying](const Plan& plan) { return applying.count(plan.id) == 0; });
    const bool submitted = !submission.figures.empty() || !submission.records.empty();
    if (plans.empty() && submitted) {
      problems.add("plan-none", {}, as_of.text(),
                   {fmt::format("截至{}，没有约束所填报地区的规划", as_of.text()), fmt::format("no plan binds the regions handed in as of {}", as_of.text())},
                   {"可用 --plan 指定规划，或核对 --as-of 与地区", "name one with --plan, or check --as-of and the regions"});
    }
  }
  for (const Plan& plan : plans) {
    if (!plan.rules.empty()) continue;
    const bool told = std::any_of(problems.all().begin(), problems.all().end(), [&plan](const Problem& problem) {
      return problem.severity == Severity::kError && problem.place.file == plan.place.file && plan.place.known();
    });
    if (!told) problems.add("plan-empty", plan.place, plan.id, {fmt::format("规划“{}”没有任何规则", plan.id), fmt::format("the plan \"{}\" has no rules", plan.id)});
  }
}

}  // namespace kaohe

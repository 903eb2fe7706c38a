// SPDX-License-Identifier: Apache-2.0
#include "judge/judge.h"

#include <algorithm>

#include "judge/rollup.h"
#include "judge/session.h"

namespace kaohe {
namespace {

enum class RollUpOf : std::uint8_t { kEverything, kUmbrellas };

void roll_up_all(const Catalog& catalog, std::vector<Judged>& all, RollUpOf which) {
  for (Judged& judged : all) {
    if (which == RollUpOf::kUmbrellas && !is_umbrella(catalog.plans[judged.plan].rules[judged.rule], judged.reading)) continue;
    const RollUp& how = catalog.plans[judged.plan].rules[judged.rule].duty(judged.reading).roll_up;
    judged.whole = roll_up(how, judged.briefs, catalog.regions);
  }
}

// Every rule of every plan in each of its readings.
std::vector<Judged> list_rules(const Catalog& catalog) {
  std::vector<Judged> all;
  for (std::size_t p = 0; p < catalog.plans.size(); ++p) {
    const Plan& plan = catalog.plans[p];
    for (std::size_t r = 0; r < plan.rules.size(); ++r) {
      all.push_back({p, r, Reading::kPlain, {}, {}});
      if (plan.rules[r].strict) all.push_back({p, r, Reading::kStrict, {}, {}});
    }
  }
  return all;
}

void add_indicative(const Setting& setting, std::vector<Judged>& all, Verdicts& store) {
  for (Judged& judged : all) {
    const Plan& plan = setting.catalog.plans[judged.plan];
    const Rule& rule = plan.rules[judged.rule];
    const Verdict head = verdict_of(judged, rule);
    for (Verdict& verdict : judge_indicative(setting, plan, rule, rule.duty(judged.reading))) {
      verdict.plan = head.plan;
      verdict.rule = head.rule;
      verdict.reading = head.reading;
      judged.briefs.push_back(store.keep(std::move(verdict)));
    }
  }
}

// The one city or county that everything handed in is of, where --region would help.
std::string only_region(const std::set<std::uint32_t>& units, const Register& regions) {
  if (units.empty()) return {};
  std::uint32_t common = *units.begin();
  for (const std::uint32_t unit : units) {
    if (regions[common].level == RegionLevel::kProvince) return {};  // what holds a province is no city or county
    while (!regions.within(unit, common)) {
      const auto parent = regions.find_code(regions[common].parent, regions[common].from);
      if (!parent) return {};
      common = *parent;
    }
  }
  const RegionLevel level = regions[common].level;
  return level == RegionLevel::kPrefecture || level == RegionLevel::kCounty ? regions[common].code : std::string();
}

void judge_selected(const Question& question, Decided& decided, Report& report) {
  const FigureIndex figures(report.figures, report.as_of.date);
  const RecordIndex records(report.records, report.catalog.regions, report.as_of.date);
  Resolver resolver(report.catalog, figures, decided.months);
  UnitFinder units(report.catalog.regions);
  TextPool pool;
  const Setting setting{report.catalog, figures, records, resolver, units, decided, pool, report.as_of.date};
  report.selection.figures_after_as_of = figures.set_aside();
  std::vector<Judged> all = list_rules(report.catalog);
  decide_rules(question, setting, all, report.verdicts);
  std::vector<WaiverEffect> effects;
  cover_verdicts(report.waivers, setting, all, report.verdicts, effects);
  roll_up_all(report.catalog, all, RollUpOf::kEverything);
  judge_umbrellas(setting, question.reading, all, report.verdicts);
  cover_verdicts(report.waivers, setting, all, report.verdicts, effects);
  roll_up_all(report.catalog, all, RollUpOf::kUmbrellas);
  tell_waivers(report.waivers, effects, setting.as_of, report.problems);
  if (question.indicative) add_indicative(setting, all, report.verdicts);
  select_verdicts(question, all, report);
  if (question.strict_input) report.problems.raise_warnings();
  tally(question, all, report);
}

}  // namespace

Report judge(Catalog catalog, Submission submission, std::vector<Waiver> waivers, Problems problems, const Question& question) {
  Report report;
  report.reading = question.reading;
  report.language = question.language;
  report.tiers = question.tiers;
  report.fail_on = question.fail_on;
  report.selection.region = question.region;
  report.selection.only = question.only;
  report.waivers = std::move(waivers);
  report.problems = std::move(problems);
  report.catalog = std::move(catalog);
  if (submission.figures.empty() && submission.records.empty()) {
    report.problems.add("nothing-submitted", {}, {}, {"没有填报任何数据或记录", "neither figures nor records were handed in"},
                        {"空的填报不等于达标", "an empty submission is not a pass"});
  }
  Decided decided;
  if (question.with_care) decided.months = Months::kOneByOne;
  const std::optional<AsOf> as_of = find_as_of(question, submission, report.problems);
  if (as_of) {
    report.as_of = *as_of;
    select_plans(question, submission, report.catalog.regions, as_of->date, report.catalog.plans, report.problems);
    if (question.region.empty()) report.selection.region_hint = only_region(units_handed_in(submission), report.catalog.regions);
    report.figures = submission.figures;
    report.records = std::move(submission.records);
    judge_selected(question, decided, report);
  } else if (question.strict_input) {
    report.problems.raise_warnings();
  }
  report.problems.sort();
  report.inputs = std::move(submission.inputs);
  report.figures = std::move(submission.figures);
  report.complete_places = std::move(submission.complete_places);
  if (!as_of) report.records = std::move(submission.records);
  set_teller(report, std::move(decided));
  return report;
}

}  // namespace kaohe

// SPDX-License-Identifier: Apache-2.0
// --region and --only, after everything was judged: data outside still feeds aggregates and umbrella rules. Rules kept
// on only some of their units are partial. What is left out is counted.
#include <algorithm>
#include <tuple>
#include <utility>

#include <fmt/format.h>

#include "base/text.h"
#include "judge/rollup.h"
#include "judge/session.h"

namespace kaohe {
namespace {

bool is_pilot(const Duty& duty) { return duty.test.kind == TestKind::kRecord && duty.who.each == Each::kNamed; }

bool by_records(const Duty& duty) {
  return duty.test.kind == TestKind::kRecord || (duty.test.kind == TestKind::kCadence && duty.indicator == kNoIndicator);
}

bool matches(const std::string& pattern, const Rule& rule, const Catalog& catalog) {
  if (pattern == "figures") return !by_records(rule.plain) && rule.plain.test.kind != TestKind::kUmbrella;
  if (pattern == "records") return by_records(rule.plain);
  if (pattern == "pilots") return is_pilot(rule.plain);
  if (glob_match(pattern, rule.id) || glob_match(pattern, rule.full_id)) return true;
  const auto measures = [&](const Duty& duty) {
    return duty.indicator != kNoIndicator && glob_match(pattern, catalog.indicators[duty.indicator].id);
  };
  return measures(rule.plain) || std::any_of(rule.plain.members.begin(), rule.plain.members.end(), measures);
}

bool wanted_rule(const Question& question, const Rule& rule, const Catalog& catalog) {
  return question.only.empty() || std::any_of(question.only.begin(), question.only.end(),
                                              [&](const std::string& pattern) { return matches(pattern, rule, catalog); });
}

// Units, once for each of their verdicts.
std::size_t distinct(const std::vector<const Verdict*>& verdicts, const Register& regions) {
  std::vector<std::pair<std::uint32_t, std::string_view>> units;  // lineage and item
  units.reserve(verdicts.size());
  for (const Verdict* verdict : verdicts) units.emplace_back(regions[verdict->region].lineage, *verdict->item);
  std::sort(units.begin(), units.end());
  return static_cast<std::size_t>(std::unique(units.begin(), units.end()) - units.begin());
}

struct Sifted {
  std::vector<Verdict*> kept;
  std::vector<const Verdict*> counted, lost;  // those that count, not indicative ones: of `kept`, and the others
};

Sifted sift(std::vector<Verdict>& verdicts, std::optional<std::uint32_t> region, const Register& regions) {
  Sifted sifted;
  sifted.kept.reserve(verdicts.size());
  sifted.counted.reserve(verdicts.size());
  for (Verdict& verdict : verdicts) {
    const bool inside = !region || regions.within(verdict.region, *region);
    if (!verdict.indicative) (inside ? sifted.counted : sifted.lost).push_back(&verdict);
    if (inside) sifted.kept.push_back(&verdict);
  }
  return sifted;
}

RolledUp rolled(const Judged& judged, const Sifted& sifted, const Report& report) {
  const Rule& rule = report.catalog.plans[judged.plan].rules[judged.rule];
  return roll_up(rule.duty(judged.reading).roll_up, sifted.counted, report.catalog.regions);
}

// A selection that leaves no rule to count is an error: nothing judged is not "all met".
void check_selection(const Question& question, Report& report) {
  const auto of_tiers = [&](const RuleOutcome& rule) {
    const Tier tier = report.catalog.plans[rule.plan].rules[rule.rule].tier;
    return std::find(question.tiers.begin(), question.tiers.end(), tier) != question.tiers.end();
  };
  const bool sifted = !question.region.empty() || !question.only.empty();
  const bool tiers_named = question.tiers != Question{}.tiers;
  const bool something = tiers_named ? std::any_of(report.rules.begin(), report.rules.end(), of_tiers) : !report.rules.empty();
  if ((!sifted && !tiers_named) || something || report.catalog.plans.empty() || report.problems.has("plan-empty")) return;
  std::vector<std::string> asked = question.only;
  if (!question.region.empty()) asked.push_back(question.region);
  if (tiers_named) std::transform(question.tiers.begin(), question.tiers.end(), std::back_inserter(asked), [](Tier tier) { return std::string(word(tier)); });
  const std::string what = fmt::format("{}", fmt::join(asked, " "));
  report.problems.add("nothing-selected", {}, what, {fmt::format("“{}”没有选中任何计入结论的规则", what), fmt::format("\"{}\" selects no rule that counts", what)},
                      {"请核对 --region、--only 与 --tier", "check --region, --only and --tier"});
}

// The verdicts of one rule into the report, by unit, period and reading. They are sorted before they are moved: a verdict
// is a large thing.
void keep_verdicts(const std::vector<Judged*>& readings, std::vector<Sifted>& sifted, Report& report) {
  const Register& regions = report.catalog.regions;
  std::vector<Verdict*> kept;
  for (std::size_t i = 0; i < readings.size(); ++i) {
    for (Verdict* verdict : sifted[i].kept) {
      verdict->plan = readings[i]->plan;
      verdict->rule = readings[i]->rule;
      if (readings.size() > 1) verdict->reading = readings[i]->reading;
      kept.push_back(verdict);
    }
  }
  const auto key = [&regions](const Verdict& v) {
    return std::tuple<const std::string&, const Date&, const Date&, const std::string&, int>(
        regions[v.region].code, v.period.last, v.period.first, v.item, v.reading ? static_cast<int>(*v.reading) : -1);
  };
  const auto before = [&key](const Verdict* a, const Verdict* b) { return key(*a) < key(*b); };
  if (!std::is_sorted(kept.begin(), kept.end(), before)) std::stable_sort(kept.begin(), kept.end(), before);
  for (Verdict* verdict : kept) report.verdicts.push_back(std::move(*verdict));
}

// One rule in its one or two readings. It is left out where the reading that counts keeps no unit; what is only
// indicative is shown all the same.
void select_rule(const Question& question, const std::vector<Judged*>& readings, std::optional<std::uint32_t> region, Report& report) {
  const Judged& first = *readings.front();
  const Rule& rule = report.catalog.plans[first.plan].rules[first.rule];
  std::vector<Sifted> sifted;
  sifted.reserve(readings.size());
  for (Judged* judged : readings) sifted.push_back(sift(judged->verdicts, region, report.catalog.regions));
  const std::size_t counting = report.reading == Reading::kStrict && readings.size() > 1 ? 1 : 0;
  const bool wanted = wanted_rule(question, rule, report.catalog);
  const bool counts = wanted && !sifted[counting].counted.empty();
  const Register& regions = report.catalog.regions;
  report.selection.units_left_out += distinct(sifted[counting].lost, regions) + (wanted ? 0 : distinct(sifted[counting].counted, regions));
  if (!counts) {
    report.selection.rules_left_out += 1;
    for (Sifted& reading : sifted) std::erase_if(reading.kept, [wanted](const Verdict* verdict) { return !wanted || !verdict->indicative; });
  } else {
    const RolledUp all = rolled(*readings[counting], sifted[counting], report);
    RuleOutcome outcome{first.plan, first.rule, all.outcome, !sifted[counting].lost.empty(), all.by_bounds, all.units, all.outcome, all.outcome};
    if (readings.size() > 1) {
      outcome.plain = rolled(*readings[0], sifted[0], report).outcome;
      outcome.strict = rolled(*readings[1], sifted[1], report).outcome;
    }
    report.rules.push_back(outcome);
  }
  keep_verdicts(readings, sifted, report);
}

}  // namespace

void select_verdicts(const Question& question, std::vector<Judged>& all, Report& report) {
  std::size_t verdicts = 0;
  for (const Judged& judged : all) verdicts += judged.verdicts.size();
  report.verdicts.reserve(verdicts);
  std::optional<std::uint32_t> region;
  if (!question.region.empty()) region = report.catalog.regions.find_code(question.region, report.as_of.date);
  for (std::size_t i = 0; i < all.size();) {
    std::vector<Judged*> readings{&all[i]};
    const bool strict_follows = i + 1 < all.size() && all[i + 1].plan == all[i].plan && all[i + 1].rule == all[i].rule;
    if (strict_follows) readings.push_back(&all[i + 1]);
    i += readings.size();
    select_rule(question, readings, region, report);
    for (Judged* judged : readings) judged->verdicts = {};  // moved from: there is no need to have both
  }
  check_selection(question, report);
}

}  // namespace kaohe

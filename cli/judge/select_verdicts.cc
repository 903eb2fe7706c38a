// SPDX-License-Identifier: Apache-2.0
// --region and --only, after everything was judged: data outside still feeds aggregates and umbrella rules. Rules kept
// on only some of their units are partial. What is left out is counted.
#include <algorithm>
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
std::size_t distinct(const std::vector<Brief>& briefs, const Register& regions) {
  std::vector<std::uint64_t> units;  // lineage and item
  units.reserve(briefs.size());
  for (const Brief& brief : briefs) units.push_back(std::uint64_t{regions[brief.region].lineage} << 16U | brief.item);
  std::sort(units.begin(), units.end());
  return static_cast<std::size_t>(std::unique(units.begin(), units.end()) - units.begin());
}

struct Sifted {
  std::vector<Brief> counted, lost;  // those that count, and those that would outside the region
  std::vector<Brief> indicative;     // within it
};

Sifted sift(std::vector<Brief> briefs, std::optional<std::uint32_t> region, const Report& report) {
  Sifted sifted;
  const auto counts = [&report](const Brief& brief) { return !report.verdicts.batch(brief).indicative; };
  if (!region && std::all_of(briefs.begin(), briefs.end(), counts)) {
    sifted.counted = std::move(briefs);
    return sifted;
  }
  for (const Brief& brief : briefs) {
    const bool inside = !region || report.catalog.regions.within(brief.region, *region);
    if (counts(brief)) (inside ? sifted.counted : sifted.lost).push_back(brief);
    if (!counts(brief) && inside) sifted.indicative.push_back(brief);
  }
  return sifted;
}

RolledUp rolled(const Judged& judged, const Sifted& sifted, const Report& report) {
  if (sifted.lost.empty()) return judged.whole;
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

// The order of the verdicts of one rule: by code, period, item and reading.
class Order {
 public:
  explicit Order(const Report& report) : verdicts_(report.verdicts) {
    const std::vector<Region>& regions = report.catalog.regions.regions;  // by code
    codes_.reserve(regions.size());
    std::uint32_t number = 0;
    for (std::size_t i = 0; i < regions.size(); ++i) {
      if (i > 0 && regions[i].code != regions[i - 1].code) ++number;
      codes_.push_back(number);
    }
  }

  void sort(std::vector<Brief>& briefs) const {
    const auto before = [this](const Brief& a, const Brief& b) { return is_before(a, b); };
    if (!std::is_sorted(briefs.begin(), briefs.end(), before)) std::stable_sort(briefs.begin(), briefs.end(), before);
  }

 private:
  [[nodiscard]] bool is_before(const Brief& a, const Brief& b) const {
    if (codes_[a.region] != codes_[b.region]) return codes_[a.region] < codes_[b.region];
    const Batch& of_a = verdicts_.batch(a);
    const Batch& of_b = verdicts_.batch(b);
    if (of_a.period.last != of_b.period.last) return of_a.period.last < of_b.period.last;
    if (of_a.period.first != of_b.period.first) return of_a.period.first < of_b.period.first;
    if (a.item != b.item) return verdicts_.item(a) < verdicts_.item(b);
    return of_a.reading < of_b.reading;
  }

  const Verdicts& verdicts_;
  std::vector<std::uint32_t> codes_;  // by entry
};

// The verdicts of one rule into the report.
void keep_verdicts(std::vector<Sifted>& sifted, const Order& order, Report& report) {
  std::vector<Brief> kept = std::move(sifted.front().counted);
  const auto add = [&kept](const std::vector<Brief>& more) { kept.insert(kept.end(), more.begin(), more.end()); };
  add(sifted.front().indicative);
  for (std::size_t i = 1; i < sifted.size(); ++i) {
    add(sifted[i].counted);
    add(sifted[i].indicative);
  }
  order.sort(kept);
  report.verdicts.append(std::move(kept));
}

// One rule in its one or two readings. It is left out where the reading that counts keeps no unit; what is only
// indicative is shown all the same.
void select_rule(const Question& question, const std::vector<Judged*>& readings, std::optional<std::uint32_t> region, const Order& order,
                 Report& report) {
  const Judged& first = *readings.front();
  const Rule& rule = report.catalog.plans[first.plan].rules[first.rule];
  std::vector<Sifted> sifted;
  sifted.reserve(readings.size());
  for (Judged* judged : readings) sifted.push_back(sift(std::move(judged->briefs), region, report));
  const std::size_t counting = report.reading == Reading::kStrict && readings.size() > 1 ? 1 : 0;
  const bool wanted = wanted_rule(question, rule, report.catalog);
  const bool counts = wanted && !sifted[counting].counted.empty();
  const Register& regions = report.catalog.regions;
  report.selection.units_left_out += distinct(sifted[counting].lost, regions) + (wanted ? 0 : distinct(sifted[counting].counted, regions));
  if (!counts) {
    report.selection.rules_left_out += 1;
    for (Sifted& reading : sifted) {
      reading.counted.clear();
      if (!wanted) reading.indicative.clear();
    }
  } else {
    const RolledUp all = rolled(*readings[counting], sifted[counting], report);
    RuleOutcome outcome{first.plan, first.rule, all.outcome, !sifted[counting].lost.empty(), all.by_bounds, all.units, all.outcome, all.outcome};
    if (readings.size() > 1) {
      outcome.plain = rolled(*readings[0], sifted[0], report).outcome;
      outcome.strict = rolled(*readings[1], sifted[1], report).outcome;
    }
    report.rules.push_back(outcome);
  }
  keep_verdicts(sifted, order, report);
}

}  // namespace

void select_verdicts(const Question& question, std::vector<Judged>& all, Report& report) {
  std::optional<std::uint32_t> region;
  if (!question.region.empty()) region = report.catalog.regions.find_code(question.region, report.as_of.date);
  const Order order(report);
  for (std::size_t i = 0; i < all.size();) {
    std::vector<Judged*> readings{&all[i]};
    const bool strict_follows = i + 1 < all.size() && all[i + 1].plan == all[i].plan && all[i + 1].rule == all[i].rule;
    if (strict_follows) readings.push_back(&all[i + 1]);
    i += readings.size();
    select_rule(question, readings, region, order, report);
  }
  check_selection(question, report);
}

}  // namespace kaohe

// SPDX-License-Identifier: Apache-2.0
// Umbrella: a duty that is met when the rules it names are. Rules that are umbrellas themselves are not counted, so
// that no two can wait for each other.
#include <algorithm>
#include <map>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "base/text.h"
#include "judge/manual.h"
#include "judge/session.h"

namespace kaohe {
namespace {

using JudgedById = std::map<std::string_view, std::vector<const Judged*>>;  // in each reading

JudgedById by_id(const Setting& setting, const std::vector<Judged>& all) {
  JudgedById out;
  for (const Judged& one : all) out[setting.catalog.plans[one.plan].rules[one.rule].full_id].push_back(&one);
  return out;
}

// What the umbrella covers in that reading, in the order of the plans and their rules. Most umbrellas name rules without
// a wildcard.
std::vector<const Judged*> covered(const Setting& setting, const JudgedById& all, const Test& umbrella, Reading reading) {
  std::vector<const Judged*> found;
  const auto take = [&](const std::vector<const Judged*>& readings) {
    for (const Judged* one : readings) {
      const Rule& rule = setting.catalog.plans[one->plan].rules[one->rule];
      const Reading wanted = rule.strict ? reading : Reading::kPlain;
      if (one->reading == wanted && !is_umbrella(rule, one->reading)) found.push_back(one);
    }
  };
  for (const std::string& pattern : umbrella.rules) {
    const std::string_view begin = std::string_view(pattern).substr(0, pattern.find_first_of("*?"));  // before a wildcard
    const bool anything = pattern.size() == begin.size() + 1 && pattern.back() == '*';                // may follow
    for (auto at = all.lower_bound(begin); at != all.end() && at->first.substr(0, begin.size()) == begin; ++at) {
      if (anything || glob_match(pattern, at->first)) take(at->second);
    }
  }
  std::sort(found.begin(), found.end());  // all are of one vector, in that order
  found.erase(std::unique(found.begin(), found.end()), found.end());
  return found;
}

// What became of them; kept as long as it is the umbrella's outcome that counts.
Decided::AllBelow outcomes_of(const std::vector<const Judged*>& all) {
  auto out = std::make_shared<std::vector<Decided::Below>>();
  out->reserve(all.size());
  for (const Judged* one : all) out->push_back({static_cast<std::uint32_t>(one->plan), static_cast<std::uint32_t>(one->rule), one->whole.outcome});
  return out;
}

OutcomeCount count_all(const std::vector<Decided::Below>& all) {
  OutcomeCount outcomes{};
  for (const Decided::Below& one : all) count(outcomes, one.outcome);
  return outcomes;
}

Brief decide(const Setting& setting, const std::vector<Decided::Below>& all, const Slot& slot) {
  Brief brief;
  brief.outcome = all_of(count_all(all));
  const bool due = !slot.due || *slot.due <= setting.as_of;
  if (!due && brief.outcome != Outcome::kFail) brief.outcome = Outcome::kNotDue;
  brief.has_outlook = brief.outcome == Outcome::kNotDue;
  brief.outlook_if_any = brief.has_outlook ? Outlook::kUnknown : Outlook::kMetEarly;
  return brief;
}

}  // namespace

bool is_umbrella(const Rule& rule, Reading reading) { return rule.duty(reading).test.kind == TestKind::kUmbrella; }

void judge_umbrellas(const Setting& setting, Reading counting, std::vector<Judged>& all, Verdicts& store) {
  const JudgedById rules = by_id(setting, all);
  for (Judged& judged : all) {
    const Plan& plan = setting.catalog.plans[judged.plan];
    const Rule& rule = plan.rules[judged.rule];
    if (!is_umbrella(rule, judged.reading)) continue;
    const Duty& duty = rule.duty(judged.reading);
    const Decided::AllBelow below = outcomes_of(covered(setting, rules, duty.test, rule.strict ? judged.reading : counting));
    for (const Slot& slot : schedule(setting, plan, duty)) {
      Brief brief = decide(setting, *below, slot);
      brief.batch = store.add(batch_of(judged, rule, slot));
      setting.decided.of(brief.batch).below = below;
      const Units units = units_of(setting, plan, duty.who, slot.due.value_or(setting.as_of));
      for (const Unit& unit : *units) {
        brief.region = unit.region;
        judged.briefs.push_back(brief);
      }
    }
  }
}

void tell_umbrella(const Catalog& catalog, const std::vector<Decided::Below>& all, Verdict& verdict) {
  if (verdict.outcome == Outcome::kNotDue) verdict.outlook = Outlook::kUnknown;
  if (all.empty()) {
    verdict.reason = {"所指的规则均未参与本次判定", "none of the rules it names was judged"};
    return;
  }
  std::vector<Step> tests(all.size());
  std::vector<Lack> missing;
  for (std::size_t i = 0; i < all.size(); ++i) {
    const std::string& id = catalog.plans[all[i].plan].rules[all[i].rule].full_id;
    tests[i].name = id;
    tests[i].outcome = all[i].outcome;
    if (all[i].outcome == Outcome::kMissing) missing.push_back({verdict.region, kNoIndicator, std::nullopt, {}, {}, Phrase{id + " 缺数据", id + " is missing"}});
  }
  verdict.tests = std::move(tests);
  if (!missing.empty()) verdict.missing = std::move(missing);
  const std::uint64_t met = count_all(all)[static_cast<std::size_t>(Outcome::kPass)];
  verdict.reason = {fmt::format("所含{}条规则中{}条达标", all.size(), met), fmt::format("{} of the {} rules it names are met", met, all.size())};
}

const Phrase& umbrella_manual() {
  static const Phrase kManual = {
      "总领任务自身不看数据：rules 所指的规则都达标，它就达标。\n"
      "所指的规则有一条未达标就是未达标，否则有一条缺数据就是缺数据。总领任务之间不互相计算，以免互等。未判的规则不算；一条也没有判就是缺数据。\n",
      "An umbrella looks at no figures of its own: it is met when the rules that it names are.\n"
      "One of them that fails is enough to fail; else one that is missing makes it missing. Umbrellas do not count each other, so that no two can wait for one another. Rules that were not judged are left out; if none was, it is missing.\n"};
  return kManual;
}

}  // namespace kaohe

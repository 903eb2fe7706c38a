// SPDX-License-Identifier: Apache-2.0
// `kaohe rules`: the rules that pass every filter given. Matching nothing is a mistake of the question, told with the
// nearest names.
#include "command/rules.h"

#include <algorithm>
#include <functional>
#include <set>

#include "base/text.h"
#include "command/choice.h"
#include "command/console.h"
#include "command/inputs.h"
#include "command/region_option.h"
#include "judge/units.h"
#include "report/listing.h"

namespace kaohe {
namespace {

constexpr Choice<TestKind> kKindWords[] = {{"threshold", TestKind::kThreshold}, {"trend", TestKind::kTrend},
                                           {"record", TestKind::kRecord},       {"cadence", TestKind::kCadence},
                                           {"all-of", TestKind::kAllOf},        {"umbrella", TestKind::kUmbrella}};

template <typename T, std::size_t N>
std::vector<T> choose_all(std::string_view option, const std::vector<std::string>& given, const Choice<T> (&choices)[N]) {
  std::vector<T> out;
  out.reserve(given.size());
  for (const std::string& word : given) out.push_back(choose(option, word, choices));
  return out;
}

template <typename T>
bool one_of(const std::vector<T>& wanted, T value) {
  return wanted.empty() || std::find(wanted.begin(), wanted.end(), value) != wanted.end();
}

Phrase names_hint(const std::vector<std::string>& names) {
  std::string all;
  for (const std::string& name : names) all += (all.empty() ? "" : ", ") + name;
  return all.empty() ? Phrase{} : Phrase{"相近的有：" + all, "the nearest are: " + all};
}

// ---- --due -----------------------------------------------------------------------------------------------------------

struct DueFilter {
  std::optional<Period> period;
  bool open = false;
};

DueFilter due_filter(const std::string& given) {
  if (given.empty()) return {};
  if (given == "open") return {std::nullopt, true};
  if (const auto period = parse_period(given)) return {period, false};
  const auto day = parse_date(given);
  if (day && day->valid()) return {period_holding(PeriodKind::kDay, *day), false};
  throw UsageError{{"--due 的值“" + given + "”不是日期或年份", "--due \"" + given + "\" is neither a date nor a year"},
                   {"如 2020、2020-12-31，或 open（无期限的）", "for example 2020, 2020-12-31, or open"}};
}

bool passes(const DueFilter& filter, const Plan& plan, const Duty& duty) {
  if (filter.open) return duty.due.stages.empty();
  return !filter.period || due_within(plan, duty, *filter.period);
}

PeriodKind kind_of(IntervalUnit unit) {
  switch (unit) {
    case IntervalUnit::kDay: return PeriodKind::kDay;
    case IntervalUnit::kMonth: return PeriodKind::kMonth;
    case IntervalUnit::kQuarter: return PeriodKind::kQuarter;
    case IntervalUnit::kYear: break;
  }
  return PeriodKind::kYear;
}

// Intervals of `count` whole periods, each due at its own end.
struct Recurrence {
  Date from;
  std::optional<Date> last;
  PeriodKind kind = PeriodKind::kYear;
  int count = 1;
};

bool any_ends_within(const Recurrence& recurrence, const Period& period) {
  Period one = period_holding(recurrence.kind, recurrence.from);
  for (int i = 1; one.last <= period.last; ++i, one = next_period(one)) {
    if (recurrence.last && *recurrence.last < one.last) return false;
    if (i % recurrence.count == 0 && period.first <= one.last) return true;
  }
  return false;
}

// ---- --region ----------------------------------------------------------------------------------------------------------

// Some unit of the rule, on one of the days it is due, is the region or a part of it.
bool binds(const Catalog& catalog, const Plan& plan, const Duty& duty, std::uint32_t region) {
  std::vector<Date> days = duty.due.stages;
  if (days.empty()) days.push_back(plan.ends.value_or(plan.issued));
  for (const Date& day : days) {
    for (const Unit& unit : units_of(catalog.regions, plan, duty.who, day)) {
      if (unit.exempt.empty() && catalog.regions.within(unit.region, region)) return true;
    }
  }
  return false;
}

// ---- --search ----------------------------------------------------------------------------------------------------------

// What a rule may be found by; names alone (without the anchor) where a near miss is to be told.
std::vector<std::string> texts_of(const Catalog& catalog, const Rule& rule) {
  std::vector<std::string> out = {rule.full_id, rule.title.zh, rule.title.en};
  out.insert(out.end(), rule.aliases.begin(), rule.aliases.end());
  const std::function<void(const Duty&)> add = [&](const Duty& duty) {
    if (duty.indicator != kNoIndicator) {
      const Indicator& indicator = catalog.indicators[duty.indicator];
      out.push_back(indicator.id);
      out.insert(out.end(), indicator.names_zh.begin(), indicator.names_zh.end());
      out.insert(out.end(), indicator.names_en.begin(), indicator.names_en.end());
    }
    for (const Duty& member : duty.members) add(member);
  };
  add(rule.plain);
  if (rule.strict) add(*rule.strict);
  return out;
}

bool found(const Catalog& catalog, const Rule& rule, const std::string& key) {
  const auto holds = [&key](const std::string& text) { return name_key(text).find(key) != std::string::npos; };
  const std::vector<std::string> texts = texts_of(catalog, rule);
  return holds(rule.source.anchor) || std::any_of(texts.begin(), texts.end(), holds);
}

std::set<std::string> pairs_of(const std::string& text) {
  const std::vector<std::string> characters = utf8_characters(name_key(text));
  std::set<std::string> out;
  for (std::size_t i = 1; i < characters.size(); ++i) out.insert(characters[i - 1] + characters[i]);
  return out;
}

// The names with the most pairs of neighbouring characters of the word, at least a third of them: titles are far longer
// than what one searches for, so that an edit distance finds none.
std::vector<std::string> names_sharing(const std::vector<std::string>& names, const std::string& word, std::size_t most) {
  const std::set<std::string> wanted = pairs_of(word);
  std::vector<std::pair<std::size_t, std::string>> ranked;  // pairs not shared
  for (const std::string& name : names) {
    const std::set<std::string> pairs = pairs_of(name);
    const auto shared = static_cast<std::size_t>(
        std::count_if(wanted.begin(), wanted.end(), [&](const std::string& pair) { return pairs.count(pair) > 0; }));
    if (shared > 0 && 3 * shared >= wanted.size()) ranked.emplace_back(wanted.size() - shared, name);
  }
  std::stable_sort(ranked.begin(), ranked.end(), [](const auto& a, const auto& b) {
    return std::make_pair(a.first, a.second.size()) < std::make_pair(b.first, b.second.size());
  });
  std::vector<std::string> out;
  for (const auto& one : ranked) {
    if (out.size() < most) out.push_back(one.second);
  }
  return out;
}

std::vector<std::string> names_near(const Catalog& catalog, const std::vector<RuleRef>& rules, const std::string& word) {
  constexpr std::size_t kMost = 3;
  std::vector<std::string> names;
  std::set<std::string> seen;
  for (const RuleRef& one : rules) {
    for (std::string& name : texts_of(catalog, *one.rule)) {
      if (seen.insert(name).second) names.push_back(std::move(name));
    }
  }
  const std::vector<std::string> near = nearest(word, names, kMost);
  return near.empty() ? names_sharing(names, word, kMost) : near;
}

// ------------------------------------------------------------------------------------------------------------------------

std::vector<RuleRef> rules_of(const Catalog& catalog, const std::string& plan_id) {
  std::vector<RuleRef> out;
  std::vector<std::string> ids;
  bool known = plan_id.empty();
  for (const Plan& plan : catalog.plans) {
    ids.push_back(plan.id);
    if (!plan_id.empty() && plan.id != plan_id) continue;
    known = true;
    for (const Rule& rule : plan.rules) out.push_back({&plan, &rule});
  }
  if (known) return out;
  throw UsageError{{"没有方案“" + plan_id + "”", "no plan \"" + plan_id + "\""}, names_hint(nearest(plan_id, ids))};
}

std::vector<RuleRef> matching(const RulesArguments& given, const Catalog& catalog) {
  const std::vector<Tier> tiers = choose_all("--tier", given.tiers, kTierWords);
  const std::vector<TestKind> kinds = choose_all("--kind", given.kinds, kKindWords);
  const DueFilter due = due_filter(given.due);
  const std::string code = region_code(catalog.regions, given.region);
  const std::uint32_t region = code.empty() ? kNoRegion : catalog.regions.by_code.at(code).back();
  std::vector<RuleRef> out = rules_of(catalog, given.plan);
  const auto keep = [&out](const auto& wanted) {
    out.erase(std::remove_if(out.begin(), out.end(), [&](const RuleRef& one) { return !wanted(one); }), out.end());
  };
  keep([&](const RuleRef& one) {
    const Duty& duty = one.rule->plain;
    return one_of(tiers, one.rule->tier) && one_of(kinds, duty.test.kind) && passes(due, *one.plan, duty) &&
           (region == kNoRegion || binds(catalog, *one.plan, duty, region));
  });
  if (out.empty()) throw UsageError{{"没有符合条件的规则", "no rule matches"}, {"少给几个条件再试", "try again with fewer options"}};
  if (given.search.empty()) return out;
  const std::vector<RuleRef> searched = out;
  const std::string key = name_key(given.search);
  keep([&](const RuleRef& one) { return found(catalog, *one.rule, key); });
  if (!out.empty()) return out;
  throw UsageError{{"没有规则的标题、原文或指标含有“" + given.search + "”", "no rule has \"" + given.search + "\" in its title, anchor or indicator"},
                   names_hint(names_near(catalog, searched, given.search))};
}

}  // namespace

bool due_within(const Plan& plan, const Duty& duty, const Period& period) {
  const Test& test = duty.test;
  const auto within = [&period](const Date& day) { return period.first <= day && day <= period.last; };
  if (std::any_of(duty.due.stages.begin(), duty.due.stages.end(), within)) return true;
  const std::optional<Date> last = duty.due.stages.empty() ? std::nullopt : std::optional(duty.due.stages.back());
  const Date from = test.from.value_or(plan.issued);
  if (test.gap) return from <= period.last && (!last || period.first <= *last);
  if (test.met) return any_ends_within({from, last, *test.met, 1}, period);
  if (test.every) return any_ends_within({from, last, kind_of(test.every->unit), test.every->count}, period);
  if (test.kind == TestKind::kTrend && test.trend.step_by_step) return any_ends_within({from, last, PeriodKind::kYear, 1}, period);
  if (test.hold && last) return any_ends_within({*last, test.until, PeriodKind::kYear, 1}, period);
  return std::any_of(duty.members.begin(), duty.members.end(), [&](const Duty& member) { return due_within(plan, member, period); });
}

int rules(const RulesArguments& arguments, Language language) {
  const ListingOptions options = listing_options(arguments, language);
  const Shelf shelf = open_shelf(options.rules, options.data);
  print_problems(shelf.problems, options.language, options.err);
  const std::vector<RuleRef> matched = matching(arguments, shelf.catalog);
  const bool json = options.format == ListingFormat::kJson;
  const std::string text =
      json ? rules_json(shelf.catalog, matched, options.language) : rules_text(shelf.catalog, matched, options.language, options.out);
  return print_out(text, options.language, shelf.problems.has_errors() ? 2 : 0);
}

}  // namespace kaohe

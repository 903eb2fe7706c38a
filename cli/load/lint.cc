// SPDX-License-Identifier: Apache-2.0
// What may be wrong with a plan that can be judged: each part of it is well formed, but not the whole.
#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "base/text.h"
#include "load/load.h"

namespace kaohe {
namespace {

// ---- what stands twice ---------------------------------------------------------------------------------------------

void lint_titles(const Plan& plan, Problems& problems) {
  std::map<std::string, const Rule*> seen;  // name_key of a title
  for (const Rule& rule : plan.rules) {
    const auto [first, is_new] = seen.emplace(name_key(rule.title.zh), &rule);
    if (is_new) continue;
    problems.add("title-shared", rule.title_place, rule.title.zh,
                 {fmt::format("标题“{}”与规则“{}”相同", visible(rule.title.zh), first->second->id),
                  fmt::format("title \"{}\" is that of rule \"{}\" too", visible(rule.title.zh), first->second->id)},
                 {"办理记录可以用标题指任务，标题相同就分不清是哪一条",
                  "a record may name its duty by the title, and one that two rules share names both"});
  }
}

class LedgerRows {
 public:
  explicit LedgerRows(Problems& problems) : problems_(problems) {}

  void take(const Clause& source, const std::string& holder) {
    for (std::size_t i = 0; i < source.ledger.size(); ++i) {
      const int row = source.ledger[i];
      const auto [first, is_new] = holders_.emplace(row, holder);
      if (is_new) continue;
      const Place place = i < source.ledger_places.size() ? source.ledger_places[i] : Place();
      problems_.add("ledger-repeated", place, std::to_string(row),
                    {fmt::format("台账第 {} 行已归入“{}”", row, first->second),
                     fmt::format("row {} of the ledger stands in \"{}\" already", row, first->second)},
                    {"每行只能归入一处，否则就数了两次", "a row that stands twice is counted twice"});
    }
  }

 private:
  Problems& problems_;
  std::map<int, std::string> holders_;
};

void lint_ledger(const Plan& plan, Problems& problems) {
  LedgerRows rows(problems);
  for (const Rule& rule : plan.rules) rows.take(rule.source, rule.id);
  for (const Unchecked& one : plan.unchecked) rows.take(one.source, "[[unchecked]] " + one.source.path);
}

// ---- what nothing could pass, or everything does ---------------------------------------------------------------------

// The values that pass; nullopt ends are open.
struct Passing {
  std::optional<Rational> low, high;
  bool above_low = false, below_high = false;  // the end itself does not pass
};

Passing passing(const Target& target) {
  switch (target.op) {
    case Op::kAtLeast: return {target.value, std::nullopt};
    case Op::kAbove: return {target.value, std::nullopt, true, false};
    case Op::kAtMost: return {std::nullopt, target.value};
    case Op::kBelow: return {std::nullopt, target.value, false, true};
    case Op::kEqual: return {target.value, target.value};
    case Op::kWithin: break;
  }
  return {target.value, target.high};
}

bool excludes(const Passing& a, const Passing& b) {
  const auto ends_before = [](const Passing& one, const Passing& other) {
    if (!one.high || !other.low) return false;
    return *one.high < *other.low || (*one.high == *other.low && (one.below_high || other.above_low));
  };
  return ends_before(a, b) || ends_before(b, a);
}

// Every value of the range passes.
bool holds_all(const Passing& target, const Range& range) {
  const bool low = !target.low || (range.low && (target.above_low ? *target.low < *range.low : *target.low <= *range.low));
  const bool high = !target.high || (range.high && (target.below_high ? *range.high < *target.high : *range.high <= *target.high));
  return low && high;
}

class TestLint {
 public:
  TestLint(const Rule& rule, const Place& test, const Place& roll_up, const Catalog& catalog, Problems& problems)
      : rule_(rule), test_(test), roll_up_(roll_up), catalog_(catalog), problems_(problems) {}

  void check(const Duty& duty) {
    check_test(duty);
    check_roll_up(duty);
    for (const Duty& member : duty.members) check_test(member);
    for (std::size_t i = 0; i < duty.members.size(); ++i) {
      for (std::size_t j = 0; j < i; ++j) check_pair(duty.members[j], duty.members[i]);
    }
  }

 private:
  void never(const Place& place, const std::string& text, const Phrase& why) {
    problems_.add("target-never", place, text,
                  {fmt::format("规则“{}”的“{}”不可能达到：{}", rule_.id, text, why.zh),
                   fmt::format("\"{}\" of rule \"{}\" can never hold: {}", text, rule_.id, why.en)});
  }

  void check_test(const Duty& duty) {
    if (duty.indicator == kNoIndicator) return;
    const Indicator& indicator = catalog_.indicators[duty.indicator];
    if (duty.test.kind == TestKind::kThreshold) {
      check_target(duty.test.target, indicator);
      for (const auto& local : duty.local) check_target(local.second, indicator);
    }
    if (duty.test.kind == TestKind::kTrend) check_trend(duty.test.trend, indicator);
  }

  void check_target(const Target& target, const Indicator& indicator) {
    if (target.reference != kNoIndicator) return;
    const Range& range = indicator.range;
    const Rational& high = target.op == Op::kWithin ? target.high : target.value;
    // Told when it was read (target-outside-range).
    if ((range.low && target.value < *range.low) || (range.high && high > *range.high)) return;
    const Passing wanted = passing(target);
    if (excludes(wanted, {range.low, range.high})) {
      const Phrase why = {fmt::format("指标“{}”的取值范围是“{}”", indicator.name().zh, range.text),
                          fmt::format("the range of indicator \"{}\" is \"{}\"", indicator.id, range.text)};
      return never(test_, target.text, why);
    }
    if (!holds_all(wanted, range)) return;
    problems_.add("target-always", test_, target.text,
                  {fmt::format("规则“{}”的“{}”总能达到：指标“{}”的取值范围是“{}”", rule_.id, target.text, indicator.name().zh, range.text),
                   fmt::format("\"{}\" of rule \"{}\" always holds: the range of indicator \"{}\" is \"{}\"", target.text, rule_.id,
                               indicator.id, range.text)});
  }

  void check_trend(const Trend& trend, const Indicator& indicator) {
    if (!trend.by || trend.kind == TrendKind::kDoesNotFall || trend.kind == TrendKind::kDoesNotRise) return;
    const Range& range = indicator.range;
    const Rational& by = *trend.by;
    if (!trend.by_points && trend.kind == TrendKind::kFalls && range.low && range.low->sign() >= 0 &&
        (by > Rational(1) || (by == Rational(1) && trend.by_strictly))) {
      never(test_, trend.by_text, {"不会小于零的数降不到这么多", "a value that is never below zero cannot fall by so much"});
    }
    if (trend.by_points && range.low && range.high && by > *range.high - *range.low) {
      never(test_, trend.by_text, {fmt::format("取值范围“{}”没有这么宽", range.text), fmt::format("the range \"{}\" is not so wide", range.text)});
    }
  }

  void check_roll_up(const Duty& duty) {
    const RollUp& how = duty.roll_up;
    if (how.kind == RollUpKind::kShare && how.strictly && how.at_least == Rational(1)) {
      never(roll_up_, how.text, {"比例不会超过 100 %", "no share is above 100 %"});
    }
    const bool listed = duty.who.each == Each::kNamed && duty.who.also.empty() && !duty.who.open;
    if (how.kind != RollUpKind::kCount || !listed) return;
    const std::size_t units = duty.who.codes.size() * std::max<std::size_t>(1, duty.who.items.size());
    const Rational there(static_cast<std::int64_t>(units));
    if (how.at_least > there || (how.strictly && how.at_least == there)) {
      never(roll_up_, how.text, {fmt::format("只有 {} 个单位", units), fmt::format("there are {} units", units)});
    }
  }

  // Members of all_of that no value could pass together.
  void check_pair(const Duty& a, const Duty& b) {
    const bool comparable = a.indicator == b.indicator && a.indicator != kNoIndicator && a.test.kind == TestKind::kThreshold &&
                            b.test.kind == TestKind::kThreshold && a.test.target.reference == kNoIndicator &&
                            b.test.target.reference == kNoIndicator;
    if (!comparable || !excludes(passing(a.test.target), passing(b.test.target))) return;
    never(test_, b.test.target.text, {fmt::format("同一规则又要求“{}”", a.test.target.text),
                               fmt::format("the same rule asks for \"{}\"", a.test.target.text)});
  }

  const Rule& rule_;
  Place test_, roll_up_;
  const Catalog& catalog_;
  Problems& problems_;
};

void lint_rule(const Rule& rule, const Catalog& catalog, Problems& problems) {
  TestLint(rule, rule.test_place, rule.roll_up_place, catalog, problems).check(rule.plain);
  if (!rule.strict) return;
  if (*rule.strict == rule.plain) {
    problems.add("strict-same", rule.strict_place, rule.id,
                 {fmt::format("规则“{}”的从严理解与通常理解相同", rule.id),
                  fmt::format("the strict reading of rule \"{}\" says nothing else than the plain one", rule.id)});
    return;
  }
  TestLint(rule, rule.strict_place, rule.strict_place, catalog, problems).check(*rule.strict);
}

// ---- indicators ----------------------------------------------------------------------------------------------------

class UsedIndicators {
 public:
  explicit UsedIndicators(const IndicatorTable& table) : table_(table), used_(table.indicators.size(), false) {}

  void take(const Duty& duty) {
    take(duty.indicator);
    take(duty.test.target.reference);
    for (const auto& local : duty.local) take(local.second.reference);
    for (const Duty& member : duty.members) take(member);
  }
  [[nodiscard]] bool has(std::size_t index) const { return used_[index]; }

 private:
  void take(std::size_t index) {
    if (index == kNoIndicator || used_[index]) return;
    used_[index] = true;
    const Indicator& indicator = table_[index];
    for (const std::size_t part : {indicator.numerator, indicator.denominator, indicator.weight}) take(part);
  }

  const IndicatorTable& table_;
  std::vector<bool> used_;
};

}  // namespace

void lint_plan(const Plan& plan, const Catalog& catalog, Problems& problems) {
  lint_titles(plan, problems);
  lint_ledger(plan, problems);
  for (const Rule& rule : plan.rules) lint_rule(rule, catalog, problems);
}

void lint_indicators(const Catalog& catalog, Problems& problems) {
  UsedIndicators used(catalog.indicators);
  for (const Plan& plan : catalog.plans) {
    for (const Rule& rule : plan.rules) {
      used.take(rule.plain);
      if (rule.strict) used.take(*rule.strict);
    }
  }
  for (std::size_t i = 0; i < catalog.indicators.indicators.size(); ++i) {
    const Indicator& indicator = catalog.indicators[i];
    if (used.has(i) || !indicator.unlike.empty()) continue;
    problems.add("indicator-unused", indicator.place, indicator.id,
                 {fmt::format("没有规则用到指标“{}”（{}）", indicator.id, indicator.name().zh),
                  fmt::format("no rule uses indicator \"{}\"", indicator.id)});
  }
}

}  // namespace kaohe

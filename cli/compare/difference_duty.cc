// SPDX-License-Identifier: Apache-2.0
// Everything of a duty but its test: who, until when, how the units roll up.
#include <algorithm>
#include <map>
#include <tuple>

#include "compare/difference.h"
#include "model/words.h"

namespace kaohe {
namespace {

RuleChange change(Aspect aspect, Turn turn, Phrase before, Phrase after) {
  return {aspect, turn, Reading::kPlain, std::move(before), std::move(after), {}, {}};
}

std::vector<std::string> without(std::vector<std::string> all, const std::vector<std::string>& others) {
  std::erase_if(all, [&](const std::string& one) { return std::find(others.begin(), others.end(), one) != others.end(); });
  return all;
}

Phrase region_name(const Register& regions, const Plan& plan, const std::string& code) {
  const auto entry = regions.find_code(code, plan.issued);
  return entry ? Phrase{regions[*entry].name, regions[*entry].name} : Phrase{code, code};
}

bool same(const Attributes& a, const Attributes& b) {
  const auto sorted = [](std::vector<std::string> list) { return std::sort(list.begin(), list.end()), list; };
  return a.zone == b.zone && sorted(a.kinds) == sorted(b.kinds) && sorted(a.regions) == sorted(b.regions);
}

void compare_who(const DutySides& sides, const Who& before, const Who& after, std::vector<RuleChange>& out) {
  const Register& regions = sides.catalog.regions;
  const std::vector<std::string> added = without(after.codes, before.codes);
  const std::vector<std::string> dropped = without(before.codes, after.codes);
  // "province" and the province's code are the same; a list's order does not matter.
  const Phrase old_words = who_words(regions, sides.plan_before, before);
  const Phrase new_words = who_words(regions, sides.plan_after, after);
  const bool moved = before.each != after.each || before.also != after.also || !added.empty() || !dropped.empty();
  const bool narrowed = !same(before.where, after.where) || !same(before.except, after.except) || before.open != after.open;
  if ((moved && !(old_words == new_words)) || narrowed) {
    RuleChange one = change(Aspect::kWho, Turn::kChanged, old_words, new_words);
    for (const std::string& code : added) one.added.push_back(region_name(regions, sides.plan_after, code));
    for (const std::string& code : dropped) one.dropped.push_back(region_name(regions, sides.plan_before, code));
    out.push_back(std::move(one));
  }
  RuleChange items = change(Aspect::kItems, Turn::kChanged, {}, {});
  for (const std::string& item : without(after.items, before.items)) items.added.push_back({item, item});
  for (const std::string& item : without(before.items, after.items)) items.dropped.push_back({item, item});
  if (items.dropped.empty()) items.turn = Turn::kTightened;  // the same for more things
  if (items.added.empty()) items.turn = Turn::kLoosened;
  if (!items.added.empty() || !items.dropped.empty()) out.push_back(std::move(items));
}

void compare_due(const Due& before, const Due& after, std::vector<RuleChange>& out) {
  if (before.stages == after.stages) return;
  // Open is later than any day.
  const auto sooner = [](const Due& a, const Due& b) {
    return !a.stages.empty() && (b.stages.empty() || a.stages.back() < b.stages.back());
  };
  const Turn turn = sooner(after, before) ? Turn::kEarlier : sooner(before, after) ? Turn::kLater : Turn::kChanged;
  out.push_back(change(Aspect::kDeadline, turn, due_words(before), due_words(after)));
}

void compare_roll_up(const RollUp& before, const RollUp& after, std::vector<RuleChange>& out) {
  const auto rank = [](const RollUp& one) { return std::make_tuple(one.at_least, one.strictly); };
  Turn turn = Turn::kChanged;
  if (before.kind == after.kind) {
    if (before.kind == RollUpKind::kAll || rank(before) == rank(after)) return;
    turn = rank(before) < rank(after) ? Turn::kTightened : Turn::kLoosened;
  } else if (after.kind == RollUpKind::kAll) {
    turn = Turn::kTightened;
  } else if (before.kind == RollUpKind::kAll) {
    turn = Turn::kLoosened;
  }
  out.push_back(change(Aspect::kRollUp, turn, roll_up_words(before), roll_up_words(after)));
}

void compare_comparison(const Duty& before, const Duty& after, std::vector<RuleChange>& out) {
  static const Phrase kNames[] = {{"全数值比较", "exact"}, {"修约值比较", "rounded"}};
  if (before.compare == after.compare || after.test.kind != TestKind::kThreshold) return;
  out.push_back(change(Aspect::kComparison, Turn::kChanged, kNames[static_cast<std::size_t>(before.compare)],
                       kNames[static_cast<std::size_t>(after.compare)]));
}

void compare_local(const DutySides& sides, const Duty& before, const Duty& after, std::vector<RuleChange>& out) {
  std::map<std::string, std::pair<std::string, std::string>> targets;
  for (const auto& [code, target] : before.local) targets[code].first = target.text;
  for (const auto& [code, target] : after.local) targets[code].second = target.text;
  for (const auto& [code, target] : targets) {
    if (target.first == target.second) continue;
    const Phrase region = region_name(sides.catalog.regions, sides.plan_after, code);
    const auto words = [&](const std::string& text) {
      const Phrase asked = text.empty() ? Phrase{"无", "none"} : target_words(sides.catalog.indicators, text);
      return Phrase{region.zh + " " + asked.zh, region.en + " " + asked.en};
    };
    out.push_back(change(Aspect::kLocal, Turn::kChanged, words(target.first), words(target.second)));
  }
}

// Within their own plan: "jiangxi-2017/green-*" and "jiangxi-2017-draft/green-*" name the same.
std::vector<std::string> rules_named(const Plan& plan, const Test& test) {
  std::vector<std::string> out;
  const std::string own = plan.id + "/";
  for (const std::string& rule : test.rules) out.push_back(rule.rfind(own, 0) == 0 ? rule.substr(own.size()) : rule);
  return out;
}

void compare_rules(const DutySides& sides, const Test& before, const Test& after, std::vector<RuleChange>& out) {
  const std::vector<std::string> old_rules = rules_named(sides.plan_before, before), new_rules = rules_named(sides.plan_after, after);
  RuleChange rules = change(Aspect::kRules, Turn::kChanged, {}, {});
  for (const std::string& rule : without(new_rules, old_rules)) rules.added.push_back({rule, rule});
  for (const std::string& rule : without(old_rules, new_rules)) rules.dropped.push_back({rule, rule});
  if (!rules.added.empty() || !rules.dropped.empty()) out.push_back(std::move(rules));
}

}  // namespace

std::vector<RuleChange> compare_duties(const DutySides& sides, const Duty& before, const Duty& after) {
  std::vector<RuleChange> out;
  const IndicatorTable& indicators = sides.catalog.indicators;
  if (before.indicator != after.indicator && before.test.kind == after.test.kind && after.test.kind != TestKind::kAllOf) {
    const auto words = [&](std::size_t index) { return index == kNoIndicator ? Phrase{"记录", "records"} : indicators[index].name(); };
    out.push_back(change(Aspect::kIndicator, Turn::kChanged, words(before.indicator), words(after.indicator)));
  }
  compare_tests(sides, before, after, out);
  if (before.test.kind == TestKind::kUmbrella && after.test.kind == TestKind::kUmbrella) compare_rules(sides, before.test, after.test, out);
  compare_due(before.due, after.due, out);
  compare_who(sides, before.who, after.who, out);
  compare_roll_up(before.roll_up, after.roll_up, out);
  compare_comparison(before, after, out);
  compare_local(sides, before, after, out);
  return out;
}

}  // namespace kaohe

// SPDX-License-Identifier: Apache-2.0
#include "compare/difference.h"

#include <algorithm>
#include <functional>
#include <map>
#include <optional>
#include <string>

#include "model/words.h"

namespace kaohe {
namespace {

// Rules of one plan that have no match yet, by some key.
class Matcher {
 public:
  Matcher(const Plan& before, const Plan& after) : before_(before), after_(after), used_(before.rules.size()), matched_(after.rules.size()) {}

  // Rules with an empty key, or a key that several of a plan have, are left to the next pass.
  void match(MatchedBy by, const std::function<std::string(const Rule&)>& key_of) {
    std::map<std::string, std::vector<std::size_t>> old_rules, new_rules;
    for (std::size_t i = 0; i < before_.rules.size(); ++i) {
      if (!used_[i]) old_rules[key_of(before_.rules[i])].push_back(i);
    }
    for (std::size_t i = 0; i < after_.rules.size(); ++i) {
      if (!matched_[i]) new_rules[key_of(after_.rules[i])].push_back(i);
    }
    for (const auto& [key, rules] : new_rules) {
      const auto old = old_rules.find(key);
      if (key.empty() || rules.size() != 1 || old == old_rules.end() || old->second.size() != 1) continue;
      used_[old->second.front()] = true;
      matched_[rules.front()] = RulePair{old->second.front(), rules.front(), by, {}};
    }
  }

  PlanDifference take() {
    PlanDifference out;
    for (std::size_t i = 0; i < after_.rules.size(); ++i) {
      if (matched_[i]) {
        out.pairs.push_back(std::move(*matched_[i]));
      } else {
        out.added.push_back(i);
      }
    }
    for (std::size_t i = 0; i < before_.rules.size(); ++i) {
      if (!used_[i]) out.dropped.push_back(i);
    }
    return out;
  }

 private:
  const Plan& before_;
  const Plan& after_;
  std::vector<bool> used_;
  std::vector<std::optional<RulePair>> matched_;
};

std::string by_title(const Rule& rule) {
  return rule.title.zh.empty() ? std::string() : std::to_string(rule.plain.indicator) + "\x1f" + rule.title.zh;
}

void compare_strict(const DutySides& sides, const Rule& before, const Rule& after, std::vector<RuleChange>& out) {
  static const Phrase kNone{"无", "none"};
  static const Phrase kHas{"另有从严理解", "read strictly too"};
  if (before.strict.has_value() != after.strict.has_value()) {
    out.push_back({Aspect::kReading, Turn::kChanged, Reading::kStrict, before.strict ? kHas : kNone, after.strict ? kHas : kNone, {}, {}});
    return;
  }
  if (!before.strict) return;
  const std::size_t plain = out.size();
  for (RuleChange& one : compare_duties(sides, *before.strict, *after.strict)) {
    const auto end = out.begin() + static_cast<std::ptrdiff_t>(plain);
    if (std::find(out.begin(), end, one) != end) continue;
    one.reading = Reading::kStrict;
    out.push_back(std::move(one));
  }
}

std::vector<RuleChange> compare_rules(const DutySides& sides, const Rule& before, const Rule& after) {
  std::vector<RuleChange> out;
  if (before.tier != after.tier) out.push_back({Aspect::kTier, Turn::kChanged, Reading::kPlain, name(before.tier), name(after.tier), {}, {}});
  for (RuleChange& one : compare_duties(sides, before.plain, after.plain)) out.push_back(std::move(one));
  compare_strict(sides, before, after, out);
  if (before.source.anchor != after.source.anchor) {
    const auto quoted = [](const Rule& rule) { return Phrase{rule.source.anchor, rule.source.anchor}; };
    out.push_back({Aspect::kAnchor, Turn::kChanged, Reading::kPlain, quoted(before), quoted(after), {}, {}});
  }
  return out;
}

}  // namespace

bool PlanDifference::none() const {
  return added.empty() && dropped.empty() &&
         std::all_of(pairs.begin(), pairs.end(), [](const RulePair& pair) { return pair.changes.empty(); });
}

std::size_t PlanDifference::count(Turn turn) const {
  return static_cast<std::size_t>(std::count_if(pairs.begin(), pairs.end(), [turn](const RulePair& pair) {
    return std::any_of(pair.changes.begin(), pair.changes.end(), [turn](const RuleChange& one) { return one.turn == turn; });
  }));
}

PlanDifference compare_plans(const Catalog& catalog, const Plan& before, const Plan& after) {
  Matcher matcher(before, after);
  matcher.match(MatchedBy::kId, [](const Rule& rule) { return rule.id; });
  matcher.match(MatchedBy::kTitle, by_title);
  matcher.match(MatchedBy::kAnchor, [](const Rule& rule) { return rule.source.anchor; });
  PlanDifference out = matcher.take();
  for (RulePair& pair : out.pairs) pair.changes = compare_rules({catalog, before, after}, before.rules[pair.before], after.rules[pair.after]);
  return out;
}

}  // namespace kaohe

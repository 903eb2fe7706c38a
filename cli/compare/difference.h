// SPDX-License-Identifier: Apache-2.0
// Two plans, rule by rule: what was added and dropped, and of what both have, what became harder, easier, earlier, later
// or otherwise different. Rules are the same by their id; else by indicator and title; else by their anchor.
#pragma once

#include <string_view>
#include <utility>
#include <vector>

#include "model/catalog.h"

namespace kaohe {

enum class Aspect : std::uint8_t {
  kTier, kIndicator, kTest, kTarget, kSpan, kStart, kBaseline, kDeadline, kWho, kItems, kRollUp, kComparison, kLocal, kRules,
  kReading, kAnchor,
};
[[nodiscard]] std::string_view word(Aspect aspect);   // "tier", "indicator" … "anchor"
[[nodiscard]] const Phrase& name(Aspect aspect);

enum class Turn : std::uint8_t { kTightened, kLoosened, kEarlier, kLater, kChanged };
inline constexpr Turn kTurns[] = {Turn::kTightened, Turn::kLoosened, Turn::kEarlier, Turn::kLater, Turn::kChanged};
[[nodiscard]] std::string_view word(Turn turn);  // "tightened" …
[[nodiscard]] const Phrase& name(Turn turn);

struct RuleChange {
  Aspect aspect = Aspect::kTarget;
  Turn turn = Turn::kChanged;
  Reading reading = Reading::kPlain;  // strict: only in that reading
  Phrase before, after;
  std::vector<Phrase> added, dropped;  // of a list: regions, items, rules

  friend bool operator==(const RuleChange&, const RuleChange&) = default;
};

enum class MatchedBy : std::uint8_t { kId, kTitle, kAnchor };
[[nodiscard]] std::string_view word(MatchedBy by);  // "id", "title", "anchor"

struct RulePair {
  std::size_t before = 0, after = 0;  // indices into the rules of the two plans
  MatchedBy by = MatchedBy::kId;
  std::vector<RuleChange> changes;    // none: the same
};

struct PlanDifference {
  std::vector<std::size_t> added;    // indices into `after`'s rules
  std::vector<std::size_t> dropped;  // indices into `before`'s rules
  std::vector<RulePair> pairs;       // in the order of `after`

  [[nodiscard]] bool none() const;
  [[nodiscard]] std::size_t count(Turn turn) const;  // pairs with such a change
};

// Both loaded with the tables of `catalog`.
[[nodiscard]] PlanDifference compare_plans(const Catalog& catalog, const Plan& before, const Plan& after);

// One duty against another in one reading; private to this room and its tests.
struct DutySides {
  const Catalog& catalog;
  const Plan& plan_before;
  const Plan& plan_after;
};
[[nodiscard]] std::vector<RuleChange> compare_duties(const DutySides& sides, const Duty& before, const Duty& after);
void compare_tests(const DutySides& sides, const Duty& before, const Duty& after, std::vector<RuleChange>& out);

}  // namespace kaohe

// SPDX-License-Identifier: Apache-2.0
// The report for an analyst: the verdict, what falls short and why, the sums, what to do next. Nothing is decided here.
#include <algorithm>

#include "report/format.h"
#include "report/text/text_parts.h"

namespace kaohe {
namespace {

// What a partial rule's verdicts come to, for people: the gravest first.
Outcome gravest(const OutcomeCount& counts) {
  for (const Outcome outcome : {Outcome::kFail, Outcome::kInvalid, Outcome::kMissing, Outcome::kNotDue, Outcome::kWaived, Outcome::kPass}) {
    if (counts[static_cast<std::size_t>(outcome)] > 0) return outcome;
  }
  return Outcome::kExempt;
}

bool counts(const Report& report, const Rule& rule) {
  return std::find(report.tiers.begin(), report.tiers.end(), rule.tier) != report.tiers.end();
}

using RuleIndex = std::map<std::pair<std::size_t, std::size_t>, std::size_t>;  // plan and rule → in View::rules

// The verdicts of one batch go the same way.
struct Pile {
  const Batch* batch = nullptr;  // nullptr: none of it was met yet
  RuleView* rule = nullptr;     // nullptr: they are not shown under one
  bool indicative = false;
  std::size_t first = 0, end = 0;
  OutcomeCount tally{};
  bool disputed = false, passes_by_rounding = false;
};

Pile pile_of(const Batch& batch, const RuleIndex& index, View& view) {
  Pile pile;
  pile.batch = &batch;
  if (batch.reading && *batch.reading != view.report.reading) return pile;
  pile.indicative = batch.indicative;
  const auto found = index.find({batch.plan, batch.rule});
  if (!batch.indicative && found != index.end()) pile.rule = &view.rules[found->second];
  return pile;
}

void add_pile(const Pile& pile, RuleView& rule) {
  rule.first = std::min(rule.first, pile.first);
  rule.end = std::max(rule.end, pile.end);
  OutcomeCount& of_period = rule.by_period[pile.batch->period];
  for (std::size_t i = 0; i < pile.tally.size(); ++i) {
    of_period[i] += pile.tally[i];
    rule.tally[i] += pile.tally[i];
  }
  rule.disputed |= pile.disputed;
  rule.passes_by_rounding |= pile.passes_by_rounding;
}

// Each verdict to its rule. This is the one time that all are looked at, and there may be millions: what the parts of a
// report want to know of all of them is counted here.
void sort_verdicts(const RuleIndex& index, View& view) {
  const Verdicts& verdicts = view.report.verdicts;
  std::vector<Pile> piles;  // by batch
  std::size_t number = 0;
  for (const Brief& brief : verdicts) {
    if (brief.batch >= piles.size()) piles.resize(brief.batch + 1);
    Pile& pile = piles[brief.batch];
    if (pile.batch == nullptr) {
      pile = pile_of(verdicts.batch(brief), index, view);
      pile.first = number;
    }
    if (pile.indicative) view.indicative.push_back(static_cast<std::uint32_t>(number));
    ++pile.tally[static_cast<std::size_t>(brief.outcome)];
    pile.disputed |= brief.disputed;
    pile.passes_by_rounding |= brief.rounded && brief.outcome == Outcome::kPass;
    pile.end = ++number;
  }
  view.rule_of.resize(piles.size());
  for (std::size_t batch = 0; batch < piles.size(); ++batch) {
    if (piles[batch].rule == nullptr) continue;
    add_pile(piles[batch], *piles[batch].rule);
    view.rule_of[batch] = piles[batch].rule->rule;
  }
}

}  // namespace

View view_of(const Report& report) {
  View view{report, {}, {}, {}, {}, 0};
  RuleIndex index;
  for (const RuleOutcome& outcome : report.rules) {
    const Plan& plan = report.catalog.plans[outcome.plan];
    index[{outcome.plan, outcome.rule}] = view.rules.size();
    const Rule& rule = plan.rules[outcome.rule];
    RuleView& one = view.rules.emplace_back();
    one.plan = &plan;
    one.rule = &rule;
    one.outcome = &outcome;
    one.counts = counts(report, rule);
    one.shown = outcome.outcome;
  }
  sort_verdicts(index, view);
  for (RuleView& rule : view.rules) {
    if (rule.outcome->partial) {
      rule.shown = gravest(rule.tally);
      ++view.partial;
    }
    if (!rule.counts) continue;
    if (!rule.outcome->partial) ++view.counted[static_cast<std::size_t>(rule.shown)];
    for (std::size_t i = 0; rule.outcome->partial && i < rule.tally.size(); ++i) view.counted[i] += rule.tally[i];
  }
  return view;
}

std::string write_text(const Report& report, const Style& style) {
  Page page(style, report.language);
  const View view = view_of(report);
  write_head(page, view);
  if (style.summary) {
    write_since(page, view);
    write_summary(page, view);
    return page.take();
  }
  write_since(page, view);
  write_shortfalls(page, view);
  write_review(page, view);
  write_pending(page, view);
  write_movement(page, view);
  write_rankings(page, view);
  write_tenure(page, view);
  if (style.verbose) write_everything(page, view);
  write_summary(page, view);
  write_inputs(page, view);
  write_next(page, view);
  return page.take();
}

}  // namespace kaohe

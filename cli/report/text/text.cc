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

// Each verdict to its rule. They come rule by rule, in batches.
void sort_verdicts(const RuleIndex& index, View& view) {
  const Verdicts& verdicts = view.report.verdicts;
  const Batch* last = nullptr;
  RuleView* rule = nullptr;
  for (std::uint32_t i = 0; i < verdicts.size(); ++i) {
    const Batch& batch = verdicts.batch(verdicts[i]);
    if (last == nullptr || batch.plan != last->plan || batch.rule != last->rule) {
      const auto found = index.find({batch.plan, batch.rule});
      rule = found == index.end() ? nullptr : &view.rules[found->second];
    }
    last = &batch;
    if (batch.reading && *batch.reading != view.report.reading) continue;
    if (batch.indicative) {
      view.indicative.push_back(i);
    } else if (rule != nullptr) {
      rule->verdicts.push_back(i);
    }
  }
}

}  // namespace

View view_of(const Report& report) {
  View view{report, {}, {}, {}, 0};
  RuleIndex index;
  for (const RuleOutcome& outcome : report.rules) {
    const Plan& plan = report.catalog.plans[outcome.plan];
    index[{outcome.plan, outcome.rule}] = view.rules.size();
    const Rule& rule = plan.rules[outcome.rule];
    view.rules.push_back({&plan, &rule, &outcome, counts(report, rule), outcome.outcome, {}});
  }
  sort_verdicts(index, view);
  for (RuleView& rule : view.rules) {
    OutcomeCount counts{};
    for (const std::uint32_t number : rule.verdicts) ++counts[static_cast<std::size_t>(report.verdicts[number].outcome)];
    if (rule.outcome->partial) {
      rule.shown = gravest(counts);
      ++view.partial;
    }
    if (!rule.counts) continue;
    if (!rule.outcome->partial) ++view.counted[static_cast<std::size_t>(rule.shown)];
    for (std::size_t i = 0; rule.outcome->partial && i < counts.size(); ++i) view.counted[i] += counts[i];
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

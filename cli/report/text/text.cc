// SPDX-License-Identifier: Apache-2.0
// The report for an analyst: the verdict, what falls short and why, the sums, what to do next. Nothing is decided here.
#include <algorithm>

#include "report/format.h"
#include "report/text/text_parts.h"

namespace kaohe {
namespace {

// What a partial rule's verdicts come to, for people: the gravest first.
Outcome gravest(const std::vector<const Verdict*>& verdicts) {
  for (const Outcome outcome : {Outcome::kFail, Outcome::kInvalid, Outcome::kMissing, Outcome::kNotDue, Outcome::kWaived, Outcome::kPass}) {
    for (const Verdict* verdict : verdicts) {
      if (verdict->outcome == outcome) return outcome;
    }
  }
  return Outcome::kExempt;
}

bool counts(const Report& report, const Rule& rule) {
  return std::find(report.tiers.begin(), report.tiers.end(), rule.tier) != report.tiers.end();
}

}  // namespace

View view_of(const Report& report) {
  View view{report, {}, {}, {}, 0};
  std::map<std::pair<std::size_t, std::size_t>, std::size_t> index;
  for (const RuleOutcome& outcome : report.rules) {
    const Plan& plan = report.catalog.plans[outcome.plan];
    index[{outcome.plan, outcome.rule}] = view.rules.size();
    const Rule& rule = plan.rules[outcome.rule];
    view.rules.push_back({&plan, &rule, &outcome, counts(report, rule), outcome.outcome, {}});
  }
  for (const Verdict& verdict : report.verdicts) {
    if (verdict.reading && *verdict.reading != report.reading) continue;
    if (verdict.indicative) {
      view.indicative.push_back(&verdict);
    } else if (const auto found = index.find({verdict.plan, verdict.rule}); found != index.end()) {
      view.rules[found->second].verdicts.push_back(&verdict);
    }
  }
  for (RuleView& rule : view.rules) {
    if (rule.outcome->partial) {
      rule.shown = gravest(rule.verdicts);
      ++view.partial;
    }
    if (!rule.counts) continue;
    if (!rule.outcome->partial) ++view.counted[static_cast<std::size_t>(rule.shown)];
    for (const Verdict* verdict : rule.outcome->partial ? rule.verdicts : std::vector<const Verdict*>{}) {
      ++view.counted[static_cast<std::size_t>(verdict->outcome)];
    }
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

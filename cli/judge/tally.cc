// SPDX-License-Identifier: Apache-2.0
// The summary and the exit status (SPEC §5): 2 could not judge, before 1 a rule fails, before 3 a due rule is missing.
#include <algorithm>

#include "judge/session.h"

namespace kaohe {
namespace {

bool counts(const Question& question, Tier tier) {
  return std::find(question.tiers.begin(), question.tiers.end(), tier) != question.tiers.end();
}

// The outcomes that decide the exit status: of the rule, or of the units where the rule is partial.
OutcomeCount deciding(const RuleOutcome& rule) {
  if (rule.partial) return rule.units;
  OutcomeCount one{};
  count(one, rule.outcome);
  return one;
}

bool counts(const Question& question, const Report& report, const Brief& brief) {
  return report.in_reading(brief) && !report.verdicts.batch(brief).indicative && counts(question, report.rule_of(brief).tier);
}

bool any_verdict(const Question& question, const Report& report, bool (*matters)(const Brief&)) {
  return std::any_of(report.verdicts.begin(), report.verdicts.end(),
                     [&](const Brief& brief) { return matters(brief) && counts(question, report, brief); });
}

// Something counts, and none of it is due.
bool nothing_due(const Question& question, const Report& report) {
  const auto due = [](const Brief& brief) { return brief.outcome != Outcome::kNotDue && brief.outcome != Outcome::kExempt; };
  return any_verdict(question, report, [](const Brief&) { return true; }) && !any_verdict(question, report, due);
}

int status_of(const Question& question, const std::vector<Judged>& all, const Report& report) {
  const bool invalid = std::any_of(all.begin(), all.end(), [&report](const Judged& judged) {
    const Rule& rule = report.catalog.plans[judged.plan].rules[judged.rule];
    return judged.whole.outcome == Outcome::kInvalid && (!rule.strict || judged.reading == report.reading);
  });
  if (report.problems.has_errors() || invalid) return 2;
  OutcomeCount outcomes{};
  for (const RuleOutcome& rule : report.rules) {
    if (!counts(question, report.catalog.plans[rule.plan].rules[rule.rule].tier)) continue;
    const OutcomeCount of_rule = deciding(rule);
    for (std::size_t i = 0; i < outcomes.size(); ++i) outcomes[i] += of_rule[i];
  }
  if (outcomes[static_cast<std::size_t>(Outcome::kFail)] > 0) return 1;
  const bool missing = outcomes[static_cast<std::size_t>(Outcome::kMissing)] > 0;
  if (missing && question.fail_on != FailOn::kFail) return 3;
  const bool disputed_counts = question.fail_on == FailOn::kDisputed || question.fail_on == FailOn::kOffTrack;
  if (disputed_counts && any_verdict(question, report, [](const Brief& brief) { return bool{brief.disputed}; })) return 1;
  const bool off_track_counts = question.fail_on == FailOn::kOffTrack;
  if (off_track_counts && any_verdict(question, report, [](const Brief& brief) { return brief.outlook() == Outlook::kOffTrack; })) return 1;
  return report.nothing_due && report.as_of.from != "option" ? 3 : 0;
}

}  // namespace

void tally(const Question& question, const std::vector<Judged>& all, Report& report) {
  for (const RuleOutcome& rule : report.rules) {
    if (rule.partial) continue;
    const Tier tier = report.catalog.plans[rule.plan].rules[rule.rule].tier;
    count(report.summary[static_cast<std::size_t>(tier)], rule.outcome);
  }
  report.nothing_due = nothing_due(question, report);
  report.exit = status_of(question, all, report);
}

}  // namespace kaohe

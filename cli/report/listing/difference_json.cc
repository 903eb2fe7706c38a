// SPDX-License-Identifier: Apache-2.0
#include "report/difference.h"
#include "report/json/json_parts.h"
#include "version.h"

namespace kaohe {
namespace {

constexpr int kDifferenceFormat = 1;

Json json_plan(const Plan& plan) { return {{"id", plan.id}, {"file", plan.file}, {"sha256", plan.sha256}}; }

Json json_rules(const std::vector<std::size_t>& rules, const Plan& plan, Language language) {
  Json out = Json::array();
  for (const std::size_t index : rules) {
    const Rule& rule = plan.rules[index];
    out.push_back({{"rule", rule.full_id}, {"title", rule.title.in(language)}, {"tier", word(rule.tier)}, {"clause", rule.source.path}, {"anchor", rule.source.anchor}});
  }
  return out;
}

Json json_names(const std::vector<Phrase>& names, Language language) {
  Json out = Json::array();
  for (const Phrase& one : names) out.push_back(one.in(language));
  return out;
}

Json json_change(const RuleChange& one, Language language) {
  Json out;
  out["what"] = word(one.aspect);
  out["turn"] = word(one.turn);
  out["reading"] = word(one.reading);
  out["before"] = or_null(one.before.in(language));
  out["after"] = or_null(one.after.in(language));
  out["added"] = json_names(one.added, language);
  out["dropped"] = json_names(one.dropped, language);
  return out;
}

Json json_pair(const DifferenceReport& report, const RulePair& pair) {
  Json out;
  out["before"] = report.before.rules[pair.before].full_id;
  out["after"] = report.after.rules[pair.after].full_id;
  out["matched_by"] = word(pair.by);
  out["title"] = report.after.rules[pair.after].title.in(report.language);
  out["changes"] = Json::array();
  for (const RuleChange& one : pair.changes) out["changes"].push_back(json_change(one, report.language));
  return out;
}

Json json_side(const Report& judged, const Verdict& verdict) {
  return {{"outcome", word(verdict.outcome)}, {"period", verdict.period.text()}, {"value", or_null(verdict.value_text)},
          {"target", or_null(verdict.target)}, {"margin", or_null(verdict.margin_text)}, {"reason", verdict.reason->in(judged.language)}};
}

Json json_verdict_change(const DifferenceReport& report, const VerdictChange& one) {
  const Verdict after = report.judged_after->verdict(one.after);
  const RulePair& pair = report.difference.pairs[one.pair];
  Json out;
  out["rule_before"] = report.before.rules[pair.before].full_id;
  out["rule_after"] = report.after.rules[pair.after].full_id;
  out["region"] = json_region(report.judged_after->catalog.regions, after.region);
  out["item"] = or_null(after.item);
  out["before"] = json_side(*report.judged_before, report.judged_before->verdict(one.before));
  out["after"] = json_side(*report.judged_after, after);
  return out;
}

}  // namespace

std::string write_difference_json(const DifferenceReport& report) {
  const PlanDifference& difference = report.difference;
  Json out;
  out["kaohe"] = kVersion;
  out["format"] = kDifferenceFormat;
  out["before"] = json_plan(report.before);
  out["after"] = json_plan(report.after);
  out["added"] = json_rules(difference.added, report.after, report.language);
  out["dropped"] = json_rules(difference.dropped, report.before, report.language);
  out["changed"] = Json::array();
  std::size_t same = 0;
  for (const RulePair& pair : difference.pairs) {
    if (pair.changes.empty()) {
      ++same;
    } else {
      out["changed"].push_back(json_pair(report, pair));
    }
  }
  out["same"] = same;
  Json counts;
  for (const Turn turn : kTurns) counts[std::string(word(turn))] = difference.count(turn);
  out["turns"] = std::move(counts);
  out["as_of"] = report.judged_after == nullptr ? Json() : Json(report.judged_after->as_of.date.text());
  out["verdicts"] = report.judged_after == nullptr ? Json() : Json::array();
  for (const VerdictChange& one : report.verdicts) out["verdicts"].push_back(json_verdict_change(report, one));
  out["exit"] = report.none() ? 0 : 1;
  return out.dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace kaohe

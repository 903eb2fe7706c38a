// SPDX-License-Identifier: Apache-2.0
#include "report/json/json_parts.h"
#include "report/run.h"
#include "version.h"

namespace kaohe {
namespace {

Json json_run(const Run& run) { return {{"name", run.name}, {"kaohe", run.program}, {"as_of", or_null(run.as_of)}, {"exit", run.exit}}; }

Json json_side(const RunVerdict& verdict) {
  return {{"outcome", word(verdict.outcome)}, {"value", or_null(verdict.value)}, {"target", or_null(verdict.target)}, {"due", or_null(verdict.due)}, {"margin", or_null(verdict.margin)}};
}

}  // namespace

std::string write_runs_json(const RunsReport& report) {
  const RunDifference& difference = report.difference;
  Json out;
  out["kaohe"] = kVersion;
  out["format"] = 1;
  out["before"] = json_run(report.before);
  out["after"] = json_run(report.after);
  out["settings"] = Json::array();
  for (const RunSetting& one : difference.settings) {
    out["settings"].push_back({{"cause", word(one.cause)}, {"what", one.what}, {"before", or_null(one.before)}, {"after", or_null(one.after)}});
  }
  out["verdicts"] = Json::array();
  for (const RunVerdictChange& one : difference.verdicts) {
    const RunVerdict& of = one.after ? report.after.verdicts[*one.after] : report.before.verdicts[*one.before];
    Json causes = Json::array();
    for (const Cause cause : one.causes) causes.push_back(word(cause));
    out["verdicts"].push_back({{"rule", of.rule}, {"region", of.code.empty() ? Json() : Json({{"code", of.code}, {"name", of.region}})}, {"item", or_null(of.item)},
                               {"period", of.period}, {"reading", of.reading}, {"indicative", of.indicative}, {"outcome_changed", one.outcome},
                               {"before", one.before ? json_side(report.before.verdicts[*one.before]) : Json()},
                               {"after", one.after ? json_side(report.after.verdicts[*one.after]) : Json()}, {"because", std::move(causes)}, {"proved", one.proved}});
  }
  out["same"] = difference.same;
  out["rest"] = difference.rest;
  out["exit"] = difference.none() ? 0 : 1;
  return json_text(out);
}

}  // namespace kaohe

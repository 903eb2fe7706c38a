// SPDX-License-Identifier: Apache-2.0
#include "report/json/json_parts.h"
#include "report/proof.h"
#include "version.h"

namespace kaohe {
namespace {

Json json_problems(const Problems& problems, Language language) {
  Json out = Json::array();
  for (const Problem& problem : problems.all()) out.push_back(json_diagnostic(problems.files, language, problem));
  return out;
}

}  // namespace

std::string proof_json(const Proof& proof) {
  Json out;
  out["kaohe"] = kVersion;
  out["format"] = 1;
  out["archive"] = proof.archive;
  out["made_by"] = or_null(proof.program);
  out["seal"] = or_null(proof.seal);
  out["signed_by"] = or_null(proof.signed_by);
  out["submitted"] = {{"by", or_null(proof.by)}, {"on", or_null(proof.on)}, {"document", or_null(proof.document)}, {"replaces", or_null(proof.replaces)}};
  out["as_of"] = or_null(proof.as_of);
  out["payload"] = {{"files", proof.files}, {"bytes", proof.bytes}};
  out["whole"] = proof.whole;
  out["judged_again"] = proof.again ? Json(*proof.again ? "same" : "differs") : Json();
  out["note"] = or_null(proof.note.in(proof.language));
  out["problems"] = json_problems(proof.problems, proof.language);
  if (proof.before && proof.after) out["difference"] = Json::parse(write_runs_json({*proof.before, *proof.after, proof.difference, proof.language}));
  out["exit"] = proof.exit;
  return json_text(out);
}

std::string history_json(const HistoryReport& report) {
  Json out;
  out["kaohe"] = kVersion;
  out["format"] = 1;
  out["folder"] = report.folder;
  out["head"] = or_null(report.head);
  out["archives"] = Json::array();
  for (const HistoryArchive& one : report.archives) {
    Json summary = Json::object();
    for (const auto& [outcome, count] : one.summary) summary[outcome] = count;
    out["archives"].push_back({{"name", one.name}, {"seal", one.seal}, {"as_of", or_null(one.as_of)}, {"submitted_by", or_null(one.by)}, {"submitted_on", or_null(one.on)},
                               {"document", or_null(one.document)}, {"replaces", or_null(one.replaces)}, {"exit", one.exit}, {"summary", std::move(summary)}});
  }
  if (report.asked) out["verdicts"] = Json::array();
  for (const HistoryVerdict& one : report.verdicts) {
    Json outcomes = Json::array();
    for (const std::string& outcome : one.outcomes) outcomes.push_back(or_null(outcome));
    out["verdicts"].push_back({{"rule", one.rule}, {"region", {{"code", or_null(one.code)}, {"name", or_null(one.region)}}}, {"item", or_null(one.item)}, {"period", one.period}, {"outcomes", std::move(outcomes)}});
  }
  out["problems"] = json_problems(report.problems, report.language);
  out["exit"] = report.exit;
  return json_text(out);
}

}  // namespace kaohe

// SPDX-License-Identifier: Apache-2.0
// SARIF 2.1.0: a SARIF rule for each rule of a plan and each diagnostic code met, a result for each verdict in the
// reading that counts. What falls short is "fail"; what could not be told is "open", never "pass".
#include <algorithm>
#include <map>

#include "base/file.h"
#include "base/text.h"
#include "model/words.h"
#include "report/ci/uri.h"
#include "report/format.h"
#include "report/json/json_parts.h"
#include "report/text/text_parts.h"
#include "report/told.h"
#include "version.h"

namespace kaohe {
namespace {

constexpr const char* kSchema = "https://json.schemastore.org/sarif-2.1.0.json";

struct Kind {
  const char* kind;
  const char* level;
};

// A level other than "none" is for failures only, says the standard.
Kind kind_of(const Report& report, const Verdict& verdict) {
  switch (verdict.outcome) {
    case Outcome::kPass:
      return {"pass", "none"};
    case Outcome::kFail:
      if (verdict.indicative) return {"informational", "none"};
      return {"fail", decides(report, verdict)                         ? "error"
                      : report.rule_of(verdict).tier == Tier::kMeasure ? "note"
                                                                       : "warning"};
    case Outcome::kMissing:
    case Outcome::kInvalid:
      return {"open", "none"};
    case Outcome::kWaived:  // suppressed, which GitHub does not look at: a failure would be an alert there
    case Outcome::kNotDue:
      return {"informational", "none"};
    case Outcome::kExempt:
      break;
  }
  return {"notApplicable", "none"};
}

// SARIF wants sentences.
Json message_of(const Page& page, const std::string& text) {
  std::string out = visible(text);
  const bool ends = out.ends_with(".") || out.ends_with("。");
  return {{"text", out.empty() || ends ? out : out + page.say({"。", "."})}};
}

Json location_of(const Report& report, const Place& place) {
  Json physical;
  physical["artifactLocation"] = {{"uri", uri_of(report.problems.files.name(place))}};
  Json region;
  region["startLine"] = std::max<std::uint32_t>(place.line, 1);
  if (place.line > 0 && place.column > 0) region["startColumn"] = place.column;
  physical["region"] = std::move(region);
  return {{"physicalLocation", std::move(physical)}};
}

// Where nothing stands anywhere the first file handed in is where it should stand.
Json locations_of(const Report& report, const Place& place, const std::string& unit) {
  Json location = Json::object();
  if (place.known()) {
    location = location_of(report, place);
  } else if (!report.inputs.empty()) {
    location = {
        {"physicalLocation",
         {{"artifactLocation", {{"uri", uri_of(report.inputs.front().file)}}}, {"region", {{"startLine", 1}}}}}};
  }
  if (!unit.empty()) location["logicalLocations"] = Json::array({Json({{"name", unit}, {"kind", "resource"}})});
  return location.empty() ? Json::array() : Json::array({location});
}

Json rule_of(const Page& page, const Report& report, const Plan& plan, const Rule& rule) {
  const Duty& duty = rule.duty(report.reading);
  const std::string& title = page.say(rule.title);
  std::string help = clause_in_words(page, rule);
  if (!rule.reading.empty()) help += "\n" + page.say({"读法：", "as read: "}) + page.say(rule.reading);
  if (!rule.note.empty()) help += "\n" + page.say({"说明：", "note: "}) + page.say(rule.note);
  const std::string asked = page.say(test_words(report.catalog.indicators, duty, std::nullopt));
  Json out;
  out["id"] = rule.full_id;
  out["shortDescription"] = message_of(page, title);
  out["fullDescription"] = message_of(page, title + (asked.empty() ? "" : page.say({"：", ": "}) + asked) +
                                                page.say({"，", ", "}) + plan_title(page, plan));
  out["help"] = message_of(page, help.empty() ? title : help);
  out["defaultConfiguration"] = {{"level", rule.tier == Tier::kBinding    ? "error"
                                           : rule.tier == Tier::kExpected ? "warning"
                                                                          : "note"}};
  out["properties"] = {{"tags", Json::array({std::string(word(rule.tier)), std::string(word(duty.test.kind))})},
                       {"plan", plan.id},
                       {"clause", rule.source.path}};
  return out;
}

class Results {
 public:
  Results(const Page& page, const Report& report) : page_(page), report_(report) {}

  void add(const Verdict& verdict) {
    const Rule& rule = report_.rule_of(verdict);
    const Kind kind = kind_of(report_, verdict);
    Json out = base(rule.full_id, kind,
                    subject(page_, report_, verdict) + page_.say({"：", ": "}) + page_.say(name(verdict.outcome)) +
                        page_.say({"；", "; "}) + message(page_, report_, verdict));
    out["locations"] = locations_of(report_, place_to_look_at(verdict), unit_name(page_, report_, verdict));
    out["partialFingerprints"] = {{"verdict/v1", sha256_hex(verdict_key(report_, verdict))}};
    if (verdict.outcome == Outcome::kWaived) {
      out["suppressions"] = Json::array({Json({{"kind", "external"},
                                               {"status", "accepted"},
                                               {"justification", waiver_in_words(page_, report_, verdict)}})});
    }
    out["properties"] = {{"outcome", word(verdict.outcome)},
                         {"tier", word(rule.tier)},
                         {"region", region_code_of(report_, verdict.region)},
                         {"item", or_null(verdict.item)},
                         {"period", verdict.period.text()},
                         {"value", or_null(verdict.value_text)},
                         {"unit", or_null(verdict.unit)},
                         {"target", or_null(verdict.target)},
                         {"margin", or_null(verdict.margin_text)},
                         {"indicative", verdict.indicative},
                         {"change", verdict.change ? Json(word(*verdict.change)) : Json()}};
    all_.push_back(std::move(out));
  }

  void add(const Problem& problem) {
    const bool note = problem.severity == Severity::kNote;
    Json out = base(
        "input/" + std::string(problem.code),
        note ? Kind{"informational", "none"} : Kind{"fail", problem.severity == Severity::kError ? "error" : "warning"},
        page_.say(problem.message) +
            (problem.hint.empty() ? "" : page_.say({"；提示：", "; hint: "}) + page_.say(problem.hint)));
    out["locations"] = locations_of(report_, problem.place, {});
    out["properties"] = {{"severity", word(problem.severity)}};
    all_.push_back(std::move(out));
  }

  void add(const GoneVerdict& gone) {
    Json out = base("earlier/gone", {"informational", "none"}, gone_in_words(page_, report_, gone));
    out["locations"] = locations_of(report_, {}, gone.region);
    out["properties"] = {
        {"rule", gone.rule}, {"region", gone.code}, {"period", gone.period}, {"change", word(Change::kGone)}};
    all_.push_back(std::move(out));
  }

  void add_rule(const std::string& id, Json rule) {
    if (!index_.try_emplace(id, rules_.size()).second) return;
    rules_.push_back(std::move(rule));
  }
  [[nodiscard]] Json rules() { return std::move(rules_); }
  [[nodiscard]] Json results() { return std::move(all_); }

 private:
  Json base(const std::string& rule, const Kind& kind, const std::string& text) {
    Json out;
    out["ruleId"] = rule;
    out["ruleIndex"] = index_.at(rule);
    out["kind"] = kind.kind;
    out["level"] = kind.level;
    out["message"] = message_of(page_, text);
    return out;
  }

  const Page& page_;
  const Report& report_;
  std::map<std::string, std::size_t> index_;
  Json rules_ = Json::array(), all_ = Json::array();
};

Json plain_rule(const Page& page, const std::string& id, const std::string& what, const char* level) {
  Json out;
  out["id"] = id;
  out["shortDescription"] = message_of(page, what);
  out["fullDescription"] = message_of(page, what);
  out["help"] = message_of(page, what);
  out["defaultConfiguration"] = {{"level", level}};
  return out;
}

Json artifacts_of(const Report& report) {
  Json out = Json::array();
  const auto add = [&](const std::string& file, const std::string& sha256) {
    Json one = {{"location", {{"uri", uri_of(file)}}}};
    if (!sha256.empty()) one["hashes"] = {{"sha-256", sha256}};
    out.push_back(std::move(one));
  };
  for (const Input& input : report.inputs) add(input.file, input.sha256);
  for (const Plan& plan : report.catalog.plans) add(plan.file, plan.sha256);
  return out;
}

void fill(Results& results, const Page& page, const Report& report) {
  for (const RuleOutcome& rule : report.rules) {
    const Plan& plan = report.catalog.plans[rule.plan];
    results.add_rule(plan.rules[rule.rule].full_id, rule_of(page, report, plan, plan.rules[rule.rule]));
  }
  for (const Problem& problem : report.problems.all()) {
    const char* level = problem.severity == Severity::kError     ? "error"
                        : problem.severity == Severity::kWarning ? "warning"
                                                                 : "note";
    results.add_rule("input/" + std::string(problem.code),
                     plain_rule(page, "input/" + std::string(problem.code),
                                page.say({"输入检查 ", "input check "}) + std::string(problem.code), level));
  }
  if (!report.since.gone.empty())
    results.add_rule(
        "earlier/gone",
        plain_rule(page, "earlier/gone",
                   page.say({"上次报告中的短板不再判定", "an earlier shortfall no longer applies"}), "note"));
  for (const Verdict& verdict : report.told()) results.add(verdict);
  for (const Problem& problem : report.problems.all()) results.add(problem);
  for (const GoneVerdict& gone : report.since.gone) results.add(gone);
}

}  // namespace

std::string write_sarif(const Report& report, const Style&) {
  const Page page = plain_page(report);
  Results results(page, report);
  fill(results, page, report);
  Json driver = {{"name", "kaohe"},
                 {"fullName", std::string("kaohe ") + kVersion},
                 {"version", kVersion},
                 {"semanticVersion", kVersion},
                 {"language", report.language == Language::kZh ? "zh-CN" : "en"},
                 {"rules", results.rules()}};
  Json run;
  run["tool"] = {{"driver", std::move(driver)}};
  run["automationDetails"] = {{"id", "kaohe/"}};
  run["invocations"] = Json::array({Json({{"executionSuccessful", report.exit != 2}, {"exitCode", report.exit}})});
  run["columnKind"] = "unicodeCodePoints";
  run["artifacts"] = artifacts_of(report);
  run["results"] = results.results();
  run["properties"] = {{"headline", headline(page, report)},
                       {"asOf", report.as_of.from.empty() ? Json() : Json(report.as_of.date.text())},
                       {"reading", word(report.reading)}};
  Json out;
  out["$schema"] = kSchema;
  out["version"] = "2.1.0";
  out["runs"] = Json::array({std::move(run)});
  return json_text(out);
}

}  // namespace kaohe

// SPDX-License-Identifier: Apache-2.0
// GitLab's code quality report: an issue for each verdict that falls short, is waived, not due or exempt, and for each
// diagnostic; what passes is no issue and is counted in one of its plan. A fingerprint is of what the verdict is about,
// so that GitLab tells new from old whatever the value is.
#include <set>

#include "base/file.h"
#include "base/text.h"
#include "report/format.h"
#include "report/json/json_parts.h"
#include "report/text/text_parts.h"
#include "report/told.h"

namespace kaohe {
namespace {

const char* severity_of(const Report& report, const Verdict& verdict) {
  if (verdict.indicative) return "info";
  switch (verdict.outcome) {
    case Outcome::kFail:
      return decides(report, verdict) ? "critical" : "minor";
    case Outcome::kInvalid:
      return "blocker";
    case Outcome::kMissing:
      return decides(report, verdict) ? "major" : "minor";
    default:
      break;
  }
  return "info";
}

const char* severity_of(Severity severity) {
  switch (severity) {
    case Severity::kError:
      return "blocker";
    case Severity::kWarning:
      return "minor";
    case Severity::kNote:
      break;
  }
  return "info";
}

class Issues {
 public:
  explicit Issues(const Report& report) : report_(report) {}

  void add(const std::string& check, const char* severity, const Place& place, const std::string& text,
           const std::string& key) {
    Json one;
    one["description"] = visible(text);
    one["check_name"] = check;
    one["fingerprint"] = fingerprint(check + "|" + key);
    one["severity"] = severity;
    one["location"] = {{"path", path_of(place)},
                       {"lines", {{"begin", std::max<std::uint32_t>(place.known() ? place.line : 1, 1)}}}};
    all_.push_back(std::move(one));
  }
  [[nodiscard]] std::string text() const { return json_text(all_); }

 private:
  // A path is demanded; what stands nowhere should stand in the first file handed in.
  std::string path_of(const Place& place) const {
    std::string path(report_.problems.files.name(place));
    if (path.empty()) path = report_.inputs.empty() ? "-" : report_.inputs.front().file;
    return path.starts_with("./") ? path.substr(2) : path;
  }
  // Two issues alike would be one: the later of them are numbered.
  std::string fingerprint(const std::string& key) {
    std::string unique = key;
    for (int n = 2; !seen_.insert(unique).second; ++n) unique = key + "#" + std::to_string(n);
    return sha256_hex(unique);
  }

  const Report& report_;
  std::set<std::string> seen_;
  Json all_ = Json::array();
};

void add_plan(Issues& issues, const Page& page, const Report& report, std::size_t plan) {
  OutcomeCount counts{};
  for (const Brief& brief : report.verdicts) {
    const Batch& batch = report.verdicts.batch(brief);
    if (batch.plan == plan && !batch.indicative && report.in_reading(brief)) ++counts[static_cast<std::size_t>(brief.outcome)];
  }
  const Plan& of = report.catalog.plans[plan];
  issues.add("summary/" + of.id, "info", {},
             plan_title(page, of) + page.say({"：", ": "}) + counts_in_words(page, counts) + page.say({"；", "; "}) +
                 headline(page, report),
             "");
}

}  // namespace

std::string write_gitlab(const Report& report, const Style&) {
  const Page page = plain_page(report);
  Issues issues(report);
  for (std::size_t plan = 0; plan < report.catalog.plans.size(); ++plan) add_plan(issues, page, report, plan);
  for (std::size_t i = 0; i < report.verdicts.size(); ++i) {
    if (report.verdicts[i].outcome == Outcome::kPass || !report.in_reading(report.verdicts[i])) continue;
    const Verdict verdict = report.verdict(i);
    issues.add(report.rule_of(verdict).full_id, severity_of(report, verdict), place_to_look_at(verdict),
               subject(page, report, verdict) + page.say({"：", ": "}) + page.say(name(verdict.outcome)) +
                   page.say({"；", "; "}) + message(page, report, verdict),
               verdict_key(report, verdict));
  }
  for (const GoneVerdict& gone : report.since.gone) {
    issues.add("earlier/gone", "info", {}, gone_in_words(page, report, gone),
               gone.rule + "|" + gone.code + "|" + gone.item + "|" + gone.period);
  }
  for (const Problem& problem : report.problems.all()) {
    issues.add("input/" + std::string(problem.code), severity_of(problem.severity), problem.place,
               page.say(problem.message),
               std::string(report.problems.files.name(problem.place)) + "|" + std::to_string(problem.place.row) + "|" +
                   std::to_string(problem.place.field) + "|" + problem.text);
  }
  return issues.text();
}

}  // namespace kaohe

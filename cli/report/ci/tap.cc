// SPDX-License-Identifier: Apache-2.0
// TAP: a point a verdict. What falls short is not ok, missing and invalid too; where it does not count for the exit
// status it is a TODO. What was not judged is skipped and says why. Version 13, which every reader knows.
#include <fmt/format.h>

#include "base/text.h"
#include "report/format.h"
#include "report/text/text_parts.h"
#include "report/told.h"

namespace kaohe {
namespace {

// '#' starts a directive, so it is escaped in what is only text; a '\' too.
std::string plain(std::string_view text) {
  std::string out;
  for (const char c : visible(text)) {
    if (c == '#' || c == '\\') out += '\\';
    out += c;
  }
  return out;
}

// Single quotes, doubled within, make any text a YAML string.
std::string yaml(std::string_view text) {
  std::string out = "'";
  for (const char c : visible(text)) {
    if (c == '\'') out += '\'';
    out += c;
  }
  return out + "'";
}

std::string directive(const Page& page, const Report& report, const Verdict& verdict) {
  const std::string& outcome = page.say(name(verdict.outcome));
  switch (verdict.outcome) {
    case Outcome::kPass:
      return {};
    case Outcome::kFail:
    case Outcome::kMissing:
    case Outcome::kInvalid:
      if (decides(report, verdict) && !(verdict.outcome == Outcome::kMissing && report.fail_on == FailOn::kFail))
        return {};
      return " # TODO " + outcome + page.say({"，不计入退出状态", ", does not count for the exit status"});
    default:
      break;
  }
  return " # SKIP " + outcome;
}

void write_verdict(std::string& out, const Page& page, const Report& report, const Verdict& verdict,
                   std::size_t number) {
  out += fmt::format(
      "{} {} - {}{}{}\n", falls_short(verdict.outcome) ? "not ok" : "ok", number, plain(subject(page, report, verdict)),
      verdict.indicative ? page.say({"（参照）", " (indicative)"}) : "", directive(page, report, verdict));
  out += "  ---\n";
  const auto field = [&](const char* name, const std::string& text) {
    if (!text.empty()) out += std::string("  ") + name + ": " + yaml(text) + "\n";
  };
  field("outcome", std::string(word(verdict.outcome)));
  field("rule", report.rule_of(verdict).full_id);
  field("clause", report.rule_of(verdict).source.path);
  field("tier", std::string(word(report.rule_of(verdict).tier)));
  field("message", message(page, report, verdict));
  const Place place = place_to_look_at(verdict);
  if (place.known()) field("at", place_text(page, report, place));
  out += "  ...\n";
}

}  // namespace

std::string write_tap(const Report& report, const Style&) {
  const Page page = plain_page(report);
  const VerdictRange verdicts = report.told();
  const std::size_t errors = report.problems.count(Severity::kError);
  std::string out = fmt::format("TAP version 13\n1..{}\n", verdicts.size() + errors);
  out += "# " + plain(headline(page, report)) + "\n";
  std::size_t number = 0;
  for (const Verdict& verdict : verdicts) write_verdict(out, page, report, verdict, ++number);
  for (const Problem& problem : report.problems.all()) {
    const std::string where =
        problem.place.known() ? place_text(page, report, problem.place) + page.say({"：", ": "}) : std::string();
    const std::string text = where + page.say(problem.message) + " [" + std::string(problem.code) + "]";
    out += problem.severity == Severity::kError
               ? fmt::format("not ok {} - {}\n", ++number, plain(text))
               : "# " + std::string(word(problem.severity)) + ": " + plain(text) + "\n";
  }
  for (const GoneVerdict& gone : report.since.gone)
    out += "# " + page.say(name(Change::kGone)) + ": " + plain(gone_in_words(page, report, gone)) + "\n";
  out += "# " + counts_in_words(page, count_verdicts(report)) + "\n";
  return out;
}

}  // namespace kaohe

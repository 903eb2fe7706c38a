// SPDX-License-Identifier: Apache-2.0
// GitHub workflow commands. GitHub shows ten errors, ten warnings and ten notices a step, so the gravest come first;
// the rest of the outcomes stand as plain lines in a folded group of the log.
#include <algorithm>

#include "base/text.h"
#include "report/format.h"
#include "report/text/text_parts.h"
#include "report/told.h"

namespace kaohe {
namespace {

std::string escaped(std::string_view text, bool property) {
  std::string out;
  for (const char c : visible(text)) {
    switch (c) {
      case '%':
        out += "%25";
        break;
      case '\r':
        out += "%0D";
        break;
      case '\n':
        out += "%0A";
        break;
      case ':':
        out += property ? "%3A" : ":";
        break;
      case ',':
        out += property ? "%2C" : ",";
        break;
      default:
        out += c;
    }
  }
  return out;
}

void annotation(std::string& out, const Report& report, std::string_view command, const Place& place,
                const std::string& title, const std::string& text) {
  out += "::" + std::string(command) + " ";
  if (place.known()) {
    out += "file=" + escaped(report.problems.files.name(place), true) + ",";
    if (place.line > 0) out += "line=" + std::to_string(place.line) + ",";
    if (place.line > 0 && place.column > 0) out += "col=" + std::to_string(place.column) + ",";
  }
  out += "title=" + escaped(title, true) + "::" + escaped(text, false) + "\n";
}

// Nothing where the outcome needs no annotation.
std::string_view command_of(const Report& report, const Verdict& verdict) {
  const bool decides_here = decides(report, verdict);
  switch (verdict.outcome) {
    case Outcome::kFail:
    case Outcome::kInvalid:
      return decides_here ? "error" : verdict.indicative ? "" : "warning";
    case Outcome::kMissing:
      return decides_here && report.fail_on != FailOn::kFail ? "error" : verdict.indicative ? "" : "warning";
    case Outcome::kWaived:
      return "notice";
    default:
      break;
  }
  return "";
}

std::string_view command_of(Severity severity) {
  switch (severity) {
    case Severity::kError:
      return "error";
    case Severity::kWarning:
      return "warning";
    case Severity::kNote:
      break;
  }
  return "notice";
}

int order(std::string_view command) { return command == "error" ? 0 : command == "warning" ? 1 : 2; }

void write_annotations(std::string& out, const Page& page, const Report& report) {
  struct One {
    std::string_view command;
    std::string text;
  };
  std::vector<One> all;
  for (const Problem& problem : report.problems.all()) {
    One one{command_of(problem.severity), {}};
    annotation(one.text, report, one.command, problem.place, std::string(problem.code), page.say(problem.message));
    all.push_back(std::move(one));
  }
  for (const Verdict& verdict : report.told()) {
    One one{command_of(report, verdict), {}};
    if (one.command.empty()) continue;
    const std::string text = subject(page, report, verdict) + page.say({"：", ": "}) +
                             page.say(name(verdict.outcome)) + page.say({"；", "; "}) +
                             message(page, report, verdict);
    annotation(one.text, report, one.command, place_to_look_at(verdict), report.rule_of(verdict).full_id, text);
    all.push_back(std::move(one));
  }
  std::stable_sort(all.begin(), all.end(),
                   [](const One& a, const One& b) { return order(a.command) < order(b.command); });
  for (const One& one : all) out += one.text;
}

}  // namespace

std::string write_github(const Report& report, const Style&) {
  const Page page = plain_page(report);
  std::string out;
  write_annotations(out, page, report);
  const std::string counts = counts_in_words(page, count_verdicts(report));
  annotation(out, report, "notice", {}, "kaohe",
             headline(page, report) + page.say({"；判定：", "; verdicts: "}) + counts);
  out += "::group::" + escaped(page.say({"全部判定：", "every verdict: "}) + counts, false) + "\n";
  for (const Verdict& verdict : report.told()) {
    // A blank in front: no line of the log may be taken for a command.
    out += " " + glyph(verdict.outcome) + " " + page.say(name(verdict.outcome)) + "  " +
           visible(subject(page, report, verdict)) + "  " + report.rule_of(verdict).full_id +
           (verdict.indicative ? page.say({"（参照）", " (indicative)"}) : "") + "\n";
  }
  for (const GoneVerdict& gone : report.since.gone)
    out += " - " + page.say(name(Change::kGone)) + "  " + visible(gone_in_words(page, report, gone)) + "\n";
  return out + "::endgroup::\n";
}

}  // namespace kaohe

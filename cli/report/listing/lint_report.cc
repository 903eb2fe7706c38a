// SPDX-License-Identifier: Apache-2.0
// `kaohe lint`: each problem with the line it stands in; then how many there are.
#include <fmt/format.h>

#include "report/json/json_parts.h"
#include "report/listing.h"
#include "report/page.h"
#include "version.h"

namespace kaohe {
namespace {

std::string_view bytes_of(const LintReport& report, const Place& place) {
  const std::string_view name = report.problems.files.name(place);
  for (const Source& source : report.sources) {
    if (source.name == name) return source.text();
  }
  return {};
}

Phrase totals(const LintReport& report) {
  std::size_t rules = 0;
  for (const LintedFile& file : report.files) rules += file.rules;
  const std::size_t files = report.files.size();
  return {fmt::format("{} 个文件，{} 条规则", files, rules),
          fmt::format("{} file{}, {} rule{}", files, files == 1 ? "" : "s", rules, rules == 1 ? "" : "s")};
}

Phrase outcome(const LintReport& report) {
  const std::size_t errors = report.problems.count(Severity::kError);
  const std::size_t warnings = report.problems.count(Severity::kWarning);
  if (errors + warnings == 0) return {"没有发现问题", "nothing found"};
  return {fmt::format("{} 个错误，{} 个警告", errors, warnings),
          fmt::format("{} error{}, {} warning{}", errors, errors == 1 ? "" : "s", warnings, warnings == 1 ? "" : "s")};
}

}  // namespace

std::string lint_text(const LintReport& report, const Style& style) {
  std::string out;
  for (const Problem& problem : report.problems.all()) {
    if (problem.severity == Severity::kNote) continue;
    const std::string excerpt = excerpt_text(problem, bytes_of(report, problem.place), style);
    out += problem_text(problem, report.problems.files, report.language, style, excerpt) + "\n";
  }
  const Phrase all = totals(report);
  const Phrase found = outcome(report);
  const bool zh = report.language == Language::kZh;
  return out + inked(zh ? found.zh : found.en, Ink::kBold, style) + (zh ? "（" + all.zh + "）\n" : " (" + all.en + ")\n");
}

std::string lint_json(const LintReport& report) {
  Json files = Json::array();
  for (const LintedFile& file : report.files) {
    files.push_back({{"file", file.file},
                     {"sha256", file.sha256},
                     {"plan", or_null(file.plan)},
                     {"rules", file.rules},
                     {"unchecked", file.unchecked}});
  }
  Json problems = Json::array();
  for (const Problem& problem : report.problems.all()) {
    if (problem.severity != Severity::kNote) problems.push_back(json_diagnostic(report.problems.files, report.language, problem));
  }
  Json out;
  out["kaohe"] = kVersion;
  out["format"] = 1;
  out["lang"] = report.language == Language::kZh ? "zh" : "en";
  out["files"] = std::move(files);
  out["diagnostics"] = std::move(problems);
  out["errors"] = report.problems.count(Severity::kError);
  out["warnings"] = report.problems.count(Severity::kWarning);
  out["exit"] = report.exit;
  return json_text(out);
}

}  // namespace kaohe

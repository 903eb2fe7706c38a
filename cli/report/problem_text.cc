// SPDX-License-Identifier: Apache-2.0
// One problem for a terminal. Who looks at a table in Excel looks for the cell, so the cell comes before the line:
//   figures.csv: D9 (line 9, column 24): error: “85.8%%” is no number …  [number-invalid]
#include <fmt/format.h>

#include "base/text.h"
#include "report/format.h"
#include "report/page.h"

namespace kaohe {
namespace {

Phrase name(Severity severity) {
  switch (severity) {
    case Severity::kNote: return {"说明", "note"};
    case Severity::kWarning: return {"警告", "warning"};
    case Severity::kError: break;
  }
  return {"错误", "error"};
}

Ink ink_of(Severity severity) {
  switch (severity) {
    case Severity::kNote: return Ink::kCyan;
    case Severity::kWarning: return Ink::kYellow;
    case Severity::kError: break;
  }
  return Ink::kRed;
}

std::string where(const Problem& problem, const FileList& files, bool zh) {
  const Place& place = problem.place;
  if (!place.known()) return {};
  std::string out = visible(files.name(place)) + ": ";
  if (place.line == 0) return out;
  std::string line = fmt::format(fmt::runtime(zh ? "第 {} 行" : "line {}"), place.line);
  if (place.column > 0) line += fmt::format(fmt::runtime(zh ? "第 {} 列" : ", column {}"), place.column);
  const std::string cell = excel_cell(place);
  if (cell.empty()) return out + line + ": ";
  return out + cell + (zh ? "（" + line + "）: " : " (" + line + "): ");
}

}  // namespace

std::string problem_text(const Problem& problem, const FileList& files, Language language, const Style& style,
                         const std::string& excerpt) {
  const bool zh = language == Language::kZh;
  std::string out = where(problem, files, zh);
  out += inked(name(problem.severity).in(language), ink_of(problem.severity), style) + (zh ? "：" : ": ");
  out += visible(problem.message.in(language));
  out += inked(fmt::format(" [{}]", problem.code), Ink::kDim, style) + "\n";
  out += excerpt;
  if (!problem.hint.empty()) out += std::string(zh ? "  提示：" : "  hint: ") + visible(problem.hint.in(language)) + "\n";
  return out;
}

}  // namespace kaohe

// SPDX-License-Identifier: Apache-2.0
// `kaohe check --explain-input`.
#include <fmt/format.h>

#include "base/text.h"
#include "report/table.h"
#include "report/text/text_parts.h"

namespace kaohe {
namespace {

Phrase separator_name(char separator) {
  if (separator == '\t') return {"制表符", "tab"};
  if (separator == ';') return {"分号", "semicolon"};
  return {"逗号", "comma"};
}

void write_header(Page& page, const InputReading& reading) {
  if (reading.header_lines.empty()) {
    page.line(4, page.say({"没有找到表头", "no header was found"}), Ink::kRed);
    return;
  }
  std::string lines;
  for (const std::uint32_t line : reading.header_lines) lines += (lines.empty() ? "" : ", ") + std::to_string(line);
  const bool several = reading.header_lines.size() > 1;
  page.line(4, page.say({"表头：第 " + lines + " 行", (several ? "header: lines " : "header: line ") + lines}));
  TextTable table({{page.say({"单元格", "cell"})}, {page.say({"列名", "column"})}, {page.say({"读作", "read as"})}});
  for (const InputReading::Column& column : reading.columns) table.row({{column.cell}, {visible(column.header)}, {page.say(column.what)}});
  table.write(page, 4);
  if (reading.columns_more > 0) {
    page.line(4, page.say({fmt::format("另有 {} 列未列出", reading.columns_more), fmt::format("{} more columns", reading.columns_more)}), Ink::kDim);
  }
}

void write_skipped(Page& page, const InputReading& reading) {
  for (const InputReading::Skipped& skipped : reading.skipped) {
    page.line(4, page.say({fmt::format("跳过{} {} 行，首处在第 {} 行", skipped.kind.zh, skipped.rows, skipped.first_line),
                           fmt::format("stepped over {} {}, the first on line {}", skipped.rows, skipped.kind.en, skipped.first_line)}));
  }
}

// What was taken although it is not written so: every note but those of skipped rows, which stand above.
void write_notes(Page& page, const Input& input, const Problems& problems) {
  bool first = true;
  for (const Problem& problem : problems.all()) {
    if (problem.severity != Severity::kNote || problem.code == "rows-skipped" || problems.files.name(problem.place) != input.file) continue;
    if (first) page.line(4, page.say({"另外：", "taken so:"}));
    first = false;
    const std::string cell = excel_cell(problem.place);
    page.line(6, (cell.empty() ? std::string() : cell + "  ") + visible(page.say(problem.message)));
  }
}

}  // namespace

std::string inputs_text(const std::vector<Input>& inputs, const Problems& problems, Language language, const Style& style) {
  Page page(style, language);
  for (const Input& input : inputs) {
    page.blank();
    write_input(page, input);
    const Phrase separator = separator_name(input.reading.separator);
    page.line(4, page.say({"分隔符：" + separator.zh, "separator: " + separator.en}));
    if (!input.reading.package.empty()) page.line(4, page.say({"说明文件：" + input.reading.package, "described by " + input.reading.package}));
    write_header(page, input.reading);
    write_skipped(page, input.reading);
    write_notes(page, input, problems);
  }
  return page.take();
}

}  // namespace kaohe

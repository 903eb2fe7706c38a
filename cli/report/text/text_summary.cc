// SPDX-License-Identifier: Apache-2.0
// The sums: rules by tier and outcome, what was left out, and every row and cell that was read.
#include <fmt/format.h>

#include "report/table.h"
#include "report/text/text_parts.h"

namespace kaohe {
namespace {

void tally_row(TextTable& table, const std::string& head, const OutcomeCount& counts, Ink ink) {
  std::uint64_t all = 0;
  std::vector<Span> cells = {{head, ink}};
  for (const Outcome outcome : kOutcomes) {
    const std::uint64_t count = counts[static_cast<std::size_t>(outcome)];
    all += count;
    cells.push_back({std::to_string(count), count == 0 ? Ink::kDim : ink_of(outcome)});
  }
  cells.push_back({std::to_string(all), ink});
  table.row(std::move(cells));
}

void write_tally(Page& page, const View& view) {
  std::vector<TableColumn> columns = {{page.say({"类别", "tier"})}};
  for (const Outcome outcome : kOutcomes) columns.push_back({page.say(name(outcome)), true});
  columns.push_back({page.say({"合计", "total"}), true});
  TextTable table(std::move(columns));
  table.rule();
  OutcomeCount all{};
  for (const Tier tier : kTiers) {
    const OutcomeCount& counts = view.report.summary[static_cast<std::size_t>(tier)];
    for (std::size_t i = 0; i < counts.size(); ++i) all[i] += counts[i];
    tally_row(table, page.say(tier_name(tier)), counts, Ink::kPlain);
  }
  table.rule();
  tally_row(table, page.say({"合计", "total"}), all, Ink::kBold);
  table.write(page, 2);
  if (view.partial > 0) {
    page.line(2, page.say({fmt::format("另有 {} 条任务只判了部分单位，不计入上表", view.partial),
                           fmt::format("{} more judged on some of their units only, not in this table", view.partial)}), Ink::kDim);
  }
}

std::string region_of_code(const Report& report, const std::string& code) {
  const auto found = report.catalog.regions.find_code(code, report.as_of.date);
  return found ? report.catalog.regions[*found].name + " " + code : code;
}

void write_selection(Page& page, const Report& report) {
  const Selection& selection = report.selection;
  if (!selection.region.empty()) {
    const std::string region = region_of_code(report, selection.region);
    page.line(2, page.say({"只判 " + region + " 及其所辖", "kept to " + region + " and its parts"}));
  }
  if (!selection.only.empty()) {
    std::string patterns;
    for (const std::string& pattern : selection.only) patterns += (patterns.empty() ? "" : ", ") + pattern;
    page.line(2, page.say({"只判 --only " + patterns, "kept to --only " + patterns}));
  }
  if (selection.rules_left_out + selection.units_left_out > 0) {
    page.line(2, page.say({fmt::format("未判：任务 {} 条，单位 {} 个", selection.rules_left_out, selection.units_left_out),
                           fmt::format("left out: {} rules, {} units", selection.rules_left_out, selection.units_left_out)}));
  }
  if (selection.figures_after_as_of > 0) {
    page.line(2, page.say({fmt::format("截止日之后的数据 {} 个，未采用", selection.figures_after_as_of),
                           fmt::format("{} figures of later periods set aside", selection.figures_after_as_of)}));
  }
  if (!selection.region_hint.empty()) {
    const std::string region = region_of_code(report, selection.region_hint);
    page.line(2, page.say({fmt::format("提示：只报了 {} 的数据，可加 --region {} 只判该地", region, selection.region_hint),
                           fmt::format("hint: only {} has figures; --region {} judges it alone", region, selection.region_hint)}));
  }
}

}  // namespace

Phrase encoding_how(const std::string& how) {
  if (how == "bom") return {"有字节顺序标记", "byte order mark"};
  if (how == "option") return {"--encoding 指定", "--encoding"};
  if (how == "datapackage") return {"datapackage.json 指定", "datapackage.json"};
  if (how == "plausible") return {"按内容推断", "by its content"};
  return {"自动识别", "detected"};
}

Phrase layout_name(const std::string& layout) {
  if (layout == "long") return {"长表", "long"};
  if (layout == "wide-indicators") return {"宽表，每列一个指标", "wide, a column per indicator"};
  if (layout == "wide-indicator-years") return {"宽表，每列一个指标的一个年份", "wide, a column per indicator and year"};
  if (layout == "wide-regions") return {"宽表，每列一个地区", "wide, a column per region"};
  if (layout == "wide-years") return {"宽表，每列一个年份", "wide, a column per year"};
  if (layout == "records") return {"办理记录", "records"};
  return {layout, layout};
}

void write_input(Page& page, const Input& input) {
  const Phrase how = encoding_how(input.encoding_how);
  const Phrase layout = layout_name(input.layout);
  std::vector<std::string> pieces;
  if (!input.encoding.empty()) pieces.push_back(page.say({input.encoding + "（" + how.zh + "）", input.encoding + " (" + how.en + ")"}));
  pieces.push_back(page.say(layout));
  page.line(2, {{input.file}, {"  " + joined(page, pieces), Ink::kDim}});
  const RowCount& rows = input.rows;
  page.line(4, page.say({fmt::format("行：读入 {} = 表头 {} + 数据 {} + 跳过 {} + 有误 {}", rows.read, rows.header, rows.data, rows.skipped, rows.error),
                         fmt::format("rows: {} read = {} header + {} data + {} skipped + {} in error", rows.read, rows.header, rows.data, rows.skipped, rows.error)}));
  const CellCount& cells = input.cells;
  page.line(4, page.say({fmt::format("数值单元格：{} = 有数据 {} + 缺 {} + 无效 {} + 重复 {}", cells.values, cells.figures, cells.missing, cells.invalid, cells.repeated),
                         fmt::format("value cells: {} = {} figures + {} missing + {} invalid + {} repeated", cells.values, cells.figures, cells.missing, cells.invalid, cells.repeated)}));
  if (input.records > 0) page.line(4, page.say({fmt::format("办理记录：{} 条", input.records), fmt::format("records: {}", input.records)}));
}

void write_summary(Page& page, const View& view) {
  page.heading(page.say({"汇总（任务条数）", "Summary (rules)"}));
  write_tally(page, view);
  write_selection(page, view.report);
}

void write_inputs(Page& page, const View& view) {
  const Problems& problems = view.report.problems;
  page.heading(page.say({"输入", "Inputs"}));
  for (const Input& input : view.report.inputs) write_input(page, input);
  const std::size_t errors = problems.count(Severity::kError);
  page.line(2, {{page.say({fmt::format("错误 {} 处", errors), fmt::format("errors {}", errors)}), errors > 0 ? Ink::kRed : Ink::kPlain},
                {page.say({fmt::format("，警告 {} 处，说明 {} 处", problems.count(Severity::kWarning), problems.count(Severity::kNote)),
                           fmt::format(", warnings {}, notes {}", problems.count(Severity::kWarning), problems.count(Severity::kNote))})}});
}

}  // namespace kaohe

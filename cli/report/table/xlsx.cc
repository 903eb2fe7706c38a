// SPDX-License-Identifier: Apache-2.0
// A workbook: summary, verdicts, figures, diagnostics. Built in memory; its dates are the as-of date's, so that the
// same report gives the same bytes. Excel keeps numbers in binary: what has more digits than it can hold is written as
// text.
#include <array>

#include "base/text.h"
#include "report/format.h"
#include "report/table/workbook.h"
#include "report/text/text_parts.h"
#include "report/told.h"

namespace kaohe {
namespace {

const Phrase kSheets[] = {
    {"汇总", "Summary"}, {"判定", "Verdicts"}, {"数据", "Figures"}, {"输入检查", "Diagnostics"}, {"排名", "Ranking"}};

using Columns = std::vector<SheetColumn>;

void write_summary(Workbook& book, const Page& page, const Report& report) {
  Sheet sheet = book.add(page.say(kSheets[0]));
  sheet.widths({44, 14, 14, 14, 14, 14, 14, 14});
  sheet.row({SheetCell::bold(headline(page, report))});
  for (const Plan& plan : report.catalog.plans)
    sheet.row({SheetCell::text(plan_title(page, plan)), SheetCell::text(plan.id)});
  sheet.row(
      {SheetCell::text(page.say({"判定（个）：", "verdicts: "}) + counts_in_words(page, count_verdicts(report)))});
  sheet.row({});
  std::vector<SheetCell> heads = {SheetCell::bold(page.say({"任务条数", "rules"}))};
  for (const Outcome outcome : kOutcomes) heads.push_back(SheetCell::bold(page.say(name(outcome))));
  sheet.row(heads);
  for (const Tier tier : kTiers) {
    std::vector<SheetCell> cells = {SheetCell::text(page.say(tier_name(tier)))};
    for (const Outcome outcome : kOutcomes)
      cells.push_back(SheetCell::number(
          std::to_string(report.summary[static_cast<std::size_t>(tier)][static_cast<std::size_t>(outcome)])));
    sheet.row(cells);
  }
  sheet.row({});
  if (!report.since.file.empty()) {
    sheet.row({SheetCell::bold(page.say({"与上次报告相比", "since the earlier report"})),
               SheetCell::text(report.since.file)});
    for (const Change change : kChanges) {
      sheet.row({SheetCell::text(page.say(name(change))),
                 SheetCell::number(std::to_string(report.since.counts[static_cast<std::size_t>(change)]))});
    }
    for (const GoneVerdict& gone : report.since.gone) sheet.row({SheetCell::text(gone_in_words(page, report, gone))});
    sheet.row({});
  }
  sheet.row({SheetCell::bold(page.say({"文件", "file"})), SheetCell::bold("SHA-256")});
  for (const Plan& plan : report.catalog.plans) sheet.row({SheetCell::text(plan.file), SheetCell::text(plan.sha256)});
  for (const Input& input : report.inputs) sheet.row({SheetCell::text(input.file), SheetCell::text(input.sha256)});
}

Columns verdict_columns(const Page& page) {
  const auto say = [&](const char* zh, const char* en) { return page.say({zh, en}); };
  return {{say("结论", "outcome"), 12}, {say("任务", "title"), 34},          {say("地区代码", "region code"), 10},
          {say("地区", "region"), 16},  {say("事项", "item"), 14},           {say("时期", "period"), 10},
          {say("数值", "value"), 12},   {say("单位", "unit"), 10},           {say("要求", "target"), 24},
          {say("余量", "margin"), 12},  {say("到期日", "due"), 12},          {say("类别", "tier"), 10},
          {say("条款", "clause"), 18},  {say("情况", "what was found"), 60}, {say("达标条件", "would pass"), 30},
          {say("进度", "outlook"), 12}, {say("变化", "change"), 18},         {say("豁免", "waiver"), 30},
          {say("单元格", "cell"), 24},  {say("理解", "reading"), 10},        {say("规则", "rule"), 34},
          {say("方案", "plan"), 18},    {say("各期数值", "series"), 40}};
}

std::vector<SheetCell> verdict_cells(const Page& page, const Report& report, const Verdict& verdict) {
  const Rule& rule = report.rule_of(verdict);
  const Place place = place_to_look_at(verdict);
  const auto text = [](const std::string& one) { return SheetCell::text(one); };
  const std::string reading =
      verdict.reading ? page.say(reading_name(*verdict.reading)) : page.say({"两种相同", "both"});
  return {text(page.say(name(verdict.outcome)) + (verdict.indicative ? page.say({"（参照）", " (indicative)"}) : "")),
          text(page.say(rule.title)),
          text(region_code_of(report, verdict.region)),
          text(region_name(report, verdict.region)),
          text(verdict.item),
          text(verdict.period.text()),
          SheetCell::number(verdict.value_text),
          text(verdict.unit),
          text(target_text(page, report, verdict)),
          SheetCell::number(verdict.margin_text),
          text(verdict.due ? verdict.due->text() : page.say({"不限", "open"})),
          text(page.say(tier_name(rule.tier))),
          text(rule.source.path),
          text(message(page, report, verdict)),
          text(page.say(verdict.would_pass)),
          text(verdict.outlook ? page.say(name(*verdict.outlook)) : ""),
          text(change_in_words(page, verdict)),
          text(waiver_in_words(page, report, verdict)),
          text(place.known() ? place_text(page, report, place) : ""),
          text(reading),
          text(rule.full_id),
          text(report.plan_of(verdict).id),
          text(series_text(series_of(report, verdict)))};
}

void write_verdicts(Workbook& book, const Page& page, const Report& report) {
  Sheet sheet = book.add(page.say(kSheets[1]));
  sheet.table(verdict_columns(page));
  for (const Verdict& verdict : report.in_full()) {
    if (!sheet.row(verdict_cells(page, report, verdict))) break;
  }
  for (const Outcome outcome : kOutcomes) sheet.colour_column(0, page.say(name(outcome)), outcome);
  sheet.finish(page.say({"其余行超出工作表容量，未列出", "more rows than a sheet can hold are left out"}));
}

void write_figures(Workbook& book, const Page& page, const Report& report) {
  Sheet sheet = book.add(page.say(kSheets[2]));
  const auto say = [&](const char* zh, const char* en) { return page.say({zh, en}); };
  sheet.table({{say("地区代码", "region code"), 10},
               {say("地区", "region"), 16},
               {say("指标", "indicator"), 34},
               {say("时期", "period"), 10},
               {say("数值", "value"), 14},
               {say("单位", "unit"), 14},
               {say("状态", "state"), 10},
               {say("备注", "mark"), 14},
               {say("文件", "file"), 24},
               {say("单元格", "cell"), 10}});
  for (const FigureRef figure : report.figures) {
    const Indicator& indicator = report.catalog.indicators[figure.indicator()];
    const Phrase state = figure.state() == CellState::kValue     ? Phrase{"有", "value"}
                         : figure.state() == CellState::kMissing ? Phrase{"缺", "missing"}
                                                               : Phrase{"无效", "invalid"};
    const std::string value = figure.state() == CellState::kValue ? value_text(figure) : std::string();
    if (!sheet.row({SheetCell::text(region_code_of(report, figure.region())),
                    SheetCell::text(region_name(report, figure.region())), SheetCell::text(page.say(indicator.name())),
                    SheetCell::text(figure.period().text()), SheetCell::number(value), SheetCell::text(indicator.unit.id),
                    SheetCell::text(page.say(state)), SheetCell::text(figure.status()),
                    SheetCell::text(std::string(report.problems.files.name(figure.place()))),
                    SheetCell::text(excel_cell(figure.place()))})) {
      break;
    }
  }
  sheet.finish(page.say({"其余行超出工作表容量，未列出", "more rows than a sheet can hold are left out"}));
}

void write_rankings(Workbook& book, const Page& page, const Report& report) {
  if (report.rankings.empty()) return;
  Sheet sheet = book.add(page.say(kSheets[4]));
  const auto say = [&](const char* zh, const char* en) { return page.say({zh, en}); };
  sheet.table({{say("结论", "outcome"), 12},
               {say("名次", "rank"), 8},
               {say("地区代码", "region code"), 10},
               {say("地区", "region"), 16},
               {say("数值", "value"), 12},
               {say("单位", "unit"), 12},
               {say("目标", "target"), 16},
               {say("余量", "margin"), 12},
               {say("较上期", "change"), 12},
               {say("标记", "mark"), 20},
               {say("指标", "indicator"), 30},
               {say("时期", "period"), 10}});
  for (const Ranking& ranking : report.rankings) {
    const Indicator& indicator = report.catalog.indicators[ranking.indicator];
    for (const Ranked& unit : ranking.units) {
      sheet.row({SheetCell::text(unit.outcome ? page.say(name(*unit.outcome)) : ""),
                 SheetCell::number(std::to_string(unit.rank)), SheetCell::text(region_code_of(report, unit.region)),
                 SheetCell::text(region_name(report, unit.region)), SheetCell::number(unit.value),
                 SheetCell::text(indicator.unit.id), SheetCell::text(unit.target), SheetCell::number(unit.margin),
                 SheetCell::number(unit.change), SheetCell::text(mark_of(page, unit)),
                 SheetCell::text(page.say(indicator.name())), SheetCell::text(ranking.period.text())});
    }
  }
  for (const Outcome outcome : kOutcomes) sheet.colour_column(0, page.say(name(outcome)), outcome);
  sheet.finish({});
}

void write_diagnostics(Workbook& book, const Page& page, const Report& report) {
  Sheet sheet = book.add(page.say(kSheets[3]));
  const auto say = [&](const char* zh, const char* en) { return page.say({zh, en}); };
  sheet.table({{say("级别", "severity"), 10},
               {say("代码", "code"), 24},
               {say("文件", "file"), 24},
               {say("单元格", "cell"), 10},
               {say("行", "line"), 8},
               {say("列", "column"), 8},
               {say("内容", "message"), 70},
               {say("提示", "hint"), 50}});
  for (const Problem& problem : report.problems.all()) {
    const auto number = [](std::uint64_t n) { return SheetCell::number(n == 0 ? std::string() : std::to_string(n)); };
    const Phrase severity = problem.severity == Severity::kError     ? Phrase{"错误", "error"}
                            : problem.severity == Severity::kWarning ? Phrase{"警告", "warning"}
                                                                     : Phrase{"说明", "note"};
    if (!sheet.row({SheetCell::text(page.say(severity)), SheetCell::text(std::string(problem.code)),
                    SheetCell::text(std::string(report.problems.files.name(problem.place))),
                    SheetCell::text(excel_cell(problem.place)), number(problem.place.line),
                    number(problem.place.column), SheetCell::text(page.say(problem.message)),
                    SheetCell::text(page.say(problem.hint))})) {
      break;
    }
  }
  sheet.finish(page.say({"其余行超出工作表容量，未列出", "more rows than a sheet can hold are left out"}));
}

}  // namespace

std::string write_xlsx(const Report& report, const Style&) {
  const Page page = plain_page(report);
  Workbook book(report.as_of.from.empty() ? Date{2000, 1, 1} : report.as_of.date, page.say({"考核结果", "Assessment"}));
  write_summary(book, page, report);
  write_verdicts(book, page, report);
  write_rankings(book, page, report);
  write_figures(book, page, report);
  write_diagnostics(book, page, report);
  return book.bytes();
}

}  // namespace kaohe

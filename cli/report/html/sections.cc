// SPDX-License-Identifier: Apache-2.0
// The sections around matrix and rules: sums, changes, rankings, diagnostics, where everything came from.
#include <fmt/format.h>

#include "model/words.h"
#include "report/html/parts.h"

namespace kaohe {
namespace {

void head_row(Html& html, const std::vector<std::string>& heads) {
  html.out += "<thead><tr>";
  for (const std::string& head : heads) html.out += "<th scope=\"col\">" + escaped(head);
  html.out += "</tr></thead>\n";
}

void count_cell(Html& html, Outcome outcome, std::uint64_t count) {
  html.out +=
      count == 0 ? std::string("<td class=\"n0\">0") : fmt::format("<td class=\"c {}\">{}", letter(outcome), count);
}

std::string say(const Html& html, Severity severity) {
  switch (severity) {
    case Severity::kNote:
      return html.say("说明", "note");
    case Severity::kWarning:
      return html.say("警告", "warning");
    case Severity::kError:
      break;
  }
  return html.say("错误", "error");
}

void hash_row(Html& html, const std::string& kind, const std::string& file, const std::string& more,
              const std::string& sha256) {
  html.out += "<tr><td>" + escaped(kind) + "<td>" + escaped(file) + "<td>" + escaped(more) + "<td><code>" +
              escaped(sha256) + "</code>\n";
}

}  // namespace

void write_html_summary(Html& html) {
  html.heading("summary", html.say("汇总（任务条数）", "Summary (rules)"));
  html.out += "<div class=\"wide\"><table class=\"sum\">\n";
  std::vector<std::string> heads = {html.say("类别", "tier")};
  for (const Outcome outcome : kOutcomes) heads.push_back(glyph(outcome) + " " + html.page.say(name(outcome)));
  head_row(html, heads);
  html.out += "<tbody>\n";
  for (const Tier tier : kTiers) {
    html.out += "<tr><th scope=\"row\">" + escaped(html.page.say(tier_name(tier)));
    for (const Outcome outcome : kOutcomes)
      count_cell(html, outcome, html.report.summary[static_cast<std::size_t>(tier)][static_cast<std::size_t>(outcome)]);
    html.out += "</tr>\n";
  }
  const OutcomeCount verdicts = count_verdicts(html.report);
  html.out += "<tr><th scope=\"row\">" + html.say("逐单位判定", "verdicts");
  for (const Outcome outcome : kOutcomes) count_cell(html, outcome, verdicts[static_cast<std::size_t>(outcome)]);
  html.out += "</tr>\n</tbody></table></div>\n";
  const Selection& selection = html.report.selection;
  if (!selection.region.empty() || !selection.only.empty()) {
    std::string kept = selection.region;
    for (const std::string& pattern : selection.only) kept += (kept.empty() ? "" : ", ") + pattern;
    html.out += "<p>" +
                escaped(html.page.say({fmt::format("只判 {}；未判任务 {} 条，单位 {} 个", kept,
                                                   selection.rules_left_out, selection.units_left_out),
                                       fmt::format("kept to {}; {} rules and {} units left out", kept,
                                                   selection.rules_left_out, selection.units_left_out)})) +
                "</p>\n";
  }
}

void write_html_since(Html& html) {
  const Since& since = html.report.since;
  if (since.file.empty()) return;
  html.heading("since", html.say("与上次报告相比", "Since the earlier report"));
  html.out += "<p>" + escaped(since.file) +
              (since.as_of.empty() ? "" : html.say("，截至 ", ", as of ") + escaped(since.as_of)) + " <code>" +
              escaped(since.sha256) + "</code></p>\n<ul>\n";
  for (const Change change : kChanges) {
    html.out += fmt::format("<li>{}{}{}\n", escaped(html.page.say(name(change))), html.say("：", ": "),
                            since.counts[static_cast<std::size_t>(change)]);
  }
  html.out += "</ul>\n";
  if (since.gone.empty()) return;
  html.out += "<ul class=\"gone\">\n";
  for (const GoneVerdict& gone : since.gone)
    html.out += "<li>" + escaped(gone_in_words(html.page, html.report, gone)) + "\n";
  html.out += "</ul>\n";
}

void write_html_rankings(Html& html) {
  if (html.report.rankings.empty()) return;
  html.heading("rank", html.say("排名", "Ranking"));
  for (const Ranking& ranking : html.report.rankings) {
    const Indicator& indicator = html.report.catalog.indicators[ranking.indicator];
    html.out +=
        "<div class=\"wide\"><table>\n<caption>" +
        escaped(html.page.say(indicator.name()) + " " + ranking.period.text() + "（" + indicator.unit.id + "）") +
        "</caption>\n";
    head_row(html, {html.say("名次", "rank"), html.say("地区", "region"), html.say("数值", "value"),
                    html.say("目标", "target"), html.say("余量", "margin"), html.say("结论", "outcome"),
                    html.say("较上期", "change"), html.say("标记", "mark")});
    html.out += "<tbody>\n";
    for (const Ranked& unit : ranking.units) {
      html.out += fmt::format(
          "<tr><td>{}{}<td>{}<td>{}<td>{}<td>{}", unit.rank, unit.tied ? html.say("（并列）", " (tied)") : "",
          escaped(region_name(html.report, unit.region)), escaped(unit.value),
          escaped(html.page.say(target_words(html.report.catalog.indicators, unit.target))), escaped(unit.margin));
      html.out += unit.outcome
                      ? fmt::format("<td class=\"o {}\">{}", letter(*unit.outcome), html.page.say(name(*unit.outcome)))
                      : std::string("<td>");
      html.out += "<td>" + escaped(unit.change) + "<td>" + mark_of(html.page, unit) + "\n";
    }
    html.out += "</tbody></table></div>\n";
    if (ranking.without.empty()) continue;
    html.out += "<p>" + html.say("没有数据：", "no figure: ");
    for (std::size_t i = 0; i < ranking.without.size(); ++i)
      html.out += (i > 0 ? html.say("、", ", ") : "") + escaped(region_name(html.report, ranking.without[i]));
    html.out += "</p>\n";
  }
}

void write_html_tenure(Html& html) {
  const Tenure& tenure = html.report.tenure;
  if (!tenure.from) return;
  html.heading("tenure", html.say("任期对比", "Term of office"));
  html.out += "<div class=\"wide\"><table>\n<caption>" + tenure.from->text() + " → " + tenure.to->text() + "</caption>\n";
  head_row(html, {html.say("指标", "indicator"), html.say("地区", "region"), tenure.from->text(), tenure.to->text(), html.say("变化", "change"),
                  html.say("单位", "unit"), html.say("走向", "course"), html.say("结论", "outcome")});
  html.out += "<tbody>\n";
  for (const TenureRow& row : tenure.rows) {
    const Indicator& indicator = html.report.catalog.indicators[row.indicator];
    html.out += fmt::format("<tr><td>{}<td>{}<td>{}<td>{}<td>{}<td>{}<td>{}", escaped(html.page.say(indicator.name())), escaped(region_name(html.report, row.region)),
                            escaped(row.from), escaped(row.to), escaped(row.change), escaped(indicator.unit.id), html.page.say(name(row.course)));
    html.out += row.outcome ? fmt::format("<td class=\"o {}\">{}\n", letter(*row.outcome), html.page.say(name(*row.outcome))) : std::string("<td>\n");
  }
  html.out += "</tbody></table></div>\n";
}

void write_html_diagnostics(Html& html) {
  html.heading("diagnostics", html.say("输入检查", "Diagnostics"));
  const std::vector<Problem>& all = html.report.problems.all();
  if (all.empty()) {
    html.out += "<p>" + html.say("没有问题。", "Nothing to report.") + "</p>\n";
    return;
  }
  html.out += "<div class=\"wide\"><table>\n";
  head_row(html, {html.say("级别", "severity"), html.say("位置", "place"), html.say("内容", "message"),
                  html.say("代码", "code")});
  html.out += "<tbody>\n";
  for (const Problem& problem : all) {
    html.out += "<tr><td class=\"s" + std::string(word(problem.severity)).substr(0, 1) + "\">" +
                say(html, problem.severity) + "<td>" +
                (problem.place.known() ? escaped(place_text(html.page, html.report, problem.place)) : "") + "<td>" +
                escaped(html.page.say(problem.message));
    if (!problem.hint.empty())
      html.out += "<br><small>" + html.say("提示：", "hint: ") + escaped(html.page.say(problem.hint)) + "</small>";
    html.out += "<td><code>" + escaped(problem.code) + "</code>\n";
  }
  html.out += "</tbody></table></div>\n";
}

void write_html_provenance(Html& html) {
  const Report& report = html.report;
  html.heading("provenance", html.say("来源", "Provenance"));
  html.out += "<div class=\"wide\"><table class=\"hash\">\n";
  head_row(html, {html.say("种类", "kind"), html.say("文件", "file"), html.say("说明", "about"), "SHA-256"});
  html.out += "<tbody>\n";
  for (const Input& input : report.inputs) {
    hash_row(html, html.say("填报数据", "submission"), input.file,
             html.page.say({fmt::format("{}，{} 行，数值 {} 个，缺 {}，无效 {}，重复 {}，记录 {} 条", input.encoding,
                                        input.rows.read, input.cells.figures, input.cells.missing, input.cells.invalid,
                                        input.cells.repeated, input.records),
                            fmt::format("{}, {} rows, {} figures, {} missing, {} invalid, {} repeated, {} records",
                                        input.encoding, input.rows.read, input.cells.figures, input.cells.missing,
                                        input.cells.invalid, input.cells.repeated, input.records)}),
             input.sha256);
  }
  for (const Plan& plan : report.catalog.plans) {
    hash_row(
        html, html.say("规则", "rules"), plan.file,
        html.page.say({fmt::format("{}，任务 {} 条，不检查 {} 条", plan.id, plan.rules.size(), plan.unchecked.size()),
                       fmt::format("{}, {} rules, {} unchecked", plan.id, plan.rules.size(), plan.unchecked.size())}),
        plan.sha256);
  }
  for (const DataFile& file : report.catalog.data)
    hash_row(html, html.say("数据表", "table"), file.file, "", file.sha256);
  html.out += "</tbody></table></div>\n";
  if (report.waivers.empty()) return;
  html.out += "<h3>" + html.say("豁免", "Waivers") + "</h3>\n<div class=\"wide\"><table>\n";
  head_row(html, {html.say("规则", "rule"), html.say("地区", "region"), html.say("有效期", "in force"),
                  html.say("理由", "reason"), html.say("批准", "approved by"), html.say("文号", "document")});
  html.out += "<tbody>\n";
  for (const Waiver& waiver : report.waivers) {
    html.out += "<tr><td><code>" + escaped(waiver.rule) + "</code><td>" + escaped(waiver.region) + "<td>" +
                waiver.from.text() + " – " + waiver.until.text() + "<td>" + escaped(waiver.reason) + "<td>" +
                escaped(waiver.approved_by) + "<td>" + escaped(waiver.document) + "\n";
  }
  html.out += "</tbody></table></div>\n";
}

}  // namespace kaohe

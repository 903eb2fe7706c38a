// SPDX-License-Identifier: Apache-2.0
// One file that explains itself: no network, readable without JavaScript, printable, by keyboard and screen reader.
#include <fmt/format.h>

#include "base/text.h"
#include "report/format.h"
#include "report/html/parts.h"
#include "version.h"

namespace kaohe {
namespace {

int rank(Outcome outcome) {
  switch (outcome) {
    case Outcome::kFail:
      return 6;
    case Outcome::kInvalid:
      return 5;
    case Outcome::kMissing:
      return 4;
    case Outcome::kNotDue:
      return 3;
    case Outcome::kWaived:
      return 2;
    case Outcome::kPass:
      return 1;
    case Outcome::kExempt:
      break;
  }
  return 0;
}

void write_top(Html& html) {
  const Report& report = html.report;
  const std::string title = html.say("考核结果：", "Assessment: ") + html.page.say(overall(report).text);
  html.out += "<!DOCTYPE html>\n<html lang=\"" + std::string(report.language == Language::kZh ? "zh-CN" : "en") +
              "\">\n<head>\n<meta charset=\"utf-8\">\n";
  html.out += "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n";
  html.out +=
      "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; "
      "script-src 'unsafe-inline'; img-src data:\">\n";
  html.out += "<link rel=\"icon\" href=\"data:,\">\n<title>" + escaped(title) + "</title>\n<style>\n";
  html.out += style_sheet();
  html.out += "</style>\n</head>\n<body>\n<a class=\"skip\" href=\"#rules\">" +
              html.say("跳到各项任务", "skip to the rules") + "</a>\n";
}

void write_head(Html& html) {
  const Report& report = html.report;
  const Overall whole = overall(report);
  html.out += fmt::format("<header class=\"x{}\">\n<h1>{} {}</h1>\n<p>", report.exit, escaped(whole.glyph),
                          escaped(html.page.say(whole.text)));
  html.out += escaped(html.say("考核结果", "Assessment"));
  if (!report.as_of.from.empty()) html.out += escaped(html.say("，截至 ", ", as of ") + report.as_of.date.text());
  html.out += escaped(html.page.say(
      {"，按" + reading_name(report.reading).zh + "计", ", " + reading_name(report.reading).en + " reading"}));
  html.out += escaped(html.page.say(
                  {fmt::format("，退出状态 {}", report.exit), fmt::format(", exit status {}", report.exit)})) +
              "</p>\n<ul>\n";
  for (const Plan& plan : report.catalog.plans) {
    html.out += "<li><b>" + escaped(plan_title(html.page, plan)) + "</b> " + escaped(html.page.say(plan.issuer)) +
                html.say("，", ", ") + plan.issued.text() + " <code>" + escaped(plan.id) + "</code>\n";
  }
  html.out += "</ul>\n</header>\n<nav aria-label=\"" + html.say("目录", "contents") + "\">";
  const auto link = [&](const char* id, const std::string& text) {
    html.out += std::string(" <a href=\"#") + id + "\">" + escaped(text) + "</a>";
  };
  link("summary", html.say("汇总", "Summary"));
  if (!report.since.file.empty()) link("since", html.say("与上次相比", "Since"));
  if (!report.rankings.empty()) link("rank", html.say("排名", "Ranking"));
  if (report.tenure.from) link("tenure", html.say("任期对比", "Term of office"));
  link("matrix", html.say("总览", "Matrix"));
  link("rules", html.say("各项任务", "Rules"));
  link("diagnostics", html.say("输入检查", "Diagnostics"));
  link("provenance", html.say("来源", "Provenance"));
  html.out += "</nav>\n<main>\n";
}

}  // namespace

std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : visible(text)) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      case '\'':
        out += "&#39;";
        break;
      default:
        out += c;
    }
  }
  return out;
}

char letter(Outcome outcome) { return "pfminew"[static_cast<std::size_t>(outcome)]; }
std::string anchor_of(std::size_t rule) { return "r" + std::to_string(rule + 1); }
bool graver(Outcome a, Outcome b) { return rank(a) > rank(b); }

void Html::heading(const char* id, const std::string& text) {
  out += std::string("<h2 id=\"") + id + "\">" + escaped(text) + "</h2>\n";
}

std::string write_html(const Report& report, const Style&) {
  const Page page = plain_page(report);
  const View view = view_of(report);
  Html html{report, view, page, {}};
  write_top(html);
  write_head(html);
  write_html_summary(html);
  write_html_since(html);
  write_html_rankings(html);
  write_html_tenure(html);
  write_html_matrix(html);
  write_html_rules(html);
  write_html_diagnostics(html);
  write_html_provenance(html);
  html.out += "</main>\n<footer><p>kaohe " + std::string(kVersion) + "</p></footer>\n<script>\n" + script_of(html) +
              "</script>\n</body>\n</html>\n";
  return std::move(html.out);
}

}  // namespace kaohe

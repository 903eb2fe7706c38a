// SPDX-License-Identifier: Apache-2.0
// Rules down, regions across: the gravest outcome of each. A cell holds its word, which a screen reader reads; the
// style sheet shows the glyph instead.
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "report/html/parts.h"

namespace kaohe {
namespace {

std::vector<std::uint32_t> regions_of(const View& view) {
  std::set<std::pair<std::string, std::uint32_t>> all;
  for (const RuleView& rule : view.rules) {
    each_verdict(view, rule, [&](std::uint32_t, const Brief& brief) { all.insert({region_code_of(view.report, brief.region), brief.region}); });
  }
  std::vector<std::uint32_t> out;
  out.reserve(all.size());
  for (const auto& one : all) out.push_back(one.second);
  return out;
}

void write_controls(Html& html) {
  html.out += "<form class=\"controls\" autocomplete=\"off\" hidden onsubmit=\"return false\">\n<label>" +
              html.say("查找任务 ", "find a rule ") + "<input type=\"search\" id=\"find\"></label>\n<label>" +
              html.say("查找地区 ", "find a region ") + "<input type=\"search\" id=\"where\"></label>\n<label>" +
              html.say("排序 ", "sort ") + "<select id=\"sort\"><option value=\"0\">" +
              html.say("按方案条款", "by clause") + "<option value=\"1\">" +
              html.say("问题多的在前", "most problems first") + "</select></label>\n<fieldset><legend>" +
              html.say("结论", "outcomes") + "</legend>\n";
  for (const Outcome outcome : kOutcomes) {
    html.out += fmt::format("<label class=\"o {0}\"><input type=\"checkbox\" value=\"{0}\" checked> {1}</label>\n",
                            letter(outcome), html.page.say(name(outcome)));
  }
  html.out += "</fieldset>\n<output id=\"shown\" aria-live=\"polite\"></output>\n</form>\n";
}

void write_head(Html& html, const std::vector<std::uint32_t>& regions) {
  html.out +=
      "<thead><tr><th scope=\"col\">" + html.say("任务", "rule") + "<th scope=\"col\">" + html.say("结论", "outcome");
  for (const std::uint32_t region : regions)
    html.out += "<th scope=\"col\"><span>" + escaped(region_name(html.report, region)) + "</span>";
  html.out += "</tr></thead>\n<tbody>\n";
}

void write_row(Html& html, std::size_t index, const std::vector<std::uint32_t>& regions) {
  const RuleView& rule = html.view.rules[index];
  std::map<std::uint32_t, Outcome> found;
  std::string letters(1, letter(rule.shown));
  each_verdict(html.view, rule, [&](std::uint32_t, const Brief& brief) {
    const auto [at, fresh] = found.try_emplace(brief.region, brief.outcome);
    if (!fresh && graver(brief.outcome, at->second)) at->second = brief.outcome;
    if (letters.find(letter(brief.outcome)) == std::string::npos) letters += letter(brief.outcome);
  });
  html.out += fmt::format("<tr data-o=\"{}\"><th scope=\"row\"><a href=\"#{}\">{}</a><td class=\"{}\">{}", letters,
                          anchor_of(index), escaped(html.page.say(rule.rule->title)), letter(rule.shown),
                          html.page.say(name(rule.shown)));
  for (const std::uint32_t region : regions) {
    const auto at = found.find(region);
    html.out += at == found.end() ? std::string("<td>")
                                  : fmt::format("<td class={}>{}", letter(at->second), html.page.say(name(at->second)));
  }
  html.out += "\n";
}

}  // namespace

void write_html_matrix(Html& html) {
  html.heading("matrix", html.say("总览：任务 × 地区", "Matrix: rules × regions"));
  write_controls(html);
  html.out += "<p class=\"key\">";
  for (const Outcome outcome : kOutcomes)
    html.out += fmt::format("<span class=\"o {}\">{}</span> ", letter(outcome), html.page.say(name(outcome)));
  html.out += "</p>\n<div class=\"wide\" tabindex=\"0\" role=\"region\" aria-label=\"" + html.say("总览表", "matrix") +
              "\"><table class=\"matrix\">\n";
  const std::vector<std::uint32_t> regions = regions_of(html.view);
  write_head(html, regions);
  for (std::size_t i = 0; i < html.view.rules.size(); ++i) write_row(html, i, regions);
  html.out += "</tbody></table></div>\n";
}

}  // namespace kaohe

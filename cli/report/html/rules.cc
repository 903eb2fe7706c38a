// SPDX-License-Identifier: Apache-2.0
// Each rule: its clause, what it asks, how the value was had, its charts, its units. What passes is one short row.
#include <fmt/format.h>

#include "base/text.h"
#include "model/words.h"
#include "report/html/parts.h"

namespace kaohe {
namespace {

void fact(Html& html, const std::string& label, const std::string& text) {
  if (!text.empty()) html.out += "<dt>" + label + "<dd>" + escaped(text) + "\n";
}

// The file is named only where there are several.
std::string cell_of(const Html& html, const Verdict& verdict) {
  const Place place = place_to_look_at(verdict);
  if (!place.known()) return {};
  if (html.report.inputs.size() > 1 || excel_cell(place).empty()) return place_text(html.page, html.report, place);
  return verdict.figures.size() > 1 ? excel_cell(place) + " +" + std::to_string(verdict.figures.size() - 1)
                                    : excel_cell(place);
}

void write_steps(Html& html, const std::vector<Step>& steps) {
  for (const Step& step : steps) {
    const std::string values = step.from_value.empty()
                                   ? step.to_value
                                   : step.from_value + " → " + (step.to_value.empty() ? "?" : step.to_value);
    html.out += fmt::format("<br><small class=\"o {}\">{}</small> <small>{}</small>", letter(step.outcome),
                            html.page.say(name(step.outcome)),
                            escaped(joined(html.page, {step.name, values, step.target, html.page.say(step.reason)})));
  }
}

// A value against the rule's own target: its columns say all there is to say.
bool says_all(const Html& html, const Verdict& verdict) {
  if (verdict.disputed || verdict.rounded || verdict.change) return false;
  if (verdict.outcome == Outcome::kPass) return true;
  const Duty& duty = html.report.rule_of(verdict).duty(html.report.reading);
  const bool number =
      verdict.outcome == Outcome::kFail && verdict.value && verdict.bounds.empty() && is_number(html.report, verdict);
  return number && duty.test.target.reference == kNoIndicator &&
         duty.local.count(region_code_of(html.report, verdict.region)) == 0;
}

void write_verdict(Html& html, const Verdict& verdict) {
  html.out +=
      fmt::format("<tr><td>{}<td>{}<td class={}>{}<td>{}<td>{}<td>",
                  escaped(unit_name(html.page, html.report, verdict)), verdict.period.text(), letter(verdict.outcome),
                  html.page.say(name(verdict.outcome)), escaped(verdict.value_text), escaped(verdict.margin_text));
  if (!says_all(html, verdict)) {
    html.out += escaped(message(html.page, html.report, verdict));
    write_steps(html, verdict.steps);
    write_steps(html, verdict.intervals);
    write_steps(html, verdict.tests);
  }
  html.out += "<td>" + escaped(cell_of(html, verdict)) + "\n";
}

void write_facts(Html& html, const RuleView& rule, const std::vector<Verdict>& verdicts) {
  const Rule& of = *rule.rule;
  const Duty& duty = of.duty(html.report.reading);
  html.out += "<dl>\n";
  fact(html, html.say("条款", "clause"), plan_title(html.page, *rule.plan) + " " + clause_in_words(html.page, of));
  std::string asked;
  if (duty.test.kind == TestKind::kThreshold) {
    asked = html.page.say(target_words(html.report.catalog.indicators, duty.test.target.text));
  } else {
    asked =
        html.page.say(test_words(html.report.catalog.indicators, duty,
                                 duty.due.stages.empty() ? std::nullopt : std::optional<Date>(duty.due.stages.back())));
  }
  fact(html, html.say("要求", "asks"), asked);
  fact(html, html.say("单位", "units"), html.page.say(who_words(html.report.catalog.regions, *rule.plan, duty.who)));
  fact(html, html.say("到期", "due"), html.page.say(due_words(duty.due)));
  if (duty.roll_up.kind != RollUpKind::kAll)
    fact(html, html.say("合成", "roll-up"), html.page.say(roll_up_words(duty.roll_up)));
  if (!verdicts.empty()) fact(html, html.say("取值", "method"), html.page.say(verdicts.front().method));
  fact(html, html.say("读法", "as read"), html.page.say(of.reading));
  fact(html, html.say("说明", "note"), html.page.say(of.note));
  const RuleOutcome& outcome = *rule.outcome;
  if (outcome.plain != outcome.strict && !outcome.partial) {
    fact(html, html.say("两种理解", "readings"),
         html.page.say({"通常理解：" + name(outcome.plain).zh + "；从严理解：" + name(outcome.strict).zh,
                        "plain: " + name(outcome.plain).en + "; strict: " + name(outcome.strict).en}));
  }
  fact(html, html.say("各期结论", "over time"), movement_of(html.page, rule));
  html.out += "</dl>\n";
}

void write_rule(Html& html, std::size_t index, bool open) {
  const RuleView& rule = html.view.rules[index];
  html.out += fmt::format(
      "<details id=\"{}\"{}><summary><span class=\"o {}\">{}</span> {} <small>{}{}</small></summary>\n",
      anchor_of(index), open ? " open" : "", letter(rule.shown), html.page.say(name(rule.shown)),
      escaped(html.page.say(rule.rule->title)),
      escaped(html.page.say(tier_name(rule.rule->tier)) + " · " + counts_in_words(html.page, rule.outcome->units)),
      rule.outcome->partial ? html.say(" · 只判了部分单位", " · some of its units only") : "");
  std::vector<Verdict> verdicts;  // of one rule at a time
  verdicts.reserve(rule.count());
  each_verdict(html.view, rule, [&](std::uint32_t number, const Brief&) { verdicts.push_back(html.report.verdict(number)); });
  write_facts(html, rule, verdicts);
  html.out += series_chart(html, rule, verdicts) + distribution_chart(html, rule, verdicts);
  html.out += "<div class=\"wide\"><table class=\"units\"><thead><tr>";
  for (const std::string& head :
       {html.say("单位", "unit"), html.say("时期", "period"), html.say("结论", "outcome"), html.say("数值", "value"),
        html.say("余量", "margin"), html.say("情况", "what was found"), html.say("单元格", "cell")}) {
    html.out += "<th scope=\"col\">" + head;
  }
  html.out += "</tr></thead><tbody>\n";
  for (const Verdict& verdict : verdicts) write_verdict(html, verdict);
  html.out += "</tbody></table></div>\n<p><code>" + escaped(rule.rule->full_id) + "</code> <code>kaohe explain " +
              escaped(rule.rule->full_id) + "</code></p>\n</details>\n";
}

void write_indicative(Html& html) {
  if (html.view.indicative.empty()) return;
  html.out +=
      "<details><summary>" +
      html.say("参照省级目标看各市县（不计入结论）", "Against the province’s own target (indicative, never counted)") +
      "</summary>\n<div class=\"wide\"><table><tbody>\n";
  for (const std::uint32_t number : html.view.indicative) {
    const Verdict verdict = html.report.verdict(number);
    html.out += "<tr><td>" + escaped(html.page.say(html.report.rule_of(verdict).title));
    html.out +=
        fmt::format("<td>{}<td>{}<td class=\"o {}\">{}<td>{}\n", escaped(unit_name(html.page, html.report, verdict)),
                    verdict.period.text(), letter(verdict.outcome), html.page.say(name(verdict.outcome)),
                    escaped(facts(html.page, html.report, verdict)));
  }
  html.out += "</tbody></table></div>\n</details>\n";
}

}  // namespace

void write_html_rules(Html& html) {
  html.heading("rules", html.say("各项任务", "Rules"));
  constexpr std::size_t kFewOpen = 12;  // what is closed costs a browser next to nothing
  std::size_t shown = 0;
  const Plan* plan = nullptr;
  for (std::size_t i = 0; i < html.view.rules.size(); ++i) {
    if (html.view.rules[i].plan != plan)
      html.out += "<h3>" + escaped(plan_title(html.page, *html.view.rules[i].plan)) + "</h3>\n";
    plan = html.view.rules[i].plan;
    const bool open = falls_short(html.view.rules[i].shown) && shown++ < kFewOpen;
    write_rule(html, i, open);
  }
  write_indicative(html);
}

}  // namespace kaohe

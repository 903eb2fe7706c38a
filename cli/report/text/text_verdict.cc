// SPDX-License-Identifier: Apache-2.0
// One verdict in lines: what was found against what was due, why, what would pass, and the cells it stands in.
#include <fmt/format.h>

#include "report/text/text_parts.h"

namespace kaohe {
namespace {

constexpr std::size_t kFewPlaces = 2;
constexpr std::size_t kAll = SIZE_MAX;

}  // namespace

void write_faults(Page& page, const Report& report, const Verdict& verdict, std::size_t indent) {
  std::size_t told = 0;
  for (const Place& place : verdict.figures) {
    for (const std::uint32_t number : report.problems.errors_of(place)) {
      if (++told > kFewPlaces) return;
      const Problem& problem = report.problems.all()[number];
      const std::string where = place_text(page, report, place);
      page.line(indent, {{where + page.say({"：", ": "}), Ink::kDim}, {page.say(problem.message)}});
    }
  }
}

void write_steps(Page& page, const Report& report, const std::vector<Step>& steps, std::size_t indent) {
  for (const Step& step : steps) {
    std::vector<std::string> pieces;
    // A trend goes from one value to another; an interval or a member has what was found only.
    const bool two_values = !step.from_value.empty();
    if (two_values) pieces.push_back(step.from_value + " -> " + (step.to_value.empty() ? "?" : step.to_value));
    if (!two_values && !step.to_value.empty()) pieces.push_back(step.to_value);
    if (!step.target.empty()) pieces.push_back(page.say({"目标 " + step.target, "target " + step.target}));
    if (!step.margin.empty()) pieces.push_back(page.say({"余量 " + step.margin, "margin " + step.margin}));
    pieces.push_back(page.say(step.reason));
    if (!step.places.empty()) pieces.push_back(place_list(page, report, step.places, kFewPlaces));
    const std::string rest = joined(page, pieces);
    page.line(indent, {{glyph(step.outcome) + " " + page.say(name(step.outcome)), ink_of(step.outcome)},
                       {"  " + step.name + (rest.empty() ? "" : page.say({"：", ": "}) + rest)}});
  }
}

void write_remarks(Page& page, const Report& report, const Verdict& verdict, std::size_t indent) {
  if (verdict.disputed) {
    const std::string other = amount(page, verdict.disputed->value, *verdict.unit, false);
    labelled(page, indent, {"有争议", "disputed"},
             page.say({fmt::format("按所属单位数据计算为 {}，结论是{}", other, name(verdict.disputed->outcome).zh),
                       fmt::format("from its parts it is {}, which says {}", other, name(verdict.disputed->outcome).en)}));
  }
  if (verdict.rounded) {
    const Duty& duty = report.rule_of(verdict).duty(verdict.reading.value_or(Reading::kPlain));
    const Phrase how = duty.compare == Compare::kRounded ? Phrase{"如按全数值比较", "compared as it is"}
                                                         : Phrase{"如按 GB/T 8170 修约后比较", "rounded first (GB/T 8170)"};
    labelled(page, indent, how, joined(page, {amount(page, verdict.rounded->value, *verdict.unit, false), page.say(name(verdict.rounded->outcome))}));
  }
  if (verdict.waiver && *verdict.waiver < report.waivers.size()) {
    const Waiver& waiver = report.waivers[*verdict.waiver];
    labelled(page, indent, {"豁免", "waiver"},
             joined(page, {waiver.reason, waiver.approved_by, waiver.document,
                           page.say({"有效期至 " + waiver.until.text(), "until " + waiver.until.text()})}));
  }
}

void labelled(Page& page, std::size_t indent, const Phrase& label, const std::string& text) {
  if (text.empty()) return;
  page.line(indent, {{page.say({label.zh + "：", label.en + ": "}), Ink::kDim}, {text}});
}

void write_verdict(Page& page, const Report& report, const Verdict& verdict, std::size_t indent, Detail detail) {
  const bool full = detail == Detail::kFull;
  std::string what = unit_name(page, report, verdict) + " " + verdict.period.text();
  const std::string found = facts(page, report, verdict);
  if (!found.empty()) what += page.say({"：", ": "}) + found;
  std::vector<Span> head = {{glyph(verdict.outcome) + " " + page.say(name(verdict.outcome)), ink_of(verdict.outcome)}, {"  " + what}};
  if (verdict.outlook) head.push_back({page.say({"（" + name(*verdict.outlook).zh + "）", " (" + name(*verdict.outlook).en + ")"}), Ink::kCyan});
  if (verdict.reading && full) {
    const Phrase reading = reading_name(*verdict.reading);
    head.push_back({page.say({"（" + reading.zh + "）", " (" + reading.en + " reading)"}), Ink::kDim});
  }
  if (verdict.indicative) head.push_back({page.say({"（参照）", " (indicative)"}), Ink::kDim});
  page.line(indent, head);

  const std::size_t in = indent + 2;
  // What is missing says by itself why, and its target what would pass.
  if (full || verdict.outcome != Outcome::kMissing || verdict.missing.empty()) {
    labelled(page, in, {"原因", "reason"}, page.say(verdict.reason));
    labelled(page, in, {"达标条件", "would pass"}, page.say(verdict.would_pass));
  }
  if (verdict.outcome == Outcome::kInvalid) write_faults(page, report, verdict, in);
  if (verdict.outcome == Outcome::kMissing || full) write_lacks(page, report, verdict, in, detail);
  write_remarks(page, report, verdict, in);
  if (full) {
    labelled(page, in, {"取值方法", "method"}, page.say(verdict.method));
    if (verdict.parts) {
      const PartsSummary& parts = *verdict.parts;
      labelled(page, in, {"所属单位", "parts"}, page.say({fmt::format("共 {} 个，已用 {} 个（{}）", parts.wanted, parts.used, parts.how),
                                                          fmt::format("{} of {} used ({})", parts.used, parts.wanted, parts.how)}));
    }
    write_steps(page, report, verdict.steps, in);
    write_steps(page, report, verdict.intervals, in);
    write_steps(page, report, verdict.tests, in);
  }
  if (!verdict.figures.empty()) labelled(page, in, {"依据", "stands in"}, place_list(page, report, verdict.figures, full ? kAll : kFewPlaces));
}

void write_rule_line(Page& page, const RuleView& view, std::size_t indent) {
  const Phrase tier = tier_name(view.rule->tier);
  std::vector<Span> spans = {{page.say(view.rule->title), Ink::kBold},
                             {page.say({"［" + tier.zh + "］", " [" + tier.en + "]"})},
                             {" " + view.rule->full_id, Ink::kDim}};
  if (view.outcome->partial) spans.push_back({page.say({"（只判了部分单位，不作任务结论）", " (some of its units only: no outcome of the rule)"}), Ink::kDim});
  if (view.outcome->by_bounds) {
    spans.push_back({page.say({"（数据虽不全，结论已定）", " (decided although incomplete)"}), Ink::kDim});
  }
  page.line(indent, spans);
}

}  // namespace kaohe

// SPDX-License-Identifier: Apache-2.0
// `kaohe explain RULE FILE…`: each verdict as a calculation that can be checked with a pencil: the cells, the value, the
// target, the comparison, the margin, the outcome.
#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "report/listing/duty_words.h"
#include "report/listing.h"
#include "report/text/text_parts.h"

namespace kaohe {
namespace {

constexpr std::size_t kIn = 4;

FigureRef figure_at(const Report& report, const Place& place) {
  for (const FigureRef figure : report.figures) {
    const Place at = figure.place();
    if (at.file == place.file && at.row == place.row && at.field == place.field) return figure;
  }
  return {};
}

const Record* record_at(const Report& report, const Place& place) {
  const auto found = std::find_if(report.records.begin(), report.records.end(), [&](const Record& one) { return one.place == place; });
  return found == report.records.end() ? nullptr : &*found;
}

std::string figure_words(const Page& page, const Report& report, const FigureRef& figure) {
  const Indicator& indicator = report.catalog.indicators[figure.indicator()];
  std::string out = region_name(report, figure.region()) + " " + figure.period().text() + " " + page.say(indicator.name()) + " = ";
  if (figure.state() == CellState::kMissing) return out + page.say({"缺", "missing"});
  if (figure.state() == CellState::kInvalid) return out + page.say({"无效", "invalid"});
  out += figure.written().text() + " " + figure.unit();
  if (figure.unit() == indicator.unit.id) return out;
  return out + " = " + show(figure.value(), 4) + " " + indicator.unit.id;
}

std::string record_words(const Page& page, const Report& report, const Record& record) {
  std::vector<std::string> pieces = {region_name(report, record.region)};
  if (!record.item.empty()) pieces.back() += page.say({"（" + record.item + "）", " (" + record.item + ")"});
  if (record.status) pieces.push_back(page.say(deed_word(*record.status)));
  if (record.date) pieces.push_back(record.date->text());
  if (record.period) pieces.push_back(page.say({"属于 " + record.period->text(), "for " + record.period->text()}));
  pieces.push_back(record.document);
  return joined(page, pieces);
}

// Every cell that the verdict stands on, with what stands in it, file by file.
void write_cells(Page& page, const Report& report, const std::vector<Place>& places) {
  const Place* before = nullptr;
  for (const Place& place : places) {
    if (before == nullptr || before->file != place.file) {
      page.line(kIn + 2, {{std::string(report.problems.files.name(place)) + page.say({"：", ":"}), Ink::kDim}});
    }
    before = &place;
    std::string what = "?";
    if (const FigureRef figure = figure_at(report, place)) {
      what = figure_words(page, report, figure);
    } else if (const Record* record = record_at(report, place)) {
      what = record_words(page, report, *record);
    }
    const std::string cell = excel_cell(place);
    const std::string where = cell.empty() ? page.say({fmt::format("第 {} 行", place.line), fmt::format("line {}", place.line)}) : cell;
    page.line(kIn + 4, {{where, Ink::kDim}, {"  " + what}});
  }
}

// What the cells of each indicator add up to, where the value is made of sums.
void write_sums(Page& page, const Report& report, const Verdict& verdict) {
  if (!verdict.parts || (verdict.parts->how != "ratio" && verdict.parts->how != "sum")) return;
  struct Sum {
    Rational value;
    std::size_t cells = 0;
  };
  std::map<std::size_t, Sum> sums;  // by indicator
  for (const Place& place : verdict.figures) {
    const FigureRef figure = figure_at(report, place);
    if (!figure || !figure.has_value()) return;
    sums[figure.indicator()].value += figure.value();
    ++sums[figure.indicator()].cells;
  }
  for (const auto& [index, sum] : sums) {
    const Indicator& indicator = report.catalog.indicators[index];
    const std::string total = show(sum.value, 4) + " " + indicator.unit.id;
    labelled(page, kIn, {"“" + indicator.name().zh + "”之和", "sum of " + indicator.name().en},
             page.say({fmt::format("{}（{} 个单元格）", total, sum.cells), fmt::format("{} ({} cells)", total, sum.cells)}));
  }
}

// "94.7 % >= 85.3 %": holds or does not, and how it was compared.
std::string comparison(const Page& page, const Report& report, const Verdict& verdict, const Duty& duty) {
  const bool decided = verdict.outcome == Outcome::kPass || verdict.outcome == Outcome::kFail || verdict.outcome == Outcome::kWaived;
  if (!is_number(report, verdict) || !decided || verdict.value_text.empty()) return {};
  const bool holds = verdict.outcome == Outcome::kPass;
  const std::string value = amount(page, verdict.value_text, *verdict.unit, false);
  const std::string target = page.say(target_words(report.catalog.indicators, verdict.target));
  const Phrase how = duty.compare == Compare::kRounded ? Phrase{"修约后比较（GB/T 8170）", "rounded first (GB/T 8170)"}
                                                       : Phrase{"按原数比较，不修约", "compared as it is, not rounded"};
  const Phrase said = holds ? Phrase{"成立", "holds"} : Phrase{"不成立", "does not hold"};
  return page.say({fmt::format("{} {}：{}（{}）", value, target, said.zh, how.zh),
                   fmt::format("{} {}: {} ({})", value, target, said.en, how.en)});
}

std::string margin(const Page& page, const Verdict& verdict) {
  if (verdict.margin_text.empty()) return {};
  return amount(page, verdict.margin_text, *verdict.unit, true);
}

std::string value_words(const Page& page, const Verdict& verdict) {
  if (verdict.value_text.empty()) return page.say({"没有", "none"});
  std::string out = *verdict.unit == "days" ? verdict.value_text : amount(page, verdict.value_text, *verdict.unit, false);
  const std::string exact = verdict.value ? verdict.value->fraction_text() : std::string();
  const bool fraction = exact.find('/') != std::string::npos && verdict.value && !verdict.value->decimal_digits();
  return fraction ? out + page.say({"（精确值 " + exact + "）", " (exactly " + exact + ")"}) : out;
}

std::string due_text(const Page& page, const Verdict& verdict) {
  if (!verdict.due) return page.say({"无期限", "open"});
  return verdict.due->text() + (verdict.due_from == DueFrom::kPlan ? page.say({"（方案的结束日）", " (the plan's end)"}) : "");
}

void write_calculation(Page& page, const Report& report, const Verdict& verdict) {
  const Duty& duty = report.rule_of(verdict).duty(verdict.reading.value_or(Reading::kPlain));
  labelled(page, kIn, {"期限", "due"}, due_text(page, verdict));
  labelled(page, kIn, {"要求", "target"}, target_text(page, report, verdict));
  labelled(page, kIn, {"取值", "value"}, value_words(page, verdict));
  labelled(page, kIn, {"取值方法", "method"}, page.say(verdict.method));
  labelled(page, kIn, {"只知范围", "bounds"}, verdict.bounds);
  if (verdict.parts) {
    const PartsSummary& parts = *verdict.parts;
    labelled(page, kIn, {"所属单位", "parts"}, page.say({fmt::format("共 {} 个，已用 {} 个（{}）", parts.wanted, parts.used, parts.how),
                                                      fmt::format("{} of {} used ({})", parts.used, parts.wanted, parts.how)}));
  }
  write_cells(page, report, verdict.figures);
  write_sums(page, report, verdict);
  if (verdict.outcome == Outcome::kInvalid) write_faults(page, report, verdict, kIn);
  write_lacks(page, report, verdict, kIn, Detail::kFull);
  write_steps(page, report, verdict.steps, kIn);
  write_steps(page, report, verdict.intervals, kIn);
  write_steps(page, report, verdict.tests, kIn);
  labelled(page, kIn, {"比较", "comparison"}, comparison(page, report, verdict, duty));
  labelled(page, kIn, {"余量", "margin"}, margin(page, verdict));
  labelled(page, kIn, {"原因", "reason"}, page.say(verdict.reason));
  labelled(page, kIn, {"达标条件", "would pass"}, page.say(verdict.would_pass));
  write_remarks(page, report, verdict, kIn);
}

void write_one(Page& page, const Report& report, const Verdict& verdict) {
  std::vector<Span> head = {{unit_name(page, report, verdict) + " " + verdict.period.text(), Ink::kBold}};
  if (verdict.reading) {
    const Phrase reading = reading_name(*verdict.reading);
    head.push_back({page.say({"（" + reading.zh + "）", " (" + reading.en + " reading)"}), Ink::kDim});
  }
  page.blank();
  page.line(2, head);
  write_calculation(page, report, verdict);
  std::vector<Span> last = {{page.say({"结论：", "outcome: "}), Ink::kDim},
                            {glyph(verdict.outcome) + " " + page.say(name(verdict.outcome)), ink_of(verdict.outcome)}};
  if (verdict.outlook) last.push_back({page.say({"（" + name(*verdict.outlook).zh + "）", " (" + name(*verdict.outlook).en + ")"}), Ink::kCyan});
  page.line(kIn, last);
}

void write_rule(Page& page, const Report& report, const RuleView& view) {
  page.blank();
  write_rule_line(page, view, 0);
  const Clause& source = view.rule->source;
  labelled(page, 2, {"条款", "clause"}, source.path + page.say({"　“" + source.anchor + "”", "  \"" + source.anchor + "\""}));
  for (std::size_t i = 0; i < report.verdicts.size(); ++i) {
    if (&report.rule_of(report.verdicts[i]) == view.rule) write_one(page, report, report.verdict(i));
  }
  page.blank();
  const std::string units = page.say(roll_up_words(view.rule->duty(report.reading).roll_up));
  if (!view.outcome->partial) {
    page.line(2, {{page.say({"规则结论：", "the rule: "})},
                  {glyph(view.shown) + " " + page.say(name(view.shown)), ink_of(view.shown)},
                  {page.say({"（须" + units + "）", " (needs " + units + ")"})}});
  }
}

}  // namespace

std::string steps_text(const Report& report, const Style& style) {
  Page page(style, report.language);
  if (!report.as_of.from.empty()) {
    const std::string date = report.as_of.date.text();
    page.line(0, report.as_of.from == "option"
                     ? page.say({"判定截止日 " + date + "（--as-of 指定）", "as of " + date + " (given by --as-of)"})
                     : page.say({"判定截止日 " + date + "（最新一期数据的期末）", "as of " + date + " (the end of the latest figures)"}));
  }
  for (const RuleView& rule : view_of(report).rules) write_rule(page, report, rule);
  return page.take();
}

}  // namespace kaohe

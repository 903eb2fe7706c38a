// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "report/page.h"
#include "report/table.h"
#include "report/text/text_parts.h"
#include "report/trace.h"

namespace kaohe {
namespace {

Phrase kind_name(MarkKind kind) {
  switch (kind) {
    case MarkKind::kFigure: return {"数字", "figure"};
    case MarkKind::kYear: return {"年份", "year"};
    case MarkKind::kWord: break;
  }
  return {"约束词", "word"};
}

std::string at(const TraceReport& report, const Place& place) {
  return fmt::format("{}:{}:{}", report.file, place.line, place.column);
}

// "jiangxi-2017/surface-water-good", or where the [[unchecked]] stands in the rule file.
std::string owner(const TraceReport& report, std::size_t rule, std::size_t unchecked) {
  if (rule != kNoneFound) return report.plan.rules[rule].full_id;
  return fmt::format("[[unchecked]] {}:{}", report.plan.file, report.plan.unchecked[unchecked].place.line);
}

const std::string& anchor(const TraceReport& report, const AnchorTrace& one) {
  return one.rule != kNoneFound ? report.plan.rules[one.rule].source.anchor : report.plan.unchecked[one.unchecked].source.anchor;
}

std::string places(const TraceReport& report, const AnchorTrace& one) {
  std::string out;
  for (const Place& place : one.found) {
    out += (out.empty() ? "" : ", ") + fmt::format("{}:{} @{}", place.line, place.column, place.offset);
  }
  return report.file + ":" + out;
}

void write_head(Page& page, const TraceReport& report) {
  const Trace& trace = report.trace;
  page.line(0, plan_title(page, report.plan) + " (" + report.plan.id + ")", Ink::kBold);
  std::size_t counts[3] = {};
  for (const MarkTrace& mark : trace.marks) ++counts[static_cast<std::size_t>(mark.kind)];
  page.line(0, page.say({fmt::format("原文 {}：锚点 {} 处，{} 处未找到，{} 处不止一次", report.file, trace.anchors.size(), trace.absent, trace.repeated),
                         fmt::format("text {}: {} anchors, {} not found, {} more than once", report.file, trace.anchors.size(),
                                     trace.absent, trace.repeated)}));
  page.line(0, page.say({fmt::format("数字 {} 处、年份 {} 处、约束词 {} 处，{} 处无着落", counts[0], counts[1], counts[2], trace.open),
                         fmt::format("{} figures, {} years, {} binding words: {} open", counts[0], counts[1], counts[2], trace.open)}),
            trace.open > 0 ? Ink::kRed : Ink::kGreen);
}

void write_open(Page& page, const TraceReport& report) {
  if (report.trace.open == 0) return;
  page.heading(page.say({"没有规则、也没有 [[unchecked]] 说明的", "open: no rule and no [[unchecked]] accounts for"}));
  for (const MarkTrace& mark : report.trace.marks) {
    if (mark.cover != Cover::kOpen) continue;
    const Phrase kind = kind_name(mark.kind);
    page.line(2, {{at(report, mark.place) + "  ", Ink::kDim},
                  {page.say({kind.zh + "“" + mark.text + "”  ", kind.en + " \"" + mark.text + "\"  "}), Ink::kRed},
                  {mark.excerpt}});
  }
}

void write_anchors(Page& page, const TraceReport& report, const Phrase& title, bool (*wanted)(const AnchorTrace&)) {
  bool any = false;
  for (const AnchorTrace& one : report.trace.anchors) {
    if (!wanted(one)) continue;
    if (!any) page.heading(page.say(title));
    any = true;
    page.line(2, {{owner(report, one.rule, one.unchecked) + "  "}, {page.say({"“" + anchor(report, one) + "”", "\"" + anchor(report, one) + "\""})}});
    if (!one.found.empty()) page.line(4, places(report, one), Ink::kDim);
  }
}

void write_sections(Page& page, const TraceReport& report) {
  page.heading(page.say({"各节覆盖情况", "coverage by section"}));
  TextTable table({{page.say({"节", "section"})}, {page.say({"锚点", "anchors"}), true}, {page.say({"数字", "figures"}), true},
                   {page.say({"年份", "years"}), true}, {page.say({"约束词", "words"}), true}, {page.say({"无着落", "open"}), true},
                   {page.say({"标题", "heading"})}});
  for (const SectionTrace& one : report.trace.sections) {
    if (one.anchors + one.figures + one.years + one.words == 0) continue;
    const auto number = [](std::size_t n) { return Span{std::to_string(n)}; };
    table.row({{one.path.empty() ? page.say({"（标题前）", "(before)"}) : one.path}, number(one.anchors), number(one.figures), number(one.years),
               number(one.words), {std::to_string(one.open), one.open > 0 ? Ink::kRed : Ink::kPlain}, {one.title}});
  }
  table.write(page, 2);
}

}  // namespace

std::string write_trace_text(const TraceReport& report, const Style& style) {
  Page page(style, report.language);
  write_head(page, report);
  write_open(page, report);
  write_anchors(page, report, {"原文中未找到的锚点", "anchors that the text does not hold"}, [](const AnchorTrace& one) { return one.found.empty(); });
  write_anchors(page, report, {"原文中不止一次的锚点", "anchors found more than once"}, [](const AnchorTrace& one) { return one.found.size() > 1; });
  if (style.verbose) {
    write_anchors(page, report, {"全部锚点及其位置（行:列 @字节）", "all anchors and where they stand (line:column @byte)"},
                  [](const AnchorTrace& one) { return !one.found.empty(); });
  }
  write_sections(page, report);
  return page.take();
}

}  // namespace kaohe

// SPDX-License-Identifier: Apache-2.0
// What falls short, gravest first, by plan and clause: a rule stands under its own outcome with the units that made it
// so. Long lists of units are cut, never without saying how many there are.
#include <fmt/format.h>

#include <algorithm>

#include "report/text/text_parts.h"

namespace kaohe {
namespace {

constexpr std::size_t kFewUnits = 5;  // shown in full by default
constexpr std::size_t kFewNames = 8;  // named beyond these

std::vector<std::uint32_t> with_outcome(const Report& report, const RuleView& rule, Outcome outcome) {
  std::vector<std::uint32_t> out;
  if (rule.count(outcome) == 0) return out;
  out.reserve(rule.count(outcome));
  for (const std::uint32_t number : rule.verdicts) {
    if (report.verdicts[number].outcome == outcome) out.push_back(number);
  }
  return out;
}

bool nothing_handed_in(const Report& report, const RuleView& rule) {
  return std::none_of(rule.verdicts.begin(), rule.verdicts.end(), [&report](std::uint32_t number) { return report.verdicts[number].has_figures; });
}

bool same_name(const Report& report, const Brief& a, const Brief& b) {
  return a.item == b.item && (a.region == b.region || report.catalog.regions[a.region].name == report.catalog.regions[b.region].name);
}

// The units' names, those that follow each other under one name once: how many there are, and the first of them.
struct Names {
  std::vector<std::string> first;
  std::size_t count = 0;
};

Names unit_names(const Page& page, const Report& report, const std::vector<std::uint32_t>& verdicts, std::size_t from) {
  Names out;
  const Brief* before = nullptr;
  for (std::size_t i = from; i < verdicts.size(); ++i) {
    const Brief& brief = report.verdicts[verdicts[i]];
    const bool again = before != nullptr && same_name(report, *before, brief);
    before = &brief;
    if (again) continue;
    if (out.first.size() <= kFewNames) out.first.push_back(unit_name(page, report, brief));  // one more, so that it is seen that there are more
    ++out.count;
  }
  return out;
}

// The units of one rule with one outcome: the first few in full, the others by name.
void write_units(Page& page, const Report& report, const std::vector<std::uint32_t>& verdicts, Outcome outcome) {
  const bool all = page.style().verbose || verdicts.size() <= kFewUnits;
  const std::size_t shown = all ? verdicts.size() : outcome == Outcome::kMissing ? 1 : kFewUnits;
  for (std::size_t i = 0; i < shown; ++i) write_verdict(page, report, report.verdict(verdicts[i]), 6, Detail::kShort);
  if (shown == verdicts.size()) return;
  const Names names = unit_names(page, report, verdicts, shown);
  const std::string list = first_names(page, names.first, kFewNames);
  const Phrase what = name(outcome);
  page.line(6, {{glyph(outcome) + " ", ink_of(outcome)},
                {page.say({fmt::format("另有 {} 个单位同样{}：{}", names.count, what.zh, list),
                           fmt::format("{} more, likewise {}: {}", names.count, what.en, list)})}});
}

// A plan's title, then a clause, each printed when it changes.
class Headings {
 public:
  explicit Headings(Page& page) : page_(page) {}
  void before(const RuleView& rule) {
    if (rule.plan != plan_) {
      page_.line(2, {{plan_title(page_, *rule.plan), Ink::kPlain}, {"  " + rule.plan->id, Ink::kDim}});
      clause_.clear();
    }
    if (rule.plan != plan_ || rule.rule->source.path != clause_) {
      const std::string& path = rule.rule->source.path;
      if (!path.empty()) page_.line(2, page_.say({"条款：" + path, "clause " + path}), Ink::kDim);
    }
    plan_ = rule.plan;
    clause_ = rule.rule->source.path;
  }

 private:
  Page& page_;
  const Plan* plan_ = nullptr;
  std::string clause_;
};

void write_section(Page& page, const View& view, Outcome outcome, const Phrase& title) {
  std::size_t count = 0;
  for (const RuleView& rule : view.rules) count += rule.shown == outcome ? 1 : 0;
  if (count == 0) return;
  page.heading(glyph(outcome) + " " + page.say({fmt::format("{}：{} 条任务", title.zh, count),
                                                fmt::format("{}: {} {}", title.en, count, count == 1 ? "rule" : "rules")}));
  Headings headings(page);
  std::size_t not_listed = 0;
  for (const RuleView& rule : view.rules) {
    if (rule.shown != outcome) continue;
    // Duties that do not count, and for which nobody handed in anything, would drown the others.
    if (outcome == Outcome::kMissing && !rule.counts && !page.style().verbose && nothing_handed_in(view.report, rule)) {
      ++not_listed;
      continue;
    }
    headings.before(rule);
    write_rule_line(page, rule, 4);
    for (const Outcome one : {Outcome::kFail, Outcome::kInvalid, Outcome::kMissing}) {
      write_units(page, view.report, with_outcome(view.report, rule, one), one);
    }
  }
  if (not_listed == 0) return;
  page.line(2, page.say({fmt::format("其中 {} 条不计入结论，也无填报，未逐条列出：-v 全部列出，--tier 使其计入", not_listed),
                         fmt::format("{} of them do not count for the result and have nothing handed in: -v lists them, --tier makes them count", not_listed)}), Ink::kDim);
}

}  // namespace

void write_shortfalls(Page& page, const View& view) {
  write_section(page, view, Outcome::kFail, name(Outcome::kFail));
  write_section(page, view, Outcome::kInvalid, name(Outcome::kInvalid));
  write_section(page, view, Outcome::kMissing, name(Outcome::kMissing));
}

void write_everything(Page& page, const View& view) {
  if (view.report.verdicts.empty()) return;
  page.heading(page.say({"全部结论（两种理解都列出）", "Every verdict, in both readings"}));
  Headings headings(page);
  std::size_t at = 0;
  for (const RuleView& rule : view.rules) {
    headings.before(rule);
    write_rule_line(page, rule, 4);
    if (!rule.rule->source.anchor.empty()) {
      const std::string& anchor = rule.rule->source.anchor;
      page.line(6, page.say({"原文：“" + anchor + "”", "text: “" + anchor + "”"}), Ink::kDim);
    }
    if (!rule.rule->reading.empty()) page.line(6, page.say({"读法：" + rule.rule->reading.zh, "as read: " + rule.rule->reading.en}), Ink::kDim);
    if (!rule.rule->note.empty()) page.line(6, page.say({"说明：" + rule.rule->note.zh, "note: " + rule.rule->note.en}), Ink::kDim);
    // Verdicts come in the order of the rules.
    const Verdicts& all = view.report.verdicts;
    for (; at < all.size() && &view.report.rule_of(all[at]) == rule.rule; ++at) {
      write_verdict(page, view.report, view.report.verdict(at), 6, Detail::kFull);
    }
  }
}

}  // namespace kaohe

// SPDX-License-Identifier: Apache-2.0
// What falls short, gravest first, by plan and clause: a rule stands under its own outcome with the units that made it
// so. Long lists of units are cut, never without saying how many there are.
#include <fmt/format.h>

#include "report/text/text_parts.h"

namespace kaohe {
namespace {

constexpr std::size_t kFewUnits = 5;  // shown in full by default
constexpr std::size_t kFewNames = 8;  // named beyond these

bool nothing_handed_in(const View& view, const RuleView& rule) {
  bool something = false;
  each_verdict(view, rule, [&something](std::uint32_t, const Brief& brief) { something = something || brief.has_figures; });
  return !something;
}

bool same_name(const Report& report, const Brief& a, const Brief& b) {
  return a.item == b.item && (a.region == b.region || report.catalog.regions[a.region].name == report.catalog.regions[b.region].name);
}

// The units' names, those that follow each other under one name once: how many there are, and the first of them.
struct Names {
  std::vector<std::string> first;
  std::size_t count = 0;
  const Brief* before = nullptr;

  void add(const Page& page, const Report& report, const Brief& brief) {
    const bool again = before != nullptr && same_name(report, *before, brief);
    before = &brief;
    if (again) return;
    if (first.size() <= kFewNames) first.push_back(unit_name(page, report, brief));  // one more, so that it is seen that there are more
    ++count;
  }
};

// The units of one rule with one outcome: the first few in full, the others by name.
void write_units(Page& page, const View& view, const RuleView& rule, Outcome outcome) {
  const Report& report = view.report;
  const std::size_t count = rule.count(outcome);
  if (count == 0) return;
  const bool all = page.style().verbose || count <= kFewUnits;
  const std::size_t shown = all ? count : outcome == Outcome::kMissing ? 1 : kFewUnits;
  std::size_t met = 0;
  Names names;
  each_verdict(view, rule, [&](std::uint32_t number, const Brief& brief) {
    if (brief.outcome != outcome) return;
    if (met++ >= shown) return names.add(page, report, brief);
    write_verdict(page, report, report.verdict(number), 6, Detail::kShort);
  });
  if (shown == count) return;
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
    if (outcome == Outcome::kMissing && !rule.counts && !page.style().verbose && nothing_handed_in(view, rule)) {
      ++not_listed;
      continue;
    }
    headings.before(rule);
    write_rule_line(page, rule, 4);
    for (const Outcome one : {Outcome::kFail, Outcome::kInvalid, Outcome::kMissing}) {
      write_units(page, view, rule, one);
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

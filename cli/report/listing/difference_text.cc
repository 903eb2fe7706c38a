// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "model/words.h"
#include "report/difference.h"
#include "report/page.h"
#include "report/text/text_parts.h"

namespace kaohe {
namespace {

Ink ink_of(Turn turn) {
  switch (turn) {
    case Turn::kTightened:
    case Turn::kEarlier: return Ink::kRed;
    case Turn::kLoosened:
    case Turn::kLater: return Ink::kGreen;
    case Turn::kChanged: break;
  }
  return Ink::kYellow;
}

std::string list(const Page& page, const std::vector<Phrase>& names) {
  std::string out;
  for (const Phrase& one : names) out += (out.empty() ? "" : page.say({"、", ", "})) + page.say(one);
  return out;
}

std::string what_changed(const Page& page, const RuleChange& one) {
  std::string out;
  if (!one.before.empty() || !one.after.empty()) out = page.say(one.before) + page.say({" → ", " → "}) + page.say(one.after);
  const auto add = [&](const Phrase& label, const std::vector<Phrase>& names) {
    if (!names.empty()) out += (out.empty() ? "" : page.say({"；", "; "})) + page.say(label) + list(page, names);
  };
  add({"增加 ", "added "}, one.added);
  add({"去掉 ", "dropped "}, one.dropped);
  return out;
}

void write_rule(Page& page, const Rule& rule, std::string_view sign, Ink ink) {
  page.line(2, {{std::string(sign) + " ", ink}, {page.say(rule.title)},
                {page.say({"  [" + name(rule.tier).zh + "] ", "  [" + name(rule.tier).en + "] "}) + rule.id, Ink::kDim}});
}

void write_pair(Page& page, const DifferenceReport& report, const RulePair& pair) {
  const Rule& before = report.before.rules[pair.before];
  const Rule& after = report.after.rules[pair.after];
  write_rule(page, after, "~", Ink::kYellow);
  if (before.id != after.id) page.line(6, page.say({"原为 " + before.id, "was " + before.id}), Ink::kDim);
  for (const RuleChange& one : pair.changes) {
    const Phrase strict = one.reading == Reading::kStrict ? Phrase{"（从严）", " (strict)"} : Phrase{};
    page.line(6, {{page.say({name(one.aspect).zh + name(one.turn).zh + strict.zh + "：", name(one.aspect).en + " " + name(one.turn).en + strict.en + ": "}),
                   ink_of(one.turn)},
                  {what_changed(page, one)}});
  }
}

// Rules whose only change is the wording are told after the others.
bool only_reworded(const RulePair& pair) { return pair.changes.size() == 1 && pair.changes.front().aspect == Aspect::kAnchor; }

void write_summary(Page& page, const DifferenceReport& report) {
  const PlanDifference& difference = report.difference;
  page.line(0, plan_title(page, report.before) + " (" + report.before.id + ")" + " → " + plan_title(page, report.after) + " (" + report.after.id + ")",
            Ink::kBold);
  std::size_t same = 0, reworded = 0;
  for (const RulePair& pair : difference.pairs) {
    same += pair.changes.empty() ? 1U : 0U;
    reworded += only_reworded(pair) ? 1U : 0U;
  }
  std::string turns_zh, turns_en;
  for (const Turn turn : kTurns) {
    turns_zh += fmt::format("，{} {}", name(turn).zh, difference.count(turn));
    turns_en += fmt::format(", {} {}", difference.count(turn), name(turn).en);
  }
  page.line(0, page.say({fmt::format("新增 {} 条，取消 {} 条；两者都有的 {} 条中：相同 {}，仅改措辞 {}{}", difference.added.size(), difference.dropped.size(),
                                     difference.pairs.size(), same, reworded, turns_zh),
                         fmt::format("{} added, {} dropped; of {} in both: {} the same, {} only reworded{}", difference.added.size(),
                                     difference.dropped.size(), difference.pairs.size(), same, reworded, turns_en)}));
}

void write_pairs(Page& page, const DifferenceReport& report, const Phrase& title, bool reworded) {
  bool any = false;
  for (const RulePair& pair : report.difference.pairs) {
    if (pair.changes.empty() || only_reworded(pair) != reworded) continue;
    if (!any) page.heading(page.say(title));
    any = true;
    write_pair(page, report, pair);
  }
}

void write_verdicts(Page& page, const DifferenceReport& report) {
  if (report.judged_after == nullptr) return;
  page.heading(page.say({fmt::format("判定不同的单位（{} 处，截至 {}）", report.verdicts.size(), report.judged_after->as_of.date.text()),
                         fmt::format("units whose verdict changes ({}, as of {})", report.verdicts.size(), report.judged_after->as_of.date.text())}));
  for (const VerdictChange& one : report.verdicts) {
    const Verdict before = report.judged_before->verdict(one.before);
    const Verdict after = report.judged_after->verdict(one.after);
    const Rule& rule = report.after.rules[report.difference.pairs[one.pair].after];
    page.line(2, {{unit_name(page, *report.judged_after, after) + "  "}, {page.say(rule.title) + "  "}, {page.say(name(before.outcome)), ink_of(before.outcome)},
                  {" → "}, {page.say(name(after.outcome)), ink_of(after.outcome)}, {"  " + rule.id, Ink::kDim}});
    const auto fact = [&](const Report& judged, const Verdict& verdict) {
      const std::string text = facts(page, judged, verdict);
      return text.empty() ? page.say(verdict.reason) : text;
    };
    page.line(6, fact(*report.judged_before, before), Ink::kDim);
    page.line(6, "→ " + fact(*report.judged_after, after), Ink::kDim);
  }
}

}  // namespace

std::string write_difference_text(const DifferenceReport& report, const Style& style) {
  Page page(style, report.language);
  write_summary(page, report);
  const PlanDifference& difference = report.difference;
  if (!difference.added.empty()) page.heading(page.say({"新增", "added"}));
  for (const std::size_t rule : difference.added) write_rule(page, report.after.rules[rule], "+", Ink::kGreen);
  if (!difference.dropped.empty()) page.heading(page.say({"取消", "dropped"}));
  for (const std::size_t rule : difference.dropped) write_rule(page, report.before.rules[rule], "-", Ink::kRed);
  write_pairs(page, report, {"改变", "changed"}, false);
  write_pairs(page, report, {"仅改措辞", "only reworded"}, true);
  write_verdicts(page, report);
  return page.take();
}

}  // namespace kaohe

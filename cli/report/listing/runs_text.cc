// SPDX-License-Identifier: Apache-2.0
// Two runs against each other: what differs between them, then each verdict that does, and because of what.
#include <fmt/format.h>

#include <map>

#include "model/words.h"
#include "report/page.h"
#include "report/run.h"
#include "report/text/text_parts.h"

namespace kaohe {
namespace {

constexpr std::size_t kHashShown = 12;

bool is_hash(const std::string& text) { return text.size() == 64 && text.find_first_not_of("0123456789abcdef") == std::string::npos; }

std::string shown(const Page& page, const std::string& text) {
  if (text.empty()) return page.say({"（无）", "(none)"});
  return is_hash(text) ? text.substr(0, kHashShown) + "…" : text;
}

Phrase label(const RunSetting& one) {
  switch (one.cause) {
    case Cause::kFigures: return {"输入文件", "input"};
    case Cause::kRules: return {"规划", "plan"};
    case Cause::kTables: return {"数据表", "table"};
    case Cause::kWaivers: return {"豁免", "waivers"};
    case Cause::kAsOf: return {"判定日期", "as-of date"};
    case Cause::kOptions: return {"选项", "option"};
    case Cause::kProgram: break;
  }
  return {"程序", "program"};
}

std::string because(const Page& page, const RunsReport& report, const RunVerdictChange& change) {
  const std::vector<Cause>& causes = change.causes;
  if (causes.empty()) return page.say({"未见原因", "no cause to be seen"});
  const bool together = report.judged && !change.proved && causes.size() > 1;  // none of them does it alone
  std::string out = together ? page.say({"合在一起所致：", "because of, together: "}) : page.say({"因为：", "because of: "});
  for (std::size_t i = 0; i < causes.size(); ++i) out += (i == 0 ? "" : page.say({"、", ", "})) + page.say(name(causes[i]));
  return out;
}

std::string side(const Page& page, const RunVerdict* verdict) {
  return verdict == nullptr ? page.say({"未判", "not judged"}) : page.say(name(verdict->outcome));
}

std::string numbers(const RunVerdict* verdict) {
  if (verdict == nullptr) return {};
  return verdict->value.empty() ? "-" : verdict->value + (verdict->unit.empty() ? "" : " " + verdict->unit);
}

// The later of its two sides, where both are there.
const RunVerdict& subject(const RunsReport& report, const RunVerdictChange& change) {
  return change.after ? report.after.verdicts[*change.after] : report.before.verdicts[change.before.value()];
}

std::string unit_of(const RunVerdict& verdict) { return verdict.region + (verdict.item.empty() ? "" : " " + verdict.item); }

std::string line_of(const Page& page, const RunsReport& report, const RunVerdictChange& change) {
  const RunVerdict* before = change.before ? &report.before.verdicts[*change.before] : nullptr;
  const RunVerdict* after = change.after ? &report.after.verdicts[*change.after] : nullptr;
  const RunVerdict& of = subject(report, change);
  std::string out = of.rule + "  " + unit_of(of) + " " + of.period;
  if (of.reading == "strict") out += page.say({"（从严）", " (strict)"});
  const bool one = before != nullptr && after != nullptr && before->outcome == after->outcome;
  out += page.say({"：", ": "}) + side(page, before) + (one ? "" : " → " + side(page, after));
  const std::string a = numbers(before), b = numbers(after);
  const bool moved = before != nullptr && after != nullptr && a != b;
  if (moved) out += page.say({"，数值 ", ", value "}) + a + " → " + b;
  if (before != nullptr && after != nullptr && before->target != after->target) out += page.say({"，目标 ", ", target "}) + shown(page, before->target) + " → " + shown(page, after->target);
  if (before != nullptr && after != nullptr && before->due != after->due) out += page.say({"，期限 ", ", due "}) + shown(page, before->due) + " → " + shown(page, after->due);
  return out;
}

void write_settings(Page& page, const RunDifference& difference) {
  if (difference.settings.empty()) return;
  page.heading(page.say({"两次运行的不同", "what differs between the two runs"}));
  for (const RunSetting& one : difference.settings) {
    page.line(2, page.say(label(one)) + " " + one.what + page.say({"：", ": "}) + shown(page, one.before) + " → " + shown(page, one.after));
  }
}

// Units of one rule that went the same way for the same reason, and show no number, are one line.
std::string group_of(const Page& page, const RunsReport& report, const RunVerdictChange& change) {
  const RunVerdict* before = change.before ? &report.before.verdicts[*change.before] : nullptr;
  const RunVerdict* after = change.after ? &report.after.verdicts[*change.after] : nullptr;
  const RunVerdict& of = subject(report, change);
  const bool plain = before == nullptr || after == nullptr || (before->value == after->value && before->target == after->target && before->due == after->due);
  if (!plain || page.style().verbose) return {};
  return of.rule + "\n" + of.period + "\n" + of.reading + "\n" + side(page, before) + "\n" + side(page, after) + "\n" + because(page, report, change);
}

void write_group(Page& page, const RunsReport& report, const std::vector<const RunVerdictChange*>& group) {
  const RunVerdictChange& first = *group.front();
  if (group.size() == 1) {
    page.line(2, line_of(page, report, first));
  } else {
    constexpr std::size_t kNames = 6;
    std::vector<std::string> names;
    names.reserve(group.size());
    for (const RunVerdictChange* one : group) names.push_back(unit_of(subject(report, *one)));
    const RunVerdict& one = subject(report, first);
    page.line(2, one.rule + "  " + one.period + (one.reading == "strict" ? page.say({"（从严）", " (strict)"}) : "") + page.say({"：", ": "}) +
                     side(page, first.before ? &report.before.verdicts[*first.before] : nullptr) + " → " + side(page, first.after ? &report.after.verdicts[*first.after] : nullptr) +
                     page.say({"，", ", "}) + name_list(page, names, kNames));
  }
  page.line(6, because(page, report, first), Ink::kDim);
}

void write_verdicts(Page& page, const RunsReport& report, bool outcome, const Phrase& title) {
  std::vector<std::vector<const RunVerdictChange*>> groups;
  std::map<std::string, std::size_t> known;
  for (const RunVerdictChange& one : report.difference.verdicts) {
    if (one.outcome != outcome) continue;
    const std::string key = group_of(page, report, one);
    const auto found = key.empty() ? known.end() : known.find(key);
    if (found != known.end()) {
      groups[found->second].push_back(&one);
      continue;
    }
    if (!key.empty()) known.emplace(key, groups.size());
    groups.push_back({&one});
  }
  if (!groups.empty()) page.heading(page.say(title));
  for (const auto& group : groups) write_group(page, report, group);
}

}  // namespace

std::string verdict_change_text(const RunsReport& report, const RunVerdictChange& change) { return line_of(Page(Style{}, report.language), report, change); }

std::string write_runs_text(const RunsReport& report, const Style& style) {
  Page page(style, report.language);
  const RunDifference& difference = report.difference;
  page.line(0, report.before.name + " → " + report.after.name, Ink::kBold);
  const std::size_t outcomes = difference.outcomes();
  const std::size_t others = difference.verdicts.size() - outcomes;
  page.line(0, page.say({fmt::format("结论不同 {} 处，仅数值或说明不同 {} 处，相同 {} 处", outcomes, others, difference.same),
                         fmt::format("{} verdict{} with another outcome, {} with other numbers or reasons only, {} the same", outcomes, outcomes == 1 ? "" : "s", others, difference.same)}));
  write_settings(page, difference);
  write_verdicts(page, report, true, {"结论不同", "another outcome"});
  write_verdicts(page, report, false, {"仅数值或说明不同", "other numbers or reasons only"});
  if (difference.rest && difference.verdicts.empty()) page.line(0, page.say({"诊断或退出状态不同", "the diagnostics or the exit status differ"}));
  if (!difference.verdicts.empty()) {
    page.blank();
    page.line(0, report.judged ? page.say({"原因经换入另一方的数据、规则等重新判定得出", "causes were found by judging again with what the other run has"})
                               : page.say({"原因按报告所载推断；比较两个归档包可以证实", "causes are read off the reports; two archives would prove them"}), Ink::kDim);
  }
  return page.take();
}

}  // namespace kaohe

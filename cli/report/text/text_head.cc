// SPDX-License-Identifier: Apache-2.0
// The first lines: is anything due, does it pass, what does the exit status mean, as of when.
#include <algorithm>

#include <fmt/format.h>

#include "report/text/text_parts.h"

namespace kaohe {
namespace {

// Of the rules that count, so that a report of waived or exempt rules alone does not read as "all met".
bool any_passes(const Report& report) {
  return std::any_of(report.rules.begin(), report.rules.end(), [&report](const RuleOutcome& rule) {
    const Tier tier = report.catalog.plans[rule.plan].rules[rule.rule].tier;
    const bool counts = std::find(report.tiers.begin(), report.tiers.end(), tier) != report.tiers.end();
    return counts && rule.units[static_cast<std::size_t>(Outcome::kPass)] > 0;
  });
}

}  // namespace

Overall overall(const Report& report) {
  switch (report.exit) {
    case 0:
      if (report.nothing_due) return {"-", Ink::kYellow, {"尚无到期任务，未作达标结论", "nothing is due: no verdict yet"}};
      if (report.fail_on == FailOn::kNew) return {"✓", Ink::kGreen, {"没有新增的短板", "nothing falls short anew"}};
      if (!any_passes(report)) return {"-", Ink::kYellow, {"没有未达标任务，也没有达标任务", "nothing falls short, and nothing passes"}};
      return {"✓", Ink::kGreen, {"通过", "passes"}};
    case 1: return {"✗", Ink::kRed, {"未通过", "falls short"}};
    case 3:
      if (report.nothing_due) return {"?", Ink::kYellow, {"无从判定：没有到期的任务", "nothing to judge: nothing is due"}};
      return {"?", Ink::kYellow, {"资料不全", "incomplete"}};
    default: break;
  }
  return {"!", Ink::kRed, {"无法判定", "could not judge"}};
}

namespace {

std::string tier_list(const Page& page, const Report& report) {
  std::vector<std::string> names;
  for (const Tier tier : report.tiers) names.push_back(page.say(tier_name(tier)));
  return name_list(page, names, names.size());
}

// "约束性任务 9 条：未达标 1 条，缺数据 3 条，达标 5 条": the gravest first, none left out.
void write_counts(Page& page, const View& view) {
  std::uint64_t all = 0;
  for (const std::uint64_t count : view.counted) all += count;
  std::vector<std::string> pieces;
  for (const Outcome outcome : {Outcome::kFail, Outcome::kInvalid, Outcome::kMissing, Outcome::kPass, Outcome::kNotDue,
                                Outcome::kWaived, Outcome::kExempt}) {
    const std::uint64_t count = view.counted[static_cast<std::size_t>(outcome)];
    if (count > 0) pieces.push_back(page.say({fmt::format("{} {} 条", name(outcome).zh, count), fmt::format("{} {}", count, name(outcome).en)}));
  }
  if (pieces.empty()) pieces.push_back(page.say({"一条也没有判", "none was judged"}));
  const std::string tiers = tier_list(page, view.report);
  // Of a partial rule each unit is counted by itself.
  const Phrase what = view.partial > 0 ? Phrase{"任务（部分判定的按单位计）", " rules (by unit where judged in part)"} : Phrase{"任务", all == 1 ? " rule" : " rules"};
  page.line(2, page.say({fmt::format("{}{} {} 条：{}", tiers, what.zh, all, joined(page, pieces)),
                         fmt::format("{} {}{}: {}", all, tiers, what.en, joined(page, pieces))}));
}

void write_errors(Page& page, const Report& report) {
  const std::size_t errors = report.problems.count(Severity::kError);
  if (errors == 0) return;
  page.line(2, page.say({fmt::format("输入或规则有 {} 处错误，须先改正", errors),
                         fmt::format("{} in the input or the rules, to be put right first", errors == 1 ? std::string("1 error") : fmt::format("{} errors", errors))}),
            Ink::kRed);
}

void write_fail_on(Page& page, const View& view) {
  const Report& report = view.report;
  if (report.fail_on == FailOn::kMissing) return;
  static const Phrase kWhat[] = {{"只有未达标才算不通过（--fail-on fail）", "only a failing rule counts (--fail-on fail)"},
                                 {"", ""},
                                 {"有争议也算不通过（--fail-on disputed）", "a disputed verdict counts too (--fail-on disputed)"},
                                 {"进度滞后也算不通过（--fail-on off-track）", "what is off track counts too (--fail-on off-track)"},
                                 {"只有新增的短板才算不通过（--fail-on new）", "only what newly falls short counts (--fail-on new)"}};
  page.line(2, page.say(kWhat[static_cast<std::size_t>(report.fail_on)]), Ink::kDim);
}

}  // namespace

void write_head(Page& page, const View& view) {
  const Report& report = view.report;
  const bool dated = !report.as_of.from.empty();
  if (report.nothing_due && dated) {
    page.line(0, page.say({"截至 " + report.as_of.date.text() + "，没有一条任务到期", "nothing is due by " + report.as_of.date.text()}), Ink::kBold);
  }
  const Overall whole = overall(report);
  page.line(0, {{whole.glyph + " " + page.say(whole.text), whole.ink},
                {page.say({fmt::format("（退出状态 {}）", report.exit), fmt::format(" (exit status {})", report.exit)})}});
  write_counts(page, view);
  write_errors(page, report);
  write_fail_on(page, view);
  if (dated) {
    const Phrase from = report.as_of.from == "option" ? Phrase{"--as-of 指定", "--as-of"} : Phrase{"最晚一期数据的期末", "end of the latest figures"};
    const Phrase reading = reading_name(report.reading);
    page.line(2, page.say({fmt::format("截至 {}（{}），按{}计", report.as_of.date.text(), from.zh, reading.zh),
                           fmt::format("as of {} ({}), {} reading", report.as_of.date.text(), from.en, reading.en)}));
  }
}

}  // namespace kaohe

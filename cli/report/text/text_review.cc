// SPDX-License-Identifier: Apache-2.0
// What a reader must look at although it may pass, and what is not due yet.
#include <fmt/format.h>

#include "report/text/text_parts.h"

namespace kaohe {
namespace {

constexpr std::size_t kFewShown = 10;

struct Found {
  const RuleView* rule;
  std::uint32_t verdict;
};

// `may`: is there any use in looking at all verdicts of a rule?
std::vector<Found> find(const View& view, bool (*may)(const RuleView&), bool (*wanted)(const Brief&)) {
  std::vector<Found> out;
  for (const RuleView& rule : view.rules) {
    if (!may(rule)) continue;
    each_verdict(view, rule, [&](std::uint32_t number, const Brief& brief) {
      if (wanted(brief)) out.push_back({&rule, number});
    });
  }
  return out;
}

void write_found(Page& page, const View& view, const std::vector<Found>& found, const Phrase& title) {
  if (found.empty()) return;
  page.heading(page.say({fmt::format("{}：{} 个", title.zh, found.size()), fmt::format("{}: {}", title.en, found.size())}));
  const std::size_t most = page.style().verbose ? found.size() : kFewShown;
  const RuleView* last = nullptr;
  for (std::size_t i = 0; i < found.size() && i < most; ++i) {
    if (found[i].rule != last) write_rule_line(page, *found[i].rule, 2);
    last = found[i].rule;
    write_verdict(page, view.report, view.report.verdict(found[i].verdict), 4, Detail::kShort);
  }
  if (found.size() > most) {
    page.line(2, page.say({fmt::format("其余 {} 个用 -v 查看", found.size() - most), fmt::format("-v shows {} more", found.size() - most)}), Ink::kDim);
  }
}

void write_readings(Page& page, const View& view) {
  bool first = true;
  for (const RuleView& rule : view.rules) {
    const RuleOutcome& outcome = *rule.outcome;
    if (outcome.partial || outcome.plain == outcome.strict) continue;
    if (first) page.heading(page.say({"两种理解结论不同", "The two readings differ"}));
    first = false;
    write_rule_line(page, rule, 2);
    const Phrase counting = reading_name(view.report.reading);
    page.line(4, page.say({fmt::format("通常理解：{}；从严理解：{}（本报告按{}计）", name(outcome.plain).zh, name(outcome.strict).zh, counting.zh),
                           fmt::format("plain: {}; strict: {} (the {} reading counts here)", name(outcome.plain).en,
                                       name(outcome.strict).en, counting.en)}));
    const Phrase& why = rule.rule->reading;
    if (!why.empty()) page.line(4, page.say({"读法：" + why.zh, "as read: " + why.en}), Ink::kDim);
  }
}

// What is not due, a line a rule: how many units, the day, and how it looks.
void write_not_due(Page& page, const View& view) {
  bool first = true;
  for (const RuleView& rule : view.rules) {
    std::array<std::size_t, 4> outlooks{};
    std::optional<Date> due;
    const std::uint64_t count = rule.count(Outcome::kNotDue);
    if (count == 0) continue;
    each_verdict(view, rule, [&](std::uint32_t, const Brief& brief) {
      if (brief.outcome != Outcome::kNotDue) return;
      if (brief.has_outlook) ++outlooks[static_cast<std::size_t>(brief.outlook_if_any)];
      const std::optional<Date>& day = view.report.verdicts.batch(brief).due;
      if (day && (!due || *day < *due)) due = day;
    });
    if (first) page.heading(page.say({"> 未到期", "> Not due yet"}));
    first = false;
    write_rule_line(page, rule, 2);
    std::vector<std::string> pieces;
    if (due) pieces.push_back(page.say({"最早 " + due->text() + " 到期", "due from " + due->text()}));
    for (std::size_t i = 0; i < outlooks.size(); ++i) {
      if (outlooks[i] == 0) continue;
      const Phrase& outlook = name(static_cast<Outlook>(i));
      pieces.push_back(page.say({fmt::format("{} {} 个", outlook.zh, outlooks[i]), fmt::format("{} {}", outlooks[i], outlook.en)}));
    }
    page.line(4, joined(page, pieces));
  }
}

}  // namespace

void write_review(Page& page, const View& view) {
  const auto disputed = [](const RuleView& rule) { return rule.disputed; };
  const auto rounded = [](const RuleView& rule) { return rule.passes_by_rounding; };
  const auto waived = [](const RuleView& rule) { return rule.count(Outcome::kWaived) > 0; };
  write_found(page, view, find(view, disputed, [](const Brief& brief) { return bool{brief.disputed}; }),
              {"有争议（自报数与所属单位数据的结论不同）", "Disputed: its own figure and its parts say different things"});
  // Where the rule itself falls short its verdicts were shown above, remark included.
  write_found(page, view, find(view, rounded, [](const Brief& brief) { return brief.rounded && brief.outcome == Outcome::kPass; }),
              {"达标，但换一种比较法结论不同", "Passes, but the other way to compare says otherwise"});
  write_readings(page, view);
  write_found(page, view, find(view, waived, [](const Brief& brief) { return brief.outcome == Outcome::kWaived; }), {"豁免", "Waived"});
}

void write_pending(Page& page, const View& view) {
  write_not_due(page, view);
  if (view.indicative.empty()) return;
  OutcomeCount counts{};
  for (const std::uint32_t number : view.indicative) ++counts[static_cast<std::size_t>(view.report.verdicts[number].outcome)];
  page.heading(page.say({"参照省级目标看各市县（不计入结论）", "Against the province's own target (indicative, never counted)"}));
  std::vector<std::string> pieces;
  for (const Outcome outcome : kOutcomes) {
    const std::uint64_t count = counts[static_cast<std::size_t>(outcome)];
    if (count > 0) pieces.push_back(page.say({fmt::format("{} {} 个", name(outcome).zh, count), fmt::format("{} {}", count, name(outcome).en)}));
  }
  page.line(2, joined(page, pieces));
  std::size_t shown = 0;
  for (const std::uint32_t number : view.indicative) {
    if (view.report.verdicts[number].outcome != Outcome::kFail) continue;
    if (!page.style().verbose && ++shown > kFewShown) continue;
    const Verdict verdict = view.report.verdict(number);
    page.line(2, {{glyph(verdict.outcome) + " " + page.say(name(verdict.outcome)), ink_of(verdict.outcome)},
                  {"  " + page.say(view.report.rule_of(verdict).title) + "  " + unit_name(page, view.report, verdict) + " " +
                   verdict.period.text() + page.say({"：", ": "}) + facts(page, view.report, verdict)}});
  }
  if (shown > kFewShown) {
    page.line(2, page.say({fmt::format("其余 {} 个未达到的用 -v 查看", shown - kFewShown), fmt::format("-v shows {} more that fall short", shown - kFewShown)}), Ink::kDim);
  }
}

}  // namespace kaohe

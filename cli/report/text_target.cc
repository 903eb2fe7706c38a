// SPDX-License-Identifier: Apache-2.0
// A target in the reader's words. Thresholds are shown as the plan writes them; the others are told from their test.
#include <fmt/format.h>

#include "report/text_parts.h"

namespace kaohe {
namespace {

void replace(std::string& text, std::string_view from, std::string_view to) {
  for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size())) {
    text.replace(at, from.size(), to);
  }
}

// ">= @farmland_quota" names the other indicator.
void name_reference(std::string& text, const Page& page, const IndicatorTable& indicators) {
  const std::size_t at = text.find('@');
  if (at == std::string::npos) return;
  const std::size_t end = std::min(text.find(' ', at), text.size());
  const auto found = indicators.find_id(std::string_view(text).substr(at + 1, end - at - 1));
  if (found) text.replace(at, end - at, page.say({"“" + indicators[*found].name().zh + "”", indicators[*found].name().en}));
}

std::string signs(const Page& page, std::string text) {
  if (page.language() == Language::kEn) return text;
  replace(text, ">=", "≥");
  replace(text, "<=", "≤");
  replace(text, " .. ", " 至 ");
  return text;
}

std::string trend(const Page& page, const Trend& trend) {
  static const Phrase kNames[] = {{"下降", "falls"}, {"上升", "rises"}, {"不上升", "does not rise"}, {"不下降", "does not fall"}};
  const Phrase& what = kNames[static_cast<std::size_t>(trend.kind)];
  Phrase out;
  if (trend.step_by_step) {
    out = {"逐期" + what.zh, what.en + " at every step"};
  } else if (trend.baseline > 0) {
    out = {fmt::format("比 {} 年{}", trend.baseline, what.zh), fmt::format("{} against {}", what.en, trend.baseline)};
  } else {
    out = {"比基期" + what.zh, what.en + " against the base"};
  }
  if (!trend.by_text.empty()) {
    std::string by = trend.by_text;
    if (trend.by_points && page.language() == Language::kZh) replace(by, "pp", "个百分点");
    out.zh += "，幅度 " + signs(page, by);
    out.en += " by " + by;
  }
  return page.say(out);
}

std::string record(const Page& page, const Test& test, const std::optional<Date>& due) {
  const Phrase deed = deed_word(test.record);
  Phrase out = {"已" + deed.zh, deed.en};
  if (due) out = {due->text() + " 前" + deed.zh, deed.en + " by " + due->text()};
  if (test.at_least) {
    out.zh += fmt::format("，不少于 {} 项", *test.at_least);
    out.en += fmt::format(", at least {}", *test.at_least);
  }
  return page.say(out);
}

std::string cadence(const Page& page, const Test& test) {
  static const Phrase kUnits[] = {{"天", "day"}, {"个月", "month"}, {"个季度", "quarter"}, {"年", "year"}};
  static const Phrase kEach[] = {{"每天", ""}, {"每月", ""}, {"每季度", ""}, {"每年", ""}};
  const Interval* interval = test.every ? &*test.every : test.gap ? &*test.gap : nullptr;
  if (interval == nullptr) return {};
  const auto unit = static_cast<std::size_t>(interval->unit);
  const std::string en = interval->count == 1 ? kUnits[unit].en : fmt::format("{} {}s", interval->count, kUnits[unit].en);
  const std::string zh = fmt::format("{} {}", interval->count, kUnits[unit].zh);
  if (!test.every) return page.say({"两次间隔不超过 " + zh, "no more than " + en + " between two"});
  return page.say({(interval->count == 1 ? kEach[unit].zh : "每 " + zh) + "一次", "once every " + en});
}

}  // namespace

std::string target_text(const Page& page, const Report& report, const Verdict& verdict) {
  const Duty& duty = report.rule_of(verdict).duty(verdict.reading.value_or(Reading::kPlain));
  switch (duty.test.kind) {
    case TestKind::kTrend: return trend(page, duty.test.trend);
    case TestKind::kRecord: return record(page, duty.test, verdict.due);
    case TestKind::kCadence: return cadence(page, duty.test);
    case TestKind::kAllOf:
      return page.say({fmt::format("{} 项要求全部达到", duty.members.size()), fmt::format("all of {} tests", duty.members.size())});
    case TestKind::kUmbrella: return page.say({"所含任务全部达标", "all rules under it pass"});
    case TestKind::kThreshold: break;
  }
  std::string out = signs(page, verdict.target);
  name_reference(out, page, report.catalog.indicators);
  const bool local = verdict.region < report.catalog.regions.regions.size() &&
                     duty.local.count(report.catalog.regions[verdict.region].code) > 0;
  if (local) out += page.say({"（下达到本地的目标）", " (local target)"});
  return out;
}

}  // namespace kaohe

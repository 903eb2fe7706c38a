// SPDX-License-Identifier: Apache-2.0
#include "model/words.h"

#include <fmt/format.h>

#include <algorithm>

namespace kaohe {
namespace {

void replace(std::string& text, std::string_view from, std::string_view to) {
  for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size())) {
    text.replace(at, from.size(), to);
  }
}

std::string chinese_signs(std::string text) {
  replace(text, ">=", "≥");
  replace(text, "<=", "≤");
  replace(text, " .. ", " 至 ");
  return text;
}

Phrase trend_words(const Trend& trend) {
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
    if (trend.by_points) replace(by, "pp", "个百分点");
    out.zh += "，幅度 " + chinese_signs(by);
    out.en += " by " + trend.by_text;
  }
  return out;
}

Phrase record_words(const Test& test, const std::optional<Date>& due) {
  const Phrase& deed = name(test.record);
  Phrase out = {"已" + deed.zh, deed.en};
  if (due) out = {due->text() + " 前" + deed.zh, deed.en + " by " + due->text()};
  if (test.at_least) {
    out.zh += fmt::format("，不少于 {} 项", *test.at_least);
    out.en += fmt::format(", at least {}", *test.at_least);
  }
  return out;
}

Phrase cadence_words(const Test& test) {
  static const Phrase kUnits[] = {{"天", "day"}, {"个月", "month"}, {"个季度", "quarter"}, {"年", "year"}};
  static const Phrase kEach[] = {{"每天", ""}, {"每月", ""}, {"每季度", ""}, {"每年", ""}};
  const Interval* interval = test.every ? &*test.every : test.gap ? &*test.gap : nullptr;
  if (interval == nullptr) return {};
  const auto unit = static_cast<std::size_t>(interval->unit);
  const std::string en = interval->count == 1 ? kUnits[unit].en : fmt::format("{} {}s", interval->count, kUnits[unit].en);
  const std::string zh = fmt::format("{} {}", interval->count, kUnits[unit].zh);
  if (!test.every) return {"两次间隔不超过 " + zh, "no more than " + en + " between two"};
  return {(interval->count == 1 ? kEach[unit].zh : "每 " + zh) + "一次", "once every " + en};
}

}  // namespace

const Phrase& name(Tier tier) {
  static const Phrase kNames[] = {{"约束性", "binding"}, {"预期性", "expected"}, {"举措", "measure"}};
  return kNames[static_cast<std::size_t>(tier)];
}

const Phrase& name(DeedStatus status) {
  static const Phrase kNames[] = {{"启动", "started"}, {"印发", "issued"},   {"建立", "established"},
                                  {"完成", "completed"}, {"施行", "in force"}, {"未办", "not done"}};
  return kNames[static_cast<std::size_t>(status)];
}

const Phrase& name(TestKind kind) {
  static const Phrase kNames[] = {{"数值要求", "threshold"}, {"变化要求", "trend"},    {"办理记录", "record"},
                                  {"定期要求", "cadence"},   {"多项同时", "all of"}, {"总领任务", "umbrella"}};
  return kNames[static_cast<std::size_t>(kind)];
}

Phrase target_words(const IndicatorTable& indicators, const std::string& target) {
  Phrase out{chinese_signs(target), target};
  const std::size_t at = target.find('@');
  if (at == std::string::npos) return out;
  const std::size_t end = std::min(target.find(' ', at), target.size());
  const std::string reference = target.substr(at, end - at);
  const auto found = indicators.find_id(std::string_view(reference).substr(1));
  if (!found) return out;
  const Phrase other = indicators[*found].name();
  replace(out.zh, reference, "“" + other.zh + "”");
  replace(out.en, reference, other.en);
  return out;
}

Phrase test_words(const IndicatorTable& indicators, const Duty& duty, const std::optional<Date>& due) {
  switch (duty.test.kind) {
    case TestKind::kTrend: return trend_words(duty.test.trend);
    case TestKind::kRecord: return record_words(duty.test, due);
    case TestKind::kCadence: return cadence_words(duty.test);
    case TestKind::kAllOf:
      return {fmt::format("{} 项要求全部达到", duty.members.size()), fmt::format("all of {} tests", duty.members.size())};
    case TestKind::kUmbrella: return {"所含任务全部达标", "all rules under it pass"};
    case TestKind::kThreshold: break;
  }
  return target_words(indicators, duty.test.target.text);
}

}  // namespace kaohe

// SPDX-License-Identifier: Apache-2.0
#include "compare/rule_values.h"

#include <algorithm>

namespace kaohe {
namespace {

// ">= 91 万公顷", "60 % .. 65 %", "300米": the scanner of the text reads them the same way.
void add_numbers(const std::string& text, RuleValues& out) {
  const Prose prose(text);
  for (const Mark& mark : marks_of(prose)) {
    out.numbers.insert(out.numbers.end(), mark.values.begin(), mark.values.end());
    if (mark.kind == MarkKind::kYear) out.own_days.push_back({static_cast<std::int16_t>(mark.year), 12, 31});
  }
}

void add_day(const std::optional<Date>& day, RuleValues& out) {
  if (day) out.own_days.push_back(*day);
}

void add_year(int year, RuleValues& out) {
  if (year > 0) out.own_days.push_back({static_cast<std::int16_t>(year), 12, 31});
}

void add_test(const Test& test, RuleValues& out) {
  add_numbers(test.target.text, out);
  add_numbers(test.trend.by_text, out);
  add_year(test.kind == TestKind::kTrend ? test.trend.baseline : 0, out);
  if (test.at_least) out.numbers.emplace_back(*test.at_least);
  if (test.every) out.numbers.emplace_back(test.every->count);
  if (test.gap) out.numbers.emplace_back(test.gap->count);
  add_day(test.until, out);
  add_day(test.from, out);
}

void add_duty(const Duty& duty, RuleValues& out) {
  add_test(duty.test, out);
  add_numbers(duty.roll_up.text, out);
  for (const auto& [region, target] : duty.local) add_numbers(target.text, out);
  for (const std::string& item : duty.who.items) add_numbers(item, out);
  for (const std::size_t listed : {duty.who.items.size(), duty.who.codes.size(), duty.members.size(), duty.test.rules.size()}) {
    if (listed > 1) out.numbers.emplace_back(static_cast<std::int64_t>(listed));
  }
  std::vector<Date>& days = duty.due.from == DueFrom::kRule ? out.own_days : out.days;
  days.insert(days.end(), duty.due.stages.begin(), duty.due.stages.end());
  for (const Duty& member : duty.members) add_duty(member, out);
}

}  // namespace

bool same_day(const Mark& year, const Date& day) {
  return day.year == year.year && (year.month == 0 || day.month == year.month) && (year.day == 0 || day.day == year.day);
}

bool RuleValues::has(const Mark& mark) const {
  if (mark.kind == MarkKind::kYear) {
    return std::any_of(days.begin(), days.end(), [&](const Date& day) { return same_day(mark, day); });
  }
  return std::any_of(mark.values.begin(), mark.values.end(),
                     [&](const Rational& value) { return std::find(numbers.begin(), numbers.end(), value) != numbers.end(); });
}

bool RuleValues::names(const Mark& figure) const {
  return figure.kind == MarkKind::kFigure && !figure.share &&
         std::any_of(figure.values.begin(), figure.values.end(),
                     [&](const Rational& value) { return std::find(named.begin(), named.end(), value) != named.end(); });
}

bool RuleValues::has_own(const Mark& year) const {
  return std::any_of(own_days.begin(), own_days.end(), [&](const Date& day) { return same_day(year, day); });
}

RuleValues values_of(const Rule& rule) {
  RuleValues out;
  add_duty(rule.plain, out);
  if (rule.strict) add_duty(*rule.strict, out);
  const Prose title(rule.title.zh);
  for (const Mark& mark : marks_of(title)) {
    if (!mark.share) out.named.insert(out.named.end(), mark.values.begin(), mark.values.end());
  }
  out.days.insert(out.days.end(), out.own_days.begin(), out.own_days.end());
  return out;
}

}  // namespace kaohe

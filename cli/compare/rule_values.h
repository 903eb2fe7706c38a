// SPDX-License-Identifier: Apache-2.0
// The numbers and days that a rule has, in any reading, as its file writes them.
#pragma once

#include <vector>

#include "compare/marks.h"
#include "model/plan.h"

namespace kaohe {

struct RuleValues {
  std::vector<Rational> numbers;  // of targets, roll-ups, steps, items; and how many items or places are listed
  std::vector<Rational> named;    // of the Chinese title, shares left out: 绿色制造三年专项行动计划, 年用地下水5万立方米以上
  std::vector<Date> days;         // deadlines, begin and end; the plan's end where it is the deadline
  std::vector<Date> own_days;     // without those that are only the plan's

  [[nodiscard]] bool has(const Mark& mark) const;      // its figure, or its day
  [[nodiscard]] bool names(const Mark& figure) const;  // it is part of the name of what the rule asks for
  [[nodiscard]] bool has_own(const Mark& year) const;  // a day of its own in that year (and month)
};

[[nodiscard]] RuleValues values_of(const Rule& rule);
// Do the year, and the month and day where they are said, fit?
[[nodiscard]] bool same_day(const Mark& year, const Date& day);

}  // namespace kaohe

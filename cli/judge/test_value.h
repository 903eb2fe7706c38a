// SPDX-License-Identifier: Apache-2.0
// From a unit's value to a verdict's fields, shared by thresholds and by the end of a trend.
#pragma once

#include "judge/setting.h"

namespace kaohe {

// How the unit's value adds up where the duty says so. A unit that is itself one of the parts (a city, where the
// province is the mean of its cities) has its value as the indicator says.
[[nodiscard]] const Combine* combine_of(const Task& task);

// Missing, invalid or exempt as `value` is, with what lacks and why. Not for known values.
void take_lacks(const Value& value, Verdict& verdict);
// The value as reports show it beside the target, its cells and how it was had.
void set_value(const Value& value, const Target& target, Verdict& verdict);
// All of it: decides, or says why it cannot be decided; margin, what would pass, the other comparison.
void judge_value(const Value& value, const Target& target, Compare compare, Verdict& verdict);
// What judge_value() finds of a value that is known, without its texts.
struct Found {
  Outcome outcome = Outcome::kMissing;
  Rational margin;
  bool rounded = false;  // the other comparison says something else
};
[[nodiscard]] Found find_outcome(const Rational& value, const Target& target, Compare compare);  // `value` in the target's unit
// The latest period of the kind of `period` that has ended by the as-of date and of which this unit has a figure of its
// own; else the latest that has ended.
[[nodiscard]] Period latest_period(const Task& task, const Period& period);

}  // namespace kaohe

// SPDX-License-Identifier: Apache-2.0
// --due: what recurs is due at the end of each of its intervals, what is held from its deadline on.
#include <doctest/doctest.h>

#include "command/rules.h"

using namespace kaohe;

namespace {

Duty due_on(std::vector<Date> stages) {
  Duty duty;
  duty.due.stages = std::move(stages);
  return duty;
}

Duty recurring(IntervalUnit unit, int count, Date from, std::optional<Date> last) {
  Duty duty = due_on(last ? std::vector<Date>{*last} : std::vector<Date>{});
  duty.test.kind = TestKind::kCadence;
  duty.test.every = Interval{unit, count, ""};
  duty.test.from = from;
  return duty;
}

}  // namespace

TEST_CASE("something of a duty is due within a period or not") {
  Plan plan;
  plan.issued = {2017, 10, 2};
  const Duty once = due_on({{2018, 12, 31}, {2020, 12, 31}});
  const Duty yearly = recurring(IntervalUnit::kYear, 1, {2018, 1, 1}, Date{2020, 12, 31});
  const Duty two_years = recurring(IntervalUnit::kYear, 2, {2017, 1, 1}, Date{2020, 12, 31});
  const Duty monthly = recurring(IntervalUnit::kMonth, 1, {2018, 1, 1}, std::nullopt);
  Duty held = due_on({{2020, 12, 31}});
  held.test.hold = true;
  held.test.until = Date{2022, 12, 31};
  struct Row {
    const Duty& duty;
    const char* period;
    bool due;
  };
  const Row rows[] = {{once, "2018", true},       {once, "2019", false},       {once, "2020-12-31", true}, {once, "2020-12-30", false},
                      {yearly, "2019", true},     {yearly, "2019-06", false},  {yearly, "2017", false},    {yearly, "2021", false},
                      {two_years, "2018", true},  {two_years, "2019", false},  {two_years, "2020", true},  {monthly, "2030-07", true},
                      {monthly, "2017", false},   {held, "2021", true},        {held, "2022", true},       {held, "2023", false},
                      {held, "2019", false},      {due_on({}), "2020", false}};
  for (const Row& row : rows) {
    CAPTURE(row.period);
    CHECK(due_within(plan, row.duty, *parse_period(row.period)) == row.due);
  }
}

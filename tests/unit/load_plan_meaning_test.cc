// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include "plan_fixture.h"

namespace kaohe {
namespace {

using fixture::duty_of;
using fixture::kCoverage;
using fixture::kFloor;
using fixture::kHead;
using fixture::load;
using fixture::load_rule;
using fixture::Loaded;

TEST_CASE("targets are exact, in the indicator's unit, and keep their last digit") {
  struct Row {
    std::string indicator;
    std::string require;
    Op op;
    std::string value;
    std::string high;
    int scale;
    std::string text;
  };
  const Row rows[] = {
      {"coverage", ">= 63 %", Op::kAtLeast, "63", "0", 0, ">= 63 %"},
      {"coverage", ">=63.10%", Op::kAtLeast, "631/10", "0", 2, ">= 63.10 %"},
      {"coverage", "= 100 %", Op::kEqual, "100", "0", 0, "= 100 %"},
      {"coverage", "< 0.1 %", Op::kBelow, "1/10", "0", 1, "< 0.1 %"},
      {"coverage", "60 % .. 65.5 %", Op::kWithin, "60", "131/2", 1, "60 % .. 65.5 %"},
      {"coverage", "60 .. 65 %", Op::kWithin, "60", "65", 0, "60 % .. 65 %"},
      {"forest", ">= 17.8 万公顷", Op::kAtLeast, "178000", "0", 1, ">= 17.8 万公顷"},
      {"pm25", "<= 35 微克/立方米", Op::kAtMost, "35", "0", 0, "<= 35 微克/立方米"},
      {"forest", ">= @land", Op::kAtLeast, "0", "0", 0, ">= @land"},
  };
  for (const Row& row : rows) {
    const Duty duty = duty_of(fmt::format("indicator = \"{}\"\nrequire = \"{}\"\n", row.indicator, row.require));
    const Target& target = duty.test.target;
    CAPTURE(row.require);
    CHECK(target.op == row.op);
    CHECK(target.value.fraction_text() == row.value);
    CHECK(target.high.fraction_text() == row.high);
    CHECK(target.scale == row.scale);
    CHECK(target.text == row.text);
    CHECK((target.reference != kNoIndicator) == (target.text.find('@') != std::string::npos));
  }
  CHECK(duty_of("indicator = \"forest\"\nrequire = \">= 17.8 万公顷\"").test.target.to_unit.fraction_text() ==
        "1/10000");
}

TEST_CASE("who is judged") {
  const std::string record = "record = \"issued\"\n";
  CHECK(duty_of(record).who.each == Each::kProvince);
  CHECK(duty_of(record + "for = \"each city\"").who.each == Each::kCity);
  const Who named = duty_of(record + "for = [\"360100\", \"360400\"]\nopen = true").who;
  CHECK(named.each == Each::kNamed);
  CHECK(named.codes == std::vector<std::string>{"360100", "360400"});
  CHECK(named.open);
  const Who mixed = duty_of(record + "for = [\"province\", \"each county\", \"360000-B01\"]").who;
  CHECK(mixed.each == Each::kProvince);
  CHECK(mixed.also == std::vector<Each>{Each::kCounty, Each::kNamed});
  const Who narrowed = duty_of(record +
                               "for = \"each county\"\nwhere = { zone = \"poor-county\", kind = \"县\" }\n"
                               "except = { region = [\"360427\"] }\nitems = [\"造纸\", \"印染\"]")
                           .who;
  CHECK(narrowed.where.zone == "poor-county");
  CHECK(narrowed.where.kinds == std::vector<std::string>{"县"});
  CHECK(narrowed.except.regions == std::vector<std::string>{"360427"});
  CHECK(narrowed.items.size() == 2);
}

TEST_CASE("each kind of test is read") {
  const Test held = duty_of(kFloor + "hold = true\nuntil = 2025-12-31").test;
  CHECK(held.kind == TestKind::kThreshold);
  CHECK(held.hold);
  CHECK(held.until == Date{2025, 12, 31});
  CHECK(duty_of(kFloor + "met = \"every month\"\nfrom = 2018-01-01").test.met == PeriodKind::kMonth);

  const Trend relative =
      duty_of(kCoverage + "trend = \"falls\"\nagainst = \"baseline\"\nby = \"> 15 %\"\nbaseline = 2015").test.trend;
  CHECK(relative.kind == TrendKind::kFalls);
  CHECK(relative.baseline == 2015);
  CHECK(relative.by->fraction_text() == "3/20");
  CHECK((relative.by_strictly && !relative.by_points && !relative.step_by_step));
  const Trend points = duty_of(kCoverage + "trend = \"rises\"\nagainst = \"previous\"\nby = \">= 2.5 pp\"").test.trend;
  CHECK(points.by->fraction_text() == "5/2");
  CHECK((points.by_points && points.step_by_step && points.baseline == 2016));

  const Test deed = duty_of("record = \"in force\"\nnumber = \">= 3\"\nfrom = 2018-01-01").test;
  CHECK(deed.kind == TestKind::kRecord);
  CHECK(deed.record == DeedStatus::kInForce);
  CHECK(deed.at_least == 3);
  CHECK(deed.from == Date{2018, 1, 1});

  const Test every = duty_of("every = \"2 years\"\nfrom = 2017-01-01").test;
  CHECK(every.kind == TestKind::kCadence);
  CHECK((every.every->count == 2 && every.every->unit == IntervalUnit::kYear));
  CHECK(every.record == DeedStatus::kStarted);
  const Duty figures = duty_of(kCoverage + "every = \"month\"\nfrom = 2017-01-01");
  CHECK(figures.indicator == 0);
  CHECK(duty_of("record = \"issued\"\ngap = \"<= 18 months\"").test.gap->count == 18);
  CHECK(duty_of(kFloor + "combine = { parts = \"each city\", how = \"mean\" }").combine->parts == Each::kCity);
}

TEST_CASE("members of all_of inherit the rule's keys") {
  const Duty duty = duty_of(
      "for = \"each city\"\nmet = \"every year\"\nfrom = 2018-01-01\ndue = 2020-06-30\n"
      "all_of = [{ indicator = \"pm25\", require = \"<= 35 μg/m³\" }, { record = \"issued\" }]\nshare = \">= 70 %\"");
  CHECK(duty.test.kind == TestKind::kAllOf);
  REQUIRE(duty.members.size() == 2);
  CHECK(duty.members[0].who.each == Each::kCity);
  CHECK(duty.members[0].test.met == PeriodKind::kYear);
  CHECK(duty.members[0].due.stages.front() == Date{2020, 6, 30});
  CHECK(duty.members[0].roll_up.kind == RollUpKind::kAll);
  CHECK(duty.members[1].test.kind == TestKind::kRecord);
  CHECK(duty.roll_up.at_least.fraction_text() == "7/10");
}

TEST_CASE("deadline: the rule's, else the plan's, else open") {
  CHECK(duty_of(kFloor + "due = 2018-12-31").due.from == DueFrom::kRule);
  CHECK(duty_of(kFloor + "due = [2017-12-31, 2018-12-31]").due.stages.size() == 2);
  CHECK(duty_of(kFloor).due.from == DueFrom::kPlan);
  CHECK(duty_of(kFloor).due.stages.front() == Date{2020, 12, 31});
  CHECK(duty_of(kFloor + "due = \"open\"").due.from == DueFrom::kOpen);
  Loaded endless = load(fixture::replaced(kHead + kFloor, "ends = 2020-12-31\n", ""));
  CHECK(endless.plan.rules.front().plain.due.from == DueFrom::kOpen);
}

TEST_CASE("the strict reading overrides keys, and a test there replaces the whole plain test") {
  const std::string plain = kFloor + "hold = true\nfor = \"each county\"\n[rule.strict]\n";
  const Duty other_units = duty_of(plain + "for = \"province\"", Reading::kStrict);
  CHECK(other_units.who.each == Each::kProvince);
  CHECK(other_units.test.hold);
  const Duty other_test = duty_of(plain + "require = \">= 64 %\"", Reading::kStrict);
  CHECK(other_test.test.target.value == Rational(64));
  CHECK_FALSE(other_test.test.hold);
  CHECK(other_test.who.each == Each::kCounty);
  const Duty deed = duty_of(plain + "record = \"completed\"", Reading::kStrict);
  CHECK(deed.indicator == kNoIndicator);
  CHECK(deed.test.record == DeedStatus::kCompleted);
  const Duty other_figure = duty_of(plain + "indicator = \"coverage\"\ncompare = \"rounded\"", Reading::kStrict);
  CHECK(other_figure.test.hold);
  CHECK(other_figure.compare == Compare::kRounded);
  const Duty oftener =
      duty_of("record = \"issued\"\n[rule.strict]\nevery = \"year\"\nfrom = 2017-01-01", Reading::kStrict);
  CHECK(oftener.test.record == DeedStatus::kIssued);
}

TEST_CASE("the head, texts and places of a plan") {
  Loaded loaded = load_rule(
      kFloor +
      "aliases = [\"覆盖率\"]\nreading = { zh = \"读作\", en = \"read as\" }\nnote = { zh = \"注\", en = \"note\" }\n"
      "[[unchecked]]\nclause = \"一\"\nanchor = \"营造氛围\"\nledger = [1, 2]\nwhy = { zh = \"无\", en = \"none\" }\n");
  CHECK(fixture::told(loaded.problems) == "");
  const Plan& plan = loaded.plan;
  CHECK(plan.file == "p.toml");
  CHECK(plan.sha256.size() == 64);
  CHECK(plan.issued == Date{2017, 10, 2});
  CHECK(plan.baseline == 2016);
  CHECK_FALSE(plan.draft);
  const Rule& rule = plan.rules.front();
  CHECK(rule.full_id == "p/r");
  CHECK(rule.source.ledger == std::vector<int>{48});
  CHECK(rule.aliases == std::vector<std::string>{"覆盖率"});
  CHECK(rule.reading.en == "read as");
  CHECK(rule.place.line == 11);
  REQUIRE(plan.unchecked.size() == 1);
  CHECK(plan.unchecked.front().source.ledger.size() == 2);
}

}  // namespace
}  // namespace kaohe

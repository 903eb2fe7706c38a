// SPDX-License-Identifier: Apache-2.0
// Which of two duties is harder. The rules are written as in rule files.
#include "compare/difference.h"
#include "plan_fixture.h"

using namespace kaohe;
using namespace kaohe::fixture;

namespace {

// "target tightened, deadline later"
std::string changes(const std::string& before, const std::string& after) {
  Loaded a = load_rule(before), b = load_rule(after);
  CHECK(told(a.problems) == "");
  CHECK(told(b.problems) == "");
  const PlanDifference difference = compare_plans(catalog(), a.plan, b.plan);
  REQUIRE(difference.pairs.size() == 1);
  std::string out;
  for (const RuleChange& one : difference.pairs[0].changes) {
    out += (out.empty() ? "" : ", ") + std::string(word(one.aspect)) + " " + std::string(word(one.turn));
    if (one.reading == Reading::kStrict) out += " (strict)";
  }
  CHECK(difference.none() == out.empty());
  return out;
}

struct Row {
  const char* before;
  const char* after;
  const char* changes;
};

void check(const std::string& keys, const std::vector<Row>& rows) {
  for (const Row& row : rows) {
    CAPTURE(row.before);
    CAPTURE(row.after);
    CHECK(changes(keys + row.before, keys + row.after) == row.changes);
  }
}

}  // namespace

TEST_CASE("a target is tightened where whatever meets the new one meets the old one") {
  check(kCoverage + "for = \"province\"\nrequire = ", {
      {"\">= 60 %\"", "\">= 60.0 %\"", ""},
      {"\">= 60 %\"", "\">= 63 %\"", "target tightened"},
      {"\">= 60 %\"", "\"> 60 %\"", "target tightened"},
      {"\"> 60 %\"", "\">= 61 %\"", "target tightened"},
      {"\"<= 60 %\"", "\"<= 63 %\"", "target loosened"},
      {"\"< 60 %\"", "\"<= 60 %\"", "target loosened"},
      {"\"= 60 %\"", "\"= 61 %\"", "target changed"},
      {"\">= 60 %\"", "\"<= 60 %\"", "target changed"},
      {"\"50 % .. 60 %\"", "\"51 % .. 60 %\"", "target tightened"},
      {"\"50 % .. 60 %\"", "\"50 % .. 61 %\"", "target loosened"},
      {"\"50 % .. 60 %\"", "\"51 % .. 61 %\"", "target changed"},
  });
}

TEST_CASE("trends, deeds and cadences") {
  check(kCoverage + "for = \"province\"\n", {
      {"trend = \"does not fall\"", "trend = \"rises\"", "target tightened"},
      {"trend = \"rises\"", "trend = \"falls\"", "target changed"},
      {"trend = \"rises\"", "trend = \"rises\"\nby = \">= 2 pp\"", "target tightened"},
      {"trend = \"rises\"\nby = \">= 2 pp\"", "trend = \"rises\"\nby = \"> 2 pp\"", "target tightened"},
      {"trend = \"rises\"\nby = \">= 2 pp\"", "trend = \"rises\"\nby = \">= 2 %\"", "target changed"},
      {"trend = \"rises\"\nagainst = \"previous\"", "trend = \"rises\"", "target loosened"},
      {"require = \">= 2 %\"", "trend = \"rises\"", "test changed"},
      {"require = \">= 2 %\"", "require = \">= 2 %\"\nhold = true", "span tightened"},
  });
  check("for = \"province\"\n", {
      {"record = \"started\"", "record = \"completed\"", "target tightened"},
      {"record = \"issued\"", "record = \"started\"", "target loosened"},
      {"record = \"issued\"", "record = \"completed\"", "target changed"},
      {"record = \"issued\"\nnumber = \">= 3\"", "record = \"issued\"", "target loosened"},
      {"record = \"issued\"\nevery = \"2 years\"\nfrom = 2018-01-01", "record = \"issued\"\nevery = \"year\"\nfrom = 2018-01-01", "target tightened"},
      {"record = \"issued\"\nevery = \"year\"\nfrom = 2018-01-01", "record = \"issued\"\nevery = \"year\"\nfrom = 2019-01-01", "start later"},
  });
}

TEST_CASE("deadlines, units and roll-ups") {
  check(kFloor, {
      {"for = \"province\"\ndue = 2018-12-31", "for = \"province\"\ndue = 2019-12-31", "deadline later"},
      {"for = \"province\"\ndue = \"open\"", "for = \"province\"\ndue = 2019-12-31", "deadline earlier"},
      {"for = \"province\"\ndue = 2020-12-31", "for = \"province\"", ""},
      {"for = \"province\"\ndue = [2017-12-31, 2020-12-31]", "for = \"province\"\ndue = [2018-12-31, 2020-12-31]", "deadline changed"},
      {"for = \"province\"", "for = \"each prefecture\"", "who changed"},
      {"for = \"each prefecture\"", "for = \"each prefecture\"\nshare = \">= 70 %\"", "roll-up loosened"},
      {"for = \"each prefecture\"\nshare = \">= 70 %\"", "for = \"each prefecture\"\nshare = \"> 70 %\"", "roll-up tightened"},
      {"for = \"each prefecture\"\nshare = \">= 70 %\"", "for = \"each prefecture\"\ncount = \">= 7\"", "roll-up changed"},
      {"for = \"province\"", "for = \"province\"\ncompare = \"rounded\"", "comparison changed"},
      {"for = \"province\"", "for = \"province\"\n[rule.strict]\nrequire = \">= 64 %\"", "reading changed (strict)"},
      {"for = \"province\"\n[rule.strict]\nrequire = \">= 64 %\"", "for = \"province\"\n[rule.strict]\nrequire = \">= 65 %\"", "target tightened (strict)"},
  });
  check("for = \"province\"\nrecord = \"issued\"\nitems = ", {
      {"[\"a\", \"b\"]", "[\"b\", \"a\"]", ""},
      {"[\"a\"]", "[\"a\", \"b\"]", "items tightened"},
      {"[\"a\", \"b\"]", "[\"a\"]", "items loosened"},
      {"[\"a\"]", "[\"b\"]", "items changed"},
  });
}

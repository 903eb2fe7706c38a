// SPDX-License-Identifier: Apache-2.0
// What lint tells of a plan that can be judged, and where.
#include <doctest/doctest.h>

#include "plan_fixture.h"

namespace kaohe {
namespace {

// The rule of the fixture with these keys, and more of the file behind it.
std::string linted(const std::string& keys, const std::string& rest = {}) {
  Problems problems;
  const Plan plan = load_plan({"p.toml", fixture::kHead + keys + "\n" + rest}, fixture::catalog(), problems);
  CHECK(fixture::told(problems) == "");
  lint_plan(plan, fixture::catalog(), problems);
  std::string out;
  for (const Problem& problem : problems.all()) {
    if (!out.empty()) out += ", ";
    out += "[" + std::string(problem.code) + "] " +
           std::to_string(static_cast<int>(problem.place.line) - fixture::kHeadLines) + ":" + std::to_string(problem.place.column);
  }
  return out;
}

std::string rule(const std::string& id, const std::string& title, const std::string& ledger) {
  return "[[rule]]\nid = \"" + id + "\"\ntitle = { zh = \"" + title + "\", en = \"" + id +
         "\" }\nsource = { clause = \"三\", anchor = \"x\", ledger = [" + ledger + "] }\ntier = \"binding\"\nrecord = \"issued\"\n";
}

TEST_CASE("lint tells tests that can never or must always hold, at the test") {
  struct Row {
    const char* keys;
    const char* told;
  };
  const Row rows[] = {
      {"indicator = \"coverage\"\nrequire = \">= 63 %\"", ""},
      {"indicator = \"coverage\"\nrequire = \"= 100 %\"", ""},
      {"indicator = \"coverage\"\nrequire = \"> 100 %\"", "[target-never] 2:11"},
      {"indicator = \"coverage\"\nrequire = \"< 0 %\"", "[target-never] 2:11"},
      {"indicator = \"coverage\"\nrequire = \">= 0 %\"", "[target-always] 2:11"},
      {"indicator = \"coverage\"\nrequire = \"0 % .. 100 %\"", "[target-always] 2:11"},
      {"indicator = \"coverage\"\nrequire = \"> 0 %\"", ""},
      {"indicator = \"coverage\"\ntrend = \"falls\"\nby = \">= 100 %\"", ""},
      {"indicator = \"coverage\"\ntrend = \"falls\"\nby = \">= 101 %\"", "[target-never] 2:9"},
      {"indicator = \"coverage\"\ntrend = \"rises\"\nby = \">= 101 %\"", ""},
      {"indicator = \"coverage\"\ntrend = \"rises\"\nby = \">= 101 pp\"", "[target-never] 2:9"},
      {"all_of = [{ indicator = \"coverage\", require = \">= 60 %\" }, { indicator = \"coverage\", require = \"< 60 %\" }]",
       "[target-never] 1:10"},
      {"all_of = [{ indicator = \"coverage\", require = \">= 60 %\" }, { indicator = \"coverage\", require = \"<= 60 %\" }]", ""},
      {"for = [\"360100\", \"360400\"]\nrecord = \"issued\"\ncount = \">= 2\"", ""},
      {"for = [\"360100\", \"360400\"]\nrecord = \"issued\"\ncount = \">= 3\"", "[target-never] 3:9"},
      {"for = [\"360100\", \"360400\"]\nopen = true\nrecord = \"issued\"\ncount = \">= 3\"", ""},
      {"for = \"each county\"\nrecord = \"issued\"\nshare = \"> 100 %\"", "[target-never] 3:9"},
      {"record = \"issued\"\nstrict = { record = \"issued\" }", "[strict-same] 2:10"},
      {"record = \"issued\"\ndue = 2019-12-31\nstrict = { due = 2018-12-31 }", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.keys);
    CHECK(linted(row.keys) == row.told);
  }
}

TEST_CASE("lint tells titles and ledger rows that stand twice, in rules and in exceptions") {
  const std::string unchecked = "[[unchecked]]\nclause = \"四\"\nanchor = \"y\"\nledger = [49, 50]\nwhy = { zh = \"无\", en = \"none\" }\n";
  CHECK(linted("record = \"issued\"", rule("b", "另一条", "49")) == "");
  CHECK(linted("record = \"issued\"", rule("b", "规 则", "49")) == "[title-shared] 4:9");
  CHECK(linted("record = \"issued\"", rule("b", "另一条", "49, 48")) == "[ledger-repeated] 5:54");
  CHECK(linted("record = \"issued\"", rule("b", "另一条", "51") + unchecked) == "");
  CHECK(linted("record = \"issued\"", rule("b", "另一条", "50") + unchecked) == "[ledger-repeated] 11:15");
}

TEST_CASE("an indicator is used by a rule, as a target, or as a part of one that is used") {
  Catalog catalog = fixture::catalog();
  Problems problems;
  catalog.plans.push_back(load_plan({"p.toml", fixture::kHead + fixture::kFloor}, catalog, problems));
  lint_indicators(catalog, problems);
  std::string unused;
  for (const Problem& problem : problems.all()) unused += problem.text + " ";
  CHECK(unused.find("coverage ") == std::string::npos);
  for (const Indicator& indicator : catalog.indicators.indicators) {
    CAPTURE(indicator.id);
    const Indicator& coverage = catalog.indicators[*catalog.indicators.find_id("coverage")];
    const std::size_t index = *catalog.indicators.find_id(indicator.id);
    const bool used = indicator.id == "coverage" || index == coverage.numerator || index == coverage.denominator;
    CHECK((unused.find(indicator.id + " ") == std::string::npos) == used);
  }
}

}  // namespace
}  // namespace kaohe

// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include "table_fixture.h"

namespace kaohe {
namespace {

constexpr const char* kWaiver = R"([[waiver]]
rule = "p/r"
region = "360100"
from = 2020-01-01
until = 2020-12-31
reason = "洪灾"
approved_by = "省政府"
document = "赣府字〔2020〕1号"
)";

std::vector<Plan> plans() {
  std::vector<Plan> all(2);
  for (std::size_t i = 0; i < all.size(); ++i) {
    all[i].id = i == 0 ? "p" : "q";
    for (const char* id : {"r", i == 0 ? "only-p" : "only-q"}) {
      Rule rule;
      rule.id = id;
      rule.full_id = all[i].id + "/" + id;
      all[i].rules.push_back(rule);
    }
  }
  return all;
}

TEST_CASE("a waiver is read, in force on its first and its last day") {
  Problems problems;
  const std::vector<Waiver> waivers = load_waivers({"w.toml", kWaiver}, plans(), fixture::catalog().regions, problems);
  CHECK(fixture::told(problems) == "");
  REQUIRE(waivers.size() == 1);
  CHECK(waivers.front().rule == "p/r");
  CHECK(waivers.front().place.line == 1);
  CHECK(waivers.front().in_force({2020, 1, 1}));
  CHECK(waivers.front().in_force({2020, 12, 31}));
  CHECK_FALSE(waivers.front().in_force({2021, 1, 1}));
}

TEST_CASE("each mistake in a waiver is told at its line and column, and the waiver is not used") {
  struct Row {
    std::string from;
    std::string to;
    std::string told;
  };
  const Row rows[] = {
      {"\"p/r\"", "\"p/x\"", "[rule-unknown] 2:8"},
      {"\"p/r\"", "\"r\"", "[rule-ambiguous] 2:8"},
      {"\"360100\"", "\"360199\"", "[region-unknown] 3:10"},
      {"\"360100\"", "\"南昌市\"", "[region-unknown] 3:10"},
      {"from = 2020-01-01", "from = 2021-01-01", "[date-order] 5:9"},
      {"from = 2020-01-01", "from = \"2020-01-01\"", "[value-type] 4:8"},
      {"until = 2020-12-31\n", "", "[key-missing] 1:1"},
      {"\"洪灾\"", "\" \"", "[key-missing] 6:10"},
      {"approved_by", "approvedby", "[key-missing] 1:1, [key-unknown] 7:1"},
      {"[[waiver]]", "[[waver]]", "[key-missing] 1:1, [key-unknown] 1:3"},
      {"[[waiver]]", "[waiver]", "[value-type] 1:1"},
      {"reason =", "reason", "[toml-syntax] 6:8"},
  };
  for (const Row& row : rows) {
    Problems problems;
    CAPTURE(row.to);
    CHECK(load_waivers({"w.toml", fixture::replaced(kWaiver, row.from, row.to)}, plans(), fixture::catalog().regions,
                       problems)
              .empty());
    CHECK(fixture::told(problems) == row.told);
  }
}

TEST_CASE("a rule that only one plan has may be named without its plan") {
  Problems problems;
  CHECK(load_waivers({"w.toml", fixture::replaced(kWaiver, "p/r", "only-q")}, plans(), fixture::catalog().regions,
                     problems)
            .size() == 1);
  CHECK(fixture::told(problems) == "");
}

}  // namespace
}  // namespace kaohe

// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "crosscheck/crosscheck.h"
#include "submission_reading.h"

using namespace kaohe;
using namespace kaohe::small;

namespace {

// The small catalog with ratio and sums, and the checks named.
Catalog with_checks(const std::string& toml) {
  Catalog all = catalog();
  const auto index = [&](const char* id) { return *all.indicators.find_id(id); };
  all.indicators.indicators[index("wetland_area")].over_regions = Fold::kSum;
  all.indicators.indicators[index("wetland_area")].over_time = Fold::kLast;
  Problems problems;
  all.checks = load_checks({"checks.toml", toml}, all.indicators, problems);
  REQUIRE(problems.all().empty());
  return all;
}

// The cells at which the checks tell something of `csv`.
std::string told(const std::string& toml, const std::string& csv, const std::vector<std::string>& off = {}) {
  const Catalog all = with_checks("[[check]]\nid = \"c\"\ntitle = { zh = \"甲\", en = \"a\" }\nwhy = { zh = \"甲\", en = \"a\" }\n" + toml);
  Problems problems;
  const Submission submission = load_submission({{"f.csv", csv}}, all, header_words(), {}, problems);
  Problems found;
  cross_check(all, submission.figures, off, found);
  return faults(found);
}

const std::string kLong = "地区,时期,指标,数值\n";

}  // namespace

TEST_CASE("parts against their total, with what rounding may hide") {
  const std::string parts = "kind = \"parts\"\n";
  const std::string cities = "南昌市,2020,湿地面积,1.5\n九江市,2020,湿地面积,2.5\n";
  CHECK(told(parts, kLong + cities + "江西省,2020,湿地面积,4.0\n").empty());
  CHECK(told(parts, kLong + cities + "江西省,2020,湿地面积,4.1\n").empty());
  CHECK(told(parts, kLong + cities + "江西省,2020,湿地面积,4.2\n") == "check-parts D4");
  CHECK(told(parts, kLong + "南昌市,2020,湿地面积,1.5\n江西省,2020,湿地面积,4.2\n").empty());
  CHECK(told(parts, kLong + "南昌市,2020,湿地面积,5.5\n江西省,2020,湿地面积,4.2\n") == "check-parts D3");
  CHECK(told(parts, kLong + cities + "江西省,2019,湿地面积,9\n").empty());
  CHECK(told(parts, kLong + cities + "江西省,2020,湿地面积,9\n", {"c"}).empty());
  CHECK(told(parts + "indicators = [\"forest_coverage\"]\n", kLong + cities + "江西省,2020,湿地面积,9\n").empty());
}

TEST_CASE("stocks that jump") {
  const std::string jump = "kind = \"jump\"\nlimit = \"50 %\"\n";
  CHECK(told(jump, kLong + "江西省,2019,湿地面积,2\n江西省,2020,湿地面积,3\n").empty());
  CHECK(told(jump, kLong + "江西省,2019,湿地面积,2\n江西省,2020,湿地面积,3.01\n") == "check-jump D3");
  CHECK(told(jump, kLong + "江西省,2018,湿地面积,2\n江西省,2020,湿地面积,9\n").empty());
  CHECK(told(jump, kLong + "江西省,2019,湿地面积,0\n江西省,2020,湿地面积,9\n").empty());
}

TEST_CASE("a stock and its changes") {
  const std::string balance = "kind = \"balance\"\nclosing = \"wetland_area\"\nplus = [\"wetland_area\"]\n";
  CHECK(told(balance, kLong + "江西省,2019,湿地面积,0\n江西省,2020,湿地面积,2\n").empty());
  CHECK(told(balance, kLong + "江西省,2019,湿地面积,2\n江西省,2020,湿地面积,2\n") == "check-balance D3");
  CHECK(told(balance + "at_most = true\n", kLong + "江西省,2019,湿地面积,2\n江西省,2020,湿地面积,2\n").empty());
}

TEST_CASE("a year that repeats the last in every digit") {
  const std::string same = "kind = \"same-year\"\nleast = 2\n";
  CHECK(told(same, kLong + "江西省,2019,湿地面积,2\n江西省,2020,湿地面积,2\n江西省,2019,森林覆盖率,63.1\n江西省,2020,森林覆盖率,63.1\n") == "check-same-year D5");
  CHECK(told(same, kLong + "江西省,2019,湿地面积,2\n江西省,2020,湿地面积,2\n江西省,2019,森林覆盖率,63.1\n江西省,2020,森林覆盖率,63.10\n").empty());
  CHECK(told(same, kLong + "江西省,2019,湿地面积,2\n江西省,2020,湿地面积,2\n").empty());
}

// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <cstdint>
#include <random>
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

const std::string kCheck = "[[check]]\nid = \"c\"\ntitle = { zh = \"甲\", en = \"a\" }\nwhy = { zh = \"甲\", en = \"a\" }\n";

std::string told_of(const Catalog& all, const std::string& csv, const std::vector<std::string>& off) {
  Problems problems;
  const Submission submission = load_submission({{"f.csv", csv}}, all, header_words(), {}, problems);
  Problems found;
  cross_check(all, submission.figures, off, 1, found);
  return faults(found);
}

// The cells at which the checks tell something of `csv`.
std::string told(const std::string& toml, const std::string& csv, const std::vector<std::string>& off = {}) {
  return told_of(with_checks(kCheck + toml), csv, off);
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

namespace {

// Totals, years and months of 湿地面积 that mostly agree, with gaps, some of them long or no number at all.
std::string random_table(std::uint32_t seed) {
  std::mt19937 random(seed);
  const auto one_in = [&](unsigned n) { return random() % n == 0; };
  std::string csv = "地区,时期,指标,数值,单位\n";
  for (const std::string region : {"江西省", "南昌市", "九江市", "东湖区", "南昌县"}) {
    for (int year = 2018; year <= 2021; ++year) {
      std::vector<std::string> periods = {std::to_string(year)};
      for (int month = 1; month <= 12 && year == 2020; ++month) periods.push_back("2020年" + std::to_string(month) + "月");
      for (const std::string& period : periods) {
        if (one_in(12)) continue;
        const unsigned whole = region == "江西省" ? 4 : region.ends_with("市") ? 2 : 1;
        std::string number = std::to_string((period.size() == 4 ? 12 : 1) * whole) + (one_in(2) ? "" : "." + std::to_string(random() % 30));
        if (one_in(20)) number = std::to_string(random()) + "0000000000000000." + std::to_string(random());
        if (one_in(20)) number = "-";
        csv += region + "," + period + ",湿地面积," + number + ",万公顷\n";
      }
    }
  }
  return csv;
}

}  // namespace

// In their indicator's own unit figures are compared as whole numbers, in any other as fractions. No zeros: what one may
// have been rounded from is told by its unit alone.
TEST_CASE("whole numbers find what fractions find") {
  std::size_t findings = 0;
  for (const std::string kind : {"kind = \"parts\"\n", "kind = \"months\"\n", "kind = \"jump\"\nlimit = \"20 %\"\n", "kind = \"same-year\"\nleast = 1\n"}) {
    for (std::uint32_t seed = 0; seed < 40; ++seed) {
      const std::string csv = random_table(seed);
      Catalog plain = with_checks(kCheck + kind);
      Indicator& indicator = plain.indicators.indicators[*plain.indicators.find_id("wetland_area")];
      if (kind.find("months") != std::string::npos) indicator.over_time = seed % 2 == 0 ? Fold::kSum : Fold::kMean;
      indicator.unit = *plain.units.find("万公顷");
      Catalog converted = plain;
      converted.indicators.indicators[*plain.indicators.find_id("wetland_area")].unit = *plain.units.find("公顷");
      CAPTURE(csv);
      const std::string found = told_of(plain, csv, {});
      CHECK(found == told_of(converted, csv, {}));
      findings += found.empty() ? 0 : 1;
    }
  }
  CHECK(findings > 40);
}

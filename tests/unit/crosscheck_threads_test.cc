// SPDX-License-Identifier: Apache-2.0
// Threads look at ranges of series; what is told is the same however many there are, and where ranges end.
#include <doctest/doctest.h>

#include <map>
#include <random>
#include <string>
#include <tuple>
#include <vector>

#include "crosscheck/crosscheck.h"
#include "submission_reading.h"

using namespace kaohe;
using namespace kaohe::small;

namespace {

constexpr int kCounties = 300;
constexpr int kColumns = 16;

std::string code_of(int county) { return std::to_string(360500 + county); }

// Many counties of one prefecture, and many indicators.
Catalog large_catalog() {
  Catalog all = catalog();
  for (int i = 0; i < kCounties; ++i) {
    const auto index = static_cast<std::uint32_t>(all.regions.regions.size());
    Region region;
    region.code = code_of(i);
    region.name = "甲" + code_of(i) + "县";
    region.parent = "360400";
    region.from = {1983, 1, 1};
    region.lineage = index;
    all.regions.by_code[region.code].push_back(index);
    all.regions.by_parent[region.parent].push_back(index);
    all.regions.by_name.add(name_key(region.name), index);
    all.regions.regions.push_back(region);
  }
  for (int i = 0; i < kColumns; ++i) {
    const std::string id = "land_" + std::to_string(10 + i);
    add_indicator(all, id, {id}, id, "公顷", {Rational(0), std::nullopt, ">= 0"});
    all.indicators.indicators.back().over_time = Fold::kLast;
    all.indicators.indicators.back().over_regions = Fold::kSum;
  }
  return all;
}

void add_check(Catalog& all, const std::string& toml) {
  static const std::string kTitle = "title = { zh = \"甲\", en = \"a\" }\nwhy = { zh = \"甲\", en = \"a\" }\n";
  Problems problems;
  const std::string id = "id = \"c" + std::to_string(all.checks.size()) + "\"\n";
  const std::vector<Check> checks = load_checks({"checks.toml", "[[check]]\n" + id + kTitle + toml}, all.indicators, problems);
  REQUIRE(problems.all().empty());
  all.checks.push_back(checks.front());
}

// All that the checks tell, word by word.
std::string told(const Catalog& all, const FigureTable& figures, std::size_t threads, std::size_t& count) {
  Problems problems;
  cross_check(all, figures, {}, threads, problems);
  std::string out;
  for (const Problem& one : problems.all()) {
    out += std::string(one.code) + " " + excel_cell(one.place) + " " + one.text + " " + one.message.zh + " " + one.message.en + " " + one.hint.en;
    if (one.more > 0) out += " and " + std::to_string(one.more) + " to " + excel_cell(one.last);
    out += "\n";
  }
  count = problems.count(Severity::kWarning);
  return out;
}

// Told by one thread; the same by others. How many, with those that are counted only.
std::string told_by_all(const Catalog& all, const std::string& csv, std::size_t& count) {
  Problems problems;
  const Submission submission = load_submission({{"f.csv", csv}}, all, header_words(), {}, problems);
  const std::string alone = told(all, submission.figures, 1, count);
  for (const std::size_t threads : {2, 7}) {
    std::size_t again = 0;
    CHECK(told(all, submission.figures, threads, again) == alone);
    CHECK(again == count);
  }
  return alone;
}

using Written = std::map<std::string, std::vector<std::string>>;  // one number as it may be written

struct Having {
  std::size_t count = 0;
  int first = 0, last = 0;
};
using Years = std::map<int, std::map<std::string, Having>>;  // the counties that have each number

std::string numbers_at_random(std::uint32_t seed, const Written& written, Years& years) {
  std::mt19937 random(seed);
  std::string csv = "代码,时期,指标,数值,单位\n";
  for (int county = 0; county < kCounties; ++county) {
    for (int year = 2018; year <= 2021; ++year) {
      if (random() % 10 == 0) continue;  // a gap
      auto number = written.begin();
      std::advance(number, random() % 2 == 0 ? seed % written.size() : random() % written.size());
      csv += code_of(county) + "," + std::to_string(year) + ",land_10," + number->second[random() % number->second.size()] + "\n";
      Having& having = years[year][number->first];
      if (having.count++ == 0) having.first = county;
      having.last = county;
    }
  }
  return csv;
}

}  // namespace

TEST_CASE("more findings than are listed are the same for any number of threads") {
  Catalog all = large_catalog();
  for (const char* check : {"kind = \"jump\"\nlimit = \"50 %\"\n", "kind = \"same-year\"\nleast = 3\n", "kind = \"parts\"\n"}) add_check(all, check);
  for (const int oddness : {2, 8, 30, 1000}) {  // one in so many is odd
    std::mt19937 random(7);
    const auto odd = [&] { return static_cast<int>(random() % 1000) * oddness < 1000; };
    std::string csv = "代码,时期";
    for (int i = 0; i < kColumns; ++i) csv += ",land_" + std::to_string(10 + i);
    csv += "\n";
    std::size_t jumps = 0, equal_years = 0;
    for (int county = kCounties - 1; county >= -1; --county) {  // rows in another order than the register's
      std::vector<int> before;
      for (int year = 2018; year <= 2020; ++year) {
        csv += (county < 0 ? "360400" : code_of(county)) + "," + std::to_string(year);
        const bool as_before = year > 2018 && odd();
        for (int i = 0; i < kColumns; ++i) {
          int value = 100 + year - 2018;
          if (year > 2018 && odd()) value *= 3;
          if (as_before) value = before[static_cast<std::size_t>(i)];
          if (year > 2018 && 2 * std::abs(value - before[static_cast<std::size_t>(i)]) > before[static_cast<std::size_t>(i)]) ++jumps;
          csv += "," + std::to_string(value);
          if (year == 2018) before.push_back(value);
          before[static_cast<std::size_t>(i)] = value;
        }
        equal_years += as_before ? 1 : 0;
        csv += "\n";
      }
    }
    std::size_t count = 0;
    const std::string found = told_by_all(all, csv, count);
    CHECK(count == jumps + equal_years + 3 * kColumns);  // and each total is far below its parts
    CHECK((found.find(" to ") != std::string::npos) == (oddness < 30));
  }
}

TEST_CASE("clusters on the target are counted over all ranges") {
  Catalog all = large_catalog();
  add_check(all, "kind = \"on-target\"\nleast = 2\n");
  const std::size_t indicator = all.indicators.find_id("land_10").value();
  const std::vector<std::string> targets = {"50", "70.5", "3000000000", "123456789012345678901234567890"};
  for (const std::string& target : targets) {
    Rule rule;
    rule.full_id = "p/" + target;
    rule.plain.indicator = indicator;
    rule.plain.test.target.value = parse_decimal(target)->value;
    rule.plain.test.target.text = target;
    all.plans.front().rules.push_back(rule);
  }
  const Written written = {  // in the unit of the indicator and in another
      {"50", {"50,公顷", "50.0,公顷", "0.0050,万公顷"}}, {"70.5", {"70.5,公顷", "70.500,公顷", "0.00705,万公顷"}},
      {"3000000000", {"3000000000,公顷", "3000000000.0,公顷", "300000.0000,万公顷"}},
      {"123456789012345678901234567890", {"123456789012345678901234567890,公顷"}}, {"51", {"51,公顷", "0.0051,万公顷"}}, {"-", {"-,公顷"}}};
  std::size_t clusters = 0;
  for (std::uint32_t seed = 0; seed < 12; ++seed) {
    Years years;
    std::string csv = numbers_at_random(seed, written, years);
    csv += "360400,2018,land_10,50,公顷\n360100,2018,land_10,50,公顷\n360000,2018,land_10,50,公顷\n";  // two prefectures; provinces do not count
    std::size_t count = 0;
    const std::string found = told_by_all(all, csv, count);
    std::size_t expected = 1;
    CHECK(found.find("2 of 2 regions of one level are exactly on the target 50") != std::string::npos);
    for (auto& [of_year, numbers] : years) {
      const int year = of_year;  // clang 14 captures no structured binding
      std::size_t values = 0;
      for (const auto& [number, of] : numbers) values += number == "-" ? 0 : of.count;
      for (const std::string& target : targets) {
        const Having& of = numbers[target];
        if (of.count * 2 < values) continue;
        ++expected;
        const auto naming = [&](int county) { return "\"land_10\" of 甲" + code_of(county) + "县 " + std::to_string(year); };
        const std::size_t at = found.find(std::to_string(of.count) + " of " + std::to_string(values) + " regions of one level are exactly on the target " + target +
                                          " of p/" + target + ", the first and last " + naming(of.first));
        REQUIRE(at != std::string::npos);
        CHECK(found.substr(at, found.find('\n', at) - at).find(" and " + naming(of.last)) != std::string::npos);
      }
    }
    CHECK(count == expected);
    clusters += expected;
  }
  CHECK(clusters > 12 + 10);
}

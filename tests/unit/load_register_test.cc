// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include "base/text.h"
#include "table_fixture.h"

namespace kaohe {
namespace {

const Register& regions() { return fixture::catalog().regions; }

const Region& entry(std::string_view code, const Date& day) {
  return regions()[regions().find_code(code, day).value()];
}

// "code+code" of the entries that a name stands for.
std::string named(std::string_view name) {
  const auto found = regions().by_name.find(name_key(name));
  if (found == regions().by_name.end()) return "";
  std::string codes;
  for (const std::uint32_t index : found->second) codes += (codes.empty() ? "" : "+") + regions()[index].code;
  return codes;
}

TEST_CASE("pure succession makes one lineage, splits, mergers and land that moved do not") {
  constexpr Date kBefore = {2014, 6, 1};
  struct Row {
    std::string code;
    Date day;
    std::string newest;  // code and name of the newest entry of the lineage
    bool from_merger;
  };
  const Row rows[] = {
      {"360421", kBefore, "360404 柴桑区", false},  // 九江县 became 柴桑区
      {"360404", {2020, 1, 1}, "360404 柴桑区", false},
      {"360122", kBefore, "360112 新建区", false},      // land that moved later changes nothing
      {"360402", kBefore, "360402 庐山区", false},      // split: part of it went to 庐山市
      {"360402", {2020, 1, 1}, "360402 濂溪区", true},  // the same code, yet not the same unit
      {"360427", kBefore, "360427 星子县", false},      // merged into 庐山市 with part of 庐山区
      {"360483", {2020, 1, 1}, "360483 庐山市", true},
      {"360105", kBefore, "360105 湾里区", false},        // merged into 新建区, which was there before
      {"360113", {2020, 1, 1}, "360113 红谷滩区", true},  // out of parts of others
      {"360721", kBefore, "360704 赣县区", false},
      {"360000-B01", kBefore, "360000-B01 鄱阳湖流域", false},
  };
  for (const Row& row : rows) {
    const Region& region = entry(row.code, row.day);
    const Region& newest = regions()[region.lineage];
    CAPTURE(row.code);
    CHECK(newest.code + " " + newest.name == row.newest);
    CHECK(region.from_merger == row.from_merger);
  }
}

TEST_CASE("regions are known by full and short names, with what is above in front") {
  struct Row {
    std::string name;
    std::string codes;
  };
  const Row rows[] = {
      {"江西省", "360000"},
      {"江西", "360000"},
      {"南昌", "360100"},
      {"洪城", "360100"},
      {"江西南昌", "360100"},
      {"江西省南昌市", "360100"},
      {"赣县", "360704+360721"},  // 赣县区 without its suffix, and what it was before
      {"赣", ""},                 // no form of one character
      {"赣县区", "360704"},
      {"赣州市赣县区", "360704"},
      {"江西省赣州市赣县区", "360704"},
      {"江西赣县区", "360704"},
      {"赣州赣县区", "360704"},
      {"江西赣州赣县区", "360704"},
      {"庐山", "360402+360483"},  // 庐山区 and 庐山市: ambiguous until the period tells
      {"威宁彝族回族苗族自治县", "520526"},
      {"威宁县", "520526"},
      {"威宁", "520526"},
      {"黔西南州", "522300"},
      {"黔西南", "522300"},
      {"黔西南州威宁县", "520526"},
      {"鄱阳湖流域", "360000-B01"},
      {"鄱阳湖流", ""},
      {" 江西省 　南昌市", "360100"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    CHECK(named(row.name) == row.codes);
  }
}

TEST_CASE("dates, successors and members are read") {
  CHECK(entry("360421", {2014, 1, 1}).from == Date{1983, 1, 1});
  CHECK(entry("360421", {2014, 1, 1}).to == Date{2017, 7, 18});
  const Region& xingzi = entry("360427", {2014, 1, 1});
  REQUIRE(xingzi.successors.size() == 2);
  CHECK(xingzi.successors[0].transfer_year == 2010);
  CHECK(xingzi.successors[1].transfer_year == 0);
  CHECK(entry("360000-B01", {2014, 1, 1}).members == std::vector<std::string>{"360100", "360400"});
  CHECK_FALSE(entry("360000-B01", {2014, 1, 1}).members_known);
  CHECK_FALSE(entry("360000-B02", {2014, 1, 1}).members_known);  // none are listed
  REQUIRE(regions().zones.size() == 1);
  CHECK(regions().zones.front().members.count("360427") == 1);
  CHECK(regions().zones.front().complete.count("360000") == 1);
}

TEST_CASE("each mistake in the register is told at its line and column") {
  struct Row {
    std::string from;
    std::string to;
    std::string told;
  };
  const Row rows[] = {
      {"360102,东湖区,county,360100", "360102,东湖区,county,360109", "[region-unknown] 4:1"},
      {"360102,东湖区,county", "360102,东湖区,town", "[value-unknown] 4:12"},
      {"360102,东湖区", "360102,", "[register-row] 4:1"},
      {"市辖区,1983,,360113[2019]", "市辖区,198,,360113[2019]", "[register-date] 4:30"},
      {"2015-07-23,,360113", "2015-02-30,,360113", "[region-unknown] 5:1, [register-date] 6:30, [region-unknown] 8:1"},
      {"1983,2019-11-06", "2019-11-06,2019-11-06", "[register-date] 5:41"},
      {"2016-03-20,,,,,\n360404", "2016-03-19,,,,,\n360404", "[register-overlap] 11:1"},
      {"360113[2019],,,\n360105", "360113[19],,,\n360105", "[register-row] 4:36"},
      {"360112,,,\n360112", "360119,,,\n360112", "[region-unknown] 5:1"},
      {"360100;360400;?", "360109;360400;?", "[region-unknown] 19:1"},
      {"360000,江西省,province,,", "360000,江西省,province,360100,", "[register-row] 2:1"},
      {"members,note", "member,note", "[key-missing] 1:1, [key-unknown] 1:71"},
  };
  for (const Row& row : rows) {
    Problems problems;
    (void)load_register({"regions.csv", fixture::replaced(fixture::kRegions, row.from, row.to)},
                        {"zones.toml", fixture::kZonesToml}, {"zones.csv", fixture::kZones}, problems);
    CAPTURE(row.from);
    CAPTURE(row.to);
    CHECK(fixture::told(problems) == row.told);
  }
}

TEST_CASE("a register that is no UTF-8 is told at the byte") {
  Problems problems;
  (void)load_register({"regions.csv", fixture::replaced(fixture::kRegions, "南昌市", "\xFF\xFF")},
                      {"zones.toml", fixture::kZonesToml}, {"zones.csv", fixture::kZones}, problems);
  CHECK(fixture::told(problems).find("[table-encoding] 3:8") != std::string::npos);
}

TEST_CASE("each mistake in the zones is told at its line and column") {
  struct Row {
    std::string toml;
    std::string csv;
    std::string told;
  };
  const Row rows[] = {
      {fixture::kZonesToml, fixture::replaced(fixture::kZones, "poor-county", "poor"), "[zone-unknown] 2:1"},
      {fixture::kZonesToml, fixture::replaced(fixture::kZones, "360427", "360499"), "[region-unknown] 2:13"},
      {fixture::replaced(fixture::kZonesToml, "\"360000\"", "\"370000\""), fixture::kZones, "[region-unknown] 5:13"},
      {fixture::replaced(fixture::kZonesToml, "complete", "compete"), fixture::kZones, "[key-unknown] 5:1"},
      {fixture::kZonesToml + std::string(fixture::kZonesToml), fixture::kZones, "[id-duplicate] 9:6"},
  };
  for (const Row& row : rows) {
    Problems problems;
    (void)load_register({"regions.csv", fixture::kRegions}, {"zones.toml", row.toml}, {"zones.csv", row.csv}, problems);
    CAPTURE(row.told);
    CHECK(fixture::told(problems) == row.told);
  }
}

}  // namespace
}  // namespace kaohe

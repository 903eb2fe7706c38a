// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include "model/region.h"

namespace kaohe {
namespace {

// A small register: a province with two cities; 庐山区 became 濂溪区 under the same code, 九江县 became 柴桑区 under
// another; 贵安新区 is a zone over counties; 甲湖流域 is a basin of listed counties.
struct Sample {
  Register all;

  std::uint32_t add(std::string code, std::string name, RegionLevel level, std::string parent, int from, std::optional<Date> to = {}) {
    Region region;
    region.code = code;
    region.name = std::move(name);
    region.level = level;
    region.parent = std::move(parent);
    region.from = {static_cast<std::int16_t>(from), 1, 1};
    region.to = to;
    const auto index = static_cast<std::uint32_t>(all.regions.size());
    region.lineage = index;
    all.regions.push_back(std::move(region));
    all.by_code[code].push_back(index);
    all.by_parent[all.regions.back().parent].push_back(index);
    return index;
  }

  std::uint32_t province = add("360000", "江西省", RegionLevel::kProvince, "", 1981);
  std::uint32_t city = add("360400", "九江市", RegionLevel::kPrefecture, "360000", 1981);
  std::uint32_t lushan = add("360402", "庐山区", RegionLevel::kCounty, "360400", 1981, Date{2016, 3, 20});
  std::uint32_t lianxi = add("360402", "濂溪区", RegionLevel::kCounty, "360400", 2017);
  std::uint32_t xunyang = add("360403", "浔阳区", RegionLevel::kCounty, "360400", 1981);
  std::uint32_t chaisang = add("360404", "柴桑区", RegionLevel::kCounty, "360400", 2018);
  std::uint32_t jiujiang = add("360421", "九江县", RegionLevel::kCounty, "360400", 1981, Date{2018, 1, 1});
  std::uint32_t other = add("360900", "宜春市", RegionLevel::kPrefecture, "360000", 1981);
  std::uint32_t zone = add("36Z001", "甲新区", RegionLevel::kZone, "360000", 2010);
  std::uint32_t basin = add("B36001", "甲湖流域", RegionLevel::kBasin, "360000", 1981);

  Sample() {
    all.regions[lushan].lineage = lianxi;
    all.regions[jiujiang].lineage = chaisang;
    all.regions[basin].members = {"360403", "360421"};
  }
  std::string codes(const std::vector<std::uint32_t>& entries) const {
    std::string text;
    for (const std::uint32_t entry : entries) text += all[entry].name + " ";
    return text;
  }
};

TEST_CASE("a code is found as of a day, else the nearest entry of it") {
  const Sample s;
  CHECK(s.all.find_code("360402", {2015, 12, 31}) == s.lushan);
  CHECK(s.all.find_code("360402", {2016, 3, 19}) == s.lushan);
  CHECK(s.all.find_code("360402", {2016, 3, 20}) == s.lushan);   // a gap: one day after the one's end
  CHECK(s.all.find_code("360402", {2016, 12, 31}) == s.lianxi);  // a gap: one day before the other's start
  CHECK(s.all.find_code("360402", {2020, 12, 31}) == s.lianxi);
  CHECK(s.all.find_code("360402", {1950, 1, 1}) == s.lushan);
  CHECK(s.all.find_code("360421", {2020, 12, 31}) == s.jiujiang);
  CHECK_FALSE(s.all.find_code("369999", {2020, 12, 31}));
}

TEST_CASE("an entry leads to the one of its lineage that existed on a day") {
  const Sample s;
  CHECK(s.all.in_lineage(s.jiujiang, {2020, 12, 31}) == s.chaisang);
  CHECK(s.all.in_lineage(s.chaisang, {2016, 12, 31}) == s.jiujiang);
  CHECK(s.all.in_lineage(s.jiujiang, {2018, 1, 1}) == s.chaisang);  // the end is exclusive
  CHECK(s.all.in_lineage(s.jiujiang, {2017, 12, 31}) == s.jiujiang);
  CHECK_FALSE(s.all.in_lineage(s.lianxi, {2016, 6, 1}));
  CHECK_FALSE(s.all.in_lineage(s.jiujiang, {1950, 1, 1}));
}

TEST_CASE("children are the direct administrative parts of the day, by code") {
  const Sample s;
  CHECK(s.codes(s.all.children(s.province, {2020, 12, 31})) == "九江市 宜春市 ");
  CHECK(s.codes(s.all.children(s.city, {2020, 12, 31})) == "濂溪区 浔阳区 柴桑区 ");
  CHECK(s.codes(s.all.children(s.city, {2015, 12, 31})) == "庐山区 浔阳区 九江县 ");
  CHECK(s.codes(s.all.children(s.other, {2020, 12, 31})).empty());
  CHECK(s.codes(s.all.children(s.basin, {2020, 12, 31})) == "浔阳区 柴桑区 ");
  CHECK(s.codes(s.all.children(s.basin, {2016, 12, 31})) == "浔阳区 九江县 ");
}

TEST_CASE("descendants are everything below, by code") {
  const Sample s;
  CHECK(s.codes(s.all.descendants(s.province, {2020, 12, 31})) == "九江市 濂溪区 浔阳区 柴桑区 宜春市 甲新区 甲湖流域 ");
  CHECK(s.codes(s.all.descendants(s.city, {2015, 12, 31})) == "庐山区 浔阳区 九江县 ");
  CHECK(s.codes(s.all.descendants(s.basin, {2020, 12, 31})) == "浔阳区 柴桑区 ");
}

TEST_CASE("descendants of members are below, wherever these lie") {
  Sample s;
  s.add("420101", "乙县", RegionLevel::kCounty, "420000", 1981);
  s.add("42S001", "乙断面", RegionLevel::kSection, "420101", 1981);
  CHECK(s.codes(s.all.descendants(s.other, {2020, 12, 31})).empty());
  s.all.regions[s.basin].members = {"420101"};
  s.all.regions[s.basin].parent = "360900";
  s.all.by_parent["360900"].push_back(s.basin);
  CHECK(s.codes(s.all.descendants(s.other, {2020, 12, 31})) == "甲湖流域 乙县 乙断面 ");
}

TEST_CASE("within holds for the same unit, for what is above it, and for a basin's members") {
  const Sample s;
  CHECK(s.all.within(s.jiujiang, s.province));
  CHECK(s.all.within(s.jiujiang, s.chaisang));
  CHECK(s.all.within(s.chaisang, s.city));
  CHECK(s.all.within(s.chaisang, s.basin));
  CHECK(s.all.within(s.basin, s.province));
  CHECK_FALSE(s.all.within(s.city, s.chaisang));
  CHECK_FALSE(s.all.within(s.chaisang, s.other));
  CHECK_FALSE(s.all.within(s.lianxi, s.basin));
}

TEST_CASE("membership is unknown where the list is not complete") {
  const Sample s;
  const Zone open{"z", {}, {"360421"}, {}, ""};
  const Zone complete{"z", {}, {"360421"}, {"360000"}, ""};
  CHECK(s.all.member_of(s.jiujiang, open) == Membership::kYes);
  CHECK(s.all.member_of(s.chaisang, open) == Membership::kYes);
  CHECK(s.all.member_of(s.lianxi, open) == Membership::kUnknown);
  CHECK(s.all.member_of(s.lianxi, complete) == Membership::kNo);
  CHECK(s.all.member_of(s.province, complete) == Membership::kNo);
}

TEST_CASE("parents in a circle do not hang") {
  Sample s;
  s.all.regions[s.city].parent = "360900";
  s.all.regions[s.other].parent = "360400";
  s.all.regions[s.xunyang].parent = "360403";
  s.all.by_parent = {{"360900", {s.city}}, {"360400", {s.lianxi, s.other, s.chaisang}}, {"360403", {s.xunyang}}};
  s.all.regions[s.basin].members = {"B36001", "360403"};
  CHECK_FALSE(s.all.within(s.lianxi, s.province));
  CHECK(s.codes(s.all.descendants(s.city, {2020, 12, 31})) == "濂溪区 柴桑区 宜春市 ");
  CHECK(s.all.member_of(s.lianxi, Zone{"z", {}, {}, {"360000"}, ""}) == Membership::kUnknown);
  CHECK(s.codes(s.all.descendants(s.basin, {2020, 12, 31})) == "浔阳区 ");
  CHECK(s.all.within(s.basin, s.basin));
}

TEST_CASE("zones are found by id") {
  Sample s;
  s.all.zones.push_back({"former-poverty-county", {}, {}, {}, ""});
  REQUIRE(s.all.find_zone("former-poverty-county"));
  CHECK(s.all.find_zone("other") == nullptr);
}

}  // namespace
}  // namespace kaohe

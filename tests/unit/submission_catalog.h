// SPDX-License-Identifier: Apache-2.0
// A small catalog and the words of headers, built in memory: enough of Jiangxi's register to show changes of names,
// codes and borders. Shared by the tests of reading submissions and their fuzzer.
#pragma once

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "base/text.h"
#include "load/load.h"
#include "model/catalog.h"

namespace kaohe::small {

inline void add_unit(UnitTable& table, UnitOfMeasure unit) {
  std::vector<std::string> names = unit.names;
  names.push_back(unit.id);
  for (const std::string& name : names) table.by_key.emplace(unit_key(name), table.units.size());
  table.units.push_back(std::move(unit));
}

inline UnitTable units() {
  UnitTable table;
  add_unit(table, {"%", "share", Rational(1, 100), {"百分之", "percent"}, {}});
  add_unit(table, {"pp", "share difference", Rational(1, 100), {"个百分点", "百分点"}, {}});
  add_unit(table, {"万公顷", "area", Rational(100000000), {}, {}});
  add_unit(table, {"公顷", "area", Rational(10000), {"ha"}, {}});
  add_unit(table, {"km²", "area", Rational(1000000), {"平方公里"}, {}});
  add_unit(table, {"亩", "area", Rational(10000, 15), {}, {}});
  add_unit(table, {"μg/m³", "mass/volume", Rational(1), {"微克/立方米"}, {}});
  return table;
}

inline void add_indicator(Catalog& catalog, std::string id, std::vector<std::string> zh, std::string en,
                          const std::string& unit, Range range) {
  Indicator indicator;
  indicator.id = std::move(id);
  indicator.names_zh = std::move(zh);
  indicator.names_en = {std::move(en)};
  indicator.unit = *catalog.units.find(unit);
  indicator.range = std::move(range);
  const std::size_t index = catalog.indicators.indicators.size();
  catalog.indicators.by_id.emplace(indicator.id, index);
  std::vector<std::string> names = indicator.names_zh;
  names.push_back(indicator.id);
  names.push_back(indicator.names_en.front());
  for (const std::string& name : names) catalog.indicators.by_name.add(name_key(name), index);
  catalog.indicators.indicators.push_back(std::move(indicator));
}

struct RegionRow {
  const char* code;
  const char* name;
  RegionLevel level;
  const char* parent;
  Date from;
  std::optional<Date> to;
  std::vector<Successor> successors;
  std::vector<std::string> other_names;
  const char* lineage;  // "code name" of the newest entry; empty: itself
};

inline Register regions() {
  const Date old{1983, 1, 1};
  const auto province = RegionLevel::kProvince;
  const auto prefecture = RegionLevel::kPrefecture;
  const auto county = RegionLevel::kCounty;
  const std::vector<RegionRow> rows = {
      {"360000", "江西省", province, "", old, {}, {}, {"江西"}, ""},
      {"360100", "南昌市", prefecture, "360000", old, {}, {}, {"南昌"}, ""},
      {"360102", "东湖区", county, "360100", old, {}, {}, {"东湖"}, ""},
      {"360105", "湾里区", county, "360100", old, Date{2019, 11, 6}, {{"360112", 0}}, {"湾里"}, ""},
      {"360112", "新建区", county, "360100", {2015, 7, 23}, {}, {}, {"新建"}, ""},
      {"360113", "红谷滩区", county, "360100", {2019, 11, 6}, {}, {}, {"红谷滩"}, ""},
      {"360121", "南昌县", county, "360100", old, {}, {}, {"南昌"}, ""},
      {"360122", "新建县", county, "360100", old, Date{2015, 7, 23}, {{"360112", 0}}, {"新建"}, "360112 新建区"},
      {"360400", "九江市", prefecture, "360000", old, {}, {}, {"九江"}, ""},
      {"360402", "庐山区", county, "360400", old, Date{2016, 3, 20}, {{"360402", 0}, {"360483", 0}}, {}, ""},
      {"360402", "濂溪区", county, "360400", {2016, 3, 20}, {}, {}, {"濂溪"}, ""},
      {"360404", "柴桑区", county, "360400", {2017, 7, 18}, {}, {}, {"柴桑"}, ""},
      {"360421", "九江县", county, "360400", old, Date{2017, 7, 18}, {{"360404", 0}}, {"九江"}, "360404 柴桑区"},
  };
  Register all;
  for (const RegionRow& row : rows) {
    const auto index = static_cast<std::uint32_t>(all.regions.size());
    Region region;
    region.code = row.code;
    region.name = row.name;
    region.level = row.level;
    region.parent = row.parent;
    region.from = row.from;
    region.to = row.to;
    region.successors = row.successors;
    region.other_names = row.other_names;
    all.by_code[region.code].push_back(index);
    all.by_parent[region.parent].push_back(index);
    all.by_name.add(name_key(region.name), index);
    for (const std::string& name : region.other_names) all.by_name.add(name_key(name), index);
    region.lineage = index;
    all.regions.push_back(std::move(region));
  }
  for (std::size_t i = 0; i < rows.size(); ++i) {
    for (std::uint32_t j = 0; j < all.regions.size(); ++j) {
      if (all.regions[j].code + " " + all.regions[j].name == rows[i].lineage) all.regions[i].lineage = j;
    }
  }
  return all;
}

inline Rule rule(std::string id, Phrase title, std::vector<std::string> aliases) {
  Rule one;
  one.full_id = "plan-2017/" + id;
  one.id = std::move(id);
  one.title = std::move(title);
  one.aliases = std::move(aliases);
  return one;
}

inline Catalog catalog() {
  Catalog all;
  all.units = units();
  const Range share{Rational(0), Rational(100), "0 % .. 100 %"};
  const Range amount{Rational(0), std::nullopt, ">= 0"};
  add_indicator(all, "forest_coverage", {"森林覆盖率"}, "forest coverage", "%", share);
  add_indicator(all, "wetland_area", {"湿地面积", "湿地保有量"}, "wetland area", "万公顷", amount);
  add_indicator(all, "pm25", {"PM2.5年均浓度", "细颗粒物浓度"}, "PM2.5", "μg/m³", amount);
  add_indicator(all, "good_water_state", {"国考断面水质优良比例", "水质优良比例"}, "good water at state sections", "%", share);
  add_indicator(all, "good_water_all", {"地表水水质优良比例", "水质优良比例"}, "good surface water", "%", share);
  add_indicator(all, "forest_growth", {"森林覆盖率提高"}, "growth of forest coverage", "pp", {});
  all.regions = regions();
  Plan plan;
  plan.id = "plan-2017";
  plan.rules.push_back(rule("river-chiefs", {"全面推行河长制", "river chiefs everywhere"}, {"河长制"}));
  plan.rules.push_back(rule("audit", {"领导干部自然资源资产离任审计", "audit of officials leaving office"}, {"离任审计"}));
  all.plans.push_back(std::move(plan));
  return all;
}

inline HeaderWords header_words() {
  HeaderWords words;
  const std::vector<std::pair<std::string, std::string>> columns = {
      {"region", "region"}, {"地区", "region"}, {"县市区", "region"}, {"region_code", "region_code"}, {"代码", "region_code"},
      {"period", "period"}, {"时期", "period"}, {"年份", "period"}, {"indicator", "indicator"}, {"指标", "indicator"},
      {"value", "value"}, {"数值", "value"}, {"unit", "unit"}, {"单位", "unit"}, {"UNIT_MULT", "unit_mult"},
      {"source", "source"}, {"来源", "source"}, {"note", "note"}, {"备注", "note"}, {"duty", "duty"}, {"任务", "duty"},
      {"date", "date"}, {"日期", "date"}, {"status", "status"}, {"状态", "status"}, {"item", "item"}, {"子项", "item"},
      {"document", "document"}, {"文号", "document"}, {"evidence", "evidence"}, {"佐证", "evidence"},
      {"ended", "ended"}, {"失效日期", "ended"}, {"设区市", "prefecture"},
      {"县（市、区）", "county"}, {"县", "county"}, {"REF_AREA", "region_code"}, {"TIME_PERIOD", "period"}, {"OBS_VALUE", "value"},
      {"UNIT_MEASURE", "unit"}, {"OBS_STATUS", "obs_status"}, {"ACTION", "action"}};
  for (const auto& pair : columns) words.columns.emplace_back(name_key(pair.first), pair.second);
  const std::vector<std::pair<std::string, std::string>> statuses = {
      {"started", "started"}, {"启动", "started"}, {"issued", "issued"}, {"印发", "issued"}, {"completed", "completed"},
      {"已完成", "completed"}, {"in force", "in force"}, {"施行", "in force"}, {"not done", "not done"}, {"未完成", "not done"}};
  for (const auto& pair : statuses) words.statuses.emplace_back(name_key(pair.first), pair.second);
  for (const char* mark : {"—", "——", "－", "-", "…", "……", "空", "无", "暂无", "NA", "N/A"}) words.missing.push_back(name_key(mark));
  for (const char* total : {"合计", "总计", "小计", "全省", "全市", "total"}) words.totals.push_back(name_key(total));
  words.notes = {"注", "说明", "数据来源"};
  words.unit_lines = {"单位：", "单位:"};
  return words;
}

}  // namespace kaohe::small

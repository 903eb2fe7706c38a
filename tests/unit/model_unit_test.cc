// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include "model/unit.h"

namespace kaohe {
namespace {

UnitTable sample() {
  UnitTable table;
  const auto add = [&table](std::string id, std::string dimension, Rational factor, std::vector<std::string> names) {
    names.push_back(id);
    for (const std::string& name : names) table.by_key[unit_key(name)] = table.units.size();
    table.units.push_back({std::move(id), std::move(dimension), std::move(factor), std::move(names), {}});
  };
  add("%", "share", Rational(1, 100), {"％", "百分比"});
  add("pp", "share difference", Rational(1, 100), {"个百分点"});
  add("μg", "mass", Rational(1, 1000000), {"微克"});
  add("g", "mass", 1, {"克"});
  add("t", "mass", 1000000, {"吨"});
  add("m³", "volume", 1, {"立方米"});
  add("L", "volume", Rational(1, 1000), {"升"});
  add("km²", "area", 1000000, {"平方公里", "平方千米"});
  add("万公顷", "area", 100000000, {});
  add("亩", "area", Rational(2000, 3), {});
  add("万元", "money", 10000, {});
  return table;
}

TEST_CASE("a unit is the same however its width, blanks and signs are typed") {
  struct Row {
    std::string a;
    std::string b;
  };
  const Row rows[] = {{"％", "%"},           {" % ", "%"},        {"万 公 顷", "万公顷"},   {"万\u3000公顷", "万公顷"},
                      {"\u00B5g", "\u03BCg"}, {"μg／m³", "μg/m³"}, {"μg/m3", "μg/m³"},      {"km2", "km²"},
                      {"ｔ", "t"},           {"\uFEFF%", "%"},    {"微克／立方米", "微克/立方米"}};
  for (const Row& row : rows) {
    CAPTURE(row.a);
    CHECK(unit_key(row.a) == unit_key(row.b));
  }
  CHECK(unit_key("kW") != unit_key("KW"));
  CHECK(unit_key("\xFF%") == "\xFF%");
}

TEST_CASE("a unit is found by its names, and a ratio of two by its parts") {
  struct Row {
    std::string name;
    std::string dimension;
    Rational factor;
  };
  const Row rows[] = {
      {"％", "share", Rational(1, 100)},
      {"平方千米", "area", 1000000},
      {"μg/m³", "mass/volume", Rational(1, 1000000)},
      {"\u00B5g／m3", "mass/volume", Rational(1, 1000000)},
      {"微克/立方米", "mass/volume", Rational(1, 1000000)},
      {"微克每立方米", "mass/volume", Rational(1, 1000000)},
      {"每立方米微克", "mass/volume", Rational(1, 1000000)},
      {"g / L", "mass/volume", 1000},
      {"亩/万公顷", "share", Rational(1, 150000)},
      {"立方米/万元", "volume/money", Rational(1, 10000)},
      {"吨/亩", "mass/area", Rational(1500)},
  };
  const UnitTable table = sample();
  for (const Row& row : rows) {
    CAPTURE(row.name);
    const auto unit = table.find(row.name);
    REQUIRE(unit);
    CHECK(unit->dimension == row.dimension);
    CHECK(unit->factor.fraction_text() == row.factor.fraction_text());
  }
  CHECK(table.find("平方千米")->id == "km²");
  CHECK(table.find(" 微克／立方米 ")->id == "微克／立方米");
}

TEST_CASE("what is no unit is refused") {
  const UnitTable table = sample();
  for (const std::string name : {"", "微克/每立方米", "微克/", "/立方米", "每立方米", "每", "/", "微克/公里", "微克//立方米", "%%", "微克/立方米/万元", "公顷万"}) {
    CAPTURE(name);
    CHECK_FALSE(table.find(name));
  }
  CHECK_FALSE(table.find(std::string(100000, '/')));
}

TEST_CASE("conversion is exact and only within a dimension") {
  const UnitTable table = sample();
  const auto factor = [&table](const char* from, const char* to) -> std::string {
    const auto result = conversion(*table.find(from), *table.find(to));
    return result ? result->fraction_text() : "none";
  };
  CHECK(factor("万公顷", "km²") == "100");
  CHECK(factor("km²", "万公顷") == "1/100");
  CHECK(factor("万公顷", "亩") == "150000");
  CHECK(factor("亩", "km²") == "1/1500");
  CHECK(factor("μg/m³", "微克/立方米") == "1");
  CHECK(factor("μg/L", "μg/m³") == "1000");
  CHECK(factor("亩/亩", "%") == "100");
  CHECK(factor("%", "pp") == "none");
  CHECK(factor("万公顷", "立方米") == "none");
  CHECK(factor("μg/m³", "μg") == "none");
}

}  // namespace
}  // namespace kaohe

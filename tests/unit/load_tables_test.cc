// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include "base/text.h"
#include "table_fixture.h"

namespace kaohe {
namespace {

std::string unit(const std::string& id, const std::string& factor, const std::string& more = "") {
  return fmt::format("[[unit]]\nid = \"{}\"\ndimension = \"area\"\nfactor = {}\n{}", id, factor, more);
}

TEST_CASE("factors of units are exact") {
  struct Row {
    std::string written;
    std::string factor;
  };
  for (const Row& row :
       {Row{"\"10000\"", "10000"}, {"\"0.0001\"", "1/10000"}, {"\"1/3\"", "1/3"}, {"\"2000/3\"", "2000/3"}}) {
    Problems problems;
    const UnitTable table = load_units({"units.toml", unit("亩", row.written)}, problems);
    CHECK(fixture::told(problems) == "");
    REQUIRE(table.units.size() == 1);
    CHECK(table.units.front().factor.fraction_text() == row.factor);
  }
}

TEST_CASE("each mistake in units.toml is told at its line and column") {
  struct Row {
    std::string text;
    std::string told;
  };
  const Row rows[] = {
      {unit("亩", "10000"), "[value-type] 4:10"},
      {unit("亩", "0.1"), "[value-type] 4:10"},
      {unit("亩", "\"0\""), "[value-unknown] 4:10"},
      {unit("亩", "\"-1\""), "[value-unknown] 4:10"},
      {unit("亩", "\"1/0\""), "[value-unknown] 4:10"},
      {unit("亩", "\"1e3\""), "[value-unknown] 4:10"},
      {unit("亩", "\"1\"", "name = [\"mu\"]"), "[key-unknown] 5:1"},
      {unit("亩", "\"1\"") + unit("亩", "\"2\""), "[id-duplicate] 6:6"},
      {unit("亩", "\"1\"") + unit("mu", "\"2\"", "names = [\"m\", \" 亩 \"]"), "[id-duplicate] 9:15"},
      {"[[unit]]\nid = \"亩\"", "[key-missing] 1:1, [key-missing] 1:1"},
      {"", "[key-missing] 1:1"},
      {"[[unit]]\nid = \"亩", "[toml-syntax] 2:8"},
  };
  for (const Row& row : rows) {
    Problems problems;
    (void)load_units({"units.toml", row.text}, problems);
    CAPTURE(row.text);
    CHECK(fixture::told(problems) == row.told);
  }
}

std::string indicator(const std::string& id, const std::string& unit_id, const std::string& more) {
  return fmt::format(
      "[[indicator]]\nid = \"{0}\"\nnames = {{ zh = [\"甲{0}\"], en = [\"{0}\"] }}\nunit = \"{1}\"\n{2}\n", id, unit_id,
      more);
}

TEST_CASE("each mistake in indicators.toml is told at its line and column") {
  const std::string forest = indicator("forest", "公顷", "");
  struct Row {
    std::string text;
    std::string told;
  };
  const Row rows[] = {
      {indicator("a", "公亩", ""), "[unit-unknown] 4:8"},
      {indicator("a", "%", "range = \"0 .. 100 %\"\nbetter = \"higher\""), ""},
      {indicator("a", "%", "range = \"0 公顷 ..\""), "[unit-dimension] 5:9"},
      {indicator("a", "%", "range = \"100 % .. 0 %\""), "[range-empty] 5:9"},
      {indicator("a", "%", "range = \">= 0 %\""), "[target-syntax] 5:9"},
      {indicator("a", "%", "range = 0"), "[value-type] 5:9"},
      {indicator("a", "%", "better = \"high\""), "[value-unknown] 5:10"},
      {indicator("a", "%", "period = \"week\""), "[value-unknown] 5:10"},
      {indicator("a", "%", "over_regions = \"last\""), "[value-unknown] 5:16"},
      {indicator("a", "%", "numerator = \"forest\"") + forest, "[key-missing] 1:1"},
      {indicator("a", "%", "numerator = \"forest\"\ndenominator = \"frest\"") + forest, "[indicator-unknown] 6:15"},
      {indicator("a", "公顷", "numerator = \"forest\"\ndenominator = \"forest\"") + forest, "[unit-dimension] 5:13"},
      {indicator("a", "公顷/立方米", "numerator = \"forest\"\ndenominator = \"v\"") + forest +
           indicator("v", "立方米", ""),
       ""},
      {indicator("a", "%", "numerator = \"forest\"\ndenominator = \"forest\"\nover_regions = \"sum\"") + forest,
       "[key-contradiction] 1:1"},
      {indicator("a", "%", "numerator = \"a\"\ndenominator = \"a\""), "[indicator-cycle] 1:1"},
      {indicator("a", "%", "weight = \"b\"") + indicator("b", "%", "weight = \"a\""), "[indicator-cycle] 1:1"},
      {forest + forest, "[id-duplicate] 7:6"},
  };
  for (const Row& row : rows) {
    Problems problems;
    (void)load_indicators({"indicators.toml", row.text}, fixture::catalog().units, problems);
    CAPTURE(row.text);
    CHECK(fixture::told(problems) == row.told);
  }
}

TEST_CASE("indicators refer to one another in any order") {
  const IndicatorTable& table = fixture::catalog().indicators;
  const Indicator& coverage = table[*table.find_id("coverage")];
  CHECK(table[coverage.numerator].id == "forest");
  CHECK(table[coverage.denominator].id == "land");
  CHECK(coverage.range.low == Rational(0));
  CHECK(coverage.range.high == Rational(100));
  const Indicator& forest = table[*table.find_id("forest")];
  CHECK(forest.range.low == Rational(0));
  CHECK_FALSE(forest.range.high.has_value());
  CHECK(table.by_name.find(name_key("Forest Area"))->second.size() == 1);
}

TEST_CASE("a weight makes a weighted mean") {
  Problems problems;
  const IndicatorTable table =
      load_indicators({"indicators.toml", indicator("a", "%", "weight = \"b\"") + indicator("b", "公顷", "")},
                      fixture::catalog().units, problems);
  CHECK(fixture::told(problems) == "");
  CHECK(table[0].over_regions == Fold::kWeightedMean);
  CHECK(table[0].weight == 1);
}

TEST_CASE("words of submissions: one meaning each") {
  const std::string text =
      "[columns]\nregion = [\"地区\", \"区 域\"]\nvalue = [\"数值\"]\n[statuses]\n\"in force\" = [\"施行\"]\n"
      "[marks]\nmissing = [\"—\"]\ntotals = [\"合计\"]\nnotes = [\"注\"]\nunit_lines = [\"单位\"]\n";
  Problems problems;
  const HeaderWords words = load_headers({"headers.toml", text}, problems);
  CHECK(fixture::told(problems) == "");
  CHECK(words.columns.size() == 3);
  CHECK(words.columns[1] == std::pair<std::string, std::string>("区域", "region"));
  CHECK(words.statuses.front().second == "in force");
  CHECK(words.totals == std::vector<std::string>{"合计"});
  Problems twice;
  (void)load_headers({"headers.toml", fixture::replaced(text, "\"数值\"", "\"地区\"")}, twice);
  CHECK(fixture::told(twice) == "[id-duplicate] 3:10");
  Problems unknown;
  (void)load_headers({"headers.toml", fixture::replaced(text, "value =", "vlaue =")}, unknown);
  CHECK(fixture::told(unknown) == "[key-unknown] 3:1");
}

TEST_CASE("what the program carries with it is without fault") {
  const Sources sources = embedded_sources();
  Problems problems;
  const Catalog catalog = load_tables(sources, problems);
  CHECK(fixture::told(problems) == "");
  CHECK(catalog.checks.size() >= 7);
  CHECK(catalog.indicators.indicators.size() > 50);
  CHECK(catalog.regions.regions.size() > 200);
  REQUIRE(catalog.data.size() == 7);
  CHECK(catalog.data.front().file == "checks.toml");
  CHECK(catalog.data.front().sha256.size() == 64);
  REQUIRE(sources.data_file("units.toml") != nullptr);
  CHECK(sources.data_file("units.toml")->name == "data/units.toml");
}

TEST_CASE("directories replace what is embedded, and a table that is not there is told") {
  const auto sources = sources_from("", KAOHE_SOURCE_DIR "/rules");
  REQUIRE(sources.ok());
  CHECK(sources.value().rules.size() == embedded_sources().rules.size());
  Problems problems;
  (void)load_tables(sources.value(), problems);
  CHECK(problems.count(Severity::kError) == 6);
  CHECK(problems.all().front().code == "table-missing");
  CHECK_FALSE(sources_from(KAOHE_SOURCE_DIR "/no-such-directory", "").ok());
}

}  // namespace
}  // namespace kaohe

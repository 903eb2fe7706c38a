// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "load/submission/layout/layout.h"
#include "submission_reading.h"

using namespace kaohe;
using namespace kaohe::small;

namespace {

struct LayoutRow {
  const char* csv;
  const char* layout;
  const char* figures;
};

constexpr const char* kTwo = "360000 2020 forest_coverage 63.1\n360000 2020 wetland_area 91\n";

}  // namespace

TEST_CASE("the header tells the layout, in any order and either language") {
  const std::vector<LayoutRow> rows = {
      {"region,period,indicator,value,unit\n江西省,2020,森林覆盖率,63.1,%\n江西省,2020,湿地面积,91,万公顷\n", "long", kTwo},
      {"单位,数值,指标,年份,地区\n%,63.1,forest coverage,2020年,360000\n万公顷,91,wetland_area,2020,江西\n", "long", kTwo},
      {"Region_Code;Period;Indicator;Value\n360000;2020;forest_coverage;63.1%\n360000;2020;湿地面积;91万公顷\n", "long", kTwo},
      {"地区\t时期\t森林覆盖率(%)\t湿地面积（万公顷）\n江西省\t2020\t63.1\t91\n", "wide-indicators", kTwo},
      {"地区,时期,森林覆盖率/%,湿地面积/平方公里\n江西省,2020,63.1,9100\n", "wide-indicators", kTwo},
      {"地区,指标,单位,2020年\n江西省,森林覆盖率,%,63.1\n江西省,湿地面积,万公顷,91\n", "wide-years", kTwo},
      {"地区,指标,2019,2020\n江西省,森林覆盖率,,63.1\n", "wide-years",
       "360000 2019 forest_coverage missing\n360000 2020 forest_coverage 63.1\n"},
      {"地区,任务,日期,状态\n江西省,河长制,2017-12-31,已完成\n", "records", ""},
      {"地区,时期,指标,数值(%)\n江西省,2020,森林覆盖率,63.1\n", "long", "360000 2020 forest_coverage 63.1\n"},
      {"地区,时期,指标,数值,UNIT_MULT\n江西省,2020,湿地面积,9.1,1\n", "long", "360000 2020 wetland_area 91\n"},
  };
  for (const LayoutRow& row : rows) {
    CAPTURE(row.csv);
    const ReadBack reading = read_text(row.csv);
    CHECK(reading.submission.inputs[0].layout == row.layout);
    CHECK(figures(reading.submission) == row.figures);
    CHECK(faults(reading.problems).empty());
    CHECK(adds_up(reading.submission));
  }
}

TEST_CASE("title, unit line, blank rows and notes are stepped over, counted and told") {
  const ReadBack reading = read_text(
      "表1 2020年江西省主要指标,,\n,,单位：%\n\n地区,森林覆盖率,备注\n江西省,63.1,\n\n地区,森林覆盖率,备注\n注：快报数,,\n第二行注,,\n");
  CHECK(figures(reading.submission) == "360000 2020 forest_coverage 63.1\n");
  CHECK(account(reading.submission.inputs[0]) ==
        "read 9 header 1 data 1 skipped 7 error 0 | values 1 figures 1 missing 0 invalid 0 repeated 0");
  CHECK(count(reading.problems, "rows-skipped") == 5);
  CHECK(count(reading.problems, "period-from-title") == 1);
  CHECK(count(reading.problems, "unit-assumed") == 0);
  CHECK(faults(reading.problems).empty());
}

TEST_CASE("the unit line holds for value columns without their own") {
  const ReadBack reading = read_text("单位：公顷\n地区,时期,湿地面积,森林覆盖率(%)\n江西省,2020,910000,63.1\n");
  CHECK(figures(reading.submission) == kTwo);
  CHECK(faults(reading.problems).empty());
  CHECK(figures(read_text("2020年指标,,单位：平方公里\n地区,湿地面积,备注\n江西省,9100,\n").submission) == "360000 2020 wetland_area 91\n");
  CHECK(faults(read_text("单位：%\n地区,时期,湿地面积\n江西省,2020,91\n江西省,2019,—\n").problems) == "unit-dimension C2");
  CHECK(faults(read_text("单位：见各列\n地区,时期,湿地面积\n江西省,2020,91\n").problems) == "unit-line-unknown A1");
}

TEST_CASE("a title names a period only where it names one") {
  struct Row {
    const char* title;
    const char* period;
  };
  for (const Row& row : std::vector<Row>{{"2020年江西省指标", "2020"}, {"江西省2020年上半年指标", "2020-H1"}, {"2020年1-10月", "2020-01..10"},
                                         {"2016-2020年指标", ""}, {"2019年、2020年指标", ""}, {"江西省指标", ""},
                                         {"赣环〔2020〕15号 2019年度", "2019"}, {"2020年版 2020年度指标", "2020"}}) {
    CAPTURE(row.title);
    const std::optional<Period> period = period_of_title(row.title);
    CHECK((period ? period->text() : std::string()) == row.period);
  }
}

TEST_CASE("a header that cannot be used is told at its cell") {
  struct Row {
    const char* csv;
    const char* expected;
  };
  const std::vector<Row> rows = {
      {"地区,时期,森林复盖率,湿地面积\n江西省,2020,63.1,91\n", "indicator-unknown C1"},
      {"地区,时期,湿地面积,某数\n江西省,2020,91,12\n", "indicator-unknown D1"},
      {"地区,时期,湿地面积,\n江西省,2020,91,12\n", "column-unknown D1"},
      {"序号,地区,时期,湿地面积,联系人\n1,江西省,2020,91,王\n", ""},
      {"地区,时期,湿地面积,水质优良比例\n江西省,2020,91,80\n", "indicator-ambiguous D1"},
      {"地区,时期,湿地面积(万公倾)\n江西省,2020,91\n", "unit-unknown C1"},
      {"地区,时期,森林覆盖率(个百分点)\n江西省,2020,91\n", "unit-dimension C1"},
      {"地区,时期,时期,湿地面积\n江西省,2020,2019,91\n", "column-repeated C1"},
      {"地区,指标,2020,上年\n江西省,湿地面积,91,90\n", "column-unknown D1"},
      {"地区,指标,数值\n江西省,湿地面积,91\n", "period-missing A1"},
      {"地区,湿地面积\n江西省,91\n", "period-missing A1"},
      {"甲,乙,丙\n江西省,2020,91\n", "layout-unknown A1"},
      {"地区名字,时期,指标,数值\n江西省,2020,湿地面积,91\n", "layout-unknown A1"},
      {"", "file-empty"},
      {"\n\n", "file-empty"},
      {"地区,时期,指标,数值\n", "rows-none A1"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.csv);
    const ReadBack reading = read_text(row.csv);
    CHECK(faults(reading.problems) == row.expected);
    CHECK(adds_up(reading.submission));
  }
}

TEST_CASE("a file without a header says what it found and what it might have meant") {
  const ReadBack reading = read_text("地区名,时期,指标,数直\n江西省,2020,湿地面积,91\n");
  const Problem* problem = find(reading.problems, "layout-unknown");
  REQUIRE(problem != nullptr);
  CHECK(problem->message.en.find("地区名, 时期, 指标, 数直") != std::string::npos);
  CHECK(problem->hint.en.find("数值") != std::string::npos);
  CHECK(account(reading.submission.inputs[0]) ==
        "read 2 header 0 data 0 skipped 0 error 2 | values 0 figures 0 missing 0 invalid 0 repeated 0");
}

// SPDX-License-Identifier: Apache-2.0
// Tables as year-books and offices print them: headers of several rows, merged cells, what only the title says.
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "submission_reading.h"

using namespace kaohe;
using namespace kaohe::small;

namespace {

struct Row {
  const char* csv;
  const char* layout;
  const char* figures;
  const char* faults;
};

void check(const std::vector<Row>& rows) {
  for (const Row& row : rows) {
    CAPTURE(row.csv);
    const ReadBack reading = read_text(row.csv);
    CHECK(reading.submission.inputs[0].layout == row.layout);
    CHECK(figures(reading.submission) == row.figures);
    CHECK(faults(reading.problems) == row.faults);
    CHECK(adds_up(reading.submission));
  }
}

constexpr const char* kTwoYears = "360100 2019 forest_coverage 21\n360100 2020 forest_coverage 22\n";

}  // namespace

TEST_CASE("headers of several rows") {
  check({
      {"地区,森林覆盖率,\n,2019,2020\n南昌市,21,22\n", "wide-indicator-years", kTwoYears, ""},
      {"地区,2019,2020\n,森林覆盖率,森林覆盖率\n南昌市,21,22\n", "wide-indicator-years", kTwoYears, ""},
      {"地区,森林覆盖率（%）,\n地区,2019年,2020年\n南昌市,21,22\n", "wide-indicator-years", kTwoYears, ""},
      {"地区,年份,森林,湿地\n,,覆盖率,面积\n南昌市,2020,22,3\n", "wide-indicators", "360100 2020 forest_coverage 22\n360100 2020 wetland_area 3\n", ""},
      {"地区,年份,生态,\n,,森林覆盖率,湿地面积\n,,（%）,（公顷）\n南昌市,2020,22,30000\n", "wide-indicators",
       "360100 2020 forest_coverage 22\n360100 2020 wetland_area 3\n", ""},
      {"地区,年份,森林覆盖率,湿地面积\n单位,,%,公顷\n南昌市,2020,22,30000\n", "wide-indicators",
       "360100 2020 forest_coverage 22\n360100 2020 wetland_area 3\n", ""},
      // a row of data is no header, even where its region is blank
      {"地区,年份,森林覆盖率\n南昌市,2019,21\n,2020,22\n", "wide-indicators", kTwoYears, ""},
      {"地区,年份,森林覆盖率\n,2020,22\n", "wide-indicators", "", "region-missing A2"},
      // the header of all its rows may stand again on the next page
      {"地区,森林覆盖率,\n,2019,2020\n南昌市,21,22\n地区,森林覆盖率,\n,2019,2020\n", "wide-indicator-years", kTwoYears, ""},
  });
}

TEST_CASE("a period and an indicator in one header") {
  check({
      {"地区,2019年森林覆盖率,2020年森林覆盖率(%)\n南昌市,21,22\n", "wide-indicator-years", kTwoYears, ""},
      {"地区,森林覆盖率（2019年）,森林覆盖率（2020年，%）\n南昌市,21,22\n", "wide-indicator-years", kTwoYears, ""},
      {"地区,森林覆盖率2019年,森林覆盖率2020\n南昌市,21,22\n", "wide-indicator-years", kTwoYears, ""},
      {"地区,2019年森林覆盖率,森林覆盖率\n南昌市,21,22\n", "wide-indicator-years", "360100 2019 forest_coverage 21\n", "period-missing C1"},
  });
}

TEST_CASE("what no column says the title may say") {
  check({
      {"南昌市2019—2020年指标,,,\n指标,单位,2019,2020\n森林覆盖率,%,21,22\n", "wide-years", kTwoYears, ""},
      {"江西省南昌市森林覆盖率\n年份,森林覆盖率（%）\n2019,21\n2020,22\n", "wide-indicators", kTwoYears, ""},
      {"各市森林覆盖率（%）\n地区,2019,2020\n南昌市,21,22\n", "wide-years", kTwoYears, ""},
      {"2020年\n指标,单位,南昌市,九江市\n森林覆盖率,%,21,22\n", "wide-regions",
       "360100 2020 forest_coverage 21\n360400 2020 forest_coverage 22\n", ""},
      {"2020年\n指标,全省,南昌市,九江市\n森林覆盖率,20,21,22\n", "wide-regions",
       "360000 2020 forest_coverage 20\n360100 2020 forest_coverage 21\n360400 2020 forest_coverage 22\n", ""},
      // a title that names two says nothing
      {"南昌市和九江市\n指标,2019,2020\n森林覆盖率,21,22\n", "unknown", "", "layout-unknown A2"},
      {"森林覆盖率和湿地面积\n地区,2019,2020\n南昌市,21,22\n", "unknown", "", "layout-unknown A2"},
      {"地区,2019,2020\n南昌市,21,22\n", "unknown", "", "layout-unknown A1"},
  });
}

TEST_CASE("a header that can be read in two ways is read in neither") {
  check({
      {"地区,指标,数值,2019,2020\n南昌市,森林覆盖率,20,21,22\n", "unknown", "", "layout-ambiguous A1"},
      {"森林覆盖率\n地区,年份,2019,2020\n南昌市,2018,21,22\n", "unknown", "", "layout-ambiguous A2"},
  });
  const ReadBack reading = read_text("地区,指标,数值,2019,2020\n南昌市,森林覆盖率,20,21,22\n");
  const Problem* problem = find(reading.problems, "layout-ambiguous");
  REQUIRE(problem != nullptr);
  CHECK(problem->message.zh.find("“数值”") != std::string::npos);
  CHECK(problem->message.zh.find("2019, 2020") != std::string::npos);
}

TEST_CASE("blank cells under a merged one take the cell above") {
  check({
      {"地区,指标,时期,数值\n南昌市,森林覆盖率,2019,21\n,,2020,22\n", "long", kTwoYears, ""},
      {"地区,时期,指标,数值\n南昌市,2020,森林覆盖率,21\n,,湿地面积,3\n", "long", "360100 2020 forest_coverage 21\n360100 2020 wetland_area 3\n", ""},
      {"指标,地区,2020\n森林覆盖率,南昌市,21\n,九江市,22\n", "wide-years", "360100 2020 forest_coverage 21\n360400 2020 forest_coverage 22\n", ""},
      {"年份,地区,森林覆盖率\n2020,南昌市,21\n,九江市,22\n", "wide-indicators", "360100 2020 forest_coverage 21\n360400 2020 forest_coverage 22\n", ""},
      {"地区,时期,指标,数值\n南昌市,2020,森林覆盖率,21\n南昌市,,湿地面积,3\n", "long", "360100 2020 forest_coverage 21\n", "period-missing B3"},
      // not right of a cell that is filled, not over a blank row, not where nothing of the row is named
      {"地区,时期,指标,数值\n南昌市,2020,森林覆盖率,21\n九江市,,湿地面积,3\n", "long", "360100 2020 forest_coverage 21\n", "period-missing B3"},
      {"地区,时期,指标,数值\n南昌市,2020,森林覆盖率,21\n\n,2019,湿地面积,3\n", "long", "360100 2020 forest_coverage 21\n", "region-missing A4"},
      {"地区,时期,森林覆盖率\n南昌市,2020,21\n,,3\n", "wide-indicators", "360100 2020 forest_coverage 21\n", "region-missing A3; period-missing B3"},
      // a city whose name stands again without a county is meant itself
      {"设区市,县（市、区）,年份,森林覆盖率\n南昌市,东湖区,2020,21\n,新建区,2020,22\n南昌市,,2020,23\n", "wide-indicators",
       "360100 2020 forest_coverage 23\n360102 2020 forest_coverage 21\n360112 2020 forest_coverage 22\n", ""},
  });
}

TEST_CASE("a name that several regions bear is told apart by its parent's column or its neighbours") {
  check({
      {"设区市,县,时期,森林覆盖率\n南昌市,南昌县,2020,21\n", "wide-indicators", "360121 2020 forest_coverage 21\n", ""},
      {"设区市,地区,时期,森林覆盖率\n九江市,九江,2016,21\n", "wide-indicators", "", "region-ambiguous B2"},
      {"地区,时期,森林覆盖率\n九江市,2020,21\n南昌,2020,22\n", "wide-indicators", "360100 2020 forest_coverage 22\n360400 2020 forest_coverage 21\n", ""},
      {"地区,时期,森林覆盖率\n东湖区,2020,21\n南昌,2020,22\n", "wide-indicators", "360102 2020 forest_coverage 21\n360121 2020 forest_coverage 22\n", ""},
      {"地区,时期,森林覆盖率\n东湖区,2020,21\n九江市,2020,20\n南昌,2020,22\n", "wide-indicators",
       "360102 2020 forest_coverage 21\n360400 2020 forest_coverage 20\n", "region-ambiguous A4"},
      {"设区市,县（市、区）,时期,森林覆盖率\n南昌市,柴桑区,2020,21\n", "wide-indicators", "", "region-mismatch B2"},
      {"地区,时期,森林覆盖率\n南昌市,2020,21\n其中：南昌县,2020,20\n", "wide-indicators", "360100 2020 forest_coverage 21\n360121 2020 forest_coverage 20\n", ""},
  });
}

TEST_CASE("SDMX-CSV: the state of an observation and what is deleted") {
  const std::string header = "STRUCTURE,STRUCTURE_ID,ACTION,REF_AREA,INDICATOR,TIME_PERIOD,OBS_VALUE,UNIT_MEASURE,UNIT_MULT,OBS_STATUS\n";
  const auto row = [](const std::string& action, const std::string& area, const std::string& value, const std::string& status) {
    return "dataflow,X:Y(1.0)," + action + "," + area + ",wetland_area,2020," + value + ",公顷,4," + status + "\n";
  };
  const ReadBack reading = read_text(header + row("I", "360100", "3", "A") + row("I", "360400", "4", "M") + row("D", "360000", "5", "A") +
                                     row("I", "360102", "NA", "A") + row("I", "360112", "6", "P"));
  CHECK(figures(reading.submission) ==
        "360100 2020 wetland_area 3\n360102 2020 wetland_area missing\n360112 2020 wetland_area 6\n360400 2020 wetland_area missing\n");
  std::vector<std::string> states;
  for (const FigureRef figure : reading.submission.figures) states.push_back(figure.status());
  CHECK(states == std::vector<std::string>{"", "", "P", ""});
  CHECK(account(reading.submission.inputs[0]) == "read 6 header 1 data 4 skipped 1 error 0 | values 4 figures 2 missing 2 invalid 0 repeated 0");
}

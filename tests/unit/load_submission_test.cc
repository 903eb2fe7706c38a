// SPDX-License-Identifier: Apache-2.0
// Cells, rows and records, each by itself.
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "submission_rows.h"

using namespace kaohe;
using namespace kaohe::small;

TEST_CASE("units are converted exactly, the cell's own wins, another dimension is invalid") {
  check({
      {"江西省,2020,湿地面积,9100,平方公里\n", "360000 2020 wetland_area 91\n", ""},
      {"江西省,2020,湿地面积,15,亩\n", "360000 2020 wetland_area 0.0001\n", ""},
      {"江西省,2020,湿地面积,9100平方公里,万公顷\n", "360000 2020 wetland_area 91\n", ""},
      {"江西省,2020,湿地面积,91%,万公顷\n", "360000 2020 wetland_area invalid\n", "unit-dimension D2"},
      {"江西省,2020,森林覆盖率,63.1,个百分点\n", "360000 2020 forest_coverage invalid\n", "unit-dimension E2"},
      {"江西省,2020,森林覆盖率提高,2%,\n", "360000 2020 forest_growth invalid\n", "unit-dimension D2"},
      {"江西省,2020,湿地面积,91万公倾,\n", "360000 2020 wetland_area invalid\n", "unit-unknown D2"},
      {"江西省,2020,湿地面积,91,万公倾\n", "360000 2020 wetland_area invalid\n", "unit-unknown E2"},
      {"江西省,2020,湿地面积,—,万公倾\n", "360000 2020 wetland_area missing\n", "unit-unknown E2"},
      {"江西省,2020,湿地面积（平方公里）,9100,\n", "360000 2020 wetland_area 91\n", ""},
  });
  const ReadBack reading = read_text(long_file("江西省,2020,湿地面积,9100,平方公里\n江西省,2019,湿地面积,9000,平方公里\n江西省,2018,湿地面积,9,\n"));
  CHECK(count(reading.problems, "unit-converted") == 1);
  CHECK(find(reading.problems, "unit-converted")->message.en.find("by the factor 0.01") != std::string::npos);
  CHECK(count(reading.problems, "unit-assumed") == 1);
}

TEST_CASE("bad cells are invalid figures that verdicts can point to, the rest is read") {
  check({
      {"江西省,2020,森林覆盖率,85.8%%,\n江西省,2020,湿地面积,91,\n",
       "360000 2020 forest_coverage invalid\n360000 2020 wetland_area 91\n", "number-invalid D2"},
      {"江西省,2020,森林覆盖率,100.1,\n", "360000 2020 forest_coverage invalid\n", "number-range D2"},
      {"江西省,2020,湿地面积,-1,\n", "360000 2020 wetland_area invalid\n", "number-range D2"},
      {"江西省,2020,森林覆盖率,100,%\n", "360000 2020 forest_coverage 100\n", ""},
      {"江西省,2020,森林覆盖率\n", "360000 2020 forest_coverage missing\n", ""},
      {"江西省,2020,森林覆盖率,1,%,,,x\n", "", "row-fields H2"},
      {"江西省,2020,森林覆盖率,1.0,%,,,\n", "360000 2020 forest_coverage 1\n", "percentage-as-fraction D2"},
      {"江西省,二〇二〇,森林覆盖率,63,%\n", "", "period-invalid B2"},
      {"江西省,,森林覆盖率,63,%\n", "", "period-missing B2"},
      {"江西省,2020,森林复盖率,63,%\n", "", "indicator-unknown C2"},
      {"江西省,2020,水质优良比例,63,%\n", "", "indicator-ambiguous C2"},
      {"江西省,2020,,63,%\n", "", "indicator-missing C2"},
      {"江西省,,,63,%\n", "", "period-missing B2; indicator-missing C2"},
  });
}

TEST_CASE("a name that several indicators share is told with all of them") {
  const ReadBack reading = read_text("地区,时期,指标,数值\n江西省,2020,水质优良比例,63\n");
  const Problem* problem = find(reading.problems, "indicator-ambiguous");
  REQUIRE(problem != nullptr);
  CHECK(problem->text == "水质优良比例");
  CHECK(problem->message.zh ==
        "“水质优良比例”可指多个指标：国考断面水质优良比例（good_water_state）、地表水水质优良比例（good_water_all）");
  CHECK(problem->message.en ==
        "\"水质优良比例\" may be any of good water at state sections (good_water_state), good surface water (good_water_all)");
}

TEST_CASE("a figure stands where its cell stands") {
  const ReadBack reading = read_text("地区,时期,备注,森林覆盖率\n江西省,2020,\"两\n行\",63.1\n");
  REQUIRE(reading.submission.figures.size() == 1);
  const Place place = (*reading.submission.figures.begin()).place();
  CHECK(place.line == 3);
  CHECK(place.column == 4);
  CHECK(place.field == 4);
  CHECK(place.row == 2);
  CHECK(place.offset == 62);
  CHECK(excel_cell(place) == "D2");
}

TEST_CASE("the column and the byte of a cell are found again, whatever the window") {
  InputOptions options;
  for (const std::size_t window : {8, 40, 100, 4096}) {
    CAPTURE(window);
    options.window = window;
    const ReadBack reading = read_files({{"f.csv", "地区,时期,备注,森林覆盖率\n江西省,2020,\"两\n行\",63.1\n\n九江市,2020,无\n南昌市,2020,\"\",63\n"}}, options);
    std::vector<Place> found;
    for (const FigureRef figure : reading.submission.figures) found.push_back(figure.place());
    std::vector<Place*> places;
    for (Place& place : found) places.push_back(&place);
    reading.submission.complete_places(places);
    REQUIRE(found.size() == 3);
    CHECK(found[0] == Place{0, 3, 4, 4, 2, 62});
    CHECK(found[1] == Place{0, 6, 13, 4, 5, 105});
    CHECK(found[2] == Place{0, 5, 0, 4, 4, 83});
  }
}

TEST_CASE("more periods than a table can hold are told, and the rest is kept") {
  std::string text = "地区,时期,森林覆盖率\n";
  const Date day{1990, 1, 1};
  constexpr int kDays = 65540;
  for (int i = 0; i < kDays; ++i) text += "江西省," + date_of(days_since_epoch(day) + i).text() + ",63.1\n";
  const ReadBack reading = read_text(text);
  CHECK(adds_up(reading.submission));
  CHECK(reading.submission.figures.size() == 65536);
  CHECK(count(reading.problems, "period-too-many") == 4);
}

TEST_CASE("percentages handed in as fractions are warned of and not repaired") {
  const ReadBack all = read_text("地区,时期,森林覆盖率\n江西省,2019,0.63\n江西省,2020,0.64\n");
  CHECK(figures(all.submission) == "360000 2019 forest_coverage 0.63\n360000 2020 forest_coverage 0.64\n");
  CHECK(faults(all.problems) == "percentage-as-fraction C2");
  CHECK(faults(read_text("地区,时期,森林覆盖率\n江西省,2019,0.63\n江西省,2020,64\n").problems).empty());
  CHECK(faults(read_text("地区,时期,森林覆盖率\n江西省,2019,1\n").problems).empty());
  CHECK(faults(read_text("地区,时期,森林覆盖率\n江西省,2019,0.63%\n").problems).empty());
}

TEST_CASE("records") {
  const std::string header = "地区,任务,日期,状态,时期,子项,文号,失效日期\n";
  const ReadBack good = read_text(header + "江西省,河长制,2017年12月31日,印发,2017,赣江,赣办发〔2017〕1号,2020/1/1\n");
  REQUIRE(good.submission.records.size() == 1);
  const Record& record = good.submission.records[0];
  CHECK(record.rules == std::vector<std::string>{"plan-2017/river-chiefs"});
  CHECK(record.date->text() == "2017-12-31");
  CHECK(record.status == DeedStatus::kIssued);
  CHECK(record.period->text() == "2017");
  CHECK(record.ended->text() == "2020-01-01");
  CHECK(record.item == "赣江");
  CHECK(record.document == "赣办发〔2017〕1号");
  CHECK_FALSE(record.invalid);
  CHECK(good.submission.inputs[0].records == 1);

  struct Bad {
    const char* row;
    const char* faults;
    std::size_t records;
  };
  for (const Bad& bad : std::vector<Bad>{{"江西省,plan-2017/audit,2017-02-30,启动,,,,\n", "date-invalid C2", 1},
                                         {"江西省,AUDIT,2017-02-03,做完了,,,,\n", "status-unknown D2", 1},
                                         {"江西省,离任审计,2017-02-03,,,,,\n", "status-missing D2", 1},
                                         {"江西省,离任审记,2017-02-03,启动,,,,\n", "duty-unknown B2", 0},
                                         {"江西省,,2017-02-03,启动,,,,\n", "duty-missing B2", 0},
                                         {"江北省,离任审计,2017-02-03,启动,,,,\n", "region-unknown A2", 0},
                                         {"江西省,离任审计,2017-02-03,未完成,,,,\n", "", 1},
                                         {"江西省,离任审计,,启动,,,,\n", "date-missing C2", 1},
                                         {"江西省,离任审计,—,未完成,,,,\n", "", 1},
                                         {"九江县,离任审计,,未完成,,,,\n", "", 1},
                                         {"江西省,离任审计,2017-02-03,启动,2017-13,,,\n", "period-invalid E2", 1}}) {
    CAPTURE(bad.row);
    const ReadBack reading = read_text(header + bad.row);
    CHECK(faults(reading.problems) == bad.faults);
    CHECK(reading.submission.records.size() == bad.records);
    CHECK(adds_up(reading.submission));
    if (bad.records == 1) CHECK(reading.submission.records[0].invalid == !std::string(bad.faults).empty());
  }
}

TEST_CASE("a row of a form that nobody filled in is no deed and no fault") {
  const ReadBack reading = read_text("地区,任务,日期,状态,文号,备注\n江西省,河长制,,,,\n江西省,河长制,—,,,待办\n江西省,河长制,,,赣办发〔2017〕1号,\n");
  REQUIRE(reading.submission.records.size() == 3);
  CHECK(reading.submission.records[0].blank);
  CHECK_FALSE(reading.submission.records[0].invalid);
  CHECK(reading.submission.records[1].blank);
  CHECK_FALSE(reading.submission.records[2].blank);
  CHECK(faults(reading.problems) == "date-missing C4; status-missing D4");
}

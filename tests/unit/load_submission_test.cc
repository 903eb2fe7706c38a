// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "submission_reading.h"

using namespace kaohe;
using namespace kaohe::small;

namespace {

std::string long_file(const std::string& rows) { return "region,period,indicator,value,unit\n" + rows; }

struct Row {
  const char* rows;
  const char* figures;
  const char* faults;
};

void check(const std::vector<Row>& rows) {
  for (const Row& row : rows) {
    CAPTURE(row.rows);
    const ReadBack reading = read_text(long_file(row.rows));
    CHECK(figures(reading.submission) == row.figures);
    CHECK(faults(reading.problems) == row.faults);
    CHECK(adds_up(reading.submission));
  }
}

}  // namespace

TEST_CASE("regions by code and by name, as of the period") {
  check({
      {"360000,2020,湿地面积,91,\n", "360000 2020 wetland_area 91\n", ""},
      {"江西,2020,湿地面积,91,\n", "360000 2020 wetland_area 91\n", ""},
      {"江西省九江市柴桑区,2020,湿地面积,1,\n", "360404 2020 wetland_area 1\n", ""},
      {"360100000000,2020,湿地面积,1,\n", "360100 2020 wetland_area 1\n", ""},
      {"360421,2020,湿地面积,1,\n", "360404 2020 wetland_area 1\n", ""},
      {"九江县,2020,湿地面积,1,\n", "360404 2020 wetland_area 1\n", ""},
      {"柴桑区,2016,湿地面积,1,\n", "360421 2016 wetland_area 1\n", ""},
      {"360402,2015,湿地面积,1,\n360402,2020,湿地面积,2,\n", "360402 2015 wetland_area 1\n360402 2020 wetland_area 2\n", ""},
      {"湾里区,2019,湿地面积,1,\n", "360105 2019 wetland_area 1\n", ""},
      {"湾里区,2020,湿地面积,1,\n", "", "region-ended A2"},
      {"红谷滩区,2018,湿地面积,1,\n", "360113 2018 wetland_area 1\n", ""},
      {"红谷滩区,2017,湿地面积,1,\n", "", "region-not-yet A2"},
      {"南昌,2020,湿地面积,1,\n", "", "region-ambiguous A2"},
      {"九江,2016,湿地面积,1,\n", "", "region-ambiguous A2"},
      {"新建,2020,湿地面积,1,\n", "360112 2020 wetland_area 1\n", ""},
      {"柴桑县,2020,湿地面积,1,\n", "", "region-unknown A2"},
      {",2020,湿地面积,1,\n", "", "region-missing A2"},
  });
}

TEST_CASE("an older or newer form is noted once, with what it is now") {
  const ReadBack reading = read_text(long_file("九江县,2019,湿地面积,1,万公顷\n九江县,2020,湿地面积,1,万公顷\n"));
  CHECK(count(reading.problems, "region-mapped") == 1);
  CHECK(find(reading.problems, "region-mapped")->message.en == "\"九江县\" is 360404 柴桑区 in 2019");
}

TEST_CASE("code and name must be of the same region") {
  const std::string header = "代码,地区,时期,指标,数值\n";
  const std::vector<Row> rows = {
      {"360404,柴桑区,2020,湿地面积,1\n", "360404 2020 wetland_area 1\n", ""},
      {"360404,九江县,2016,湿地面积,1\n", "360421 2016 wetland_area 1\n", ""},
      {"360421,柴桑区,2020,湿地面积,1\n", "360404 2020 wetland_area 1\n", ""},
      {"360402,濂溪区,2015,湿地面积,1\n", "360402 2015 wetland_area 1\n", ""},
      {"360100,南昌,2020,湿地面积,1\n", "360100 2020 wetland_area 1\n", ""},
      {"360000,全省,2020,湿地面积,1\n", "360000 2020 wetland_area 1\n", ""},
      {"360404,新建区,2020,湿地面积,1\n", "", "region-mismatch B2"},
      {"369999,新建区,2020,湿地面积,1\n", "", "region-unknown A2"},
      {"360112,,2020,湿地面积,1\n", "360112 2020 wetland_area 1\n", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.rows);
    const ReadBack reading = read_text(header + row.rows);
    CHECK(figures(reading.submission) == row.figures);
    CHECK(faults(reading.problems) == row.faults);
  }
}

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

TEST_CASE("a name that several regions bear is of the region of the plan that was named") {
  struct Row {
    std::vector<std::string> plan_regions;
    std::string figures, faults;
  };
  const Row rows[] = {
      {{}, "", "region-ambiguous A2"},
      {{"360121"}, "360121 2020 wetland_area 1\n", ""},
      {{"360000"}, "", "region-ambiguous A2"},  // both lie in it
      {{"360400"}, "", "region-ambiguous A2"},  // neither does
      {{"999999"}, "", "region-ambiguous A2"},
  };
  for (const Row& row : rows) {
    InputOptions options;
    options.plan_regions = row.plan_regions;
    const ReadBack reading = read_files({{"f.csv", "地区,时期,指标,数值,单位\n南昌,2020,湿地面积,1,万公顷\n"}}, options);
    CHECK(figures(reading.submission) == row.figures);
    CHECK(faults(reading.problems) == row.faults);
    CHECK((count(reading.problems, "region-by-context") == 1) == row.faults.empty());
  }
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

TEST_CASE("the same figure twice") {
  struct Twice {
    const char* rows;
    const char* figures;
    const char* faults;
    const char* account;
  };
  const std::vector<Twice> cases = {
      {"江西省,2020,湿地面积,91,\n江西省,2020,湿地面积,9100,km²\n", "360000 2020 wetland_area 91\n", "", "values 2 figures 1 missing 0 invalid 0 repeated 1"},
      {"江西省,2020,湿地面积,91,\n江西省,2020,湿地面积,92,\n", "360000 2020 wetland_area invalid\n", "figure-conflict D3", "values 2 figures 0 missing 0 invalid 2 repeated 0"},
      {"江西省,2020,湿地面积,91,\n江西省,2020,湿地面积,—,\n", "360000 2020 wetland_area 91\n", "", "values 2 figures 1 missing 1 invalid 0 repeated 0"},
      {"江西省,2020,湿地面积,—,\n江西省,2020,湿地面积,91,\n", "360000 2020 wetland_area 91\n", "", "values 2 figures 1 missing 1 invalid 0 repeated 0"},
      {"江西省,2020,湿地面积,x,\n江西省,2020,湿地面积,91,\n", "360000 2020 wetland_area invalid\n", "number-invalid D2; figure-conflict D3", "values 2 figures 0 missing 0 invalid 2 repeated 0"},
      {"九江县,2020,湿地面积,1,\n柴桑区,2020,湿地面积,1,\n", "360404 2020 wetland_area 1\n", "", "values 2 figures 1 missing 0 invalid 0 repeated 1"},
      {"江西省,2020,湿地面积,1,\n江西省,2020,湿地面积,2,\n江西省,2020,湿地面积,1,\n", "360000 2020 wetland_area invalid\n", "figure-conflict D3; figure-conflict D4", "values 3 figures 0 missing 0 invalid 3 repeated 0"},
  };
  for (const Twice& row : cases) {
    CAPTURE(row.rows);
    const ReadBack reading = read_text(long_file(row.rows));
    CHECK(figures(reading.submission) == row.figures);
    CHECK(faults(reading.problems) == row.faults);
    CHECK(account(reading.submission.inputs[0]).find(row.account) != std::string::npos);
    CHECK(adds_up(reading.submission));
  }
}

TEST_CASE("a conflict over two files names both lines and is taken from the first file's count") {
  const ReadBack reading = read_files({{"a.csv", long_file("江西省,2020,湿地面积,91,万公顷\n")}, {"b.csv", long_file("\n江西省,2020,湿地面积,92,万公顷\n")}});
  const Problem* problem = find(reading.problems, "figure-conflict");
  REQUIRE(problem != nullptr);
  CHECK(problem->message.en.find("91 万公顷 on a.csv line 2 (D2), 92 万公顷 on b.csv line 3 (D3)") != std::string::npos);
  CHECK(reading.submission.inputs[0].cells.invalid == 1);
  CHECK(reading.submission.inputs[0].cells.figures == 0);
  CHECK(reading.submission.inputs[1].cells.invalid == 1);
}

TEST_CASE("totals are the parent's figure") {
  check({
      {"南昌市,2020,湿地面积,1,\n九江市,2020,湿地面积,2,\n全省,2020,湿地面积,3,\n",
       "360000 2020 wetland_area 3\n360100 2020 wetland_area 1\n360400 2020 wetland_area 2\n", ""},
      {"东湖区,2020,湿地面积,1,\n新建区,2020,湿地面积,2,\n合计,2020,湿地面积,3,\n",
       "360100 2020 wetland_area 3\n360102 2020 wetland_area 1\n360112 2020 wetland_area 2\n", ""},
      {"东湖区,2020,湿地面积,1,\n全省,2020,湿地面积,3,\n", "360000 2020 wetland_area 3\n360102 2020 wetland_area 1\n", ""},
      {"东湖区,2020,湿地面积,1,\n新建区,2020,湿地面积,2,\n红谷滩区,2020,湿地面积,—,\n南昌县,2020,湿地面积,—,\n小计,2020,湿地面积,3,\n柴桑区,2020,湿地面积,4,\n濂溪区,2020,湿地面积,5,\n小计,2020,湿地面积,9,\n总计,2020,湿地面积,12,\n",
       "360000 2020 wetland_area 12\n360100 2020 wetland_area 3\n360102 2020 wetland_area 1\n360112 2020 wetland_area 2\n360113 2020 "
       "wetland_area missing\n360121 2020 wetland_area missing\n360400 2020 wetland_area 9\n360402 2020 wetland_area 5\n360404 2020 wetland_area 4\n", ""},
      {"江西省,2020,湿地面积,1,\n南昌市,2020,湿地面积,1,\n合计,2020,湿地面积,3,\n",
       "360000 2020 wetland_area 1\n360100 2020 wetland_area 1\n", "total-unclear A4"},
      {"东湖区,2020,湿地面积,1,\n小计,2020,湿地面积,1,\n", "360102 2020 wetland_area 1\n", "total-unclear A3"},
      {"合计,2020,湿地面积,3,\n", "", "total-unclear A2"},
      {"全市,2020,湿地面积,3,\n南昌市,2020,湿地面积,1,\n九江市,2020,湿地面积,1,\n",
       "360100 2020 wetland_area 1\n360400 2020 wetland_area 1\n", "total-unclear A2"},
  });
}

TEST_CASE("in a file with a column a year a region need not exist where its cells are blank") {
  const ReadBack fine = read_text("地区,指标,2016,2020\n红谷滩区,湿地面积,—,5\n");
  CHECK(figures(fine.submission) == "360113 2020 wetland_area 5\n");
  CHECK(faults(fine.problems).empty());
  CHECK(adds_up(fine.submission));
  const ReadBack wrong = read_text("地区,指标,2016,2020\n红谷滩区,湿地面积,4,5\n");
  CHECK(figures(wrong.submission) == "360113 2020 wetland_area 5\n");
  CHECK(faults(wrong.problems) == "region-not-yet A2");
  CHECK(account(wrong.submission.inputs[0]) ==
        "read 2 header 1 data 1 skipped 0 error 0 | values 2 figures 1 missing 0 invalid 1 repeated 0");
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

TEST_CASE("encodings are found, named and counted, a broken file is read as far as it goes") {
  const std::string text = long_file("360000,2020,forest_coverage,63.1,%\n");
  const ReadBack bom = read_files({{"f.csv", "\xEF\xBB\xBF" + text}});
  CHECK(bom.submission.inputs[0].encoding == "utf-8");
  CHECK(bom.submission.inputs[0].encoding_how == "bom");
  CHECK(bom.submission.inputs[0].bytes == text.size() + 3);
  CHECK(bom.submission.figures.size() == 1);
  InputOptions options;
  options.encoding = Encoding::kGb18030;
  const ReadBack forced = read_files({{"f.csv", "region,period,indicator,value\n\xBD\xAD\xCE\xF7\xCA\xA1,2020,forest_coverage,63.1%\n"}}, options);
  CHECK(forced.submission.inputs[0].encoding == "gb18030");
  CHECK(forced.submission.inputs[0].encoding_how == "option");
  CHECK(figures(forced.submission) == "360000 2020 forest_coverage 63.1\n");
  const ReadBack cut = read_files({{"f.csv", text + "360100,2020,forest_coverage,6\xFF\xFF" "4,%\n360100,2019,forest_coverage,64,%\n"}});
  CHECK(figures(cut.submission) == "360000 2020 forest_coverage 63.1\n");
  CHECK(count(cut.problems, "encoding-invalid") == 1);
  CHECK(find(cut.problems, "encoding-invalid")->place.line == 3);
  CHECK(cut.submission.inputs[0].rows.error == 1);
  CHECK(adds_up(cut.submission));
}

TEST_CASE("the order of rows changes nothing") {
  const std::string a = "江西省,2020,湿地面积,91,万公顷\n", b = "南昌市,2020,湿地面积,9,万公顷\n", c = "江西省,2019,森林覆盖率,x,%\n";
  const std::string forward = figures(read_text(long_file(a + b + c)).submission);
  CHECK(forward == figures(read_text(long_file(c + b + a)).submission));
  CHECK(forward == figures(read_files({{"1.csv", long_file(c)}, {"2.csv", long_file(b + a)}}).submission));
}

TEST_CASE("rows and cells add up in odd files too") {
  const std::vector<std::string> files = {
      "", "\n", ",", "\"", "\"\n", "地区", "地区,时期,指标,数值\n\"江西省,2020,湿地面积,91\n", "地区,时期,湿地面积\n\n,,\n江西省\n江西省,2020\n",
      "地区,指标,2019,2019,2020\n江西省,湿地面积,1,2,3\n全省,湿地面积,1,1,1\n合计,湿地面积,,,\n",
      "地区,时期,湿地面积,湿地面积\n江西省,2020,1,1\n江西省,2020,2,\n", "地区,时期,湿地面积（光年）\n江西省,2020,1\n",
      "地区,任务,状态\n全省,河长制,启动\n", "地区,指标,2019（光年）\n江西省,湿地面积,1\n", "说明\n说明：x\n单位：%\n",
      "地区,时期,湿地面积\n合计,2020,1\n江西省,2020,x,y\n", std::string("地区,时期,湿地面积\n江西省,2020,\0\n", 44)};
  for (const std::string& file : files) {
    CAPTURE(file);
    CHECK(adds_up(read_text(file).submission));
  }
}

TEST_CASE("progress is told every few megabytes and reaches the end") {
  std::string text = long_file("");
  while (text.size() < (9U << 20U)) text += "江西省,2020,湿地面积,—,万公顷\n";
  std::vector<std::uint64_t> told;
  InputOptions options;
  options.progress = [&](std::uint64_t done, std::uint64_t all) {
    CHECK(all == text.size());
    told.push_back(done);
  };
  CHECK(read_files({{"f.csv", text}}, options).submission.figures.size() == 1);
  REQUIRE(told.size() == 3);
  CHECK(told.back() == text.size());
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

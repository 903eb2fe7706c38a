// SPDX-License-Identifier: Apache-2.0
// Whose a figure is: regions by code and name, and totals.
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "submission_rows.h"

using namespace kaohe;
using namespace kaohe::small;

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
  const std::vector<Expected> rows = {
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
  for (const Expected& row : rows) {
    CAPTURE(row.rows);
    const ReadBack reading = read_text(header + row.rows);
    CHECK(figures(reading.submission) == row.figures);
    CHECK(faults(reading.problems) == row.faults);
  }
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

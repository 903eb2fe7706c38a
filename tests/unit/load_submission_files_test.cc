// SPDX-License-Identifier: Apache-2.0
// A submission as a whole: figures that meet, encodings, the order of rows, sums and progress.
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "submission_rows.h"

using namespace kaohe;
using namespace kaohe::small;

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

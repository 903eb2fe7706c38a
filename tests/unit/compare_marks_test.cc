// SPDX-License-Identifier: Apache-2.0
// What of a text is a figure, a year or a binding word, and how it is cut into sections.
#include <doctest/doctest.h>

#include "compare/marks.h"

using namespace kaohe;

namespace {

// "figure 85.3% | year 2020年 | word 以上"
std::string marks(const char* text) {
  const Prose prose(text);
  std::string out;
  for (const Mark& mark : marks_of(prose)) {
    out += (out.empty() ? "" : " | ") + std::string(word(mark.kind)) + " " + prose.text(mark.where);
    for (const Rational& value : mark.values) out += " " + value.fraction_text();
    if (mark.month > 0) out += " " + std::to_string(mark.month) + "-" + std::to_string(mark.day);
  }
  return out;
}

struct Row {
  const char* text;
  const char* marks;
};

}  // namespace

TEST_CASE("figures, years and binding words of a text") {
  const Row rows[] = {
      {"达到85.3%以上", "figure 85.3% 853/10 | word 以上"},
      {"达到８５．３％", "figure ８５．３％ 853/10"},
      {"不低于91万公顷", "word 不低于 | figure 91万 91 910000"},
      {"1,200公里", "figure 1,200 1200"},
      {"1,2,3", "figure 1 1 | figure 2 2 | figure 3 3"},
      {"到2020年底", "year 2020年"},
      {"2017年9月30日印发", "year 2017年9月30日 9-30"},
      {"2018年10月底前", "year 2018年10月 10-0"},
      {"2016—2020年", "year 2016 | year 2020年"},
      {"发布时间：2017-10-04", "year 2017-10-04 10-4"},
      {"耕地2020亩", "figure 2020 2020"},
      {"三个县、两年内、十二项", "figure 三个 3 | figure 两年 2 | figure 十二项 12"},
      {"三分之二、百分之八十", "figure 三分之二 2/3 200/3 | figure 百分之八十 4/5 80"},
      {"一批、一个、第三条、十三五、十八届三中", ""},
      {"国发〔2016〕13号、PM2.5、《2017年方案》、“12369”", ""},
      {"“一年开好局、两年有变化”", "figure 两年 2"},
      {"不得低于、不低于、低于", "word 不得低于 | word 不低于"},
      {"全民所有、所有权、所有河湖", "word 所有"},
      {"每两年、每年、逐年", "word 每两年 | word 每年 | word 逐年"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(marks(row.text) == row.marks);
  }
}

TEST_CASE("sections are named as clauses are, and a heading's own number is no figure") {
  const Prose prose("前言\n一、总则\n（一）目标。共3项\n1．森林\n2.湿地\n（二）任务\n二、措施\n12．水\n3.5倍\n");
  std::string paths;
  for (const Section& section : prose.sections()) paths += section.path + "[" + section.title + "] ";
  CHECK(paths == "[] 一[总则] 一（一）[目标] 一（一）1[森林] 一（一）2[湿地] 一（二）[任务] 二[措施] 二、12[水] ");
  CHECK(marks("一、总则\n（一）目标。共3项\n1．森林\n") == "figure 3 3");
  CHECK(prose.sections()[prose.section(0)].path.empty());
}

TEST_CASE("places count lines, characters and bytes") {
  const Prose prose("一、总则\n全省森林\n");
  const std::vector<Stretch> found = prose.find("森林");
  REQUIRE(found.size() == 1);
  const Place place = prose.place(found[0].begin);
  CHECK(place.line == 2);
  CHECK(place.column == 3);
  CHECK(place.offset == 19);
  CHECK(prose.find("没有").empty());
  CHECK(Prose("aaa").find("aa").size() == 2);
}

// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <algorithm>

#include "model/date.h"

namespace kaohe {
namespace {

TEST_CASE("days are counted from 1970-01-01 and back again, leap years included") {
  struct Row {
    Date date;
    std::int64_t days;
  };
  const Row rows[] = {
      {{1970, 1, 1}, 0},      {{1969, 12, 31}, -1},   {{2000, 2, 29}, 11016},  {{2000, 3, 1}, 11017},
      {{1900, 3, 1}, -25508}, {{2017, 10, 2}, 17441}, {{2020, 12, 31}, 18627}, {{1000, 1, 1}, -354285},
  };
  for (const Row& row : rows) {
    CAPTURE(row.date.text());
    CHECK(days_since_epoch(row.date) == row.days);
    CHECK(date_of(row.days) == row.date);
  }
  Date day{1999, 1, 1};
  for (std::int64_t n = days_since_epoch(day); day.year < 2009; ++n, day = date_of(n)) {
    REQUIRE(day.valid());
    REQUIRE(days_since_epoch(day) == n);
  }
  CHECK(days_between({2020, 12, 31}, {2020, 12, 1}) == -30);
  CHECK(last_day_of_month(2020, 2) == Date{2020, 2, 29});
  CHECK(last_day_of_month(1900, 2) == Date{1900, 2, 28});
  CHECK(last_day_of_month(2000, 2) == Date{2000, 2, 29});
}

TEST_CASE("a date is read in every form that submissions use") {
  for (const std::string text : {"2020-12-31", "2020/12/31", "2020.12.31", "20201231", "2020年12月31日", "２０２０年１２月３１日",
                           "２０２０－１２－３１", " 2020 年 12 月 31 日 ", "2020－12－31", "２０２０／１２／３１"}) {
    CAPTURE(text);
    const auto date = parse_date(text);
    REQUIRE(date);
    CHECK(date->text() == "2020-12-31");
  }
  CHECK(parse_date("2020/1/5") == Date{2020, 1, 5});
  CHECK(parse_date("2020年1月5日") == Date{2020, 1, 5});
  CHECK(parse_date("2020-02-29") == Date{2020, 2, 29});
}

TEST_CASE("a day that the calendar lacks, or half a date, is no date") {
  for (const std::string text : {"", "2020", "2020-12", "2020-13-01", "2020-02-30", "2019-02-29", "1900-02-29", "2020-00-10", "2020-01-00",
                           "2020-12-31x", "x2020-12-31", "2020-12/31", "2020年12月31", "2020年12-31日", "202012310", "2020121",
                           "20 20-12-31", "0999-12-31", "12020-12-31", "2020-12-", "2020 12 31", "31.12.2020", "-2020-12-31"}) {
    CAPTURE(text);
    CHECK_FALSE(parse_date(text));
  }
}

TEST_CASE("a period is read in the machine's and in the Chinese forms") {
  struct Row {
    std::string text;
    std::string period;
    PeriodKind kind;
    Date first, last;
  };
  const Row rows[] = {
      {"2020", "2020", PeriodKind::kYear, {2020, 1, 1}, {2020, 12, 31}},
      {"2020年", "2020", PeriodKind::kYear, {2020, 1, 1}, {2020, 12, 31}},
      {"２０２０年度", "2020", PeriodKind::kYear, {2020, 1, 1}, {2020, 12, 31}},
      {"2020-H1", "2020-H1", PeriodKind::kHalf, {2020, 1, 1}, {2020, 6, 30}},
      {"2020H2", "2020-H2", PeriodKind::kHalf, {2020, 7, 1}, {2020, 12, 31}},
      {"2020年上半年", "2020-H1", PeriodKind::kHalf, {2020, 1, 1}, {2020, 6, 30}},
      {"2020年下半年", "2020-H2", PeriodKind::kHalf, {2020, 7, 1}, {2020, 12, 31}},
      {"2020-S2", "2020-H2", PeriodKind::kHalf, {2020, 7, 1}, {2020, 12, 31}},
      {"2020-Q1", "2020-Q1", PeriodKind::kQuarter, {2020, 1, 1}, {2020, 3, 31}},
      {"2020q4", "2020-Q4", PeriodKind::kQuarter, {2020, 10, 1}, {2020, 12, 31}},
      {"2020年第3季度", "2020-Q3", PeriodKind::kQuarter, {2020, 7, 1}, {2020, 9, 30}},
      {"2020年三季度", "2020-Q3", PeriodKind::kQuarter, {2020, 7, 1}, {2020, 9, 30}},
      {"2020年第三季度", "2020-Q3", PeriodKind::kQuarter, {2020, 7, 1}, {2020, 9, 30}},
      {"2020年3季度", "2020-Q3", PeriodKind::kQuarter, {2020, 7, 1}, {2020, 9, 30}},
      {"2020-07", "2020-07", PeriodKind::kMonth, {2020, 7, 1}, {2020, 7, 31}},
      {"2020年7月", "2020-07", PeriodKind::kMonth, {2020, 7, 1}, {2020, 7, 31}},
      {"2020 年 7 月份", "2020-07", PeriodKind::kMonth, {2020, 7, 1}, {2020, 7, 31}},
      {"2020-M07", "2020-07", PeriodKind::kMonth, {2020, 7, 1}, {2020, 7, 31}},
      {"2020年2月", "2020-02", PeriodKind::kMonth, {2020, 2, 1}, {2020, 2, 29}},
      {"2020-07-01", "2020-07-01", PeriodKind::kDay, {2020, 7, 1}, {2020, 7, 1}},
      {"2020年7月1日", "2020-07-01", PeriodKind::kDay, {2020, 7, 1}, {2020, 7, 1}},
      {"2020/7/1", "2020-07-01", PeriodKind::kDay, {2020, 7, 1}, {2020, 7, 1}},
      {"2023-01..10", "2023-01..10", PeriodKind::kToDate, {2023, 1, 1}, {2023, 10, 31}},
      {"2023年1-10月", "2023-01..10", PeriodKind::kToDate, {2023, 1, 1}, {2023, 10, 31}},
      {"2023年1~10月", "2023-01..10", PeriodKind::kToDate, {2023, 1, 1}, {2023, 10, 31}},
      {"2023年1—10月", "2023-01..10", PeriodKind::kToDate, {2023, 1, 1}, {2023, 10, 31}},
      {"2023年1～10月", "2023-01..10", PeriodKind::kToDate, {2023, 1, 1}, {2023, 10, 31}},
      {"2023年1月至10月", "2023-01..10", PeriodKind::kToDate, {2023, 1, 1}, {2023, 10, 31}},
      {"２０２３年１－１０月", "2023-01..10", PeriodKind::kToDate, {2023, 1, 1}, {2023, 10, 31}},
      {"2023年1-12月", "2023", PeriodKind::kYear, {2023, 1, 1}, {2023, 12, 31}},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    const auto period = parse_period(row.text);
    REQUIRE(period);
    CHECK(period->text() == row.period);
    CHECK(period->kind == row.kind);
    CHECK(period->first == row.first);
    CHECK(period->last == row.last);
    CHECK(parse_period(period->text()) == *period);
  }
}

TEST_CASE("what is no period is refused") {
  for (const std::string text :
       {"", "20", "20201", "2020-13", "2020-00", "2020年13月", "2020-02-30", "2020年2月30日", "2020-Q5", "2020-Q0", "2020-H3", "2020年五季度",
        "2020年第季度", "2020年上半", "2020年7", "2020-", "2020..", "2023-02..10", "2023年3-10月", "2023-01..13", "2023-01..", "2023年1-月",
        "0999", "2020 07", "2020年度x", "2020-07-01-01", "年", "2020-7月", "面积", "2020.5", "2020Q", "2020-M13"}) {
    CAPTURE(text);
    CHECK_FALSE(parse_period(text));
  }
}

TEST_CASE("a period knows its neighbours and its parts") {
  CHECK(period_holding(PeriodKind::kHalf, {2020, 7, 1}).text() == "2020-H2");
  CHECK(period_holding(PeriodKind::kQuarter, {2020, 12, 31}).text() == "2020-Q4");
  CHECK(period_holding(PeriodKind::kDay, {2020, 2, 29}).text() == "2020-02-29");
  CHECK(next_period(*parse_period("2020-12")).text() == "2021-01");
  CHECK(next_period(*parse_period("2020-02-28")).text() == "2020-02-29");
  CHECK(previous_period(*parse_period("2020-Q1")).text() == "2019-Q4");
  CHECK(previous_period(year_of(2020)) == year_of(2019));

  CHECK(parts_of(year_of(2020), PeriodKind::kMonth).size() == 12);
  CHECK(parts_of(year_of(2020), PeriodKind::kDay).size() == 366);
  CHECK(parts_of(*parse_period("2020-H1"), PeriodKind::kQuarter).size() == 2);
  CHECK(parts_of(*parse_period("2023-01..10"), PeriodKind::kMonth).size() == 10);
  CHECK(parts_of(*parse_period("2023-01..10"), PeriodKind::kQuarter).empty());
  CHECK(parts_of(*parse_period("2020-Q3"), PeriodKind::kHalf).empty());
  CHECK(parts_of(*parse_period("2020-Q1"), PeriodKind::kYear).empty());
  const auto quarters = parts_of(year_of(2020), PeriodKind::kQuarter);
  REQUIRE(quarters.size() == 4);
  CHECK(quarters.front().text() == "2020-Q1");
  CHECK(quarters.back().text() == "2020-Q4");
}

TEST_CASE("periods are ordered by their last day, the longer one last") {
  std::vector<Period> periods;
  for (const std::string text : {"2020", "2020-12-31", "2020-H2", "2019", "2020-12", "2020-Q4", "2020-06", "2020-H1"}) {
    periods.push_back(*parse_period(text));
  }
  std::sort(periods.begin(), periods.end());
  std::string order;
  for (const Period& period : periods) order += period.text() + " ";
  CHECK(order == "2019 2020-06 2020-H1 2020-12-31 2020-12 2020-Q4 2020-H2 2020 ");
}

}  // namespace
}  // namespace kaohe

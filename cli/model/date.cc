// SPDX-License-Identifier: Apache-2.0
#include "model/date.h"

#include <fmt/format.h>

#include <algorithm>

#include "model/scan.h"

namespace kaohe {
namespace {

constexpr int kFirstYear = 1000;
constexpr int kLastYear = 9999;

bool leap(int year) { return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0; }

int days_in_month(int year, int month) {
  static constexpr int kDays[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  return month == 2 && leap(year) ? 29 : kDays[month - 1];
}

// A date begins with the four digits of its year, perhaps in their wide forms. Much that is asked is a number and none.
bool may_begin_with_year(std::string_view text) {
  constexpr std::size_t kYear = 4;
  if (text.size() < kYear) return false;
  const std::string_view year = text.substr(0, kYear);
  const bool plain = std::all_of(year.begin(), year.end(), [](char c) { return c > ' ' && c < 0x7F; });
  return !plain || std::all_of(year.begin(), year.end(), [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace

bool Date::valid() const {
  return year >= kFirstYear && year <= kLastYear && month >= 1 && month <= 12 && day >= 1 &&
         day <= days_in_month(year, month);
}

std::string Date::text() const {
  if (!valid()) return fmt::format("{:04}-{:02}-{:02}", int{year}, int{month}, int{day});
  const auto digit = [](int number) { return static_cast<char>('0' + number % 10); };
  return {digit(year / 1000), digit(year / 100), digit(year / 10), digit(year), '-', digit(month / 10), digit(month), '-',
          digit(day / 10),    digit(day)};
}

// Civil calendar by eras of 400 years that begin in March, so that the leap day is the last day of its year.
std::int64_t days_since_epoch(const Date& date) {
  const std::int64_t year = std::int64_t{date.year} - (date.month <= 2 ? 1 : 0);
  const std::int64_t era = (year >= 0 ? year : year - 399) / 400;
  const std::int64_t year_of_era = year - era * 400;
  const std::int64_t month_from_march = (date.month + 9) % 12;
  const std::int64_t day_of_year = (153 * month_from_march + 2) / 5 + date.day - 1;
  const std::int64_t day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
  return era * 146097 + day_of_era - 719468;
}

Date date_of(std::int64_t days_since_epoch) {
  const std::int64_t days = days_since_epoch + 719468;
  const std::int64_t era = (days >= 0 ? days : days - 146096) / 146097;
  const std::int64_t day_of_era = days - era * 146097;
  const std::int64_t year_of_era =
      (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
  const std::int64_t day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  const std::int64_t month_from_march = (5 * day_of_year + 2) / 153;
  const std::int64_t month = month_from_march < 10 ? month_from_march + 3 : month_from_march - 9;
  const std::int64_t year = year_of_era + era * 400 + (month <= 2 ? 1 : 0);
  return {static_cast<std::int16_t>(year), static_cast<std::int8_t>(month),
          static_cast<std::int8_t>(day_of_year - (153 * month_from_march + 2) / 5 + 1)};
}

std::int64_t days_between(const Date& from, const Date& to) { return days_since_epoch(to) - days_since_epoch(from); }

Date last_day_of_month(int year, int month) { return make_date(year, month, days_in_month(year, month)); }

std::optional<Date> parse_date(std::string_view text) {
  if (!may_begin_with_year(text)) return std::nullopt;
  const std::string tidied = tidy_numbers(text);
  Scan scan(tidied);
  const auto year = scan.number(4, 4);
  if (!year) return std::nullopt;
  const bool compact = !scan.done() && scan.at_digit();
  std::string_view separator;
  if (!compact) separator = scan.take_any({"-", "/", ".", "年"});
  if (!compact && separator.empty()) return std::nullopt;
  const int least = compact ? 2 : 1;
  const auto month = scan.number(least, 2);
  if (!month || (!compact && !scan.take(separator == "年" ? "月" : separator))) return std::nullopt;
  const auto day = scan.number(least, 2);
  if (!day || (separator == "年" && !scan.take("日")) || !scan.done()) return std::nullopt;
  const Date date = make_date(*year, *month, *day);
  return date.valid() ? std::optional<Date>(date) : std::nullopt;
}

}  // namespace kaohe

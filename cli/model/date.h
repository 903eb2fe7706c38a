// SPDX-License-Identifier: Apache-2.0
// Days and periods of the Gregorian calendar. The machine's clock is never read.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kaohe {

struct Date {
  std::int16_t year = 0;
  std::int8_t month = 1;
  std::int8_t day = 1;

  friend auto operator<=>(const Date&, const Date&) = default;
  [[nodiscard]] bool valid() const;  // a day that the calendar has, years 1000–9999
  [[nodiscard]] std::string text() const;  // "2020-12-31"
};

[[nodiscard]] std::int64_t days_since_epoch(const Date& date);  // 1970-01-01 is 0
[[nodiscard]] Date date_of(std::int64_t days_since_epoch);
[[nodiscard]] std::int64_t days_between(const Date& from, const Date& to);  // negative when `to` is earlier
[[nodiscard]] Date last_day_of_month(int year, int month);
// "2020-12-31", "2020/12/31", "2020.12.31", "20201231", "2020年12月31日", full-width too; nullopt otherwise.
[[nodiscard]] std::optional<Date> parse_date(std::string_view text);

enum class PeriodKind : std::uint8_t { kYear, kHalf, kQuarter, kMonth, kDay, kToDate };

[[nodiscard]] std::string_view word(PeriodKind kind);  // "year", "half", "quarter", "month", "day", "to-date"

// What a figure is of. Ordered by last day, then by first day descending (longer spans last), then kind.
struct Period {
  PeriodKind kind = PeriodKind::kYear;
  Date first;
  Date last;

  friend bool operator==(const Period&, const Period&) = default;
  friend bool operator<(const Period& a, const Period& b);
  [[nodiscard]] std::string text() const;  // "2020", "2020-H1", "2020-Q3", "2020-07", "2020-07-01", "2023-01..10"
};

[[nodiscard]] Period year_of(int year);
// The period of `kind` (not kToDate) that holds `day`.
[[nodiscard]] Period period_holding(PeriodKind kind, const Date& day);
[[nodiscard]] Period next_period(const Period& period);      // same kind; not for kToDate
[[nodiscard]] Period previous_period(const Period& period);  // same kind; not for kToDate
// The periods of `kind` that make up `whole`, in order; empty where they do not fit (a quarter has no halves).
[[nodiscard]] std::vector<Period> parts_of(const Period& whole, PeriodKind kind);
// The texts above, and 2020年, 2020年上半年, 2020年第3季度, 2020年三季度, 2020年7月, 2020年7月1日, 2023年1-10月, 2023年1~10月,
// full-width too; nullopt otherwise.
[[nodiscard]] std::optional<Period> parse_period(std::string_view text);

}  // namespace kaohe

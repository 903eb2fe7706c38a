// SPDX-License-Identifier: Apache-2.0
// Periods: what a figure is of. Their texts are read back by parse_period, and so are the forms of Chinese tables.
#include <fmt/format.h>

#include <tuple>

#include "model/date.h"
#include "model/scan.h"

namespace kaohe {
namespace {

Period months(PeriodKind kind, int year, int first, int last) {
  return {kind, make_date(year, first, 1), last_day_of_month(year, last)};
}

std::optional<Period> day_period(int year, int month, int day) {
  const Date date = make_date(year, month, day);
  if (!date.valid()) return std::nullopt;
  return Period{PeriodKind::kDay, date, date};
}

std::optional<Period> numbered(PeriodKind kind, int year, int number, int months_each) {
  if (number < 1 || number > 12 / months_each) return std::nullopt;
  return months(kind, year, (number - 1) * months_each + 1, number * months_each);
}

// January to December is the year itself; months that begin later are no period of ours.
std::optional<Period> to_date(int year, int first, int last) {
  if (first != 1 || last < 1 || last > 12) return std::nullopt;
  return last == 12 ? year_of(year) : months(PeriodKind::kToDate, year, 1, last);
}

std::optional<int> quarter_number(Scan& scan) {
  static constexpr std::string_view kHan[] = {"一", "二", "三", "四"};
  for (int i = 0; i < 4; ++i) {
    if (scan.take(kHan[i])) return i + 1;
  }
  return scan.number(1, 1);
}

std::string_view take_dash(Scan& scan) {
  return scan.take_any({"..", "——", "—", "–", "-", "~", "～", "〜", "−", "至", "到"});
}

// After "2020年": nothing, 度, 上半年, 第3季度, 7月, 7月1日, 1-10月 …
std::optional<Period> parse_chinese(Scan scan, int year) {
  if (scan.done()) return year_of(year);
  if (const auto end = scan.take_any({"度", "全年"}); !end.empty()) {
    return scan.done() ? std::optional<Period>(year_of(year)) : std::nullopt;
  }
  if (const auto half = scan.take_any({"上半年", "下半年"}); !half.empty()) {
    return scan.done() ? numbered(PeriodKind::kHalf, year, half == "上半年" ? 1 : 2, 6) : std::nullopt;
  }
  Scan quarter = scan;
  quarter.take("第");
  if (const auto number = quarter_number(quarter); number && !quarter.take_any({"季度", "季"}).empty()) {
    return quarter.done() ? numbered(PeriodKind::kQuarter, year, *number, 3) : std::nullopt;
  }
  const auto first = scan.number(1, 2);
  if (!first) return std::nullopt;
  const bool named = scan.take("月");
  if (!take_dash(scan).empty()) {
    const auto last = scan.number(1, 2);
    if (!last || !scan.take("月")) return std::nullopt;
    scan.take("份");
    return scan.done() ? to_date(year, *first, *last) : std::nullopt;
  }
  if (!named) return std::nullopt;
  scan.take("份");
  if (scan.done()) return numbered(PeriodKind::kMonth, year, *first, 1);
  const auto day = scan.number(1, 2);
  return day && scan.take("日") && scan.done() ? day_period(year, *first, *day) : std::nullopt;
}

// After "2020-" or "2020/": 07, 07-01, 01..10.
std::optional<Period> parse_months(Scan scan, int year, std::string_view separator) {
  const auto month = scan.number(1, 2);
  if (!month) return std::nullopt;
  if (scan.done()) return numbered(PeriodKind::kMonth, year, *month, 1);
  if (scan.take(separator)) {
    const auto day = scan.number(1, 2);
    return day && scan.done() ? day_period(year, *month, *day) : std::nullopt;
  }
  if (take_dash(scan).empty()) return std::nullopt;
  const auto last = scan.number(1, 2);
  return last && scan.done() ? to_date(year, *month, *last) : std::nullopt;
}

// H1, Q3, and SDMX's S1 (half), M07, A1.
std::optional<Period> parse_letter(Scan scan, int year) {
  const std::string_view letter = scan.take_any({"H", "h", "S", "Q", "q", "M", "A"});
  if (letter.empty()) return std::nullopt;
  const auto number = scan.number(1, letter == "M" ? 2 : 1);
  if (!number || !scan.done()) return std::nullopt;
  switch (letter.front()) {
    case 'Q':
    case 'q': return numbered(PeriodKind::kQuarter, year, *number, 3);
    case 'M': return numbered(PeriodKind::kMonth, year, *number, 1);
    case 'A': return numbered(PeriodKind::kYear, year, *number, 12);
    default: return numbered(PeriodKind::kHalf, year, *number, 6);
  }
}

}  // namespace

std::string_view word(PeriodKind kind) {
  switch (kind) {
    case PeriodKind::kYear: return "year";
    case PeriodKind::kHalf: return "half";
    case PeriodKind::kQuarter: return "quarter";
    case PeriodKind::kMonth: return "month";
    case PeriodKind::kDay: return "day";
    case PeriodKind::kToDate: break;
  }
  return "to-date";
}

bool operator<(const Period& a, const Period& b) {
  return std::tie(a.last, b.first, a.kind) < std::tie(b.last, a.first, b.kind);
}

std::string Period::text() const {
  const int year = first.year;
  switch (kind) {
    case PeriodKind::kYear: return fmt::format("{:04}", year);
    case PeriodKind::kHalf: return fmt::format("{:04}-H{}", year, first.month <= 6 ? 1 : 2);
    case PeriodKind::kQuarter: return fmt::format("{:04}-Q{}", year, (first.month + 2) / 3);
    case PeriodKind::kMonth: return fmt::format("{:04}-{:02}", year, int{first.month});
    case PeriodKind::kDay: return first.text();
    case PeriodKind::kToDate: break;
  }
  return fmt::format("{:04}-{:02}..{:02}", year, int{first.month}, int{last.month});
}

Period year_of(int year) { return months(PeriodKind::kYear, year, 1, 12); }

Period period_holding(PeriodKind kind, const Date& day) {
  const int length = kind == PeriodKind::kYear ? 12 : kind == PeriodKind::kHalf ? 6 : kind == PeriodKind::kQuarter ? 3 : 1;
  if (kind == PeriodKind::kDay) return {kind, day, day};
  const int first = (day.month - 1) / length * length + 1;
  return months(kind, day.year, first, first + length - 1);
}

Period next_period(const Period& period) {
  return period_holding(period.kind, date_of(days_since_epoch(period.last) + 1));
}

Period previous_period(const Period& period) {
  return period_holding(period.kind, date_of(days_since_epoch(period.first) - 1));
}

std::vector<Period> parts_of(const Period& whole, PeriodKind kind) {
  if (kind == PeriodKind::kToDate) return {};
  std::vector<Period> parts;
  Period part = period_holding(kind, whole.first);
  if (part.first != whole.first) return {};
  for (; part.last <= whole.last; part = next_period(part)) parts.push_back(part);
  if (parts.empty() || parts.back().last != whole.last) return {};
  return parts;
}

std::optional<Period> parse_period(std::string_view text) {
  const std::string tidied = tidy_numbers(text);
  Scan scan(tidied);
  const auto year = scan.number(4, 4);
  if (!year || !make_date(*year, 1, 1).valid()) return std::nullopt;
  if (scan.done()) return year_of(*year);
  if (scan.take("年")) return parse_chinese(scan, *year);
  const std::string_view separator = scan.take_any({"-", "/"});
  if (const auto lettered = parse_letter(scan, *year)) return lettered;
  return separator.empty() ? std::nullopt : parse_months(scan, *year, separator);
}

}  // namespace kaohe

// SPDX-License-Identifier: Apache-2.0
// The same check as somebody would write it with a fast CSV library (Fast C++ CSV Parser, Debian's libfccp-dev) and hash maps, for the
// long form without quotes, by one thread. Numbers are whole hundredths (exact); a year's value is kept twelvefold, so that means stay
// whole. Like the SQL it knows nothing of cells, duplicates or mistakes.
// argv: the figures, and a table of indicators: name, id, fold, weight (its line, from 0; -1 for none), sign, county, province (both times 1200).
#define CSV_IO_NO_THREAD
#include <libfccp/csv.h>

#include <algorithm>
#include <cstdint>
#include <fstream>
#include <iostream>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace {

struct Indicator {
  std::string name, id, fold;
  int weight = -1;
  std::int64_t sign = 1, county = 0, province = 0;
};

struct Year {
  std::int64_t sum = 0, low = INT64_MAX, high = INT64_MIN, last = 0;
};

struct Sums {
  __int128 total = 0, weights = 0;
};

std::vector<Indicator> read_indicators(const char* path) {
  std::vector<Indicator> out;
  std::ifstream in(path);
  for (Indicator one; in >> one.name >> one.id >> one.fold >> one.weight >> one.sign >> one.county >> one.province;) out.push_back(one);
  return out;
}

// Hundredths of a number with two digits behind the point.
std::int64_t hundredths(const char* text) {
  std::int64_t out = 0;
  for (; *text != '\0'; ++text) {
    if (*text != '.') out = out * 10 + (*text - '0');
  }
  return out;
}

int number(const char* digits, int count) {
  int out = 0;
  for (int i = 0; i < count; ++i) out = out * 10 + (digits[i] - '0');
  return out;
}

constexpr std::uint64_t kYears = 1 << 12, kIndicators = 1 << 12;

std::uint64_t key(std::uint64_t code, std::uint64_t indicator, std::uint64_t year) { return (code * kIndicators + indicator) * kYears + year; }

std::int64_t twelvefold(const Indicator& indicator, const Year& year) {
  if (indicator.fold == "mean") return year.sum;
  if (indicator.fold == "sum") return year.sum * 12;
  if (indicator.fold == "max") return year.high * 12;
  return (indicator.fold == "min" ? year.low : year.last) * 12;
}

using Years = std::unordered_map<std::uint64_t, Year>;

Years read_figures(const char* path, const std::vector<Indicator>& indicators) {
  std::unordered_map<std::string_view, std::uint64_t> by_name;
  for (std::size_t i = 0; i < indicators.size(); ++i) by_name[indicators[i].name] = i;
  Years years;
  io::CSVReader<7, io::trim_chars<>, io::no_quote_escape<','>, io::throw_on_overflow, io::no_comment> reader(path);
  reader.next_line();
  char *code, *region, *period, *indicator, *value, *unit, *source;
  while (reader.read_row(code, region, period, indicator, value, unit, source)) {
    Year& year = years[key(static_cast<std::uint64_t>(number(code, 6)), by_name.at(indicator), static_cast<std::uint64_t>(number(period, 4)))];
    const std::int64_t figure = hundredths(value);
    year.sum += figure;
    year.low = std::min(year.low, figure);
    year.high = std::max(year.high, figure);
    if (number(period + 5, 2) == 12) year.last = figure;
  }
  return years;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) return 2;
  const std::vector<Indicator> indicators = read_indicators(argv[2]);
  const Years years = read_figures(argv[1], indicators);
  std::unordered_map<std::uint64_t, Sums> provinces;
  std::map<std::string, std::int64_t> failing;
  for (const Indicator& one : indicators) failing[one.id + "-counties"] = failing[one.id + "-provinces"] = 0;
  for (const auto& [at, year] : years) {
    const std::uint64_t of_year = at % kYears, of_indicator = at / kYears % kIndicators, code = at / kYears / kIndicators;
    const Indicator& indicator = indicators[of_indicator];
    const std::int64_t reached = twelvefold(indicator, year);
    if (reached * indicator.sign < indicator.county * indicator.sign) ++failing[indicator.id + "-counties"];
    Sums& sums = provinces[key(code / 10000, of_indicator, of_year)];
    const auto weight = indicator.weight < 0 ? years.end() : years.find(key(code, static_cast<std::uint64_t>(indicator.weight), of_year));
    const std::int64_t of = weight == years.end() ? 1 : twelvefold(indicators[static_cast<std::size_t>(indicator.weight)], weight->second);
    sums.total += static_cast<__int128>(reached) * of;
    sums.weights = indicator.weight < 0 ? 1 : sums.weights + of;
  }
  for (const auto& [at, sums] : provinces) {
    const Indicator& indicator = indicators[at / kYears % kIndicators];
    if (sums.total * indicator.sign < indicator.province * indicator.sign * sums.weights) ++failing[indicator.id + "-provinces"];
  }
  for (const auto& [rule, count] : failing) std::cout << rule << ' ' << count << '\n';
}

// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <random>
#include <set>
#include <string>
#include <tuple>
#include <vector>

#include "model/figure_builder.h"

using namespace kaohe;

namespace {

constexpr std::uint32_t kRegions = 200;  // more than are put in order at a time
constexpr std::uint32_t kOlder = 1, kNewer = 2;  // entries of one lineage

struct Given {
  std::uint32_t region;
  std::size_t indicator;
  std::string period;
  std::string number;
};

Period period_of(const std::string& text) {
  const std::optional<Period> period = parse_period(text);
  REQUIRE(period);
  return *period;
}

std::vector<Figure> figures_of(const std::vector<Given>& given) {
  std::vector<Figure> figures;
  for (const Given& one : given) {
    Figure figure;
    figure.region = one.region;
    figure.indicator = one.indicator;
    figure.period = period_of(one.period);
    const std::optional<Decimal> number = parse_decimal(one.number);
    REQUIRE(number);
    figure.written = *number;
    figure.value = number->value;
    figure.place.file = 0;
    figure.place.row = figure.place.line = static_cast<std::uint32_t>(figures.size()) + 2;
    figure.place.field = 3;
    figures.push_back(figure);
  }
  return figures;
}

std::string line(std::uint32_t lineage, std::size_t indicator, const Period& period, const std::string& number, std::uint32_t row) {
  return std::to_string(lineage) + " " + std::to_string(indicator) + " " + period.text() + " " + number + " in " + std::to_string(row) + "\n";
}

// What is taken of several: the last, and the caller is told of it.
FigureTableBuilder::Settle last_of(std::string& told) {
  return [&told](std::vector<Figure>& same) {
    told += std::to_string(same.back().region) + ":";
    for (const Figure& figure : same) told += " " + std::to_string(figure.place.row);
    told += "\n";
    return same.back();
  };
}

struct Built {
  std::string table, settled;
};

Built built(const std::vector<Figure>& figures, std::size_t threads) {
  Register regions;
  regions.regions.resize(kRegions);
  regions.regions[kOlder].lineage = kNewer;
  FigureTableBuilder builder(regions);
  for (const Figure& figure : figures) REQUIRE(builder.add(figure));
  Crew crew(threads);
  Built out;
  const FigureTable table = builder.build(last_of(out.settled), crew);
  std::size_t count = 0;
  for (const FigureRef figure : table) {
    out.table += line(figure.lineage(), figure.indicator(), figure.period(), figure.written().text(), figure.place().row);
    ++count;
  }
  CHECK(count == table.size());
  std::set<std::uint32_t> entries;
  for (const FigureRef figure : table) entries.insert(figure.region());
  CHECK(table.regions() == entries);
  for (const FigureTable::Series& series : table.series()) {
    CHECK(table.find(series.lineage, series.indicator) == &series);
    std::uint8_t kinds = 0;
    for (const FigureCell& cell : series.cells) kinds |= static_cast<std::uint8_t>(1U << static_cast<unsigned>(table.periods()[cell.period].kind));
    CHECK(series.kinds == kinds);
  }
  return out;
}

// The same from a map.
Built expected(const std::vector<Figure>& figures) {
  std::map<std::tuple<std::uint32_t, std::size_t, Period>, std::vector<Figure>> sorted;
  for (const Figure& figure : figures) sorted[{figure.region == kOlder ? kNewer : figure.region, figure.indicator, figure.period}].push_back(figure);
  Built out;
  const FigureTableBuilder::Settle settle = last_of(out.settled);
  for (auto& [key, same] : sorted) {
    const Figure taken = same.size() == 1 ? same.front() : settle(same);
    out.table += line(std::get<0>(key), taken.indicator, taken.period, taken.written.text(), taken.place.row);
  }
  return out;
}

void check_order(const std::vector<Given>& given) {
  const std::vector<Figure> figures = figures_of(given);
  const Built wanted = expected(figures);
  for (const std::size_t threads : {1, 2, 7}) {
    const Built found = built(figures, threads);
    CHECK(found.table == wanted.table);
    CHECK(found.settled == wanted.settled);
  }
}

// A row for each region and period, with all indicators: as wide files come.
std::vector<Given> by_rows(const std::vector<std::uint32_t>& regions, const std::vector<std::size_t>& indicators) {
  std::vector<Given> given;
  for (const std::uint32_t region : regions) {
    for (const char* period : {"2019", "2020-01", "2020-02", "2020-11", "2020"}) {
      for (const std::size_t indicator : indicators) given.push_back({region, indicator, period, std::to_string(given.size() % 90) + ".5"});
    }
  }
  return given;
}

std::vector<std::uint32_t> all_regions() {
  std::vector<std::uint32_t> regions;
  for (std::uint32_t i = 0; i < kRegions; ++i) {
    if (i != kOlder) regions.push_back(i);
  }
  return regions;
}

}  // namespace

TEST_CASE("rows in order, and what stands in order already") {
  check_order({});
  check_order({{3, 1, "2020", "1"}});
  check_order(by_rows(all_regions(), {4, 7, 9}));
  check_order(by_rows(all_regions(), {9, 4, 7}));
  check_order(by_rows(all_regions(), {4}));
}

TEST_CASE("figures in no order, some of them too long for their cells, or to be kept short at all") {
  std::mt19937 random(1);
  for (int turn = 0; turn < 4; ++turn) {
    std::vector<Given> given = by_rows(all_regions(), {9, 4, 7, 300});
    for (Given& one : given) {
      if (random() % 40 == 0) one.number = "123456789012345678901234567890.5";
      if (random() % 9 == 0) one.number = random() % 2 == 0 ? "-214748364.9" : "21474836480.5";
    }
    std::shuffle(given.begin(), given.end(), random);
    if (turn > 1) given.resize(given.size() / 20);  // few cells in a lineage
    check_order(given);
  }
}

TEST_CASE("lineages that differ from the one before them in one cell") {
  const std::vector<Given> alike = by_rows(all_regions(), {9, 4, 7});
  const std::size_t each = alike.size() / all_regions().size();
  const auto check = [&](const auto& change) {
    std::vector<Given> given = alike;
    for (std::size_t begin = 5 * each; begin + each <= given.size(); begin += 7 * each) {
      for (const std::size_t at : {std::size_t{0}, each / 2, each - 2}) change(given, begin + at);
    }
    check_order(given);
  };
  check([](std::vector<Given>& given, std::size_t at) { std::swap(given[at].indicator, given[at + 1].indicator); });
  check([](std::vector<Given>& given, std::size_t at) { given[at].indicator = 8; });
  check([](std::vector<Given>& given, std::size_t at) { given[at].period = "2018"; });
  check([](std::vector<Given>& given, std::size_t at) { given[at] = given[at + 1]; });  // stands twice
  check([](std::vector<Given>& given, std::size_t at) { given[at].number = "1.25"; });
  check([](std::vector<Given>& given, std::size_t at) { given[at].number = "123456789012345678901234567890.5"; });
  check([](std::vector<Given>& given, std::size_t at) { given[at].region = (given[at].region + 1) % kRegions; });  // one less, and then one more
  std::vector<Given> long_ones = alike;  // kept whole all of them: their cells do not say what they are of
  for (std::size_t i = 0; i < alike.size(); ++i) {
    long_ones[i].number = "123456789012345678901234567890.5";
    if (i / each % 2 == 1) long_ones[i].indicator = i % 3 + 4;
  }
  check_order(long_ones);
}

TEST_CASE("what stands twice is settled in the order of the table, whoever put it in order") {
  std::vector<Given> rows = by_rows({0, 62, 63, 64, 127, 128, 191, 192, 199}, {4, 7});
  const std::size_t once = rows.size();
  // First and last cells of lineages at the borders of what is put in order at a time.
  for (const std::size_t at : {std::size_t{0}, once / 9, once / 9 * 2 - 1, once / 9 * 3, once / 9 * 4 - 1, once / 9 * 5, once - 1}) rows.push_back(rows[at]);
  check_order(rows);
  std::vector<Given> twice = by_rows(all_regions(), {4, 7});
  const std::vector<Given> again = twice;
  twice.insert(twice.end(), again.begin(), again.end());
  check_order(twice);
  std::shuffle(twice.begin(), twice.end(), std::mt19937(2));
  check_order(twice);
  check_order(std::vector<Given>(5, {63, 4, "2020", "1"}));
}

TEST_CASE("figures of older entries stand with those of their lineage") {
  std::vector<Given> rows = by_rows({0, kNewer, 63}, {4, 7});
  const std::vector<Given> older = by_rows({kOlder}, {4, 7});
  for (std::size_t i = 0; i < rows.size(); i += 3) {
    if (rows[i].region == kNewer) rows[i].region = kOlder;
  }
  check_order(rows);
  rows.insert(rows.end(), older.begin(), older.end());  // the last is taken: none of the newer is left
  check_order(rows);
}

TEST_CASE("many cells at once are the same as one by one") {
  Register regions;
  regions.regions.resize(kRegions);
  FigureTableBuilder builder(regions);
  FigureForm form;
  form.file = 0;
  form.indicator = 5;
  const std::uint16_t number = builder.number_of(form).value(), later = builder.number_of(period_of("2021")).value(), first = builder.number_of(period_of("2020")).value();
  builder.cells().append(7, FigureCell{1, 4, number, later});
  builder.cells().append(7, std::vector<FigureCell>{{2, 0, number, first}, {3, 1, number, later}}, 10);
  Crew alone(1);
  std::string settled;
  const FigureTable table = builder.build(last_of(settled), alone);
  CHECK(settled == "7: 4 11\n");
  REQUIRE(table.size() == 2);
  CHECK(table.at(table.series().front(), 0).place().row == 10);
  CHECK(table.at(table.series().front(), 1).place().row == 11);
}

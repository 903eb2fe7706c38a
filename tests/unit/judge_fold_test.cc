// SPDX-License-Identifier: Apache-2.0
// Many values to one, and the way through a series that months take.
#include <doctest/doctest.h>

#include <fmt/format.h>

#include "judge/fold.h"
#include "judge_world.h"

namespace kaohe::test {
namespace {

const Range kPercent{Rational(0), Rational(100), "0 % .. 100 %"};

// "5" known, "2..7" bounded, "-" missing, "?" invalid, "x" exempt; the number of the part is the row of its cell.
Value part_of(const std::string& text, std::uint32_t number) {
  Value part;
  Place place;
  place.row = number;
  const std::size_t dots = text.find("..");
  if (text == "-") {
    part.lacks.edit().push_back({number, 0, {}, {}, {}, {}});
  } else if (text == "?") {
    part.state = ValueState::kInvalid;
    part.why = {"无效", "unusable"};
  } else if (text == "x") {
    part.state = ValueState::kExempt;
    part.why = {"无", "nothing there"};
  } else if (dots != std::string::npos) {
    part.state = ValueState::kBounded;
    part.bounds = Bounds{parse_decimal(text.substr(0, dots))->value, parse_decimal(text.substr(dots + 2))->value};
    part.lacks.edit().push_back({number, 0, {}, {}, {}, {}});
  } else {
    part.state = ValueState::kKnown;
    part.exact = parse_decimal(text)->value;
  }
  if (text != "-" && text != "x") part.cells.edit().push_back(place);
  return part;
}

std::string text_of(const Value& value) {
  std::string out;
  switch (value.state) {
    case ValueState::kKnown: out = value.exact.fraction_text(); break;
    case ValueState::kBounded: out = value.bounds->low->fraction_text() + ".." + value.bounds->high->fraction_text(); break;
    case ValueState::kMissing: out = "missing"; break;
    case ValueState::kInvalid: out = "invalid, " + value.why->en; break;
    case ValueState::kExempt: out = "exempt, " + value.why->en; break;
  }
  out += fmt::format("; {} of {}", value.parts->used, value.parts->wanted);
  if (!value.cells.empty()) out += "; cells";
  for (const Place& cell : value.cells) out += fmt::format(" {}", cell.row);
  if (!value.lacks.empty()) out += "; lacks";
  for (const Lack& lack : value.lacks) out += fmt::format(" {}", lack.region);
  return out;
}

// As months are folded: figures without a value made of each. nullopt: a figure is no such thing.
std::optional<Value> fold_figures(Fold how, const std::vector<Value>& parts) {
  Folding folding(how, kPercent, parts.size());
  for (const Value& part : parts) {
    if (part.known()) {
      folding.take_number(part.exact, part.cells.front());
    } else if (part.state == ValueState::kInvalid) {
      folding.take_unusable(part.cells.front(), part.why);
    } else if (part.state == ValueState::kMissing) {
      folding.take_lack(part.lacks.front());
    } else {
      return std::nullopt;
    }
  }
  return folding.value();
}

}  // namespace

TEST_CASE("many values are folded to one, whether they are values or figures") {
  struct Row {
    Fold how;
    std::string parts, expected;
  };
  const Row rows[] = {{Fold::kSum, "5 7", "12; 2 of 2; cells 1 2"},
                      {Fold::kMean, "1 1 2", "4/3; 3 of 3; cells 1 2 3"},
                      {Fold::kMean, "0.5 1.25", "7/8; 2 of 2; cells 1 2"},
                      {Fold::kLast, "5 7 3", "3; 3 of 3; cells 1 2 3"},
                      {Fold::kMax, "5 7 3", "7; 3 of 3; cells 1 2 3"},
                      {Fold::kMin, "5 7 3", "3; 3 of 3; cells 1 2 3"},
                      {Fold::kSum, "5 -", "5..100; 1 of 2; cells 1; lacks 2"},
                      {Fold::kMean, "- 50 -", "50/3..250/3; 1 of 3; cells 2; lacks 1 3"},
                      {Fold::kMax, "50 -", "50..100; 1 of 2; cells 1; lacks 2"},
                      {Fold::kMin, "- 50", "0..50; 1 of 2; cells 2; lacks 1"},
                      {Fold::kLast, "50 -", "missing; 1 of 2; cells 1; lacks 2"},
                      {Fold::kLast, "- 50", "50..50; 1 of 2; cells 2; lacks 1"},
                      {Fold::kMean, "- -", "missing; 0 of 2; lacks 1 2"},
                      {Fold::kMean, "50 ? - ?", "invalid, unusable; 1 of 4; cells 2 4"},
                      {Fold::kMean, "", "missing; 0 of 0"},
                      {Fold::kMean, "10..30 50 -", "20..60; 1 of 3; cells 1 2; lacks 1 3"},
                      {Fold::kMax, "10..30 20", "20..30; 1 of 2; cells 1 2; lacks 1"},
                      {Fold::kLast, "5 10..30", "10..30; 1 of 2; cells 1 2; lacks 2"},
                      {Fold::kLast, "10..30 5", "5..5; 1 of 2; cells 1 2; lacks 1"},
                      {Fold::kMean, "50 x 70", "60; 2 of 2; cells 1 3"},
                      {Fold::kMean, "x x", "exempt, nothing there; 0 of 0"},
                      {Fold::kMean, "x ?", "invalid, unusable; 0 of 1; cells 2"}};
  for (const Row& row : rows) {
    INFO(word(row.how), " of ", row.parts);
    std::vector<Value> parts;
    for (const std::string& text : split(row.parts, ' ')) {
      if (!text.empty()) parts.push_back(part_of(text, static_cast<std::uint32_t>(parts.size() + 1)));
    }
    Folding folding(row.how, kPercent, 0);
    for (const Value& part : parts) folding.take(part);
    CHECK(text_of(folding.value()) == row.expected);
    if (std::optional<Value> of_figures = fold_figures(row.how, parts)) CHECK(text_of(*of_figures) == row.expected);
  }
}

TEST_CASE("a known value counts as it is in a weighted mean, and the range only bounds what is missing") {
  struct Row {
    std::string weights, values, expected;
  };
  const Row rows[] = {{"1 3", "10 20", "35/2; 2 of 2; cells 1 1 2 2"},
                      {"1 3", "-30 120", "165/2; 2 of 2; cells 1 1 2 2"},  // sums of months may leave the range
                      {"1 0", "10 -", "10; 1 of 1; cells 1 1"},
                      {"1 3", "10 -", "5/2..155/2; 1 of 2; cells 1 1 2; lacks 2"},
                      {"1 -", "10 20", "10..20; 1 of 2; cells 1 1 2; lacks 2"},
                      {"1 x", "10 20", "10; 1 of 1; cells 1 1"},
                      {"1 1", "10 ?", "invalid, unusable; 1 of 2; cells 2"},
                      {"0 0", "10 20", "exempt, the weights add up to 0: nothing to measure; 0 of 0"}};
  for (const Row& row : rows) {
    INFO(row.weights, " of ", row.values);
    std::vector<Value> parts;
    const auto add = [&parts](const std::vector<std::string>& texts) {
      for (std::size_t i = 0; i < texts.size(); ++i) parts.push_back(part_of(texts[i], static_cast<std::uint32_t>(i + 1)));
    };
    add(split(row.weights, ' '));
    add(split(row.values, ' '));
    std::vector<const Value*> weights, values;
    for (std::size_t i = 0; i < parts.size(); ++i) (i < parts.size() / 2 ? weights : values).push_back(&parts[i]);
    CHECK(text_of(fold_weighted(values, weights, kPercent)) == row.expected);
  }
}

TEST_CASE("periods in their order find their figures in one way through a series") {
  TruthRow row;
  row.rule = "indicator = \"pm\"; for = [\"990101\"]; require = \"<= 10 微克/立方米\"";
  row.facts = "990101 pm 2019-12 1; 990101 pm 2020-02 2.5; 990101 pm 2020-03 3; 990101 pm 2020-05 4.25; 990101 pm 2020-06 -; 990101 pm 2020-11 ?; "
              "990101 pm 2021-01 0.000000000000000000123456789; 990101 pm 2021-02 7; 990102 pm 2020-04 1";
  row.as_of = "2021-01-31";  // leaves the last out
  const Report report = judge_row(row, [](Facts& facts) {
    facts.figures[2].unit = "毫克/立方米";
    facts.figures[2].value = Rational(3000);
  });
  const std::size_t indicator = report.catalog.indicators.find_id("pm").value();
  const std::uint32_t region = report.catalog.regions.find_code("990101", report.as_of.date).value();
  const FigureIndex index(report.figures, report.as_of.date);
  const FigureSeries series = index.of(report.catalog.regions[region].lineage, indicator);
  CHECK(series.size() == 7);
  CHECK(series.has(PeriodKind::kMonth));
  CHECK_FALSE(series.has(PeriodKind::kQuarter));
  std::string found;
  std::size_t at = 0;
  for (Period month = parse_period("2019-11").value(); month.last.year < 2022; month = next_period(month)) {
    const FigureRef figure = series.find(report.figures.period_number(month), at);
    if (!figure) continue;
    CHECK(figure.period() == month);
    found += month.text() + " " + (figure.has_value() ? series.value(figure).fraction_text() : "none") + "; ";
    if (figure.has_value()) CHECK(series.value(figure) == figure.value());
  }
  CHECK(found == "2019-12 1; 2020-02 5/2; 2020-03 3000; 2020-05 17/4; 2020-06 none; 2020-11 none; 2021-01 123456789/1000000000000000000000000000; ");
  CHECK(index.of(report.catalog.regions[region].lineage, indicator + 1).size() == 0);
}

}  // namespace kaohe::test

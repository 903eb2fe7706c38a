// SPDX-License-Identifier: Apache-2.0
#include "crosscheck/crosscheck.h"

#include <algorithm>
#include <array>

#include "crosscheck/figure_finder.h"

namespace kaohe {
namespace {

struct Kind {
  CheckKind kind;
  std::string_view code;
  void (*run)(const CheckWork& work);
};

constexpr std::array<Kind, 7> kKinds = {{{CheckKind::kParts, "check-parts", check_parts},
                                         {CheckKind::kRatio, "check-ratio", check_ratio},
                                         {CheckKind::kMonths, "check-months", check_months},
                                         {CheckKind::kBalance, "check-balance", check_balance},
                                         {CheckKind::kJump, "check-jump", check_jump},
                                         {CheckKind::kSameYear, "check-same-year", check_same_year},
                                         {CheckKind::kOnTarget, "check-on-target", check_on_target}}};

const Kind& kind_of(const Check& check) {
  return *std::find_if(kKinds.begin(), kKinds.end(), [&](const Kind& kind) { return kind.kind == check.kind; });
}

}  // namespace

Spread CheckWork::spread_of(const FigureRef& figure) const {
  const Rational value = figure.value();
  if (catalog.indicators[figure.indicator()].unit.dimension == "count" && value.decimal_digits() == 0) return {value, value};
  const Rational written = figure.written().value;
  Rational factor(1);
  if (!written.is_zero()) factor = value / written;
  const Rational half = Rational::power_of_ten(-figure.scale()) * factor.abs() * Rational(1, 2);
  return {value - half, value + half};
}

const Series* CheckWork::series(std::uint32_t lineage, std::size_t indicator) const {
  return indicator == kNoIndicator ? nullptr : figures.find(lineage, indicator);
}

FigureRef CheckWork::value(const Series* series, std::size_t period) const {
  const FigureRef found = series == nullptr ? FigureRef() : figures.find(*series, period);
  return found && found.has_value() ? found : FigureRef();
}

std::vector<std::size_t> CheckWork::periods_before(Which which) const {
  std::vector<std::size_t> out;
  for (const Period& period : figures.periods()) {
    const bool asked = which == Which::kAll || period.kind == PeriodKind::kYear;
    out.push_back(asked ? figures.period_number(previous_period(period)) : figures.periods().size());
  }
  return out;
}

bool CheckWork::wants(std::size_t indicator) const {
  return check.indicators.empty() || std::find(check.indicators.begin(), check.indicators.end(), indicator) != check.indicators.end();
}

Phrase CheckWork::naming(const FigureRef& figure) const {
  const Phrase name = catalog.indicators[figure.indicator()].name();
  const std::string region = catalog.regions[figure.region()].name + " " + figure.period().text();
  const std::string value = figure.written().text() + " " + figure.unit();
  const Place place = figure.place();
  const std::string cell = excel_cell(place);
  const std::string at = std::string(problems.files.name(place)) + (cell.empty() ? "" : " " + cell);
  return {region + " “" + name.zh + "”" + value + "（" + at + "）", "\"" + name.en + "\" of " + region + ", " + value + " (" + at + ")"};
}

void CheckWork::tell(const FigureRef& at, const Phrase& message) const {
  problems.add(kind_of(check).code, at.place(), at.written().text(), message,
               {"kaohe explain " + check.id + " 说明此项核对；--no-check " + check.id + " 关闭",
                "kaohe explain " + check.id + " says what this looks for, --no-check " + check.id + " switches it off"});
}

void cross_check(const Catalog& catalog, const FigureTable& figures, const std::vector<std::string>& off, Problems& problems) {
  for (const Check& check : catalog.checks) {
    if (std::find(off.begin(), off.end(), check.id) != off.end()) continue;
    kind_of(check).run({catalog, figures, check, problems});
  }
}

}  // namespace kaohe

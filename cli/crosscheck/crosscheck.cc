// SPDX-License-Identifier: Apache-2.0
#include "crosscheck/crosscheck.h"

#include <algorithm>
#include <array>

#include "crosscheck/figure_finder.h"

namespace kaohe {
namespace {

enum class Looks { kAtEachRange, kAtAll };

struct Kind {
  CheckKind kind;
  std::string_view code;
  Looks looks;
  void (*run)(const CheckWork& work);
};

constexpr std::array<Kind, 7> kKinds = {{{CheckKind::kParts, "check-parts", Looks::kAtEachRange, check_parts},
                                         {CheckKind::kRatio, "check-ratio", Looks::kAtEachRange, check_ratio},
                                         {CheckKind::kMonths, "check-months", Looks::kAtEachRange, check_months},
                                         {CheckKind::kBalance, "check-balance", Looks::kAtEachRange, check_balance},
                                         {CheckKind::kJump, "check-jump", Looks::kAtEachRange, check_jump},
                                         {CheckKind::kSameYear, "check-same-year", Looks::kAtEachRange, check_same_year},
                                         {CheckKind::kOnTarget, "check-on-target", Looks::kAtAll, check_on_target}}};

const Kind& kind_of(const Check& check) {
  return *std::find_if(kKinds.begin(), kKinds.end(), [&](const Kind& kind) { return kind.kind == check.kind; });
}

Phrase hint_of(const Check& check) {
  return {"kaohe explain " + check.id + " 说明此项核对；--no-check " + check.id + " 关闭",
          "kaohe explain " + check.id + " says what this looks for, --no-check " + check.id + " switches it off"};
}

void run(const Catalog& catalog, const FigureTable& figures, const Check& check, const Ranges& ranges, Problems& problems) {
  const Kind& kind = kind_of(check);
  std::vector<Findings> found(kind.looks == Looks::kAtAll ? 1 : ranges.of.size());
  const auto look_at = [&](std::span<const Series> series, Findings& findings) {
    kind.run({catalog, figures, check, problems.files, ranges, series, findings});
  };
  if (kind.looks == Looks::kAtAll) {
    look_at(figures.series(), found.front());
  } else {
    ranges.crew.each(found.size(), [&](std::size_t range) { look_at(ranges.of[range], found[range]); });
  }
  for (Findings& findings : found) std::move(findings).tell(kind.code, hint_of(check), problems);
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
  const std::string at = std::string(files.name(place)) + (cell.empty() ? "" : " " + cell);
  return {region + " “" + name.zh + "”" + value + "（" + at + "）", "\"" + name.en + "\" of " + region + ", " + value + " (" + at + ")"};
}

Ranges::Ranges(const FigureTable& figures, Crew& all) : crew(all) {
  const std::span<const Series> series(figures.series());
  const std::size_t count = crew.size() == 1 ? 1 : crew.size() * 2;  // one may be slower than another
  for (std::size_t begin = 0; begin < series.size();) {
    std::size_t end = series.size() * (of.size() + 1) / count;
    while (end < series.size() && (end <= begin || series[end].lineage == series[end - 1].lineage)) ++end;
    of.push_back(series.subspan(begin, end - begin));
    begin = end;
  }
}

void cross_check(const Catalog& catalog, const FigureTable& figures, const std::vector<std::string>& off, std::size_t threads, Problems& problems) {
  Crew crew(threads);
  const Ranges ranges(figures, crew);
  for (const Check& check : catalog.checks) {
    if (std::find(off.begin(), off.end(), check.id) == off.end()) run(catalog, figures, check, ranges, problems);
  }
}

}  // namespace kaohe

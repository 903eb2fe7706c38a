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

Spread CheckWork::spread_of(const Figure& figure) const {
  if (catalog.indicators[figure.indicator].unit.dimension == "count" && figure.value.decimal_digits() == 0) return {figure.value, figure.value};
  Rational factor(1);
  if (!figure.written.value.is_zero()) factor = figure.value / figure.written.value;
  const Rational half = Rational::power_of_ten(-figure.written.scale) * factor.abs() * Rational(1, 2);
  return {figure.value - half, figure.value + half};
}

FigureFinder::FigureFinder(const Catalog& catalog, const std::vector<Figure>& figures) : catalog_(catalog) {
  for (std::size_t at = 0; at < figures.size();) {
    const std::uint32_t of = lineage(figures[at].region);
    std::size_t end = at + 1;
    while (end < figures.size() && figures[end].indicator == figures[at].indicator && lineage(figures[end].region) == of) ++end;
    series_.push_back({of, figures[at].indicator, std::span(figures).subspan(at, end - at)});
    at = end;
  }
}

std::uint32_t FigureFinder::lineage(std::uint32_t region) const {
  const std::uint32_t newest = catalog_.regions[region].lineage;
  return newest == kNoRegion ? region : newest;
}

const FigureFinder::Series* FigureFinder::find_series(std::uint32_t lineage, std::size_t indicator) const {
  const auto found = std::lower_bound(series_.begin(), series_.end(), std::pair(lineage, indicator), [](const Series& one, const auto& key) {
    return one.lineage != key.first ? one.lineage < key.first : one.indicator < key.second;
  });
  return found != series_.end() && found->lineage == lineage && found->indicator == indicator ? &*found : nullptr;
}

const Figure* FigureFinder::find(std::uint32_t region, std::size_t indicator, const Period& period) const {
  const Series* series = indicator == kNoIndicator ? nullptr : find_series(lineage(region), indicator);
  if (series == nullptr) return nullptr;
  const auto found = std::find_if(series->figures.begin(), series->figures.end(), [&](const Figure& figure) { return figure.period == period; });
  return found != series->figures.end() && found->state == CellState::kValue ? &*found : nullptr;
}

bool CheckWork::wants(std::size_t indicator) const {
  return check.indicators.empty() || std::find(check.indicators.begin(), check.indicators.end(), indicator) != check.indicators.end();
}

Phrase CheckWork::naming(const Figure& figure) const {
  const Phrase name = catalog.indicators[figure.indicator].name();
  const std::string region = catalog.regions[figure.region].name + " " + figure.period.text();
  const std::string value = figure.written.text() + " " + figure.unit;
  const std::string cell = excel_cell(figure.place);
  const std::string at = std::string(problems.files.name(figure.place)) + (cell.empty() ? "" : " " + cell);
  return {region + " “" + name.zh + "”" + value + "（" + at + "）", "\"" + name.en + "\" of " + region + ", " + value + " (" + at + ")"};
}

void CheckWork::tell(const Figure& at, const Phrase& message) const {
  problems.add(kind_of(check).code, at.place, at.written.text(), message,
               {"kaohe explain " + check.id + " 说明此项核对；--no-check " + check.id + " 关闭",
                "kaohe explain " + check.id + " says what this looks for, --no-check " + check.id + " switches it off"});
}

void cross_check(const Catalog& catalog, const std::vector<Figure>& figures, const std::vector<std::string>& off, Problems& problems) {
  const FigureFinder finder(catalog, figures);
  for (const Check& check : catalog.checks) {
    if (std::find(off.begin(), off.end(), check.id) != off.end()) continue;
    kind_of(check).run({catalog, finder, check, problems});
  }
}

}  // namespace kaohe

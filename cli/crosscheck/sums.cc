// SPDX-License-Identifier: Apache-2.0
// What must add up: a ratio and its parts, months and the year, stocks and flows; parts and their total are in parts.cc.
// Each side is taken with what rounding may have hidden; only what cannot meet even so is told.
#include <algorithm>
#include <array>
#include <optional>

#include "crosscheck/figure_finder.h"
#include "crosscheck/plain_spread.h"
#include "crosscheck/spreads.h"

namespace kaohe {
namespace {

constexpr int kMonths = 12;
using Months = std::array<std::size_t, kMonths>;

// By the number of a year, those of its months; nullopt where one does not occur at all, or for what is no year.
std::vector<std::optional<Months>> months_of_years(const FigureTable& figures) {
  std::vector<std::optional<Months>> out;
  for (const Period& year : figures.periods()) {
    std::optional<Months>& months = out.emplace_back();
    if (year.kind != PeriodKind::kYear) continue;
    months.emplace();
    const std::vector<Period> parts = parts_of(year, PeriodKind::kMonth);
    std::transform(parts.begin(), parts.end(), months->begin(), [&](const Period& month) { return figures.period_number(month); });
    if (std::count(months->begin(), months->end(), figures.periods().size()) > 0) months.reset();
  }
  return out;
}

void check_year(const CheckWork& work, const Series& series, const FigureCell& cell, const FigureRef& year, const Months& months) {
  const bool mean = work.catalog.indicators[series.indicator].over_time == Fold::kMean;
  std::array<FigureRef, kMonths> figures;
  PlainSpread plain(work), whole_plain(work);
  for (std::size_t i = 0; i < months.size(); ++i) {
    figures[i] = work.value(&series, months[i]);
    if (!figures[i]) return;
    plain.add(figures[i].cell());
  }
  whole_plain.add(cell);
  if (plain.meets(whole_plain, mean ? kMonths : 1).value_or(false)) return;
  Spread sum;
  for (const FigureRef& figure : figures) add(sum, work.spread_of(figure));
  if (mean) sum = {sum.low / Rational(kMonths), sum.high / Rational(kMonths)};
  if (!apart(sum, work.spread_of(year)) || work.counted(year)) return;
  const Phrase whole = work.naming(year), part = work.naming(figures.front());
  const std::string value = shown(work, series.indicator, middle(sum));
  work.tell(year, {whole.zh + "与十二个月的" + (mean ? "均值 " : "和 ") + value + " 不符，首月为 " + part.zh,
                   whole.en + " does not agree with " + value + ", the " + (mean ? "mean" : "sum") + " of its twelve months, the first " + part.en});
}

}  // namespace

void check_ratio(const CheckWork& work) {
  const std::vector<bool> wanted = work.wanted([](const Indicator& one) { return one.is_ratio() && one.denominator != kNoIndicator; });
  for (const Series& series : work.looked_at) {
    if (!wanted[series.indicator]) continue;
    const Indicator& indicator = work.catalog.indicators[series.indicator];
    const Series* tops = work.series(series.lineage, indicator.numerator);
    const Series* bottoms = work.series(series.lineage, indicator.denominator);
    if (tops == nullptr || bottoms == nullptr) continue;
    const Indicator& upper = work.catalog.indicators[indicator.numerator];
    const Indicator& lower = work.catalog.indicators[indicator.denominator];
    const Rational factor = upper.unit.factor / lower.unit.factor / indicator.unit.factor;
    for (std::size_t i = 0; i < series.cells.size(); ++i) {
      const FigureRef ratio = work.figures.at(series, i);
      const FigureRef top = work.value(tops, series.cells[i].period), bottom = work.value(bottoms, series.cells[i].period);
      if (!ratio.has_value() || !top || !bottom) continue;
      const Spread above = work.spread_of(top), below = work.spread_of(bottom);
      if (below.low.sign() <= 0 || above.low.sign() < 0) continue;
      const Spread computed{above.low / below.high * factor, above.high / below.low * factor};
      if (!apart(computed, work.spread_of(ratio)) || work.counted(ratio)) continue;
      const Phrase is = work.naming(ratio), num = work.naming(top), den = work.naming(bottom);
      const std::string value = shown(work, series.indicator, top.value() / bottom.value() * factor);
      work.tell(ratio, {is.zh + "与 " + num.zh + " 除以 " + den.zh + " 得到的 " + value + " 不符",
                        is.en + " does not agree with " + value + ", which is " + num.en + " over " + den.en});
    }
  }
}

void check_months(const CheckWork& work) {
  const std::vector<bool> wanted = work.wanted([](const Indicator& one) { return one.over_time == Fold::kSum || one.over_time == Fold::kMean; });
  const std::vector<std::optional<Months>> years = months_of_years(work.figures);
  for (const Series& series : work.looked_at) {
    if (!wanted[series.indicator] || !series.has(PeriodKind::kYear) || !series.has(PeriodKind::kMonth)) continue;
    for (std::size_t i = 0; i < series.cells.size(); ++i) {
      const FigureCell& cell = series.cells[i];
      const FigureRef year = years[cell.period] ? work.figures.at(series, i) : FigureRef();
      if (year && year.has_value()) check_year(work, series, cell, year, *years[cell.period]);
    }
  }
}

namespace {

// The closing stocks of one lineage against what the others of it come to.
class Balance {
 public:
  Balance(const CheckWork& work, const Series& closing);
  // At the period; `opened` is that of the opening stock.
  void check(const FigureRef& closing, std::size_t period, std::size_t opened);

 private:
  struct Change {
    const Series* series;
    bool minus;
    Rational unit;  // in units of the closing stock
  };
  void add_change(std::size_t indicator, bool minus);

  const CheckWork& work_;
  const Check& check_;
  std::uint32_t lineage_;
  const Series* opening_;
  std::vector<Change> changes_;
};

Balance::Balance(const CheckWork& work, const Series& closing)
    : work_(work), check_(work.check), lineage_(closing.lineage), opening_(check_.opening == kNoIndicator ? &closing : work.series(closing.lineage, check_.opening)) {
  for (const std::size_t indicator : check_.plus) add_change(indicator, false);
  for (const std::size_t indicator : check_.minus) add_change(indicator, true);
}

void Balance::add_change(std::size_t indicator, bool minus) {
  const Series* series = work_.series(lineage_, indicator);
  Change& change = changes_.emplace_back(Change{series, minus, 1});
  if (series != nullptr) change.unit = work_.catalog.indicators[indicator].unit.factor / work_.catalog.indicators[check_.closing].unit.factor;
}

void Balance::check(const FigureRef& closing, std::size_t period, std::size_t opened) {
  const FigureRef opening = work_.value(opening_, opened);
  if (!opening || changes_.empty()) return;
  Spread sum = work_.spread_of(opening);
  FigureRef first;
  for (const Change& change : changes_) {
    const FigureRef figure = work_.value(change.series, period);
    if (!figure) return;
    if (!first) first = figure;
    const Spread spread = work_.spread_of(figure);
    const Spread turned{spread.low * change.unit, spread.high * change.unit};
    add(sum, change.minus ? Spread{-turned.high, -turned.low} : turned);
  }
  const Spread end = work_.spread_of(closing);
  if (check_.at_most ? end.low <= sum.high : !apart(end, sum)) return;
  if (work_.counted(closing)) return;
  const Phrase is = work_.naming(closing), was = work_.naming(opening), by = work_.naming(first);
  const std::string value = shown(work_, check_.closing, middle(sum));
  work_.tell(closing, {is.zh + "与期初 " + was.zh + " 加减本期变动（" + by.zh + "）得到的 " + value + " 不符",
                       is.en + " does not agree with " + value + ", which is " + was.en + " with the changes, " + by.en});
}

}  // namespace

void check_balance(const CheckWork& work) {
  const std::vector<std::size_t> before = work.periods_before(CheckWork::Which::kAll);
  for (const Series& series : work.looked_at) {
    if (series.indicator != work.check.closing) continue;
    Balance balance(work, series);
    for (std::size_t i = 0; i < series.cells.size(); ++i) {
      const FigureRef closing = work.figures.at(series, i);
      const std::size_t period = series.cells[i].period;
      if (closing.has_value()) balance.check(closing, period, work.check.opening == kNoIndicator ? before[period] : period);
    }
  }
}

}  // namespace kaohe

// SPDX-License-Identifier: Apache-2.0
// What must add up: parts and their total, a ratio and its parts, months and the year, stocks and flows. Each side is
// taken with what rounding may have hidden; only what cannot meet even so is told.
#include <algorithm>

#include "crosscheck/figure_finder.h"

namespace kaohe {
namespace {

constexpr int kDigits = 4;

bool apart(const Spread& a, const Spread& b) { return a.high < b.low || b.high < a.low; }

void add(Spread& sum, const Spread& more) {
  sum.low += more.low;
  sum.high += more.high;
}

Rational middle(const Spread& spread) { return (spread.low + spread.high) / Rational(2); }

std::string shown(const CheckWork& work, std::size_t indicator, const Rational& value) {
  return show(value, kDigits) + " " + work.catalog.indicators[indicator].unit.id;
}

bool never_negative(const Indicator& indicator) { return indicator.range.low && indicator.range.low->sign() >= 0; }

}  // namespace

void check_parts(const CheckWork& work) {
  for (const FigureFinder::Series& series : work.figures.series()) {
    const Indicator& indicator = work.catalog.indicators[series.indicator];
    // Days of each part are added up for a share of all of them; the whole's own days are no such sum.
    const bool days = indicator.unit.dimension == "time";
    if (indicator.over_regions != Fold::kSum || days || !work.wants(series.indicator)) continue;
    for (const FigureRef& whole : work.figures.all(series)) {
      if (whole.state() != CellState::kValue) continue;
      const std::vector<std::uint32_t> parts = work.catalog.regions.children(whole.region(), whole.period().last);
      Spread sum;
      std::size_t known = 0;
      FigureRef first;
      for (const std::uint32_t part : parts) {
        const FigureRef figure = work.figures.find(part, series.indicator, whole.period());
        if (!figure) continue;
        if (!first) first = figure;
        add(sum, work.spread_of(figure));
        ++known;
      }
      if (known == 0) continue;
      const Spread total = work.spread_of(whole);
      const bool all = known == parts.size();
      if (all ? !apart(sum, total) : !never_negative(indicator) || sum.low <= total.high) continue;
      const Phrase of = work.naming(whole), part = work.naming(first);
      const std::string count = std::to_string(known), from = std::to_string(parts.size());
      const std::string value = shown(work, series.indicator, middle(sum));
      work.tell(whole, {of.zh + "与其 " + count + "/" + from + " 个下级地区之和 " + value + " 不符，首个为 " + part.zh,
                        of.en + " does not agree with " + value + ", the sum of " + count + " of its " + from + " parts, the first " + part.en});
    }
  }
}

void check_ratio(const CheckWork& work) {
  for (const FigureFinder::Series& series : work.figures.series()) {
    const Indicator& indicator = work.catalog.indicators[series.indicator];
    if (!indicator.is_ratio() || indicator.denominator == kNoIndicator || !work.wants(series.indicator)) continue;
    const Indicator& upper = work.catalog.indicators[indicator.numerator];
    const Indicator& lower = work.catalog.indicators[indicator.denominator];
    const Rational factor = upper.unit.factor / lower.unit.factor / indicator.unit.factor;
    for (const FigureRef& ratio : work.figures.all(series)) {
      const FigureRef top = work.figures.find(ratio.region(), indicator.numerator, ratio.period());
      const FigureRef bottom = work.figures.find(ratio.region(), indicator.denominator, ratio.period());
      if (ratio.state() != CellState::kValue || !top || !bottom) continue;
      const Spread above = work.spread_of(top), below = work.spread_of(bottom);
      if (below.low.sign() <= 0 || above.low.sign() < 0) continue;
      const Spread computed{above.low / below.high * factor, above.high / below.low * factor};
      if (!apart(computed, work.spread_of(ratio))) continue;
      const Phrase is = work.naming(ratio), num = work.naming(top), den = work.naming(bottom);
      const std::string value = shown(work, series.indicator, top.value() / bottom.value() * factor);
      work.tell(ratio, {is.zh + "与 " + num.zh + " 除以 " + den.zh + " 得到的 " + value + " 不符",
                        is.en + " does not agree with " + value + ", which is " + num.en + " over " + den.en});
    }
  }
}

void check_months(const CheckWork& work) {
  for (const FigureFinder::Series& series : work.figures.series()) {
    const Indicator& indicator = work.catalog.indicators[series.indicator];
    const bool mean = indicator.over_time == Fold::kMean;
    if ((indicator.over_time != Fold::kSum && !mean) || !work.wants(series.indicator)) continue;
    for (const FigureRef& year : work.figures.all(series)) {
      if (year.state() != CellState::kValue || year.period().kind != PeriodKind::kYear) continue;
      Spread sum;
      FigureRef first;
      std::size_t known = 0;
      const std::vector<Period> months = parts_of(year.period(), PeriodKind::kMonth);
      for (const Period& month : months) {
        const FigureRef figure = work.figures.find(year.region(), series.indicator, month);
        if (!figure) break;
        if (!first) first = figure;
        add(sum, work.spread_of(figure));
        ++known;
      }
      if (known == 0 || known < months.size()) continue;
      if (mean) sum = {sum.low / Rational(12), sum.high / Rational(12)};
      if (!apart(sum, work.spread_of(year))) continue;
      const Phrase whole = work.naming(year), part = work.naming(first);
      const std::string value = shown(work, series.indicator, middle(sum));
      work.tell(year, {whole.zh + "与十二个月的" + (mean ? "均值 " : "和 ") + value + " 不符，首月为 " + part.zh,
                       whole.en + " does not agree with " + value + ", the " + (mean ? "mean" : "sum") + " of its twelve months, the first " + part.en});
    }
  }
}

void check_balance(const CheckWork& work) {
  const Check& check = work.check;
  for (const FigureFinder::Series& series : work.figures.series()) {
    if (series.indicator != check.closing) continue;
    for (const FigureRef& closing : work.figures.all(series)) {
      if (closing.state() != CellState::kValue) continue;
      const bool by_year = check.opening == kNoIndicator;
      const FigureRef opening = by_year ? work.figures.find(closing.region(), check.closing, previous_period(closing.period()))
                                      : work.figures.find(closing.region(), check.opening, closing.period());
      if (!opening) continue;
      Spread sum = work.spread_of(opening);
      FigureRef change;
      bool whole = true;
      const auto take = [&](std::size_t indicator, bool minus) {
        const FigureRef figure = work.figures.find(closing.region(), indicator, closing.period());
        whole = whole && figure;
        if (!figure) return;
        if (!change) change = figure;
        Spread spread = work.spread_of(figure);
        const Rational unit = work.catalog.indicators[indicator].unit.factor / work.catalog.indicators[check.closing].unit.factor;
        spread = {spread.low * unit, spread.high * unit};
        add(sum, minus ? Spread{-spread.high, -spread.low} : spread);
      };
      for (const std::size_t indicator : check.plus) take(indicator, false);
      for (const std::size_t indicator : check.minus) take(indicator, true);
      if (!whole || !change) continue;
      const Spread end = work.spread_of(closing);
      if (check.at_most ? end.low <= sum.high : !apart(end, sum)) continue;
      const Phrase is = work.naming(closing), was = work.naming(opening), by = work.naming(change);
      const std::string value = shown(work, check.closing, middle(sum));
      work.tell(closing, {is.zh + "与期初 " + was.zh + " 加减本期变动（" + by.zh + "）得到的 " + value + " 不符",
                          is.en + " does not agree with " + value + ", which is " + was.en + " with the changes, " + by.en});
    }
  }
}

}  // namespace kaohe

// SPDX-License-Identifier: Apache-2.0
#include "judge/plain_values.h"

#include <algorithm>

namespace kaohe {
namespace {

using State = PlainValue::State;

constexpr int kMostDigits = 6;  // behind the point; what is written finer is not plain

PlainValue of_state(State state) {
  PlainValue value;
  value.state = state;
  return value;
}

PlainValue of_number(std::int64_t number, std::uint32_t of = 1) {
  PlainValue value;
  value.state = State::kNumber;
  value.number = number;
  value.of = of;
  return value;
}

// Digits behind the point that the numbers of this form need in the indicator's unit.
std::optional<int> digits_of(const FigureForm& form) {
  if (form.state != CellState::kValue) return std::nullopt;
  const std::optional<int> digits = (form.factor * Rational::power_of_ten(-form.scale)).decimal_digits();
  return digits && *digits <= kMostDigits ? digits : std::nullopt;
}

}  // namespace

PlainValues::PlainValues(const Catalog& catalog, const FigureIndex& figures, Resolver& resolver)
    : catalog_(catalog), figures_(figures), resolver_(resolver), missing_(of_state(State::kMissing)),
      sheets_(catalog.indicators.indicators.size()), by_indicator_(sheets_.size()), shared_(sheets_.size()) {
  for (const Indicator& indicator : catalog.indicators.indicators) {
    for (const std::size_t other : {indicator.weight, indicator.numerator, indicator.denominator}) {
      if (other != kNoIndicator) shared_[other] = true;
    }
  }
  const FigureTable& table = figures.table();
  for (const FigureForm& form : table.forms()) {
    const std::optional<int> digits = digits_of(form);
    if (digits) sheets_[form.indicator].scale = std::max(sheets_[form.indicator].scale, *Rational::power_of_ten(*digits).times_power_of_ten(0));
  }
  factors_.reserve(table.forms().size());
  for (const FigureForm& form : table.forms()) {
    const Rational factor = form.factor * Rational::power_of_ten(-form.scale) * Rational(sheets_[form.indicator].scale);
    factors_.push_back(digits_of(form) ? factor.times_power_of_ten(0).value_or(0) : 0);
    states_.push_back(form.state);
  }
  for (const FigureTable::Series& series : table.series()) {
    by_indicator_[series.indicator].push_back(&series);
    kinds_ |= series.kinds;
  }
}

PlainRow& PlainValues::row(std::size_t indicator, const Period& period, Own own, const Combine* combine) {
  const auto [at, is_new] = found_.try_emplace({indicator, period, own, combine});
  if (!is_new) return *at->second;
  PlainRow& row = rows_.emplace_back();
  at->second = &row;
  row.indicator_ = indicator;
  row.period_ = period;
  row.own_ = own;
  row.combine_ = combine;
  if (!resolver_.handed_in(indicator)) return row;
  row.scale_ = sheet(indicator).scale;
  row.series_ = &sheet(indicator).series;
  row.number_ = figures_.table().period_number(period);
  add_folds(row);
  if (!spare_.empty()) {
    row.values_ = std::move(spare_.back());
    spare_.pop_back();
  }
  row.values_.assign(catalog_.regions.regions.size(), PlainValue());
  row.parts_ = own == Own::kAllowed && combine == nullptr ? &row : &this->row(indicator, period);
  const std::size_t weight = catalog_.indicators[indicator].weight;
  if (weight != kNoIndicator) row.weights_ = &this->row(weight, period);
  return row;
}

void PlainValues::forget(std::size_t indicator) {
  if (shared_[indicator]) return;
  std::erase_if(found_, [&](const auto& known) {
    PlainRow& row = *known.second;
    if (row.indicator_ != indicator) return false;
    if (!row.values_.empty()) spare_.push_back(std::move(row.values_));
    return true;
  });
}

PlainValues::Sheet& PlainValues::sheet(std::size_t indicator) {
  Sheet& sheet = sheets_[indicator];
  if (sheet.made) return sheet;
  sheet.made = true;
  const std::vector<Region>& regions = catalog_.regions.regions;
  sheet.series.resize(regions.size());
  for (const FigureTable::Series* series : by_indicator_[indicator]) {
    if (series->lineage < regions.size()) sheet.series[series->lineage] = {series->cells.first(figures_.usable(*series)), series};
  }
  // The newest of a lineage has its series, and all others have it of that one.
  for (std::uint32_t i = 0; i < regions.size(); ++i) sheet.series[i] = sheet.series[catalog_.regions.lineage_of(i)];
  return sheet;
}

void PlainValues::add_folds(PlainRow& row) const {
  const Fold how = catalog_.indicators[row.indicator_].over_time;
  if (how == Fold::kNone) return;
  for (const PeriodKind kind : kFiner) {
    if ((kinds_ >> static_cast<unsigned>(kind) & 1U) == 0) continue;
    std::vector<std::uint16_t> there;
    const std::vector<Period> parts = parts_of(row.period_, kind);
    for (const Period& part : parts) {
      const std::size_t number = figures_.table().period_number(part);
      if (number < figures_.first_after()) there.push_back(static_cast<std::uint16_t>(number));
    }
    if (!there.empty()) row.folds_.emplace_back(how, std::move(there), static_cast<std::uint32_t>(parts.size()));
  }
}

Period PlainValues::latest(std::size_t indicator, std::uint32_t region, PeriodKind kind, const Date& as_of) {
  if (!resolver_.handed_in(indicator)) return latest_ended(kind, as_of);
  const FigureTable& table = figures_.table();
  const PlainSeries& series = sheet(indicator).series[region];
  for (std::size_t i = series.cells.size(); i > 0; --i) {
    const Period& period = table.periods()[series.cells[i - 1].period];
    if (period.kind == kind && table.at(*series.of, i - 1).has_value()) return period;
  }
  return latest_ended(kind, as_of);
}

PlainValues::Cells PlainValues::cells_of(std::size_t indicator, std::uint32_t region) {
  return resolver_.handed_in(indicator) ? sheet(indicator).series[region].cells : Cells();
}

bool PlainValues::number(const FigureCell& cell, std::int64_t& out) const {
  const std::int64_t factor = cell.form < factors_.size() ? factors_[cell.form] : 0;
  return factor != 0 && !__builtin_mul_overflow(figures_.table().digits(cell), factor, &out);
}

// The order of the ways is the Resolver's.
PlainValue PlainValues::compute(PlainRow& row, std::uint32_t region) {
  const Indicator& what = catalog_.indicators[row.indicator_];
  const PlainSeries& series = (*row.series_)[region];
  if (series.of != nullptr) {
    const Cells cells = series.cells;
    PlainValue value = row.own_ == Own::kAllowed ? own_value(row, cells) : missing_;
    if (value.state == State::kMissing) value = folded(row, cells);
    if (value.own) {
      const bool finer = what.over_time != Fold::kNone && std::any_of(std::begin(kFiner), std::end(kFiner), [&series](PeriodKind kind) { return series.of->has(kind); });
      value.other = row.combine_ != nullptr || what.is_ratio() || finer || (what.over_regions != Fold::kNone && resolver_.has_parts(region));
    }
    if (value.state != State::kMissing) return value;
  }
  return row.combine_ == nullptr && what.is_ratio() ? ratio(row, region) : from_parts(row, region);
}

PlainValue PlainValues::own_value(PlainRow& row, Cells cells) const {
  if (row.number_ >= figures_.first_after()) return missing_;
  const std::size_t at = place_of(cells, row.number_, row.hint_);
  if (at == cells.size() || cells[at].period != row.number_) return missing_;
  if (is(CellState::kInvalid, cells[at])) return of_state(State::kInvalid);
  if (is(CellState::kMissing, cells[at])) return missing_;
  PlainValue value = of_number(0);
  value.own = true;
  return number(cells[at], value.number) ? value : of_state(State::kUnsure);
}

PlainValue PlainValues::folded(PlainRow& row, Cells cells) const {
  for (PlainFold& fold : row.folds_) {
    const PlainValue value = folded(fold, cells);
    if (value.state != State::kMissing) return value;
  }
  return missing_;
}

PlainValue PlainValues::folded(PlainFold& fold, Cells cells) const {
  const bool mean = fold.how() == Fold::kMean;
  if (const std::optional<PlainFold::Alike> alike = fold.take_alike(figures_, cells)) {
    const std::int64_t factor = factors_[alike->form];
    std::int64_t result = 0;
    if (factor > 0 && !__builtin_mul_overflow(alike->number, factor, &result)) return of_number(result, mean ? fold.all() : 1);
  }
  std::size_t at = fold.place_in(cells);
  std::uint32_t used = 0;
  bool plain = true;
  std::int64_t result = 0;
  for (const std::uint16_t period : fold.periods()) {
    while (at < cells.size() && cells[at].period < period) ++at;
    if (at == cells.size() || cells[at].period != period) continue;
    if (is(CellState::kInvalid, cells[at])) return of_state(State::kInvalid);
    if (is(CellState::kMissing, cells[at])) continue;
    std::int64_t one = 0;
    plain = plain && number(cells[at], one) && take(fold.how(), used == 0, one, result);
    ++used;
  }
  if (used == 0) return missing_;
  if (used < fold.all() || !plain) return of_state(State::kUnsure);
  return of_number(result, mean ? used : 1);
}

}  // namespace kaohe

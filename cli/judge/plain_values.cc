// SPDX-License-Identifier: Apache-2.0
#include "judge/plain_values.h"

#include <algorithm>

namespace kaohe {
namespace {

using State = PlainValue::State;

constexpr PeriodKind kFiner[] = {PeriodKind::kHalf, PeriodKind::kQuarter, PeriodKind::kMonth, PeriodKind::kDay};
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

// The first cell of `period` or later; `hint`: where it was found the last time.
std::size_t place_of(std::span<const FigureCell> cells, std::size_t period, std::size_t& hint) {
  const bool again = hint < cells.size() && cells[hint].period >= period && (hint == 0 || cells[hint - 1].period < period);
  if (again) return hint;
  const auto at = std::partition_point(cells.begin(), cells.end(), [period](const FigureCell& cell) { return cell.period < period; });
  return hint = static_cast<std::size_t>(at - cells.begin());
}

// One number more; false: it does not fit.
bool take(Fold how, bool first, std::int64_t number, std::int64_t& result) {
  switch (how) {
    case Fold::kSum:
    case Fold::kMean: return !__builtin_add_overflow(result, number, &result);
    case Fold::kMax: result = first ? number : std::max(result, number); return true;
    case Fold::kMin: result = first ? number : std::min(result, number); return true;
    case Fold::kLast: result = number; return true;
    default: return false;
  }
}

}  // namespace

PlainValues::PlainValues(const Catalog& catalog, const FigureIndex& figures, Resolver& resolver)
    : catalog_(catalog), figures_(figures), resolver_(resolver), missing_(of_state(State::kMissing)),
      sheets_(catalog.indicators.indicators.size()), by_indicator_(sheets_.size()) {
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
  for (std::uint32_t i = 0; i < table.series().size(); ++i) by_indicator_[table.series()[i].indicator].push_back(i);
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
  row.number_ = figures_.table().period_number(period);
  add_folds(row);
  row.values_.resize(catalog_.regions.regions.size());
  row.parts_ = own == Own::kAllowed && combine == nullptr ? &row : &this->row(indicator, period);
  const std::size_t weight = catalog_.indicators[indicator].weight;
  if (weight != kNoIndicator) row.weights_ = &this->row(weight, period);
  return row;
}

PlainValues::Sheet& PlainValues::sheet(std::size_t indicator) {
  Sheet& sheet = sheets_[indicator];
  if (sheet.made) return sheet;
  sheet.made = true;
  sheet.series.resize(catalog_.regions.regions.size());
  for (const std::uint32_t series : by_indicator_[indicator]) {
    const std::uint32_t lineage = figures_.table().series()[series].lineage;
    if (lineage < sheet.series.size()) sheet.series[lineage] = series + 1;
  }
  return sheet;
}

void PlainValues::add_folds(PlainRow& row) const {
  if (catalog_.indicators[row.indicator_].over_time == Fold::kNone) return;
  for (const PeriodKind kind : kFiner) {
    PlainRow::Fold fold;
    for (const Period& part : parts_of(row.period_, kind)) {
      ++fold.all;
      const std::size_t number = figures_.table().period_number(part);
      if (number < figures_.first_after()) fold.periods.push_back(static_cast<std::uint16_t>(number));
    }
    if (!fold.periods.empty()) row.folds_.push_back(std::move(fold));
  }
}

const FigureTable::Series* PlainValues::series(std::size_t indicator, std::uint32_t region) {
  const std::uint32_t number = sheet(indicator).series[catalog_.regions[region].lineage];
  return number == 0 ? nullptr : &figures_.table().series()[number - 1];
}

Period PlainValues::latest(std::size_t indicator, std::uint32_t region, PeriodKind kind, const Date& as_of) {
  const FigureTable& table = figures_.table();
  const FigureTable::Series* series = resolver_.handed_in(indicator) ? this->series(indicator, region) : nullptr;
  for (std::size_t i = series == nullptr ? 0 : figures_.usable(*series); i > 0; --i) {
    const Period& period = table.periods()[series->cells[i - 1].period];
    if (period.kind == kind && table.at(*series, i - 1).has_value()) return period;
  }
  return latest_ended(kind, as_of);
}

bool PlainValues::number(const FigureCell& cell, std::int64_t& out) const {
  const std::int64_t factor = cell.form < factors_.size() ? factors_[cell.form] : 0;
  return factor != 0 && !__builtin_mul_overflow(cell.number, factor, &out);
}

// The order of the ways is the Resolver's.
PlainValue PlainValues::compute(PlainRow& row, std::uint32_t region) {
  const Indicator& what = catalog_.indicators[row.indicator_];
  const FigureTable::Series* series = this->series(row.indicator_, region);
  if (series != nullptr) {
    const Cells cells = series->cells.first(figures_.usable(*series));
    PlainValue value = row.own_ == Own::kAllowed ? own_value(row, cells) : missing_;
    if (value.state == State::kMissing) value = folded(row, cells);
    if (value.own) {
      const bool finer = what.over_time != Fold::kNone && std::any_of(std::begin(kFiner), std::end(kFiner), [series](PeriodKind kind) { return series->has(kind); });
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
  for (PlainRow::Fold& fold : row.folds_) {
    const PlainValue value = folded(catalog_.indicators[row.indicator_].over_time, fold, cells);
    if (value.state != State::kMissing) return value;
  }
  return missing_;
}

PlainValue PlainValues::folded(Fold how, PlainRow::Fold& fold, Cells cells) const {
  std::size_t at = place_of(cells, fold.periods.front(), fold.hint);
  if (const std::optional<std::int64_t> all = folded_alike(how, fold, cells.subspan(at))) return of_number(*all, how == Fold::kMean ? fold.all : 1);
  std::uint32_t used = 0;
  bool plain = true;
  std::int64_t result = 0;
  for (const std::uint16_t period : fold.periods) {
    while (at < cells.size() && cells[at].period < period) ++at;
    if (at == cells.size() || cells[at].period != period) continue;
    if (is(CellState::kInvalid, cells[at])) return of_state(State::kInvalid);
    if (is(CellState::kMissing, cells[at])) continue;
    std::int64_t one = 0;
    plain = plain && number(cells[at], one) && take(how, used == 0, one, result);
    ++used;
  }
  if (used == 0) return missing_;
  if (used < fold.all || !plain) return of_state(State::kUnsure);
  return of_number(result, how == Fold::kMean ? used : 1);
}

// Of cells that are all there and written alike: the mass of them, and they need not be looked at one by one.
std::optional<std::int64_t> PlainValues::folded_alike(Fold how, const PlainRow::Fold& fold, Cells cells) const {
  const std::size_t all = fold.periods.size();
  if (all < fold.all || cells.size() < all) return std::nullopt;
  const std::uint16_t form = cells.front().form;
  std::uint32_t unlike = 0;
  for (std::size_t i = 0; i < all; ++i) unlike |= static_cast<std::uint32_t>((cells[i].form ^ form) | (cells[i].period ^ fold.periods[i]));
  const std::int64_t factor = unlike == 0 && form < factors_.size() ? factors_[form] : 0;
  if (factor <= 0) return std::nullopt;
  std::int64_t result = 0;
  for (std::size_t i = 0; i < all; ++i) {
    if (!take(how, i == 0, cells[i].number, result)) return std::nullopt;
  }
  return __builtin_mul_overflow(result, factor, &result) ? std::nullopt : std::optional(result);
}

}  // namespace kaohe

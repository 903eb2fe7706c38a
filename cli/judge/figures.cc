// SPDX-License-Identifier: Apache-2.0
#include "judge/figures.h"

#include <algorithm>

#include "base/wide.h"

namespace kaohe {

std::size_t place_of(std::span<const FigureCell> cells, std::size_t period, std::size_t& hint) {
  const bool again = hint < cells.size() && cells[hint].period >= period && (hint == 0 || cells[hint - 1].period < period);
  if (again) return hint;
  const auto at = std::partition_point(cells.begin(), cells.end(), [period](const FigureCell& cell) { return cell.period < period; });
  return hint = static_cast<std::size_t>(at - cells.begin());
}

FigureIndex::FigureIndex(const FigureTable& figures, const Date& as_of) : figures_(figures) {
  const std::vector<Period>& periods = figures.periods();
  const auto after = std::find_if(periods.begin(), periods.end(), [&](const Period& period) { return as_of < period.last; });
  first_after_ = static_cast<std::size_t>(after - periods.begin());
  for (const FigureTable::Series& series : figures.series()) {
    const std::size_t count = usable(series);
    set_aside_ += series.cells.size() - count;
    if (count == 0) continue;
    if (indicators_.size() <= series.indicator) indicators_.resize(series.indicator + 1);
    indicators_[series.indicator] = true;
  }
  for (const FigureForm& form : figures.forms()) {
    worth_.push_back((form.factor * Rational::power_of_ten(-form.scale)).fraction().value_or(Rational::Fraction{0, 0}));
    adds_up_.push_back(form.state == CellState::kValue && !form.large ? 1 : 0);
  }
}

// Periods are ordered by their last day, and the cells by their periods.
std::size_t FigureIndex::usable(const FigureTable::Series& series) const {
  if (first_after_ == figures_.periods().size() || series.cells.back().period < first_after_) return series.cells.size();
  const auto after = std::partition_point(series.cells.begin(), series.cells.end(), [this](const FigureCell& cell) { return cell.period < first_after_; });
  return static_cast<std::size_t>(after - series.cells.begin());
}

FigureSeries FigureIndex::of(std::uint32_t lineage, std::size_t indicator) const {
  const FigureTable::Series* series = has_indicator(indicator) ? figures_.find(lineage, indicator) : nullptr;
  return series == nullptr ? FigureSeries() : FigureSeries(*this, *series);
}

std::vector<FigureRef> FigureIndex::series(std::uint32_t lineage, std::size_t indicator) const {
  std::vector<FigureRef> values;
  const FigureSeries all = of(lineage, indicator);
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (all[i].has_value()) values.push_back(all[i]);
  }
  return values;
}

FigureSeries::FigureSeries(const FigureIndex& index, const FigureTable::Series& series)
    : index_(&index), series_(&series), cells_(series.cells.first(index.usable(series))) {}

FigureRef FigureSeries::operator[](std::size_t at) const { return index_->table().at(*series_, at); }

bool FigureSeries::has(PeriodKind kind) const {
  if (cells_.empty() || !series_->has(kind)) return false;
  if (cells_.size() == series_->cells.size()) return true;  // without a look at any of them
  const std::vector<Period>& periods = index_->table().periods();
  return std::any_of(cells_.begin(), cells_.end(), [&](const FigureCell& cell) { return periods[cell.period].kind == kind; });
}

std::size_t FigureSeries::place_of(std::size_t period, std::size_t& hint) const {
  return cells_.empty() || period >= index_->first_after() ? 0 : kaohe::place_of(cells_, period, hint);
}

FigureRef FigureSeries::find(std::size_t period, std::size_t& at) const {
  if (at >= cells_.size() || period >= index_->first_after()) return {};
  const auto before = [period](const FigureCell& cell) { return cell.period < period; };
  if (before(cells_[at])) ++at;  // mostly it is the next
  if (at < cells_.size() && before(cells_[at])) at = static_cast<std::size_t>(std::partition_point(cells_.begin() + static_cast<std::ptrdiff_t>(at), cells_.end(), before) - cells_.begin());
  return at < cells_.size() && cells_[at].period == period ? (*this)[at] : FigureRef();
}

Rational FigureSeries::value(const FigureRef& figure) const {
  const Rational::Fraction* worth = index_->worth(figure.cell().form);
  Rational::Wide above = 0;
  const bool fits = worth != nullptr && worth->below != 0 && multiply(figure.digits(), worth->above, above);
  return fits ? Rational::ratio(above, worth->below) : figure.value();
}

}  // namespace kaohe

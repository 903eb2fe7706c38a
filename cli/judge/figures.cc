// SPDX-License-Identifier: Apache-2.0
#include "judge/figures.h"

#include <algorithm>
#include <functional>

namespace kaohe {

std::size_t FigureKeyHash::operator()(const FigureKey& key) const {
  const auto day = static_cast<std::uint64_t>(key.period.last.year) * 512 +
                   static_cast<std::uint64_t>(key.period.last.month) * 32 + static_cast<std::uint64_t>(key.period.last.day);
  const std::uint64_t unit = (static_cast<std::uint64_t>(key.lineage) << 32) | static_cast<std::uint32_t>(key.indicator);
  const std::uint64_t mixed = unit * 0x9E3779B97F4A7C15ULL ^ (day * 8 + static_cast<std::uint64_t>(key.period.kind)) * 0xC2B2AE3D27D4EB4FULL;
  return std::hash<std::uint64_t>{}(mixed ^ (mixed >> 29));
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
}

// Periods are ordered by their last day, and the cells by their periods.
std::size_t FigureIndex::usable(const FigureTable::Series& series) const {
  if (series.cells.back().period < first_after_) return series.cells.size();
  const auto after = std::partition_point(series.cells.begin(), series.cells.end(), [this](const FigureCell& cell) { return cell.period < first_after_; });
  return static_cast<std::size_t>(after - series.cells.begin());
}

FigureRef FigureIndex::find(std::uint32_t lineage, std::size_t indicator, const Period& period) const {
  const FigureTable::Series* series = has_indicator(indicator) ? figures_.find(lineage, indicator) : nullptr;
  if (series == nullptr) return {};
  const std::size_t number = figures_.period_number(period);
  return number < first_after_ ? figures_.find(*series, number) : FigureRef();
}

bool FigureIndex::has_kind(std::uint32_t lineage, std::size_t indicator, PeriodKind kind) const {
  const FigureTable::Series* series = has_indicator(indicator) ? figures_.find(lineage, indicator) : nullptr;
  if (series == nullptr || !series->has(kind)) return false;
  const std::span<const FigureCell> cells = series->cells.first(usable(*series));
  return std::any_of(cells.begin(), cells.end(), [&](const FigureCell& cell) { return figures_.periods()[cell.period].kind == kind; });
}

std::vector<FigureRef> FigureIndex::series(std::uint32_t lineage, std::size_t indicator) const {
  std::vector<FigureRef> values;
  const FigureTable::Series* series = has_indicator(indicator) ? figures_.find(lineage, indicator) : nullptr;
  if (series == nullptr) return values;
  const std::size_t count = usable(*series);
  for (std::size_t i = 0; i < count; ++i) {
    const FigureRef figure = figures_.at(*series, i);
    if (figure.has_value()) values.push_back(figure);
  }
  return values;
}

}  // namespace kaohe

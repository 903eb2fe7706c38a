// SPDX-License-Identifier: Apache-2.0
#include "model/figure_order.h"

#include <algorithm>
#include <numeric>
#include <utility>

namespace kaohe {

FigureKeys::FigureKeys(std::span<const FigureForm> forms, std::span<const Figure> whole, std::span<const Period> periods) {
  for (const FigureForm& form : forms) forms_.push_back(form.indicator);
  for (const Figure& figure : whole) whole_.push_back(static_cast<std::uint32_t>(figure.indicator));
  std::vector<std::uint32_t> ranks;  // by indicator
  for (const std::vector<std::uint32_t>* all : {&forms_, &whole_}) {
    for (const std::uint32_t indicator : *all) {
      if (indicator >= ranks.size()) ranks.resize(indicator + 1);
      ranks[indicator] = 1;
    }
  }
  for (std::uint32_t indicator = 0; indicator < ranks.size(); ++indicator) {
    if (ranks[indicator] == 0) continue;
    ranks[indicator] = static_cast<std::uint32_t>(indicators_.size());
    indicators_.push_back(indicator);
  }
  for (std::vector<std::uint32_t>* all : {&forms_, &whole_}) {
    for (std::uint32_t& indicator : *all) indicator = ranks[indicator];
  }
  for (const Period& period : periods) kinds_.push_back(static_cast<std::uint8_t>(1U << static_cast<unsigned>(period.kind)));
}

void FigureOrder::add(std::uint32_t lineage, std::span<FigureCell> cells) {
  group(cells);
  for (const std::uint32_t rank : ranks_) {
    const std::size_t count = std::exchange(counts_[rank], 0);
    list(lineage, keys_.indicators()[rank], cells.first(count));
    cells = cells.subspan(count);
  }
}

// The cells of each indicator are to stand together.
void FigureOrder::group(std::span<FigureCell> cells) {
  ranks_.clear();
  std::uint32_t* const counts = counts_.data();  // not looked up again at each cell
  for (const FigureCell& cell : cells) {
    const std::uint32_t rank = keys_.rank(cell);
    if (counts[rank]++ == 0) ranks_.push_back(rank);
  }
  std::sort(ranks_.begin(), ranks_.end());
  const auto before = [this](const FigureCell& a, const FigureCell& b) { return keys_.rank(a) < keys_.rank(b); };
  if (!std::is_sorted(cells.begin(), cells.end(), before)) deal(cells);
}

void FigureOrder::deal(std::span<FigureCell> cells) {
  std::uint32_t begin = 0;
  for (const std::uint32_t rank : ranks_) {
    next_[rank] = begin;
    begin += counts_[rank];
  }
  as_they_came_.assign(cells.begin(), cells.end());
  for (const FigureCell& cell : as_they_came_) cells[next_[keys_.rank(cell)]++] = cell;
}

// By counting, where periods are dense.
void FigureOrder::sort_by_period(std::span<FigureCell> cells) {
  const auto before = [](const FigureCell& a, const FigureCell& b) { return a.period < b.period; };
  if (std::is_sorted(cells.begin(), cells.end(), before)) return;
  const std::size_t periods = keys_.kinds().size();
  if (periods > 4 * cells.size()) return std::sort(cells.begin(), cells.end(), before);
  places_.assign(periods + 1, 0);
  for (const FigureCell& cell : cells) ++places_[cell.period + 1U];
  std::partial_sum(places_.begin(), places_.end(), places_.begin());
  as_they_came_.assign(cells.begin(), cells.end());
  for (const FigureCell& cell : as_they_came_) cells[places_[cell.period]++] = cell;
}

void FigureOrder::list(std::uint32_t lineage, std::uint32_t indicator, std::span<FigureCell> cells) {
  const std::vector<std::uint8_t>& kind_of = keys_.kinds();
  std::uint8_t kinds = kind_of[cells.front().period];
  bool rising = true;
  for (std::size_t i = 1; i < cells.size(); ++i) {
    kinds |= kind_of[cells[i].period];
    rising &= cells[i - 1].period < cells[i].period;
  }
  if (!rising) {
    sort_by_period(cells);
    const auto same = [](const FigureCell& a, const FigureCell& b) { return a.period == b.period; };
    if (std::adjacent_find(cells.begin(), cells.end(), same) != cells.end()) repeated.push_back(series.size());
  }
  series.push_back({lineage, indicator, kinds, cells});
}

}  // namespace kaohe

// SPDX-License-Identifier: Apache-2.0
#include "model/figure_order.h"

#include <algorithm>
#include <numeric>

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

void FigureOrder::add(std::uint32_t lineage, std::span<FigureCell> cells, Listed& listed) {
  if (cells.empty()) return;
  const bool as_before = are_as_before(cells);
  if (!as_before) find_places(cells);
  if (!from_.empty()) {
    as_they_came_.assign(cells.begin(), cells.end());
    for (std::size_t i = 0; i < cells.size(); ++i) cells[i] = as_they_came_[from_[i]];
  }
  if (!as_before) find_runs(cells);
  for (const Run& run : runs_) {
    if (run.repeated) listed.repeated.push_back(listed.series.size());
    listed.series.push_back({lineage, run.indicator, run.kinds, cells.first(run.count)});
    cells = cells.subspan(run.count);
  }
}

bool FigureOrder::are_as_before(std::span<const FigureCell> cells) const {
  return std::equal(cells.begin(), cells.end(), came_.begin(), came_.end(), [](const FigureCell& cell, std::uint32_t came) { return look_of(cell) == came; });
}

void FigureOrder::find_places(std::span<const FigureCell> cells) {
  const std::size_t periods = keys_.kinds().size();
  came_.resize(cells.size());
  keys_of_.resize(cells.size());
  bool whole = false;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    whole |= cells[i].form == FigureCell::kWhole;
    came_[i] = look_of(cells[i]);
    keys_of_[i] = keys_.rank(cells[i]) * periods + cells[i].period;
  }
  if (whole) came_.clear();
  from_.clear();
  if (std::is_sorted(keys_of_.begin(), keys_of_.end())) return;
  from_.resize(cells.size());
  sort(keys_.indicators().size() * periods);
}

// What is alike stays in its order. By counting, where keys are dense.
void FigureOrder::sort(std::size_t keys) {
  constexpr std::size_t kSparse = 8;
  if (keys > kSparse * from_.size()) {
    std::iota(from_.begin(), from_.end(), 0U);
    std::stable_sort(from_.begin(), from_.end(), [this](std::uint32_t a, std::uint32_t b) { return keys_of_[a] < keys_of_[b]; });
    return;
  }
  places_.assign(keys + 1, 0);
  for (const std::size_t key : keys_of_) ++places_[key + 1];
  std::partial_sum(places_.begin(), places_.end(), places_.begin());
  for (std::uint32_t i = 0; i < from_.size(); ++i) from_[places_[keys_of_[i]]++] = i;
}

// Of cells in order.
void FigureOrder::find_runs(std::span<const FigureCell> cells) {
  runs_.clear();
  while (!cells.empty()) {
    const std::uint32_t rank = keys_.rank(cells.front());
    Run run{keys_.indicators()[rank], keys_.kinds()[cells.front().period], false, 1};
    for (; run.count < cells.size() && keys_.rank(cells[run.count]) == rank; ++run.count) {
      run.kinds |= keys_.kinds()[cells[run.count].period];
      run.repeated |= cells[run.count].period == cells[run.count - 1].period;
    }
    runs_.push_back(run);
    cells = cells.subspan(run.count);
  }
}

}  // namespace kaohe

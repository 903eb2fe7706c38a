// SPDX-License-Identifier: Apache-2.0
// The figures that judging may use: those whose period has ended by the as-of date, found by unit, indicator and period.
#pragma once

#include <cstdint>
#include <vector>

#include "model/date.h"
#include "model/figure_table.h"

namespace kaohe {

struct FigureKey {
  std::uint32_t lineage = kNoRegion;
  std::size_t indicator = kNoIndicator;
  Period period;

  friend bool operator==(const FigureKey&, const FigureKey&) = default;
};

struct FigureKeyHash {
  std::size_t operator()(const FigureKey& key) const;
};

class FigureIndex {
 public:
  // The table must outlive the index.
  FigureIndex(const FigureTable& figures, const Date& as_of);

  [[nodiscard]] FigureRef find(std::uint32_t lineage, std::size_t indicator, const Period& period) const;
  // Was any figure of this unit and indicator handed in for periods of `kind`?
  [[nodiscard]] bool has_kind(std::uint32_t lineage, std::size_t indicator, PeriodKind kind) const;
  // Was anything at all handed in for this indicator, by any unit and period? Saves looking into every part.
  [[nodiscard]] bool has_indicator(std::size_t indicator) const { return indicator < indicators_.size() && indicators_[indicator]; }
  // Figures of this unit and indicator with a value, in the order of their periods.
  [[nodiscard]] std::vector<FigureRef> series(std::uint32_t lineage, std::size_t indicator) const;
  [[nodiscard]] const FigureTable& table() const { return figures_; }
  // Of the table's periods, the first that ends after the as-of date.
  [[nodiscard]] std::size_t first_after() const { return first_after_; }
  // How many cells of a series end by the as-of date; they come first.
  [[nodiscard]] std::size_t usable(const FigureTable::Series& series) const;
  [[nodiscard]] std::size_t size() const { return figures_.size() - set_aside_; }
  [[nodiscard]] std::uint64_t set_aside() const { return set_aside_; }

 private:
  const FigureTable& figures_;
  std::size_t first_after_;
  std::vector<bool> indicators_;
  std::uint64_t set_aside_ = 0;
};

}  // namespace kaohe

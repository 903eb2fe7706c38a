// SPDX-License-Identifier: Apache-2.0
// The figures that judging may use: those whose period has ended by the as-of date, found by unit, indicator and period.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "model/date.h"
#include "model/figure_table.h"

namespace kaohe {

class FigureIndex;

// The first cell of `period` or later; `hint`: where it stood in the last series. They are often alike, and what is not looked at need not
// be fetched.
[[nodiscard]] std::size_t place_of(std::span<const FigureCell> cells, std::size_t period, std::size_t& hint);

// The figures of one unit and indicator that judging may use, in the order of their periods.
class FigureSeries {
 public:
  FigureSeries() = default;
  FigureSeries(const FigureIndex& index, const FigureTable::Series& series);

  [[nodiscard]] std::size_t size() const { return cells_.size(); }
  [[nodiscard]] std::span<const FigureCell> cells() const { return cells_; }
  [[nodiscard]] FigureRef operator[](std::size_t at) const;
  [[nodiscard]] bool has(PeriodKind kind) const;
  // As above; 0 where it is no period that judging may use.
  [[nodiscard]] std::size_t place_of(std::size_t period, std::size_t& hint) const;
  // Of the table's period with this number; it is looked for from cell `at` on, which is moved there: whoever asks for
  // periods in their order looks at each cell once.
  [[nodiscard]] FigureRef find(std::size_t period, std::size_t& at) const;
  // As FigureRef::value().
  [[nodiscard]] Rational value(const FigureRef& figure) const;

 private:
  const FigureIndex* index_ = nullptr;
  const FigureTable::Series* series_ = nullptr;
  std::span<const FigureCell> cells_;
};

class FigureIndex {
 public:
  // The table must outlive the index.
  FigureIndex(const FigureTable& figures, const Date& as_of);

  // All that judging may use of them.
  [[nodiscard]] FigureSeries of(std::uint32_t lineage, std::size_t indicator) const;
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
  // Do cells of this form hold values, each its digits? Then they may be added up as they stand.
  [[nodiscard]] bool adds_up(std::uint16_t form) const { return form < adds_up_.size() && adds_up_[form] != 0; }
  // What the last digit of a cell's number is worth, in the indicator's unit; nullptr: its figure is kept whole.
  [[nodiscard]] const Rational::Fraction* worth(std::uint16_t form) const { return form < worth_.size() ? &worth_[form] : nullptr; }

 private:
  const FigureTable& figures_;
  std::size_t first_after_;
  std::vector<bool> indicators_;
  std::vector<Rational::Fraction> worth_;  // by form
  std::vector<std::uint8_t> adds_up_;      // likewise, 1 or 0
  std::uint64_t set_aside_ = 0;
};

}  // namespace kaohe

// SPDX-License-Identifier: Apache-2.0
// The values of units where they are quite plain: a number handed in, months that are all there, parts that are all
// known. Whole numbers over a divisor, exact, with neither texts nor cells: enough to decide by. One cell that cannot be used
// is enough to spoil what is computed with it, whatever the others are, and a mark for what is missing is as good as nothing
// where there is nothing else. Whatever is not just so (something is missing among
// what is there, was written in an odd unit, does not fit) is unsure, and left to the Resolver, which alone says what a
// value is and how it was had.
#pragma once

#include <algorithm>
#include <cstdint>
#include <deque>
#include <map>
#include <optional>
#include <tuple>
#include <vector>

#include "judge/plain_fold.h"
#include "judge/value.h"

namespace kaohe {

struct PlainValue {
  // Of two bytes, so that a value is two words without a gap, and is copied as such.
  enum class State : std::uint16_t { kNotAsked, kAsking, kUnsure, kMissing, kInvalid, kNumber, kFraction };

  std::int64_t number = 0;  // kNumber: over PlainRow::over(); kFraction: which of them
  std::uint32_t of = 1;     // kNumber: the sum of so many
  State state = State::kNotAsked;
  bool own = false;         // it is a figure of the unit itself …
  bool other = false;       // … and there may be another way to its value

  [[nodiscard]] bool known() const { return state == State::kNumber || state == State::kFraction; }
  // False: it is known that no value is to be had.
  [[nodiscard]] bool decides() const { return state != State::kMissing && state != State::kInvalid; }
};

// above / below / over, a weighted mean mostly.
struct PlainFraction {
  Rational::Wide above = 0, below = 1;  // below > 0
  std::int64_t over = 1;
};

// Of one unit and indicator, the figures that judging may use.
struct PlainSeries {
  std::span<const FigureCell> cells;
  const FigureTable::Series* of = nullptr;  // nullptr: there is none
};

// One indicator in one period, of all units.
class PlainRow {
 public:
  // What a number stands over: 10 to the power of the indicator's digits, times what it is the mean of.
  [[nodiscard]] std::int64_t over(const PlainValue& value) const { return scale_ * value.of; }

 private:
  friend class PlainValues;
  std::size_t indicator_ = kNoIndicator;
  Period period_;
  Own own_ = Own::kAllowed;
  const Combine* combine_ = nullptr;
  std::int64_t scale_ = 1;
  std::size_t number_ = 0;  // of the period in the table
  std::size_t hint_ = 0;
  std::vector<PlainFold> folds_;  // over finer periods
  PlainRow* parts_ = nullptr;    // what parts are asked for; itself mostly
  PlainRow* weights_ = nullptr;
  const std::vector<PlainSeries>* series_ = nullptr;  // by entry
  std::vector<PlainValue> values_;  // by entry; empty: nothing was handed in for the indicator
};

class PlainValues {
 public:
  // All must outlive it.
  PlainValues(const Catalog& catalog, const FigureIndex& figures, Resolver& resolver);

  [[nodiscard]] PlainRow& row(std::size_t indicator, const Period& period, Own own = Own::kAllowed, const Combine* combine = nullptr);
  [[nodiscard]] const PlainValue& value(PlainRow& row, std::uint32_t region) {
    if (row.values_.empty()) return missing_;
    PlainValue& value = row.values_[region];
    if (value.state == PlainValue::State::kNotAsked) {
      constexpr std::size_t kAhead = 8;  // that of a unit soon to come: units go up, and rows take turns
      __builtin_prefetch(&row.values_[std::min(region + kAhead, row.values_.size() - 1)], 1);
      value.state = PlainValue::State::kAsking;  // whoever comes back to it is unsure
      value = compute(row, region);
    }
    return value;
  }
  // Nobody will ask for this indicator any more, or not soon: its rows make room for those of the next.
  void forget(std::size_t indicator);
  // The cells that a region's values are had from.
  [[nodiscard]] std::span<const FigureCell> cells_of(std::size_t indicator, std::uint32_t region);
  // Of known values.
  [[nodiscard]] PlainFraction fraction(const PlainRow& row, const PlainValue& value) const {
    const bool number = value.state == PlainValue::State::kNumber;
    return number ? PlainFraction{value.number, 1, row.over(value)} : fractions_[static_cast<std::size_t>(value.number)];
  }
  [[nodiscard]] Rational exact(const PlainRow& row, const PlainValue& value) const {
    const PlainFraction of = fraction(row, value);
    return Rational::ratio(of.above, of.below) / Rational(of.over);
  }
  // As latest_period().
  [[nodiscard]] Period latest(std::size_t indicator, std::uint32_t region, PeriodKind kind, const Date& as_of);
  // Without the unit's own figure.
  [[nodiscard]] PlainRow& otherwise(const PlainRow& row) { return this->row(row.indicator_, row.period_, Own::kIgnored, row.combine_); }

 private:
  using Cells = std::span<const FigureCell>;
  struct Sheet {  // what is known of an indicator
    std::int64_t scale = 1;           // numbers stand over it
    std::vector<PlainSeries> series;  // by entry
    bool made = false;
  };

  Sheet& sheet(std::size_t indicator);
  void add_folds(PlainRow& row) const;
  PlainValue compute(PlainRow& row, std::uint32_t region);
  PlainValue own_value(PlainRow& row, Cells cells) const;
  PlainValue folded(PlainRow& row, Cells cells) const;
  PlainValue folded(PlainFold& fold, Cells cells) const;
  PlainValue ratio(const PlainRow& row, std::uint32_t region);
  PlainValue from_parts(PlainRow& row, std::uint32_t region);
  PlainValue fold_parts(PlainRow& row, const std::vector<std::uint32_t>& parts, std::uint32_t region);
  bool spoils_mean(const PlainRow& row, std::uint32_t part);
  PlainValue weighted(const PlainRow& row, const std::vector<std::uint32_t>& parts);
  // The same where all parts and their weights are numbers of one kind, as most are; unsure where they are not.
  PlainValue weighted_alike(const PlainRow& row, const std::vector<std::uint32_t>& parts);
  PlainValue summed(Fold how, const PlainRow& row, const std::vector<std::uint32_t>& parts);
  PlainValue make(const PlainFraction& fraction);
  // The number of a cell over the indicator's scale; false: it is not plain.
  bool number(const FigureCell& cell, std::int64_t& out) const;
  [[nodiscard]] bool is(CellState state, const FigureCell& cell) const { return cell.form < states_.size() && states_[cell.form] == state; }

  const Catalog& catalog_;
  const FigureIndex& figures_;
  Resolver& resolver_;
  const PlainValue missing_;
  std::vector<Sheet> sheets_;                             // by indicator
  std::vector<std::vector<const FigureTable::Series*>> by_indicator_;
  std::uint8_t kinds_ = 0;                                // of periods that any figure is of, as in a series
  std::vector<std::int64_t> factors_;                     // by form: to the indicator's scale; 0: not plain
  std::vector<CellState> states_;                         // by form
  std::vector<bool> shared_;                              // by indicator: values of others are computed from it
  std::deque<PlainRow> rows_;
  std::vector<std::vector<PlainValue>> spare_;            // those of rows forgotten
  std::map<std::tuple<std::size_t, Period, Own, const Combine*>, PlainRow*> found_;
  std::vector<PlainFraction> fractions_;
};

}  // namespace kaohe

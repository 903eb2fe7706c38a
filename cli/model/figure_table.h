// SPDX-License-Identifier: Apache-2.0
// All figures of a submission, twelve bytes each. What many cells have in common (file, column, indicator, unit, digits
// behind the point) is a form and kept once; a cell holds its digits, its row and its period. Digits of more than 32 bits
// are kept in a list of their own, and a figure that does not fit this either (very long, with a place of its own) is kept
// whole beside the others. The column and the byte of a cell are not
// kept: whoever tells them looks into the file again (Submission::complete_places).
#pragma once

#include <cstddef>
#include <cstdint>
#include <iterator>
#include <memory>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "base/exact.h"
#include "base/place.h"
#include "model/date.h"
#include "model/plan.h"
#include "model/region.h"

namespace kaohe {

enum class CellState : std::uint8_t { kValue, kMissing, kInvalid };

// One value cell whose region, indicator and period are known. An invalid one is kept, so that a verdict can point to it.
struct Figure {
  std::uint32_t region = kNoRegion;  // the entry of the register that it was resolved to
  std::size_t indicator = 0;
  Period period;
  CellState state = CellState::kValue;
  Decimal written;     // as it stands in the cell, in `unit`
  std::string unit;    // id of the unit it was handed in
  Rational value;      // in the indicator's unit
  Place place;
  std::string status;  // empty, or a mark the submission gave it (preliminary, estimated)
};

struct FigureForm {
  std::uint32_t entry = kNoRegion;  // of the register, where it is not the newest of its lineage
  std::uint32_t file = Place::kNoFile;
  std::uint32_t field = 0;
  std::uint32_t indicator = 0;
  CellState state = CellState::kValue;
  std::int8_t scale = 0;  // digits behind the point
  bool large = false;     // its cells' digits have more than 32 bits
  std::string unit;
  std::string status;
  Rational factor = 1;    // from the unit as written to the indicator's
  friend bool operator==(const FigureForm&, const FigureForm&) = default;
};

struct FigureCell {
  static constexpr std::uint16_t kWhole = UINT16_MAX;  // the form of a figure that is kept whole
  std::int32_t number = 0;   // the digits as written; of a large form, where they are; or the number of the figure kept whole
  std::uint32_t row = 0;     // of the file
  std::uint16_t form = 0;    // kWhole: the figure is kept whole
  std::uint16_t period = 0;  // in the order of time
};

[[nodiscard]] constexpr bool fits_cell(std::int64_t digits) { return digits >= INT32_MIN && digits <= INT32_MAX; }

// From row `row` on, a file's lines are `more` ahead of its rows: quoted line ends stand before it.
struct LineShift {
  std::uint32_t file = 0, row = 0, more = 0;
};

class FigureTable;

// One figure of a table; it lives as long as the table, and may be copied as a pointer may.
class FigureRef {
 public:
  FigureRef() = default;
  [[nodiscard]] explicit operator bool() const { return cell_ != nullptr; }
  [[nodiscard]] std::uint32_t region() const;
  [[nodiscard]] std::uint32_t lineage() const { return lineage_; }
  [[nodiscard]] std::size_t indicator() const;
  [[nodiscard]] const Period& period() const;
  [[nodiscard]] CellState state() const;
  [[nodiscard]] bool has_value() const { return state() == CellState::kValue; }
  [[nodiscard]] Decimal written() const;
  [[nodiscard]] int scale() const;  // of `written`
  [[nodiscard]] std::int64_t digits() const;  // as written, without the point; not of a figure that is kept whole
  [[nodiscard]] Rational value() const;
  [[nodiscard]] bool as_written() const;  // value() == written().value
  [[nodiscard]] const std::string& unit() const;
  [[nodiscard]] const std::string& status() const;
  [[nodiscard]] Place place() const;  // file, line, field and row
  [[nodiscard]] const FigureCell& cell() const { return *cell_; }

 private:
  friend class FigureTable;
  friend class FigureTableBuilder;
  struct Held;
  FigureRef(const Held* held, const FigureCell* cell, std::uint32_t lineage) : held_(held), cell_(cell), lineage_(lineage) {}
  [[nodiscard]] const FigureForm& form() const;
  [[nodiscard]] const Figure* whole() const;  // nullptr: it is not kept whole

  const Held* held_ = nullptr;
  const FigureCell* cell_ = nullptr;
  std::uint32_t lineage_ = kNoRegion;
};

// In the indicator's unit, with the digits that it was written with, and more where the conversion makes more.
[[nodiscard]] std::string value_text(const FigureRef& figure);

class FigureTable {
 public:
  // All figures of one lineage and indicator, by period; no two of the same period.
  struct Series {
    std::uint32_t lineage = kNoRegion;
    std::uint32_t indicator = 0;
    std::uint8_t kinds = 0;  // a bit for each PeriodKind that occurs
    std::span<const FigureCell> cells;
    [[nodiscard]] bool has(PeriodKind kind) const { return (kinds >> static_cast<unsigned>(kind) & 1U) != 0; }
  };

  FigureTable();
  [[nodiscard]] bool empty() const { return size() == 0; }
  [[nodiscard]] std::size_t size() const;
  [[nodiscard]] const std::vector<Series>& series() const;  // by lineage, indicator
  [[nodiscard]] const Series* find(std::uint32_t lineage, std::size_t indicator) const;
  [[nodiscard]] FigureRef find(const Series& series, std::size_t period_number) const;
  [[nodiscard]] FigureRef find(const Series& series, const Period& period) const { return find(series, period_number(period)); }
  [[nodiscard]] FigureRef at(const Series& series, std::size_t index) const;
  // What a cell of this table shares with others; nullptr: its figure is kept whole.
  [[nodiscard]] const FigureForm* form(const FigureCell& cell) const;
  // Of a cell that is not kept whole, as written; whoever knows that its form is not large may ask the cell.
  [[nodiscard]] std::int64_t digits(const FigureCell& cell) const;
  [[nodiscard]] const std::vector<Period>& periods() const;  // that occur, in their order
  [[nodiscard]] const std::vector<FigureForm>& forms() const;  // by FigureCell::form
  [[nodiscard]] bool has_status() const;                     // was any figure given one?
  [[nodiscard]] const std::set<std::uint32_t>& regions() const;  // entries of the register that have figures
  // The period's number; periods().size() where it does not occur.
  [[nodiscard]] std::size_t period_number(const Period& period) const;

  class Iterator {
   public:
    Iterator(const FigureTable* table, std::size_t series) : table_(table), series_(series) {}
    FigureRef operator*() const { return table_->at(table_->series()[series_], index_); }
    Iterator& operator++() {
      if (++index_ >= table_->series()[series_].cells.size()) ++series_, index_ = 0;
      return *this;
    }
    friend bool operator!=(const Iterator& a, const Iterator& b) { return a.series_ != b.series_ || a.index_ != b.index_; }

   private:
    const FigureTable* table_;
    std::size_t series_;
    std::size_t index_ = 0;
  };
  // Every figure, by lineage, indicator and period.
  [[nodiscard]] Iterator begin() const { return {this, 0}; }
  [[nodiscard]] Iterator end() const { return {this, series().size()}; }

 private:
  friend class FigureTableBuilder;
  explicit FigureTable(std::shared_ptr<const FigureRef::Held> held) : held_(std::move(held)) {}
  std::shared_ptr<const FigureRef::Held> held_;
};

}  // namespace kaohe

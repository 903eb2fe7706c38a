// SPDX-License-Identifier: Apache-2.0
// Rows of figures, long or wide: what region, indicator and period each value cell is of.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "load/submission/figure_values.h"
#include "load/submission/layout.h"
#include "load/submission/submission_work.h"

namespace kaohe {

// The region of a row, as its cells name it.
struct RowRegion {
  std::string_view code, name;
  Place place;
  std::string_view text;  // of the cell at `place`
  Place code_place;
};
[[nodiscard]] RowRegion region_of_row(const Row& row, const Layout& layout);
// Points to the cell at fault: an unknown code beside a name is the code's.
void tell_row_region(SubmissionWork& work, const RegionAnswer& answer, const RowRegion& region, const std::string& when);

// For one file.
class FigureRows {
 public:
  FigureRows(SubmissionWork& work, const Layout& layout, std::optional<Period> file_period, FileYield& yield);

  [[nodiscard]] RowOutcome read(const Row& row);
  // After the last row: what only the whole file shows.
  void finish();

 private:
  RowOutcome read_one_period(const Row& row);
  RowOutcome read_periods(const Row& row);
  void read_period_cell(const Row& row, std::size_t column, const ValueCell& cell, const RegionAnswer& answer,
                        bool& told);
  [[nodiscard]] const Period* period_of_row(const Row& row);
  [[nodiscard]] const IndicatorMatch* indicator_of_row(const Row& row);
  // The row's unit and power of ten; `cell.unfit` is set where they were told to be unusable.
  void take_row_unit(const Row& row, const IndicatorMatch& match, ValueCell& cell);
  void take_power(const Row& row, ValueCell& cell);
  void add_cell(const Row& row, const ValueCell& cell, std::uint32_t region, const Period& period);
  void begin_total(const RowRegion& region);
  void note_taken(const RegionAnswer& answer, const RowRegion& region, const Period& period);
  void watch_unknown_columns(const Row& row);
  [[nodiscard]] bool is_total(const RegionAnswer& answer, const RowRegion& region) const;

  SubmissionWork& work_;
  const Layout& layout_;
  std::optional<Period> file_period_;
  FileYield& yield_;
  FigureValues values_;
  std::vector<std::size_t> value_columns_;
  std::vector<std::size_t> unknown_columns_;
  std::vector<char> has_number_;          // of each unknown column, whether a number was seen in it
  std::vector<const RegionAnswer*> answers_;  // of each value column, for the row at hand
  TextSet taken_;                         // regions of which it was noted that another form was taken
};

}  // namespace kaohe

// SPDX-License-Identifier: Apache-2.0
// Rows of figures, long or wide: what region, indicator and period each value cell is of.
#pragma once

#include <memory>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "load/submission/figure_values.h"
#include "load/submission/key_cells.h"
#include "load/submission/layout/layout.h"
#include "load/submission/plain/plain_knowledge.h"
#include "load/submission/submission_work.h"

namespace kaohe {

// The region of a row, as its cells name it.
struct RowRegion {
  std::string_view code, name;
  std::string_view parent;  // what it lies in, as the row says; may be empty
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
  // The quick way for rows like those before (plain/plain_rows.h): asked for once, then taught by each careful row.
  struct Plain {
    explicit Plain(PlainGround of) : ground(std::move(of)), knowledge(ground) {}
    PlainGround ground;
    PlainKnowledge knowledge;
  };
  void use_plain_rows();
  // nullptr where there is none for this file.
  [[nodiscard]] const Plain* plain() const { return learns_ ? plain_.get() : nullptr; }
  void leave_plain_rows() { learns_ = false; }
  void learn(const Row& row);
  // A row that was taken so: merged cells below it go on from it.
  void pass(const Row& row) { keys_.read(row); }
  // A blank row: merged cells do not reach over it.
  void end_block() { keys_.end_block(); }
  // After the last row: what only the whole file shows.
  void finish();

 private:
  RowOutcome read_one_period(const Row& row);
  RowOutcome read_columns(const Row& row);
  void read_column_cell(std::size_t at, const ValueCell& cell, const Period& period, const RowRegion& region, bool& told);
  void read_deferred(const Row& row, const ValueCell& of_row, const Period* row_period, const RowRegion& region,
                     const std::vector<std::uint32_t>& candidates);
  [[nodiscard]] RowRegion region_of_row();
  [[nodiscard]] RowRegion region_of_column(const RowRegion& row, const Column& column) const;
  [[nodiscard]] const Period* period_of_row();
  // The indicator of the row's cell, or of the title.
  [[nodiscard]] const IndicatorMatch* indicator_of_row();
  [[nodiscard]] ValueCell value_cell(const Row& row, std::size_t column, const ValueCell& of_row) const;
  // The row's unit and power of ten; `cell.unfit` is set where they were told to be unusable.
  void take_row_unit(const Row& row, const IndicatorMatch& match, ValueCell& cell);
  void take_power(const Row& row, ValueCell& cell);
  void add_cell(const Row& row, const ValueCell& cell, std::uint32_t region, const Period& period);
  void begin_deferred(const RowRegion& region, std::vector<std::uint32_t> candidates);
  void end_deferred() { yield_.totals.back().count = yield_.deferred.size() - yield_.totals.back().first; }
  void note_taken(const RegionAnswer& answer, const RowRegion& region, const Period& period);
  void watch_unknown_columns(const Row& row);
  [[nodiscard]] bool is_total(const RegionAnswer& answer, const RowRegion& region) const;

  SubmissionWork& work_;
  const Layout& layout_;
  std::optional<Period> file_period_;
  FileYield& yield_;
  FigureValues values_;
  KeyCells keys_;
  IndicatorMatch title_match_;            // the indicator of the title
  bool by_row_ = true;                    // no value column has a period or a region of its own
  std::vector<std::size_t> value_columns_;
  std::vector<std::size_t> unknown_columns_;
  std::vector<char> has_number_;          // of each unknown column, whether a number was seen in it
  std::vector<const RegionAnswer*> answers_;  // of each value column, for the row at hand
  std::unique_ptr<Plain> plain_;
  bool learns_ = true;
  std::vector<std::size_t> watched_;      // unknown columns that no number was seen in
  TextSet taken_;                         // regions of which it was noted that another form was taken
};

}  // namespace kaohe

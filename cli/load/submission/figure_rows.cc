// SPDX-License-Identifier: Apache-2.0
#include "load/submission/figure_rows.h"

#include <algorithm>

#include "base/text.h"
#include "load/submission/submission_text.h"

namespace kaohe {
namespace {

bool depends_on_period(RegionFault fault) { return fault == RegionFault::kEnded || fault == RegionFault::kNotYet; }

}  // namespace

FigureRows::FigureRows(SubmissionWork& work, const Layout& layout, std::optional<Period> file_period, FileYield& yield)
    : work_(work), layout_(layout), file_period_(file_period), yield_(yield), values_(work) {
  for (std::size_t i = 0; i < layout.columns.size(); ++i) {
    const Column& column = layout.columns[i];
    if (column.is_value) value_columns_.push_back(i);
    const bool means_nothing = column.role == Role::kNone && !column.is_value && !column.repeated && column.unknown_unit.empty() &&
                               column.ambiguous.empty();
    if (means_nothing) unknown_columns_.push_back(i);
  }
  if (layout.kind == LayoutKind::kLong) value_columns_ = {layout.column(Role::kValue)};
  has_number_.assign(unknown_columns_.size(), 0);
  answers_.assign(value_columns_.size(), nullptr);
}

RowOutcome FigureRows::read(const Row& row) {
  if (layout_.kind != LayoutKind::kLong) watch_unknown_columns(row);
  return layout_.kind == LayoutKind::kWideYears ? read_periods(row) : read_one_period(row);
}

bool FigureRows::is_total(const RegionAnswer& answer, const RowRegion& region) const {
  return answer.fault == RegionFault::kUnknown && (region.code.empty() || region.name.empty()) &&
         work_.words.total(name_key(region.text));
}

void FigureRows::begin_total(const RowRegion& region) {
  TotalRow total;
  total.place = region.place;
  total.text = std::string(region.text);
  total.first = yield_.figures.size();
  total.listed_from = yield_.totals.empty() ? 0 : yield_.totals.back().listed_to;
  total.listed_to = yield_.listed.size();
  yield_.totals.push_back(std::move(total));
}

void FigureRows::add_cell(const Row& row, const ValueCell& cell, std::uint32_t region, const Period& period) {
  Figure figure;
  figure.region = region;
  figure.period = period;
  values_.read(cell, figure);
  if (layout_.kind == LayoutKind::kLong) {
    const Role role = layout_.has(Role::kFigureStatus) ? Role::kFigureStatus : Role::kStatus;
    const std::string_view status = text_at(row, layout_.column(role));
    if (status != "A") figure.status = std::string(status);  // SDMX: A is a normal value
  }
  yield_.figures.push_back(std::move(figure));
}

void FigureRows::note_taken(const RegionAnswer& answer, const RowRegion& region, const Period& period) {
  if (answer.how == RegionHow::kAsIs) return;
  std::string key(region.text);
  key += '\x1f' + std::to_string(answer.entry);
  if (!taken_.insert(std::move(key)).second) return;
  tell_region_taken(work_.problems, work_.catalog.regions, answer, region.place, region.text, period.text());
}

// Long, and wide with a column an indicator: one period a row. Everything wrong with the row's names is told.
RowOutcome FigureRows::read_one_period(const Row& row) {
  const bool is_long = layout_.kind == LayoutKind::kLong;
  const Period* period = period_of_row(row);
  const IndicatorMatch* match = is_long ? indicator_of_row(row) : nullptr;
  const RowRegion region = region_of_row(row, layout_);
  const std::optional<Date> day = period != nullptr ? std::optional<Date>(period->last) : std::nullopt;
  const RegionAnswer& answer = work_.regions.find({region.code, region.name, day});
  const bool total = is_total(answer, region);
  if (answer.fault != RegionFault::kNone && !total) {
    tell_row_region(work_, answer, region, period != nullptr ? period->text() : std::string());
    return RowOutcome::kError;
  }
  if (period == nullptr || (is_long && match == nullptr)) return RowOutcome::kError;
  if (total) {
    begin_total(region);
  } else {
    note_taken(answer, region, *period);
    yield_.listed.push_back(answer.entry);
  }
  ValueCell of_row;
  if (is_long) take_row_unit(row, *match, of_row);
  take_power(row, of_row);
  for (const std::size_t index : value_columns_) {
    const Column& column = layout_.columns[index];
    ValueCell cell = of_row;
    cell.text = text_at(row, index);
    cell.place = place_at(row, index);
    cell.indicator = is_long ? match->index : column.indicator;
    if (cell.unit == kNoUnit) cell.unit = column.unit;
    cell.unfit = cell.unfit || column.unit_unfit;
    add_cell(row, cell, answer.entry, *period);
  }
  if (total) yield_.totals.back().count = yield_.figures.size() - yield_.totals.back().first;
  return RowOutcome::kData;
}

// Wide with a column a period: the region is looked up as of each. One that did not exist in some of the periods is no
// fault where its cells are blank.
RowOutcome FigureRows::read_periods(const Row& row) {
  const IndicatorMatch* match = indicator_of_row(row);
  const RowRegion region = region_of_row(row, layout_);
  bool total = false, any = false;
  std::size_t told_for = 0;
  for (std::size_t i = 0; i < value_columns_.size(); ++i) {
    const Period& period = *layout_.columns[value_columns_[i]].period;
    answers_[i] = &work_.regions.find({region.code, region.name, period.last});
    total = total || is_total(*answers_[i], region);
    any = any || answers_[i]->fault == RegionFault::kNone;
    if (!depends_on_period(answers_[i]->fault)) told_for = i;
  }
  if (value_columns_.empty()) return RowOutcome::kError;  // its header was told to be unusable
  if (!any && !total) {
    const Period& period = *layout_.columns[value_columns_[told_for]].period;
    tell_row_region(work_, *answers_[told_for], region, period.text());
    return RowOutcome::kError;
  }
  if (match == nullptr) return RowOutcome::kError;
  if (total) begin_total(region);
  ValueCell of_row;
  of_row.indicator = match->index;
  take_row_unit(row, *match, of_row);
  take_power(row, of_row);
  bool told = false;
  for (std::size_t i = 0; i < value_columns_.size(); ++i) {
    const std::size_t index = value_columns_[i];
    ValueCell cell = of_row;
    cell.text = text_at(row, index);
    cell.place = place_at(row, index);
    if (cell.unit == kNoUnit) cell.unit = layout_.columns[index].unit;
    if (total) {
      add_cell(row, cell, kNoRegion, *layout_.columns[index].period);
    } else {
      read_period_cell(row, index, cell, *answers_[i], told);
    }
  }
  if (total) yield_.totals.back().count = yield_.figures.size() - yield_.totals.back().first;
  return RowOutcome::kData;
}

void FigureRows::read_period_cell(const Row& row, std::size_t column, const ValueCell& cell, const RegionAnswer& answer,
                                  bool& told) {
  const Period& period = *layout_.columns[column].period;
  const RowRegion region = region_of_row(row, layout_);
  if (answer.fault == RegionFault::kNone) {
    note_taken(answer, region, period);
    const bool repeated = !yield_.listed.empty() && yield_.listed.back() == answer.entry;
    if (!repeated) yield_.listed.push_back(answer.entry);
    add_cell(row, cell, answer.entry, period);
    return;
  }
  Figure lost;
  values_.read(cell, lost);
  ++yield_.without_region.values;
  if (lost.state == CellState::kMissing) {
    ++yield_.without_region.missing;
    return;
  }
  ++yield_.without_region.invalid;
  if (!told) tell_row_region(work_, answer, region, period.text());
  told = true;
}

}  // namespace kaohe

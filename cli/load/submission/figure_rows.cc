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
    : work_(work), layout_(layout), file_period_(file_period), yield_(yield), values_(work), keys_(layout) {
  for (std::size_t i = 0; i < layout.columns.size(); ++i) {
    const Column& column = layout.columns[i];
    if (column.is_value) value_columns_.push_back(i);
    by_row_ = by_row_ && !(column.is_value && (column.period || column.is_region));
    const bool means_nothing = column.role == Role::kNone && !column.is_value && !column.repeated && column.unknown_unit.empty() &&
                               column.ambiguous.empty();
    if (means_nothing) unknown_columns_.push_back(i);
  }
  if (layout.kind == LayoutKind::kLong) value_columns_ = {layout.column(Role::kValue)};
  title_match_.index = layout.title_indicator;
  title_match_.unit = layout.title_unit;
  has_number_.assign(unknown_columns_.size(), 0);
  answers_.assign(value_columns_.size(), nullptr);
}

void FigureRows::use_plain_rows() {
  PlainShape shape(layout_, work_.package, value_columns_);
  if (!shape.able) return;
  if (layout_.kind != LayoutKind::kLong) watched_ = unknown_columns_;
  plain_ = std::make_unique<Plain>(PlainGround{std::move(shape), work_.catalog.regions, work_.words, Epochs(work_.catalog.regions)});
}

// The names of the row at hand are understood, or it would have given no figures.
void FigureRows::learn(const Row& row) {
  const RowRegion region = region_of_row();
  RowMeaning meaning;
  meaning.region = {region.code, region.name, std::nullopt, region.parent};
  const std::string_view period = keys_.of(Role::kPeriod).text;
  meaning.period = period.empty() ? file_period_ : work_.names.period(period);
  const IndicatorMatch& match = title_match_.index != kNoIndicator ? title_match_ : work_.names.indicator(keys_.of(Role::kIndicator).text);
  meaning.indicator = match.index;
  meaning.unit = match.unit;
  const std::string_view unit = text_at(row, layout_.column(Role::kUnit));
  if (!unit.empty()) {
    const std::uint32_t given = work_.names.unit(unit);
    if (given == kNoUnit && !work_.words.missing(name_key(unit))) return;
    if (given != kNoUnit) meaning.unit = given;
  }
  plain_->knowledge.learn(row, meaning, values_, work_);
  plain_->knowledge.watch(watched_);
}

RowOutcome FigureRows::read(const Row& row) {
  keys_.read(row);
  if (layout_.kind != LayoutKind::kLong) watch_unknown_columns(row);
  return by_row_ ? read_one_period(row) : read_columns(row);
}

// 合计 and the like, of no region of its own.
bool FigureRows::is_total(const RegionAnswer& answer, const RowRegion& region) const {
  return answer.fault == RegionFault::kUnknown && (region.code.empty() || region.name.empty()) &&
         work_.words.total(name_key(region.text));
}

void FigureRows::begin_deferred(const RowRegion& region, std::vector<std::uint32_t> candidates) {
  TotalRow total;
  total.place = region.place;
  total.text = std::string(region.text);
  total.candidates = std::move(candidates);
  total.first = yield_.deferred.size();
  total.listed_from = yield_.totals.empty() ? 0 : yield_.totals.back().listed_to;
  total.listed_to = yield_.listed.size();
  yield_.totals.push_back(std::move(total));
}

void FigureRows::add_cell(const Row& row, const ValueCell& cell, std::uint32_t region, const Period& period) {
  Figure figure;
  figure.region = region;
  figure.period = period;
  figure.place = cell.place;
  figure.indicator = cell.indicator;
  std::string_view status;
  if (layout_.kind == LayoutKind::kLong) {
    status = text_at(row, layout_.column(layout_.has(Role::kFigureStatus) ? Role::kFigureStatus : Role::kStatus));
  }
  if (status == "M") {  // SDMX: whatever stands there, the value is missing
    figure.state = CellState::kMissing;
  } else {
    values_.read(cell, figure);
    if (status != "A") figure.status = std::string(status);  // A is a normal value
  }
  if (region == kNoRegion) {
    yield_.deferred.push_back(std::move(figure));
  } else {
    work_.figures.add(std::move(figure));
  }
}

void FigureRows::note_taken(const RegionAnswer& answer, const RowRegion& region, const Period& period) {
  if (answer.how == RegionHow::kAsIs) return;
  std::string key(region.text);
  key += '\x1f' + std::to_string(answer.entry);
  if (!taken_.insert(std::move(key)).second) return;
  tell_region_taken(work_.problems, work_.catalog.regions, answer, region.place, region.text, period.text());
}

ValueCell FigureRows::value_cell(const Row& row, std::size_t index, const ValueCell& of_row) const {
  const Column& column = layout_.columns[index];
  ValueCell cell = of_row;
  cell.text = text_at(row, index);
  cell.place = place_at(row, index);
  if (names_indicator(column)) cell.indicator = column.indicator;
  if (cell.unit == kNoUnit) cell.unit = column.unit;
  cell.unfit = cell.unfit || column.unit_unfit;
  return cell;
}

// Long, and wide with a column an indicator: one period a row. Everything wrong with the row's names is told.
RowOutcome FigureRows::read_one_period(const Row& row) {
  const bool by_indicator = layout_.kind == LayoutKind::kWideIndicators;
  const Period* period = period_of_row();
  const IndicatorMatch* match = by_indicator ? nullptr : indicator_of_row();
  const RowRegion region = region_of_row();
  const std::optional<Date> day = period != nullptr ? std::optional<Date>(period->last) : std::nullopt;
  const RegionAnswer& answer = work_.regions.find({region.code, region.name, day, region.parent});
  const bool total = is_total(answer, region);
  const bool deferred = total || answer.fault == RegionFault::kAmbiguous;
  if (answer.fault != RegionFault::kNone && !deferred) {
    tell_row_region(work_, answer, region, period != nullptr ? period->text() : std::string());
    return RowOutcome::kError;
  }
  if (period == nullptr || (!by_indicator && match == nullptr)) return RowOutcome::kError;
  if (deferred) {
    begin_deferred(region, answer.candidates);
  } else {
    note_taken(answer, region, *period);
    yield_.list(answer.entry);
  }
  ValueCell of_row;
  if (!by_indicator) {
    of_row.indicator = match->index;
    take_row_unit(row, *match, of_row);
  }
  take_power(row, of_row);
  for (const std::size_t index : value_columns_) add_cell(row, value_cell(row, index, of_row), deferred ? kNoRegion : answer.entry, *period);
  if (deferred) end_deferred();
  return RowOutcome::kData;
}

RowRegion FigureRows::region_of_column(const RowRegion& row, const Column& column) const {
  if (!column.is_region) return row;
  RowRegion region;
  region.name = column.header;
  region.text = column.header;
  region.place = column.place;
  return region;
}

// Wide with a period or a region of its own in each column: the region is looked up as of each. One that did not exist in
// some of the periods is no fault where its cells are blank.
RowOutcome FigureRows::read_columns(const Row& row) {
  if (value_columns_.empty()) return RowOutcome::kError;  // its header was told to be unusable
  const bool by_indicator = layout_.kind == LayoutKind::kWideIndicatorYears;
  const auto has_own = [this](std::size_t index) { return layout_.columns[index].period.has_value(); };
  const bool all_own = std::all_of(value_columns_.begin(), value_columns_.end(), has_own);
  const Period* row_period = all_own ? nullptr : period_of_row();
  const IndicatorMatch* match = by_indicator ? nullptr : indicator_of_row();
  const RowRegion region = region_of_row();
  if (!all_own && row_period == nullptr) return RowOutcome::kError;
  static const Period kNotAsked;  // every column has its own
  const Period& of_row_period = row_period != nullptr ? *row_period : kNotAsked;
  std::vector<std::uint32_t> candidates;
  bool deferred = false, any = false;
  std::size_t told_for = 0;
  for (std::size_t i = 0; i < value_columns_.size(); ++i) {
    const Column& column = layout_.columns[value_columns_[i]];
    const RowRegion named = region_of_column(region, column);
    answers_[i] = &work_.regions.find({named.code, named.name, (column.period ? *column.period : of_row_period).last, named.parent});
    any = any || answers_[i]->fault == RegionFault::kNone;
    if (!depends_on_period(answers_[i]->fault)) told_for = i;
    if (column.is_region) continue;
    deferred = deferred || is_total(*answers_[i], region) || answers_[i]->fault == RegionFault::kAmbiguous;
    if (answers_[i]->fault == RegionFault::kAmbiguous) candidates = answers_[i]->candidates;
  }
  if (!any && !deferred && layout_.kind != LayoutKind::kWideRegions) {
    const Column& column = layout_.columns[value_columns_[told_for]];
    tell_row_region(work_, *answers_[told_for], region, (column.period ? *column.period : of_row_period).text());
    return RowOutcome::kError;
  }
  if (!by_indicator && match == nullptr) return RowOutcome::kError;
  ValueCell of_row;
  if (!by_indicator) {
    of_row.indicator = match->index;
    take_row_unit(row, *match, of_row);
  }
  take_power(row, of_row);
  if (deferred) {
    read_deferred(row, of_row, row_period, region, candidates);
    return RowOutcome::kData;
  }
  bool told = false;
  for (std::size_t i = 0; i < value_columns_.size(); ++i) {
    const Column& column = layout_.columns[value_columns_[i]];
    const RowRegion named = region_of_column(region, column);
    const ValueCell cell = value_cell(row, value_columns_[i], of_row);
    read_column_cell(i, cell, column.period ? *column.period : *row_period, named, told);
  }
  return RowOutcome::kData;
}

void FigureRows::read_deferred(const Row& row, const ValueCell& of_row, const Period* row_period, const RowRegion& region,
                               const std::vector<std::uint32_t>& candidates) {
  begin_deferred(region, candidates);
  for (const std::size_t index : value_columns_) {
    const Column& column = layout_.columns[index];
    add_cell(row, value_cell(row, index, of_row), kNoRegion, column.period ? *column.period : *row_period);
  }
  end_deferred();
}

void FigureRows::read_column_cell(std::size_t at, const ValueCell& cell, const Period& period, const RowRegion& region, bool& told) {
  const RegionAnswer& answer = *answers_[at];
  const bool by_region = layout_.columns[value_columns_[at]].is_region;
  if (answer.fault == RegionFault::kNone) {
    note_taken(answer, region, period);
    yield_.list(answer.entry);
    add_cell({}, cell, answer.entry, period);
    return;
  }
  if (by_region && (is_total(answer, region) || answer.fault == RegionFault::kAmbiguous)) {
    begin_deferred(region, answer.candidates);
    yield_.totals.back().one_cell = true;
    add_cell({}, cell, kNoRegion, period);
    end_deferred();
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
  told = !by_region;
}

}  // namespace kaohe

// SPDX-License-Identifier: Apache-2.0
#include "model/figure_table.h"

#include <algorithm>

#include "model/figure_held.h"

namespace kaohe {
namespace {

const Rational& one() {
  static const Rational kOne = 1;
  return kOne;
}

}  // namespace

std::uint32_t FigureRef::Held::line_of(std::uint32_t file, std::uint32_t row) const {
  const auto behind = std::upper_bound(shifts.begin(), shifts.end(), std::pair(file, row), [](const auto& key, const LineShift& shift) {
    return key < std::pair(shift.file, shift.row);
  });
  const bool shifted = behind != shifts.begin() && std::prev(behind)->file == file;
  return row + (shifted ? std::prev(behind)->more : 0);
}

const FigureForm& FigureRef::form() const { return held_->forms[cell_->form]; }
const Figure* FigureRef::whole() const { return cell_->form == kWhole ? &held_->whole[static_cast<std::size_t>(cell_->number)] : nullptr; }

std::uint32_t FigureRef::region() const {
  if (const Figure* figure = whole()) return figure->region;
  return form().entry == kNoRegion ? lineage_ : form().entry;
}

std::size_t FigureRef::indicator() const {
  if (const Figure* figure = whole()) return figure->indicator;
  return form().indicator;
}

const Period& FigureRef::period() const { return held_->periods[cell_->period]; }

CellState FigureRef::state() const {
  if (const Figure* figure = whole()) return figure->state;
  return form().state;
}

int FigureRef::scale() const {
  if (const Figure* figure = whole()) return figure->written.scale;
  return form().scale;
}

std::int64_t FigureRef::digits() const { return held_->digits(*cell_); }

Decimal FigureRef::written() const {
  if (const Figure* figure = whole()) return figure->written;
  return {Rational(digits(), power_of_ten_64(form().scale)), form().scale};
}

Rational FigureRef::value() const {
  if (const Figure* figure = whole()) return figure->value;
  const Rational number(digits(), power_of_ten_64(form().scale));
  return form().factor == one() ? number : number * form().factor;
}

bool FigureRef::as_written() const {
  if (const Figure* figure = whole()) return figure->value == figure->written.value;
  return digits() == 0 || form().factor == one();
}

const std::string& FigureRef::unit() const {
  if (const Figure* figure = whole()) return figure->unit;
  return form().unit;
}

const std::string& FigureRef::status() const {
  if (const Figure* figure = whole()) return figure->status;
  return form().status;
}

Place FigureRef::place() const {
  if (const Figure* figure = whole()) return figure->place;
  Place place;
  place.file = form().file;
  place.line = held_->line_of(place.file, cell_->row);
  place.field = form().field;
  place.row = cell_->row;
  return place;
}

std::string value_text(const FigureRef& figure) {
  constexpr int kMoreDigits = 4;
  const Rational value = figure.value();
  const std::optional<int> digits = value.decimal_digits();
  return digits && *digits <= figure.scale() ? value.decimal_text(figure.scale()) : show(value, figure.scale() + kMoreDigits);
}

FigureTable::FigureTable() : held_(std::make_shared<const FigureRef::Held>()) {}
std::size_t FigureTable::size() const { return held_->size; }
const std::vector<FigureTable::Series>& FigureTable::series() const { return held_->series; }
const std::vector<Period>& FigureTable::periods() const { return held_->periods; }
const std::vector<FigureForm>& FigureTable::forms() const { return held_->forms; }

bool FigureTable::has_status() const {
  const auto has = [](const auto& one) { return !one.status.empty(); };
  return std::any_of(held_->forms.begin(), held_->forms.end(), has) || std::any_of(held_->whole.begin(), held_->whole.end(), has);
}

const std::set<std::uint32_t>& FigureTable::regions() const { return held_->regions; }

std::size_t FigureTable::period_number(const Period& period) const {
  const auto found = std::lower_bound(held_->periods.begin(), held_->periods.end(), period);
  const bool there = found != held_->periods.end() && *found == period;
  return static_cast<std::size_t>((there ? found : held_->periods.end()) - held_->periods.begin());
}

const FigureTable::Series* FigureTable::find(std::uint32_t lineage, std::size_t indicator) const {
  if (lineage + std::size_t{1} >= held_->starts.size()) return nullptr;
  const Series* const end = held_->series.data() + held_->starts[lineage + 1];
  const Series* const found = std::lower_bound(held_->series.data() + held_->starts[lineage], end, indicator, [](const Series& series, std::size_t of) { return series.indicator < of; });
  return found != end && found->indicator == indicator ? found : nullptr;
}

FigureRef FigureTable::find(const Series& series, std::size_t number) const {
  const auto found = std::lower_bound(series.cells.begin(), series.cells.end(), number, [](const FigureCell& cell, std::size_t of) { return cell.period < of; });
  if (found == series.cells.end() || found->period != number) return {};
  return {held_.get(), &*found, series.lineage};
}

FigureRef FigureTable::at(const Series& series, std::size_t index) const { return {held_.get(), &series.cells[index], series.lineage}; }

std::int64_t FigureTable::digits(const FigureCell& cell) const { return held_->digits(cell); }

const FigureForm* FigureTable::form(const FigureCell& cell) const { return cell.form == kWhole ? nullptr : &held_->forms[cell.form]; }

}  // namespace kaohe

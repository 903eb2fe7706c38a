// SPDX-License-Identifier: Apache-2.0
#include "load/submission/figure_values.h"

#include <algorithm>

#include "load/submission/cells/cell.h"
#include "load/submission/submission_text.h"

namespace kaohe {
namespace {

bool add_once(std::vector<std::uint32_t>& seen, std::uint32_t unit) {
  if (std::find(seen.begin(), seen.end(), unit) != seen.end()) return false;
  seen.push_back(unit);
  return true;
}

bool outside(const Range& range, const Rational& value) {
  return (range.low && value < *range.low) || (range.high && value > *range.high);
}

constexpr int kFactorDigits = 12;

}  // namespace

FigureValues::FigureValues(SubmissionWork& work) : work_(work), told_(work.catalog.indicators.indicators.size()) {}

void FigureValues::read(const ValueCell& cell, Figure& figure) {
  figure.indicator = cell.indicator;
  figure.place = cell.place;
  const Indicator& indicator = work_.catalog.indicators[cell.indicator];
  CellReading reading;
  if (!is_missing_value(cell.text)) reading = read_cell(cell.text, work_.words);
  figure.state = reading.state;
  if (reading.state == CellState::kInvalid) {
    tell_cell_fault(work_.problems, reading.fault, cell.place, cell.text, indicator);
    return;
  }
  if (reading.state == CellState::kMissing) return;
  figure.state = CellState::kInvalid;
  if (cell.unfit) return;
  figure.written = std::move(reading.number);
  if (!take_unit(cell, reading.unit, figure)) {
    if (figure.unit.empty()) figure.written = {};  // a number of nothing that is known
    return;
  }
  if (cell.power_of_ten != 0) figure.value *= Rational::power_of_ten(cell.power_of_ten);
  if (outside(indicator.range, figure.value)) {
    tell_cell_fault(work_.problems, CellFault::kRange, cell.place, cell.text, indicator);
    return;
  }
  figure.state = CellState::kValue;
  if (reading.unit.empty()) watch_fraction(cell, figure);
}

// The file's own description may name what stands for a missing value.
bool FigureValues::is_missing_value(std::string_view text) const {
  const std::vector<std::string>& values = work_.package.missing_values;
  return !values.empty() && std::find(values.begin(), values.end(), text) != values.end();
}

// The cell's own unit wins over the column's, where both are of one dimension; without any it is the indicator's.
bool FigureValues::take_unit(const ValueCell& cell, std::string_view written, Figure& figure) {
  const Indicator& indicator = work_.catalog.indicators[cell.indicator];
  std::uint32_t unit = cell.unit;
  if (!written.empty()) {
    std::uint32_t own = work_.names.unit(written);
    bool disagrees = false;
    if (own == kNoUnit) own = first_of_two(cell, written, figure.written, disagrees);
    if (disagrees) {
      tell_cell_fault(work_.problems, CellFault::kDisagrees, cell.place, cell.text, indicator);
      return false;
    }
    if (own == kNoUnit) {
      const CellFault fault = fault_of_unit(written);
      tell_cell_fault(work_.problems, fault, cell.place, cell.text, indicator,
                      fault == CellFault::kUnitUnknown ? work_.names.unit_hint(written) : Phrase{});
      return false;
    }
    const bool clash = unit != kNoUnit && !work_.names.conversion(cell.indicator, unit).possible;
    if (clash) {
      tell_cell_fault(work_.problems, CellFault::kUnitDimension, cell.place, cell.text, indicator);
      return false;
    }
    if (unit != kNoUnit && work_.names.unit(unit).id != work_.names.unit(own).id) tell_difference(cell, own);
    unit = own;
  }
  if (unit == kNoUnit) {
    tell_assumed(cell);
    figure.unit = indicator.unit.id;
    figure.value = figure.written.value;
    return true;
  }
  figure.unit = work_.names.unit(unit).id;
  const UnitConversion& conversion = work_.names.conversion(cell.indicator, unit);
  if (!conversion.possible) {
    tell_cell_fault(work_.problems, CellFault::kUnitDimension, cell.place, cell.text, indicator);
    return false;
  }
  figure.value = figure.written.value;
  if (conversion.same) return true;
  figure.value *= conversion.factor;
  tell_converted(cell, unit, conversion.factor);
  return true;
}

std::uint32_t FigureValues::first_of_two(const ValueCell& cell, std::string_view written, const Decimal& number, bool& disagrees) {
  const Bracketed parts = split_brackets(written);
  if (parts.name.empty() || parts.inside.empty()) return kNoUnit;
  const std::uint32_t own = work_.names.unit(parts.name);
  const CellReading other = read_cell(parts.inside, work_.words);
  if (own == kNoUnit || other.state != CellState::kValue || other.unit.empty()) return kNoUnit;
  const std::uint32_t second = work_.names.unit(other.unit);
  if (second == kNoUnit) return kNoUnit;
  const UnitConversion here = work_.names.conversion(cell.indicator, own);
  const UnitConversion there = work_.names.conversion(cell.indicator, second);
  if (!here.possible || !there.possible) return own;  // told as the dimension's fault
  const auto half_digit = [](const Decimal& decimal, const Rational& factor) {
    return Rational::power_of_ten(-static_cast<int>(decimal.scale)) * factor * Rational(1, 2);
  };
  Rational apart = number.value * here.factor - other.number.value * there.factor;
  if (apart.sign() < 0) apart = Rational(0) - apart;
  disagrees = apart > half_digit(number, here.factor) + half_digit(other.number, there.factor);
  if (!disagrees && add_once(told_[cell.indicator].two_units, second)) {
    work_.problems.add("number-two-units", cell.place, kept(cell.text),
                       {"“" + shown(cell.text) + "”括号内外两个数一致，取括号前的数", "\"" + shown(cell.text) + "\" says the same in two units, the first is taken"},
                       {});
  }
  return own;
}

void FigureValues::tell_difference(const ValueCell& cell, std::uint32_t own) {
  if (!work_.names.conversion(cell.indicator, own).possible || !add_once(told_[cell.indicator].differs, own)) return;
  const std::string& mine = work_.names.unit(own).id;
  const std::string& given = work_.names.unit(cell.unit).id;
  work_.problems.add("unit-differs", cell.place, kept(cell.text),
                     {"“" + shown(cell.text) + "”自带单位 " + mine + "，与该行或该列的单位 " + given + " 不同，以单元格为准",
                      "\"" + shown(cell.text) + "\" has its own unit " + mine + " where the row or column says " + given +
                          ", the cell's is taken"},
                     {});
}

void FigureValues::tell_assumed(const ValueCell& cell) {
  Told& told = told_[cell.indicator];
  if (told.assumed) return;
  told.assumed = true;
  const Indicator& indicator = work_.catalog.indicators[cell.indicator];
  const Phrase name = indicator.name();
  work_.problems.add("unit-assumed", cell.place, kept(cell.text),
                     {"“" + name.zh + "”未注明单位，按 " + indicator.unit.id + " 读取",
                      "no unit is given for \"" + name.en + "\", read as " + indicator.unit.id},
                     {});
}

void FigureValues::tell_converted(const ValueCell& cell, std::uint32_t unit, const Rational& factor) {
  if (!add_once(told_[cell.indicator].converted, unit)) return;
  const Indicator& indicator = work_.catalog.indicators[cell.indicator];
  const Phrase name = indicator.name();
  const std::string& from = work_.names.unit(unit).id;
  const std::string by = factor.decimal_digits() ? show(factor, kFactorDigits) : factor.fraction_text();
  work_.problems.add("unit-converted", cell.place, kept(cell.text),
                     {"“" + name.zh + "”由 " + from + " 换算为 " + indicator.unit.id + "，乘以 " + by,
                      "\"" + name.en + "\" is converted from " + from + " to " + indicator.unit.id + " by the factor " + by},
                     {});
}

void FigureValues::watch_fraction(const ValueCell& cell, const Figure& figure) {
  const Indicator& indicator = work_.catalog.indicators[cell.indicator];
  if (indicator.unit.id != "%" || figure.unit != "%") return;
  Told& told = told_[cell.indicator];
  if (!told.all_fractions) return;
  static const Rational kOne(1);
  if (figure.value.sign() <= 0 || figure.value > kOne) {
    told.all_fractions = false;
    return;
  }
  if (told.fractions++ == 0) told.first = cell.place;
  told.last = cell.place;
  told.decimals = told.decimals || figure.written.scale > 0;
}

void FigureValues::finish() {
  for (std::size_t index = 0; index < told_.size(); ++index) {
    const Told& told = told_[index];
    if (!told.all_fractions || told.fractions == 0 || !told.decimals) continue;
    const Phrase name = work_.catalog.indicators[index].name();
    const std::string count = std::to_string(told.fractions);
    const Phrase first = spot(work_.problems, told.first), last = spot(work_.problems, told.last);
    work_.problems.add("percentage-as-fraction", told.first, {},
                       {"“" + name.zh + "”的 " + count + " 个数值都不大于 1，疑为小数形式的百分比（" + first.zh + "至 " + last.zh + "）",
                        "all " + count + " values of \"" + name.en + "\" are at most 1 and look like fractions, from " +
                            first.en + " to " + last.en},
                       {"63% 应写作 63，程序不代为换算；如确为小于 1% 的数值可不理会",
                        "write 63 % as 63, nothing is repaired; disregard this where the share is below 1 % indeed"});
  }
}

}  // namespace kaohe

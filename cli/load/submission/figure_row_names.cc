// SPDX-License-Identifier: Apache-2.0
// What the cells beside a value say: region, period, indicator, unit, power of ten.
#include <algorithm>

#include "base/text.h"
#include "load/submission/cells/spoiled.h"
#include "load/submission/figure_rows.h"
#include "load/submission/submission_text.h"

namespace kaohe {

std::string_view text_at(const Row& row, std::size_t column) {
  return column < row.fields.size() ? trimmed(row.fields[column].text) : std::string_view();
}

Place place_at(const Row& row, std::size_t column) {
  if (column < row.fields.size()) return row.fields[column].place;
  Place place;
  if (!row.fields.empty()) place = row.fields.back().place;
  place.line = std::max(place.line, row.line);
  place.row = row.number;
  place.column = 0;
  place.field = column == kNoColumn ? 0 : static_cast<std::uint32_t>(column + 1);
  return place;
}

RowRegion region_of_row(const Row& row, const Layout& layout) {
  RowRegion region;
  region.code = text_at(row, layout.column(Role::kRegionCode));
  region.name = text_at(row, layout.column(Role::kRegion));
  const bool by_name = layout.has(Role::kRegion) && (!region.name.empty() || !layout.has(Role::kRegionCode));
  region.place = place_at(row, layout.column(by_name ? Role::kRegion : Role::kRegionCode));
  region.text = by_name ? region.name : region.code;
  region.code_place = place_at(row, layout.column(Role::kRegionCode));
  if (!layout.parents.empty()) region.parent = text_at(row, layout.parents.back());
  return region;
}

void tell_row_region(SubmissionWork& work, const RegionAnswer& answer, const RowRegion& region, const std::string& when) {
  const bool code = answer.fault == RegionFault::kUnknown && !region.code.empty();
  tell_region_fault(work.problems, work.catalog.regions, answer, code ? region.code_place : region.place,
                    code ? region.code : region.text, when);
}

// A row that names only what its region would lie in is that region's own.
RowRegion FigureRows::region_of_row() {
  RowRegion region;
  const KeyCell& code = keys_.of(Role::kRegionCode);
  const KeyCell& name = keys_.of(Role::kRegion);
  region.code = code.text;
  region.code_place = code.place;
  const bool by_name = layout_.has(Role::kRegion) && (!name.text.empty() || !layout_.has(Role::kRegionCode));
  region.name = name.text;
  region.place = by_name ? name.place : code.place;
  region.text = by_name ? name.text : code.text;
  std::size_t parents = keys_.parents().size();
  if (region.code.empty() && region.name.empty() && parents > 0) {
    const KeyCell& own = keys_.parents()[--parents];
    region.name = own.text;
    region.text = own.text;
    region.place = own.place;
  }
  if (parents > 0) region.parent = keys_.parents()[parents - 1].text;
  if (!layout_.title_region.empty()) {
    region.name = layout_.title_region;
    region.text = layout_.title_region;
    region.place = layout_.place;
  }
  region.name = work_.words.without_of_which(region.name);
  return region;
}

const Period* FigureRows::period_of_row() {
  const std::string_view text = keys_.of(Role::kPeriod).text;
  const Place& place = keys_.of(Role::kPeriod).place;
  if (text.empty()) {
    if (file_period_) return &*file_period_;
    work_.problems.add("period-missing", place, {},
                       {"本行没有时期", "no period on this row"},
                       {"填写如 2020、2020年第3季度、2020-07", "write it as 2020, 2020-Q3 or 2020-07"});
    return nullptr;
  }
  const std::optional<Period>& period = work_.names.period(text);
  if (period) return &*period;
  if (work_.problems.counted("period-invalid", place)) return nullptr;
  Phrase hint = spoiled_hint(text, Spoiled::kPeriod);
  if (hint.empty()) {
    hint = {"填写如 2020、2020年上半年、2020年第3季度、2020-07、2023年1-10月", "write it as 2020, 2020-H1, 2020-Q3, 2020-07 or 2023-01..10"};
  }
  work_.problems.add("period-invalid", place, kept(text), {"“" + shown(text) + "”不是时期", "\"" + shown(text) + "\" is not a period"},
                     std::move(hint));
  return nullptr;
}

const IndicatorMatch* FigureRows::indicator_of_row() {
  if (title_match_.index != kNoIndicator) return &title_match_;
  const std::string_view text = keys_.of(Role::kIndicator).text;
  const Place& place = keys_.of(Role::kIndicator).place;
  if (text.empty()) {
    work_.problems.add("indicator-missing", place, {}, {"本行没有指标", "no indicator on this row"}, {});
    return nullptr;
  }
  const IndicatorMatch& match = work_.names.indicator(text);
  if (match.index != kNoIndicator && match.unknown_unit.empty()) return &match;
  if (match.candidates.size() > 1) {
    tell_ambiguous_indicator(work_.problems, work_.catalog.indicators, place, text, match.candidates);
  } else if (!match.unknown_unit.empty()) {
    work_.problems.add("unit-unknown", place, kept(text),
                       {"“" + shown(text) + "”括号中的“" + shown(match.unknown_unit) + "”不是已知单位",
                        "\"" + shown(match.unknown_unit) + "\" in \"" + shown(text) + "\" is not a known unit"},
                       work_.names.unit_hint(match.unknown_unit));
  } else {
    work_.problems.add("indicator-unknown", place, kept(text),
                       {"“" + shown(text) + "”不是已知指标", "\"" + shown(text) + "\" is not a known indicator"},
                       work_.names.indicator_hint(split_brackets(text).name));
  }
  return nullptr;
}

void FigureRows::take_row_unit(const Row& row, const IndicatorMatch& match, ValueCell& cell) {
  const std::size_t column = layout_.column(Role::kUnit);
  const std::string_view text = text_at(row, column);
  cell.unit = match.unit;
  if (!text.empty()) {
    const std::uint32_t given = work_.names.unit(text);
    if (given != kNoUnit) {
      cell.unit = given;
    } else if (!work_.words.missing(name_key(text))) {
      cell.unfit = true;
      work_.problems.add("unit-unknown", place_at(row, column), kept(text),
                         {"“" + shown(text) + "”不是已知单位", "\"" + shown(text) + "\" is not a known unit"},
                         work_.names.unit_hint(text));
      return;
    }
  }
  if (cell.unit == kNoUnit || work_.names.conversion(match.index, cell.unit).possible) return;
  cell.unfit = true;
  const Indicator& indicator = work_.catalog.indicators[match.index];
  const std::string& id = work_.names.unit(cell.unit).id;
  work_.problems.add("unit-dimension", text.empty() ? keys_.of(Role::kIndicator).place : place_at(row, column), kept(text),
                     {"单位 " + id + " 无法换算为“" + indicator.name().zh + "”的单位 " + indicator.unit.id,
                      "the unit " + id + " cannot be converted to that of \"" + indicator.name().en + "\", " + indicator.unit.id},
                     {"百分比与百分点、面积与长度等不能互换", "percent is not percentage point, nor is length area"});
}

void FigureRows::take_power(const Row& row, ValueCell& cell) {
  constexpr int kMostPowers = 15;
  const std::size_t column = layout_.column(Role::kMultiplier);
  const std::string_view text = text_at(row, column);
  if (text.empty()) return;
  const std::optional<Decimal> power = parse_decimal(text);
  for (int n = -kMostPowers; power && n <= kMostPowers; ++n) {
    if (power->value == Rational(n)) {
      cell.power_of_ten = n;
      return;
    }
  }
  cell.unfit = true;
  work_.problems.add("multiplier-invalid", place_at(row, column), kept(text),
                     {"“" + shown(text) + "”不是 10 的幂次", "\"" + shown(text) + "\" is not a power of ten"},
                     {"填写整数，如 4 表示万", "write a whole number, 4 stands for ten thousand"});
}

}  // namespace kaohe

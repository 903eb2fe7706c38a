// SPDX-License-Identifier: Apache-2.0
#include "load/submission/plain/plain_shape.h"

#include <algorithm>

namespace kaohe {

PlainShape::PlainShape(const Layout& of, const PackageHints& package, const std::vector<std::size_t>& value_columns)
    : layout(of), values(value_columns), period(of.column(Role::kPeriod)) {
  for (const Role role : {Role::kRegionCode, Role::kRegion}) {
    if (of.has(role)) regions.push_back(of.column(role));
  }
  const bool named = !regions.empty() && of.title_region.empty();
  regions.insert(regions.end(), of.parents.begin(), of.parents.end());
  for (const Role role : {Role::kIndicator, Role::kUnit}) {
    if (of.has(role)) meanings.push_back(of.column(role));
  }
  for (const Role role : {Role::kMultiplier, Role::kStatus, Role::kFigureStatus, Role::kAction}) {
    if (of.has(role)) blank.push_back(of.column(role));
  }
  const auto is_first = [](std::size_t column) { return column == 0; };
  first_is_word = period == 0 || std::any_of(regions.begin(), regions.end(), is_first) || std::any_of(meanings.begin(), meanings.end(), is_first);

  const bool described = !package.missing_values.empty() || !package.comment_start.empty() || !package.comment_rows.empty();
  const auto odd = [](const Column& column) { return column.is_region || (column.is_value && column.unit_unfit); };
  const bool has_odd = std::any_of(of.columns.begin(), of.columns.end(), odd);
  const auto dated = [&of](std::size_t column) { return of.columns[column].period.has_value(); };
  has_own_periods = std::any_of(values.begin(), values.end(), dated);
  const bool periods = period != kNoColumn || std::all_of(values.begin(), values.end(), dated);
  // Units of a row and of its columns mix in ways that are not worth a quick one.
  const bool clear = meanings.empty() || of.has(Role::kIndicator) || of.title_indicator != kNoIndicator;
  able = named && !described && !has_odd && periods && clear && !values.empty();
}

}  // namespace kaohe

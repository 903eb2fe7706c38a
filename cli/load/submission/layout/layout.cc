// SPDX-License-Identifier: Apache-2.0
#include "load/submission/layout/layout.h"

#include <algorithm>
#include <utility>

#include "base/text.h"
#include "load/submission/cells/cell.h"
#include "load/submission/submission_text.h"

namespace kaohe {
namespace {

std::string cell_of(const Row& row, std::size_t column) {
  return column < row.fields.size() ? std::string(trimmed(row.fields[column].text)) : std::string();
}

bool names_rows(Role role) { return role != Role::kNone && role != Role::kValue; }

// 单位 in front of a row of units.
bool is_unit_row(const Row& row, const WordIndex& words, SubmissionNames& names) {
  std::size_t filled = 0;
  for (const Field& field : row.fields) {
    const std::string_view text = trimmed(field.text);
    if (text.empty()) continue;
    if (text.size() > 200) return false;
    if (filled++ == 0) {
      if (words.role(name_key(text)) != Role::kUnit) return false;
    } else {
      const Bracketed parts = split_brackets(text);
      if (names.unit(parts.name.empty() ? parts.inside : text) == kNoUnit && !words.missing(name_key(text))) return false;
    }
  }
  return filled > 1;
}

// The parts that the header rows give to a column, from the top. A merged cell is written in its first column only, so
// a blank at the top takes what stands left of it, unless that names the rows and has nothing below.
std::vector<std::string> parts_of(const std::vector<const Row*>& rows, std::size_t column, const WordIndex& words,
                                  SubmissionNames& names) {
  std::vector<std::string> parts;
  for (std::size_t r = 0; r < rows.size(); ++r) {
    std::string text = cell_of(*rows[r], column);
    const bool below = r + 1 < rows.size() && !cell_of(*rows[r + 1], column).empty();
    if (text.empty() && below && !is_unit_row(*rows[r + 1], words, names)) {
      std::size_t left = column;
      while (left > 0 && text.empty()) text = cell_of(*rows[r], --left);
      if (cell_of(*rows[r + 1], left).empty() && names_rows(words.role(name_key(text)))) text.clear();
    }
    if (r > 0 && is_unit_row(*rows[r], words, names) && words.role(name_key(text)) == Role::kUnit) text.clear();
    if (!text.empty() && (parts.empty() || parts.back() != text)) parts.push_back(std::move(text));
  }
  if (parts.empty()) parts.emplace_back();
  return parts;
}

Place place_of(const std::vector<const Row*>& rows, std::size_t column) {
  for (std::size_t r = rows.size(); r-- > 0;) {
    if (!cell_of(*rows[r], column).empty()) return rows[r]->fields[column].place;
  }
  for (const Row* row : rows) {
    if (column < row->fields.size()) return row->fields[column].place;
  }
  return {};
}

// Of columns of provinces, cities, regions of any kind and counties the last kind there is names the row's region, the
// others what it lies in.
void settle_regions(Layout& layout) {
  constexpr std::array<Role, 4> kLevels = {Role::kProvince, Role::kPrefecture, Role::kRegion, Role::kCounty};
  Role finest = Role::kNone;
  for (const Role level : kLevels) {
    if (layout.has(level)) finest = level;
  }
  if (finest == Role::kNone) return;
  for (std::size_t i = 0; i < layout.columns.size(); ++i) {
    Column& column = layout.columns[i];
    if (std::find(kLevels.begin(), kLevels.end(), column.role) == kLevels.end()) continue;
    if (column.role == finest) {
      column.role = Role::kRegion;
    } else {
      column.role = Role::kParent;
      layout.parents.push_back(i);
    }
  }
  layout.of_role[static_cast<std::size_t>(Role::kRegion)] = layout.column(finest);
}

std::string headers_where(const Layout& layout, bool (*wanted)(const Column&)) {
  constexpr std::size_t kMost = 4;
  std::vector<std::string> found;
  for (const Column& column : layout.columns) {
    if (wanted(column) && found.size() < kMost) found.push_back(shown(column.header));
  }
  return joined(found, ", ");
}

bool has_period(const Column& column) { return column.period.has_value(); }

void clash_of_periods(Layout& layout) {
  const std::string years = headers_where(layout, has_period);
  const std::string column = shown(layout.columns[layout.column(layout.has(Role::kValue) ? Role::kValue : Role::kPeriod)].header);
  if (layout.has(Role::kValue)) {
    layout.clash = {"每行一个数（取“" + column + "”列），或每列一个时期（取 " + years + " 各列）",
                    "a figure a row, in column \"" + column + "\", or a period a column, in " + years};
  } else {
    layout.clash = {"时期取“" + column + "”列，或取 " + years + " 各列的列名",
                    "the period is in column \"" + column + "\", or in the headers " + years};
  }
}

LayoutKind kind_without_region(const Layout& layout, std::size_t periods, std::size_t indicators) {
  if (layout.has(Role::kIndicator)) {
    if (layout.has(Role::kValue)) return layout.has(Role::kPeriod) ? LayoutKind::kLong : LayoutKind::kNone;
    return periods > 0 ? LayoutKind::kWideYears : LayoutKind::kNone;
  }
  return layout.has(Role::kPeriod) && indicators > 0 ? LayoutKind::kWideIndicators : LayoutKind::kNone;
}

LayoutKind kind_of(Layout& layout, const TitleText& title, SubmissionNames& names, const Register& regions) {
  const auto count = [&layout](auto has) {
    return static_cast<std::size_t>(std::count_if(layout.columns.begin(), layout.columns.end(), has));
  };
  const bool has_region = layout.has(Role::kRegion) || layout.has(Role::kRegionCode);
  if (layout.has(Role::kDuty)) {
    return has_region && (layout.has(Role::kDate) || layout.has(Role::kStatus)) ? LayoutKind::kRecords : LayoutKind::kNone;
  }
  const std::size_t periods = count(has_period), indicators = count(names_indicator);
  const std::size_t places = count([](const Column& column) { return column.is_region; });
  const bool has_indicator = layout.has(Role::kIndicator), has_value = layout.has(Role::kValue);
  if (!has_region && places > 1 && has_indicator && !has_value && periods == 0) return LayoutKind::kWideRegions;
  if (!has_region) {
    const LayoutKind kind = kind_without_region(layout, periods, indicators);
    if (kind == LayoutKind::kNone) return kind;
    const std::vector<std::string> named = title.regions(regions);
    if (named.size() != 1) return LayoutKind::kNone;
    layout.title_region = named.front();
  }
  if (periods > 0 && ((has_indicator && has_value) || (layout.has(Role::kPeriod) && indicators == 0))) {
    clash_of_periods(layout);
    return LayoutKind::kNone;
  }
  if (has_indicator) return has_value ? LayoutKind::kLong : periods > 0 ? LayoutKind::kWideYears : LayoutKind::kNone;
  if (count([](const Column& column) { return has_period(column) && names_indicator(column); }) > 0) {
    return LayoutKind::kWideIndicatorYears;
  }
  if (indicators > 0) return LayoutKind::kWideIndicators;
  if (periods == 0 && !has_value) return LayoutKind::kNone;
  const std::vector<TitleText::Named> named = title.indicators(names.indicators());
  if (named.size() != 1) return LayoutKind::kNone;
  layout.title_indicator = named.front().indicator;
  if (!named.front().unit.empty()) layout.title_unit = names.unit(named.front().unit);
  return periods > 0 ? LayoutKind::kWideYears : LayoutKind::kLong;
}

void find_region_headers(Layout& layout, const WordIndex& words, const Register& regions) {
  if (layout.has(Role::kRegion) || layout.has(Role::kRegionCode) || !layout.has(Role::kIndicator)) return;
  for (Column& column : layout.columns) {
    if (column.role != Role::kNone || column.period || names_indicator(column)) continue;
    const std::string key = name_key(column.header);
    column.is_region = regions.by_name.find(key) != regions.by_name.end() || words.total(key);
  }
}

}  // namespace

std::string_view word(LayoutKind kind) {
  switch (kind) {
    case LayoutKind::kNone: break;
    case LayoutKind::kLong: return "long";
    case LayoutKind::kWideIndicators: return "wide-indicators";
    case LayoutKind::kWideYears: return "wide-years";
    case LayoutKind::kWideIndicatorYears: return "wide-indicator-years";
    case LayoutKind::kWideRegions: return "wide-regions";
    case LayoutKind::kRecords: return "records";
  }
  return "unknown";
}

Layout read_header(const std::vector<const Row*>& rows, const TitleText& title, const WordIndex& words,
                   SubmissionNames& names, const Register& regions) {
  Layout layout;
  layout.of_role.fill(kNoColumn);
  layout.rows = rows.size();
  if (!rows.front()->fields.empty()) layout.place = rows.front()->fields.front().place;
  std::size_t width = 0;
  for (const Row* row : rows) width = std::max(width, row->fields.size());
  layout.columns.reserve(width);
  for (std::size_t i = 0; i < width; ++i) {
    Column column = rows.size() == 1 ? read_column(rows.front()->fields[i].text, words, names)
                                     : read_column(parts_of(rows, i, words, names), words, names);
    column.place = rows.size() == 1 ? rows.front()->fields[i].place : place_of(rows, i);
    if (column.role != Role::kNone) {
      std::size_t& first = layout.of_role[static_cast<std::size_t>(column.role)];
      if (first == kNoColumn) first = layout.columns.size();
    }
    if (column.role != Role::kNone || names_indicator(column)) ++layout.known;
    layout.columns.push_back(std::move(column));
  }
  settle_regions(layout);
  find_region_headers(layout, words, regions);
  layout.kind = kind_of(layout, title, names, regions);
  const bool by_indicator = layout.kind == LayoutKind::kWideIndicators || layout.kind == LayoutKind::kWideIndicatorYears;
  for (Column& column : layout.columns) {
    column.is_value = (by_indicator && names_indicator(column)) || (layout.kind == LayoutKind::kWideYears && column.period.has_value()) ||
                      (layout.kind == LayoutKind::kWideRegions && column.is_region);
  }
  return layout;
}

bool goes_on(const Layout& above, const Row& row, const WordIndex& words, SubmissionNames& names) {
  const bool heads = std::any_of(above.columns.begin(), above.columns.end(), [](const Column& column) { return names_rows(column.role); });
  if (!heads) return false;
  if (is_unit_row(row, words, names)) return true;
  bool filled = false;
  for (std::size_t i = 0; i < row.fields.size(); ++i) {
    const std::string text = cell_of(row, i);
    if (text.empty()) continue;
    filled = true;
    const bool named = i < above.columns.size() && names_rows(above.columns[i].role);
    if (named && name_key(text) == name_key(above.columns[i].header)) continue;
    if (named || words.missing(name_key(text))) return false;
    const Column below = read_column(text, words, names);
    const Bracketed parts = split_brackets(text);
    const bool unit = names.unit(parts.name.empty() ? parts.inside : parts.name) != kNoUnit;
    const bool known = below.role != Role::kNone || below.period || names_indicator(below) || unit;
    if (!known && read_cell(text, words).state == CellState::kValue) return false;
  }
  return filled;
}

}  // namespace kaohe

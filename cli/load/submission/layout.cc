// SPDX-License-Identifier: Apache-2.0
#include "load/submission/layout.h"

#include <algorithm>

#include "base/text.h"

namespace kaohe {
namespace {

// Header, then header without brackets: "数值（%）" is a value column in %.
Column read_column(const Field& field, const WordIndex& words, SubmissionNames& names) {
  Column column;
  column.header = std::string(trim(field.text));
  column.place = field.place;
  if (column.header.empty()) return column;
  column.role = words.role(name_key(column.header));
  const Bracketed parts = split_brackets(column.header);
  if (column.role == Role::kNone && !parts.inside.empty()) {
    column.role = words.role(name_key(parts.name));
    if (column.role != Role::kNone) {
      column.unit = names.unit(parts.inside);
      if (column.role == Role::kValue && column.unit == kNoUnit) column.unknown_unit = parts.inside;
    }
  }
  if (column.role != Role::kNone) return column;
  column.period = names.period(column.header);
  if (!column.period && !parts.inside.empty()) {
    column.period = names.period(parts.name);
    if (column.period) {
      column.unit = names.unit(parts.inside);
      if (column.unit == kNoUnit) column.unknown_unit = parts.inside;
    }
  }
  if (column.period) return column;
  const IndicatorMatch& match = names.indicator(column.header);
  column.indicator = match.index;
  if (match.candidates.size() > 1) column.ambiguous = match.candidates;
  if (!match.candidates.empty()) {
    column.unit = match.unit;
    column.unknown_unit = match.unknown_unit;
  }
  return column;
}

bool names_indicator(const Column& column) { return column.indicator != kNoIndicator || !column.ambiguous.empty(); }

LayoutKind kind_of(const Layout& layout) {
  const auto count = [&layout](auto has) {
    return std::count_if(layout.columns.begin(), layout.columns.end(), has);
  };
  if (!layout.has(Role::kRegion) && !layout.has(Role::kRegionCode)) return LayoutKind::kNone;
  if (layout.has(Role::kDuty)) {
    return layout.has(Role::kDate) || layout.has(Role::kStatus) ? LayoutKind::kRecords : LayoutKind::kNone;
  }
  if (layout.has(Role::kIndicator)) {
    if (layout.has(Role::kValue)) return LayoutKind::kLong;
    const bool periods = count([](const Column& column) { return column.period.has_value(); }) > 0;
    return periods ? LayoutKind::kWideYears : LayoutKind::kNone;
  }
  return count(names_indicator) > 0 ? LayoutKind::kWideIndicators : LayoutKind::kNone;
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

}  // namespace

std::string_view word(LayoutKind kind) {
  switch (kind) {
    case LayoutKind::kNone: break;
    case LayoutKind::kLong: return "long";
    case LayoutKind::kWideIndicators: return "wide-indicators";
    case LayoutKind::kWideYears: return "wide-years";
    case LayoutKind::kRecords: return "records";
  }
  return "unknown";
}

Layout read_header(const Row& row, const WordIndex& words, SubmissionNames& names) {
  Layout layout;
  layout.of_role.fill(kNoColumn);
  if (!row.fields.empty()) layout.place = row.fields.front().place;
  layout.columns.reserve(row.fields.size());
  for (const Field& field : row.fields) {
    Column column = read_column(field, words, names);
    if (column.role != Role::kNone) {
      std::size_t& first = layout.of_role[static_cast<std::size_t>(column.role)];
      if (first == kNoColumn) first = layout.columns.size();
    }
    if (column.role != Role::kNone || names_indicator(column)) ++layout.known;
    layout.columns.push_back(std::move(column));
  }
  layout.kind = kind_of(layout);
  for (Column& column : layout.columns) {
    column.is_value = (layout.kind == LayoutKind::kWideIndicators && names_indicator(column)) ||
                      (layout.kind == LayoutKind::kWideYears && column.period.has_value());
  }
  return layout;
}

// "2020年", "2020年上半年", "2020年1-10月": the longest that reads as a period. A year at the end of a span (2016-2020年)
// is none.
std::optional<Period> period_of_title(std::string_view title) {
  constexpr std::size_t kLongest = 40;  // bytes of the longest form, 2020年12月31日 and more
  const std::string text = fold_width(title);
  std::optional<Period> only;
  for (std::size_t at = 0; at + 4 < text.size(); ++at) {
    if (!std::all_of(text.begin() + static_cast<std::ptrdiff_t>(at), text.begin() + static_cast<std::ptrdiff_t>(at) + 4, is_digit)) continue;
    const std::string_view before = std::string_view(text).substr(0, at);
    const auto ends = [before](std::string_view mark) {
      return before.size() >= mark.size() && before.substr(before.size() - mark.size()) == mark;
    };
    if (ends("-") || ends("~") || ends("—") || ends("–") || ends("至") || ends("到") || (at > 0 && is_digit(text[at - 1]))) {
      return std::nullopt;
    }
    if (std::string_view(text).substr(at + 4).substr(0, 3) != "年") continue;
    for (std::size_t length = std::min(kLongest, text.size() - at); length > 4; --length) {
      const std::string_view part = std::string_view(text).substr(at, length);
      const std::optional<Period> period = is_utf8(part) ? parse_period(part) : std::nullopt;
      if (!period) continue;
      if (only && !(*only == *period)) return std::nullopt;
      only = period;
      at += length - 1;
      break;
    }
  }
  return only;
}

}  // namespace kaohe

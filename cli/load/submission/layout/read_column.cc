// SPDX-License-Identifier: Apache-2.0
// What one header cell says: a word that we know, a period, an indicator, a unit, or a period and an indicator in one
// ("2020年森林覆盖率(%)", "森林覆盖率（2020年）"). The parts of a header of several rows are read alone and together:
// "森林" above "覆盖率" is one name, a group's name above an indicator says nothing.
#include <algorithm>

#include "base/text.h"
#include "load/submission/layout/layout.h"
#include "load/submission/submission_text.h"

namespace kaohe {
namespace {

constexpr std::size_t kLongestPeriod = 40;   // bytes
constexpr std::size_t kLongestHeader = 600;  // bytes: longer text is no name of a column

bool is_digit(char c) { return c >= '0' && c <= '9'; }

void take_unit(Column& column, std::string_view inside, SubmissionNames& names) {
  column.unit = names.unit(inside);
  if (column.unit == kNoUnit) column.unknown_unit = inside;
}

bool take_indicator(Column& column, std::string_view text, SubmissionNames& names) {
  const IndicatorMatch& match = names.indicator(text);
  if (match.candidates.empty()) return false;
  column.indicator = match.index;
  if (match.candidates.size() > 1) column.ambiguous = match.candidates;
  column.unit = match.unit;
  column.unknown_unit = match.unknown_unit;
  return true;
}

// The longest period at the start of `text`, where four digits lead; its length in bytes.
std::size_t leading_period(std::string_view text, std::optional<Period>& period) {
  if (text.size() < 4 || !std::all_of(text.begin(), text.begin() + 4, is_digit)) return 0;
  for (std::size_t length = std::min(kLongestPeriod, text.size()); length >= 4; --length) {
    const std::string_view part = text.substr(0, length);
    if (!is_utf8(part)) continue;
    period = parse_period(part);
    if (period) return length;
  }
  return 0;
}

// "2020年森林覆盖率(%)", "森林覆盖率(%)2020年"
bool take_both(Column& column, std::string_view text, SubmissionNames& names) {
  std::optional<Period> period;
  if (const std::size_t length = leading_period(text, period); length > 0 && length < text.size()) {
    if (!take_indicator(column, trim(text.substr(length)), names)) return false;
    column.period = period;
    return true;
  }
  for (std::size_t at = 1; at + 4 <= text.size(); ++at) {
    if (!is_digit(text[at]) || is_digit(text[at - 1])) continue;
    const std::string_view end = text.substr(at);
    if (leading_period(end, period) != end.size()) continue;
    if (!take_indicator(column, trim(text.substr(0, at)), names)) return false;
    column.period = period;
    return true;
  }
  return false;
}

// "森林覆盖率（2020年，%）": each part of the brackets is a period or a unit.
bool take_bracketed(Column& column, const Bracketed& parts, SubmissionNames& names) {
  Column tried = column;
  std::string_view inside = parts.inside;
  bool any = false;
  while (!inside.empty()) {
    std::size_t end = std::string_view::npos;
    for (const std::string_view mark : {",", "、", ";", "，", "；"}) end = std::min(end, inside.find(mark));
    const std::string_view part = trim(inside.substr(0, end));
    if (const auto& period = names.period(part)) {
      tried.period = period;
      any = true;
    } else {
      take_unit(tried, part, names);
    }
    if (end == std::string_view::npos) break;
    inside.remove_prefix(end + std::max<std::size_t>(1, utf8_length(inside.substr(end))));
  }
  if (!any) return false;
  const std::uint32_t unit = tried.unit;
  const std::string unknown = tried.unknown_unit;
  if (!take_indicator(tried, parts.name, names)) return false;
  if (unit != kNoUnit) tried.unit = unit;
  tried.unknown_unit = unknown;
  column = tried;
  return true;
}

bool is_bare(const Column& column) {
  return column.role == Role::kNone && !column.period && column.indicator == kNoIndicator && column.ambiguous.empty();
}

}  // namespace

Column read_column(std::string_view text, const WordIndex& words, SubmissionNames& names) {
  Column column;
  text = trim(text);
  if (text.size() > kLongestHeader) {
    column.header = shown(text);
    return column;
  }
  column.header = std::string(text);
  if (column.header.empty()) return column;
  const Bracketed parts = split_brackets(column.header);
  column.role = words.role(name_key(column.header));
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
    if (column.period) take_unit(column, parts.inside, names);
  }
  const std::string folded = fold_width(column.header);
  const bool digits = std::any_of(folded.begin(), folded.end(), is_digit);
  if (column.period || (digits && take_bracketed(column, parts, names))) return column;
  if (!take_indicator(column, column.header, names) && digits) take_both(column, folded, names);
  return column;
}

Column read_column(const std::vector<std::string>& parts, const WordIndex& words, SubmissionNames& names) {
  if (parts.size() == 1) return read_column(parts.front(), words, names);
  Column merged;
  std::string joined;
  for (const std::string& part : parts) {
    Column one = read_column(part, words, names);
    merged.header += (merged.header.empty() || part.empty() ? "" : " ") + part;
    joined += part;
    if (one.role != Role::kNone) merged.role = one.role;
    if (one.period) merged.period = one.period;
    if (names_indicator(one)) {
      merged.indicator = one.indicator;
      merged.ambiguous = one.ambiguous;
      merged.unknown_unit = one.unknown_unit;
    }
    if (one.unit != kNoUnit) merged.unit = one.unit;
    if (!is_bare(one)) continue;
    const Bracketed brackets = split_brackets(part);
    const std::uint32_t unit = names.unit(brackets.name.empty() ? brackets.inside : brackets.name);
    if (unit != kNoUnit) merged.unit = unit;
  }
  const Column whole = read_column(joined, words, names);
  if (whole.indicator != kNoIndicator && whole.indicator != merged.indicator && merged.role == Role::kNone) {
    merged.indicator = whole.indicator;
    merged.ambiguous.clear();
    if (whole.unit != kNoUnit) merged.unit = whole.unit;
    if (whole.period) merged.period = whole.period;
    merged.unknown_unit = whole.unknown_unit;
  }
  return merged;
}

}  // namespace kaohe

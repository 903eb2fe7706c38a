// SPDX-License-Identifier: Apache-2.0
// Which rows of a file are its header, and what each column is for.
//
// A value has a region, an indicator and a period. Each of the three is told by a cell of its row, by the header of its
// column, or by the title; the layout says which. A header may take up to three rows, as merged cells leave them when
// they are exported: years under each indicator, indicators under a group's name, units under each column. Order does
// not matter, other columns do not harm; a header that can be read in two ways is refused with both.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "csv/reader.h"
#include "load/submission/layout/title.h"
#include "load/submission/submission_names.h"
#include "load/submission/submission_words.h"

namespace kaohe {

enum class LayoutKind : std::uint8_t { kNone, kLong, kWideIndicators, kWideYears, kWideIndicatorYears, kWideRegions, kRecords };
// "long", "wide-indicators", "wide-years", "wide-indicator-years", "wide-regions", "records"
[[nodiscard]] std::string_view word(LayoutKind kind);

inline constexpr std::size_t kNoColumn = SIZE_MAX;
inline constexpr std::size_t kMostHeaderRows = 3;

struct Column {
  std::string header;  // as written, trimmed; the parts of several rows with blanks between
  Place place;
  Role role = Role::kNone;
  bool is_value = false;                  // a value column of a wide layout
  bool is_region = false;                 // its header names a region
  std::size_t indicator = kNoIndicator;   // set by its header
  std::optional<Period> period;           // set by its header
  std::uint32_t unit = kNoUnit;           // set by its header
  std::string unknown_unit;               // in brackets of its header
  bool repeated = false;                  // means the same as a column before it, or lacks a period: not used, and told
  bool unit_unfit = false;                // its unit is of another dimension than its indicator: told once, at the header
  std::vector<std::size_t> ambiguous;     // indicators that the header may mean
};

struct Layout {
  LayoutKind kind = LayoutKind::kNone;
  std::vector<Column> columns;
  std::array<std::size_t, static_cast<std::size_t>(Role::kCount)> of_role{};  // kNoColumn where there is none
  std::vector<std::size_t> parents;  // columns of regions above those of the region's column
  std::size_t known = 0;             // columns whose header is a word that we know, or an indicator
  std::size_t rows = 1;              // header rows
  Place place;
  Phrase clash;                      // not empty: it can be read in these two ways, and is read in neither
  std::string title_region;          // the title names the region of all rows
  std::size_t title_indicator = kNoIndicator;  // the title names the indicator of all values …
  std::uint32_t title_unit = kNoUnit;          // … and its unit

  [[nodiscard]] std::size_t column(Role role) const { return of_role[static_cast<std::size_t>(role)]; }
  [[nodiscard]] bool has(Role role) const { return column(role) != kNoColumn; }
};

[[nodiscard]] inline bool names_indicator(const Column& column) {
  return column.indicator != kNoIndicator || !column.ambiguous.empty();
}

// One header cell, or the parts of one that several rows make up.
[[nodiscard]] Column read_column(std::string_view text, const WordIndex& words, SubmissionNames& names);
[[nodiscard]] Column read_column(const std::vector<std::string>& parts, const WordIndex& words, SubmissionNames& names);

// What `rows` would be as a header of that many rows under `title`; kind is kNone where they are none.
[[nodiscard]] Layout read_header(const std::vector<const Row*>& rows, const TitleText& title, const WordIndex& words,
                                 SubmissionNames& names, const Register& regions);
// May `row` go on with the header that ends above it? Nothing stands under the columns that name a row, and what stands
// under the others is no number but a year.
// A word over the column that names the rows must stand in the first row.
[[nodiscard]] bool goes_on(const Layout& above, const Row& row, const WordIndex& words, SubmissionNames& names);

enum class FilePeriod { kUnknown, kKnown };  // does the title tell a period?
// Tells what is wrong with the columns of an accepted header, and leaves unusable ones out. `file_unit` is that of a
// unit line; value columns without their own take it.
void check_header(Layout& layout, std::uint32_t file_unit, FilePeriod file_period, SubmissionNames& names,
                  Problems& problems);
// No row is a header: names the columns of the likeliest one and what was expected.
void tell_layout_unknown(const Layout& likeliest, const HeaderWords& words, const SubmissionNames& names,
                         Problems& problems);
// A header that can be read in two ways.
void tell_layout_ambiguous(const Layout& layout, Problems& problems);
// Columns that mean nothing to us, told once by name at the first of them; none: nothing is told.
void tell_ignored(const std::vector<const Column*>& columns, Problems& problems);

}  // namespace kaohe

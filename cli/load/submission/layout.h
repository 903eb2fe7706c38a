// SPDX-License-Identifier: Apache-2.0
// Which row of a file is its header, and what each column is for.
//
// A row is a header when its names make up one of four layouts: long (a figure a row), wide with a column an indicator,
// wide with a column a period, records. Order does not matter, other columns do not harm.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "csv/reader.h"
#include "load/submission/submission_names.h"
#include "load/submission/submission_words.h"

namespace kaohe {

enum class LayoutKind : std::uint8_t { kNone, kLong, kWideIndicators, kWideYears, kRecords };
[[nodiscard]] std::string_view word(LayoutKind kind);  // "long", "wide-indicators", "wide-years", "records"

inline constexpr std::size_t kNoColumn = SIZE_MAX;

struct Column {
  std::string header;  // as written, trimmed
  Place place;
  Role role = Role::kNone;
  bool is_value = false;                  // a value column of a wide layout
  std::size_t indicator = kNoIndicator;   // set by its header
  std::optional<Period> period;           // set by its header
  std::uint32_t unit = kNoUnit;           // set by its header
  std::string unknown_unit;               // in brackets of its header
  bool repeated = false;                  // means the same as a column before it: not used
  bool unit_unfit = false;                // its unit is of another dimension than its indicator: told once, at the header
  std::vector<std::size_t> ambiguous;     // indicators that the header may mean
};

struct Layout {
  LayoutKind kind = LayoutKind::kNone;
  std::vector<Column> columns;
  std::array<std::size_t, static_cast<std::size_t>(Role::kCount)> of_role{};  // kNoColumn where there is none
  std::size_t known = 0;  // columns whose header is a word that we know, or an indicator
  Place place;

  [[nodiscard]] std::size_t column(Role role) const { return of_role[static_cast<std::size_t>(role)]; }
  [[nodiscard]] bool has(Role role) const { return column(role) != kNoColumn; }
};

// What `row` would be as a header; kind is kNone where it is no header.
[[nodiscard]] Layout read_header(const Row& row, const WordIndex& words, SubmissionNames& names);
// Tells what is wrong with the columns of an accepted header, and leaves unusable ones out. `file_unit` is that of a
// unit line; value columns without their own take it.
void check_header(Layout& layout, std::uint32_t file_unit, const IndicatorTable& indicators, SubmissionNames& names,
                  Problems& problems);
// No row is a header: names the columns of the likeliest one and what was expected.
void tell_layout_unknown(const Layout& likeliest, const HeaderWords& words, const SubmissionNames& names,
                         Problems& problems);
// Columns that mean nothing to us, told once by name at the first of them; none: nothing is told.
void tell_ignored(const std::vector<const Column*>& columns, Problems& problems);
// The one period that the title rows name ("2020年江西省……"); nullopt where they name none or several.
[[nodiscard]] std::optional<Period> period_of_title(std::string_view title);

}  // namespace kaohe

// SPDX-License-Identifier: Apache-2.0
// Where something that was read stands, so that every message and every verdict can point to it.
#pragma once

#include <compare>
#include <cstdint>
#include <string>

namespace kaohe {

// `file` is an index into a FileList (base/problem.h); kNoFile where nothing was read from a file.
struct Place {
  static constexpr std::uint32_t kNoFile = UINT32_MAX;

  std::uint32_t file = kNoFile;
  std::uint32_t line = 0;    // physical line, from 1; 0: the file as a whole
  std::uint32_t column = 0;  // code points, from 1; 0: the line as a whole
  std::uint32_t field = 0;   // CSV field, from 1; 0: not a CSV field
  std::uint32_t row = 0;     // CSV record, from 1 (Excel's row); 0: not a CSV record
  std::uint64_t offset = 0;  // bytes from 0 in the file as it is on disk

  [[nodiscard]] bool known() const { return file != kNoFile; }
  friend auto operator<=>(const Place&, const Place&) = default;
};

// Excel's name of a cell ("D7", "AA12"); empty where the place is no CSV field.
[[nodiscard]] std::string excel_cell(const Place& place);

}  // namespace kaohe

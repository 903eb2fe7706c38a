// SPDX-License-Identifier: Apache-2.0
// A table of data/ that is a CSV with a header of fixed names. Our own files, so a column too many is a mistake.
#pragma once

#include <functional>
#include <string_view>
#include <vector>

#include "base/file.h"
#include "base/problem.h"
#include "csv/reader.h"

namespace kaohe {

// One row by column name; valid while it is being handled.
class TableRow {
 public:
  TableRow(const Row& row, const std::vector<std::string_view>& columns, const std::vector<std::size_t>& fields)
      : row_(row), columns_(columns), fields_(fields) {}
  [[nodiscard]] std::string_view text(std::string_view column) const;  // trimmed; empty where there is none
  [[nodiscard]] Place place(std::string_view column) const;

 private:
  [[nodiscard]] const Field* field(std::string_view column) const;
  const Row& row_;
  const std::vector<std::string_view>& columns_;
  const std::vector<std::size_t>& fields_;
};

// Calls `handle` with each row of `file`. The file is added to problems.files. Absent columns are one problem each.
void read_table(const Source& file, const std::vector<std::string_view>& columns, Problems& problems,
                const std::function<void(const TableRow&)>& handle);

// "a;b" → a, b, trimmed, no empty ones.
[[nodiscard]] std::vector<std::string_view> split_list(std::string_view text);

}  // namespace kaohe

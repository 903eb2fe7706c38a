// SPDX-License-Identifier: Apache-2.0
// A table whose columns line up on a screen, Chinese too. Its borders are blanks and '-' alone: every other line
// character is of ambiguous width in some Chinese terminals.
#pragma once

#include <string>
#include <vector>

#include "report/page.h"

namespace kaohe {

struct TableColumn {
  std::string head;
  bool right = false;  // numbers
};

class TextTable {
 public:
  explicit TextTable(std::vector<TableColumn> columns) : columns_(std::move(columns)) {}
  void row(std::vector<Span> cells);  // as many as there are columns
  void rule();                        // a line of '-' before the next row
  void write(Page& page, std::size_t indent) const;  // a row a paragraph where the page is too narrow

 private:
  void write_narrow(Page& page, std::size_t indent) const;

  std::vector<TableColumn> columns_;
  std::vector<std::vector<Span>> rows_;  // an empty row is a line of '-'
};

}  // namespace kaohe

// SPDX-License-Identifier: Apache-2.0
#include "report/table.h"

#include <algorithm>

#include "base/text.h"

namespace kaohe {
namespace {

constexpr std::size_t kGap = 2;

}  // namespace

void TextTable::row(std::vector<Span> cells) {
  for (Span& cell : cells) cell.text = visible(cell.text);
  rows_.push_back(std::move(cells));
}

void TextTable::rule() { rows_.emplace_back(); }

// Where the columns do not fit: each row as its first cell and, below it, what the others hold; a wrapped row would be read
// in the wrong column.
void TextTable::write_narrow(Page& page, std::size_t indent) const {
  for (const auto& cells : rows_) {
    if (cells.empty()) continue;
    page.line(indent, {{columns_[0].head + " ", Ink::kDim}, {std::string(trim(cells[0].text)), cells[0].ink}});
    std::vector<Span> rest;
    for (std::size_t i = 1; i < cells.size(); ++i) {
      const std::string text(trim(cells[i].text));
      if (text.empty() || text == "-") continue;
      if (!rest.empty()) rest.push_back({page.say({"，", ", "})});
      rest.push_back({columns_[i].head + " ", Ink::kDim});
      rest.push_back({text, cells[i].ink});
    }
    if (!rest.empty()) page.line(indent + kGap, rest);
  }
}

void TextTable::write(Page& page, std::size_t indent) const {
  std::vector<std::size_t> widths;
  for (const TableColumn& column : columns_) widths.push_back(screen_width(column.head));
  for (const auto& cells : rows_) {
    for (std::size_t i = 0; i < cells.size(); ++i) widths[i] = std::max(widths[i], screen_width(cells[i].text));
  }
  std::size_t whole = kGap * (columns_.size() - 1);
  for (const std::size_t width : widths) whole += width;
  if (indent + whole > page.style().width) return write_narrow(page, indent);

  const auto put = [&](const std::vector<Span>& cells) {
    std::vector<Span> line;
    for (std::size_t i = 0; i < cells.size(); ++i) {
      const std::string& text = cells[i].text;
      const std::string blanks(widths[i] - screen_width(text), ' ');
      if (i > 0) line.push_back({std::string(kGap, ' ')});
      if (columns_[i].right) line.push_back({blanks});
      line.push_back(cells[i]);
      if (!columns_[i].right) line.push_back({blanks});
    }
    page.line(indent, line);
  };

  std::vector<Span> heads;
  for (const TableColumn& column : columns_) heads.push_back({column.head, Ink::kBold});
  put(heads);
  for (const auto& cells : rows_) {
    if (cells.empty()) {
      page.line(indent, std::string(whole, '-'), Ink::kDim);
    } else {
      put(cells);
    }
  }
}

}  // namespace kaohe

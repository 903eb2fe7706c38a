// SPDX-License-Identifier: Apache-2.0
// The one border to libxlsxwriter. Private to this room.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "model/report.h"

namespace kaohe {

struct SheetColumn {
  std::string head;
  int width;
};

struct SheetCell {
  enum class Kind : std::uint8_t { kText, kBold, kNumber };
  Kind kind = Kind::kText;
  std::string value;

  static SheetCell text(std::string value) { return {Kind::kText, std::move(value)}; }
  static SheetCell bold(std::string value) { return {Kind::kBold, std::move(value)}; }
  // Text where it is no decimal number, or one of more digits than Excel keeps.
  static SheetCell number(std::string value) { return {Kind::kNumber, std::move(value)}; }
};

struct BookImpl;

class Sheet {
 public:
  Sheet(BookImpl& book, void* worksheet) : book_(book), worksheet_(worksheet) {}
  void widths(const std::vector<int>& widths);
  // A bold head that stays in sight, with a filter over all rows that follow; `finish` closes it.
  void table(const std::vector<SheetColumn>& columns);
  bool row(const std::vector<SheetCell>& cells);  // false: the sheet is full
  // The cells of the column that begin with `text` are of the outcome's colour.
  void colour_column(int column, const std::string& text, Outcome outcome);
  void finish(const std::string& when_full);

 private:
  BookImpl& book_;
  void* worksheet_;
  std::uint32_t row_ = 0;
  std::size_t columns_ = 0;
  bool full_ = false;
};

class Workbook {
 public:
  Workbook(const Date& date, const std::string& title);  // throws Refusal
  Workbook(const Workbook&) = delete;
  Workbook& operator=(const Workbook&) = delete;
  ~Workbook();
  [[nodiscard]] Sheet add(const std::string& name);
  [[nodiscard]] std::string bytes();  // once, at the end; throws Refusal

 private:
  std::unique_ptr<BookImpl> impl_;
};

}  // namespace kaohe

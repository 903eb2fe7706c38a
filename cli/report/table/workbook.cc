// SPDX-License-Identifier: Apache-2.0
// libxlsxwriter 1.1 writes to a named file only; a file in memory has a name too (/proc/self/fd/N).
#include "report/table/workbook.h"

#include <fmt/format.h>
#include <sys/mman.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdlib>

#include "base/file.h"
#include "base/text.h"
#include "report/table/xlsx_library.h"

namespace kaohe {

struct BookImpl {
  int memory = -1;
  lxw_workbook* book = nullptr;
  lxw_format* bold = nullptr;
  lxw_format* head = nullptr;
};

namespace {

constexpr std::uint32_t kMostRows = 1048000;    // Excel has 1,048,576
constexpr std::size_t kMostCharacters = 32000;  // Excel has 32,767, in UTF-16
constexpr std::size_t kMostDigits = 15;         // that a double always keeps

[[noreturn]] void refuse(const std::string& why) {
  throw Refusal{{"无法生成 xlsx：" + why, "cannot make the xlsx file: " + why}};
}

std::string fitting(const std::string& text) {
  std::string safe = visible(text);
  if (safe.size() <= kMostCharacters) return safe;
  std::string out;
  for (const std::string& character : utf8_characters(safe)) {
    if (out.size() + character.size() > kMostCharacters) break;
    out += character;
  }
  return out + "…";
}

bool fits_a_double(const std::string& text) {
  const auto decimal = parse_decimal(text);
  std::size_t digits = 0;
  for (const char c : text) digits += c >= '0' && c <= '9' ? 1 : 0;
  return decimal && digits <= kMostDigits;
}

lxw_worksheet* of(void* worksheet) { return static_cast<lxw_worksheet*>(worksheet); }

struct Paint {
  lxw_color_t back, front;
};

Paint paint_of(Outcome outcome) {
  switch (outcome) {
    case Outcome::kPass:
      return {0xDFF0E0, 0x14532D};
    case Outcome::kFail:
      return {0xF8D7DA, 0x7F1D1D};
    case Outcome::kInvalid:
      return {0xF3C6F1, 0x6B1266};
    case Outcome::kMissing:
      return {0xFFEFC2, 0x6B4700};
    case Outcome::kNotDue:
      return {0xD9EAF7, 0x123F63};
    case Outcome::kExempt:
      return {0xEDEDED, 0x444444};
    case Outcome::kWaived:
      break;
  }
  return {0xE6E0F3, 0x3B2A6B};
}

}  // namespace

void Sheet::widths(const std::vector<int>& widths) {
  for (std::size_t i = 0; i < widths.size(); ++i) {
    xlsx().worksheet_set_column(of(worksheet_), static_cast<lxw_col_t>(i), static_cast<lxw_col_t>(i), widths[i], nullptr);
  }
}

void Sheet::table(const std::vector<SheetColumn>& columns) {
  for (std::size_t i = 0; i < columns.size(); ++i) {
    xlsx().worksheet_set_column(of(worksheet_), static_cast<lxw_col_t>(i), static_cast<lxw_col_t>(i), columns[i].width,
                         nullptr);
    xlsx().worksheet_write_string(of(worksheet_), row_, static_cast<lxw_col_t>(i), columns[i].head.c_str(), book_.head);
  }
  xlsx().worksheet_freeze_panes(of(worksheet_), row_ + 1, 0);
  columns_ = columns.size();
  ++row_;
}

bool Sheet::row(const std::vector<SheetCell>& cells) {
  if (row_ >= kMostRows) {
    full_ = true;
    return false;
  }
  for (std::size_t i = 0; i < cells.size(); ++i) {
    const SheetCell& cell = cells[i];
    const auto column = static_cast<lxw_col_t>(i);
    if (cell.value.empty()) continue;
    if (cell.kind == SheetCell::Kind::kNumber && fits_a_double(cell.value)) {
      xlsx().worksheet_write_number(of(worksheet_), row_, column, std::strtod(cell.value.c_str(), nullptr), nullptr);
    } else {
      lxw_format* format = cell.kind == SheetCell::Kind::kBold ? book_.bold : nullptr;
      xlsx().worksheet_write_string(of(worksheet_), row_, column, fitting(cell.value).c_str(), format);
    }
  }
  ++row_;
  return true;
}

void Sheet::colour_column(int column, const std::string& text, Outcome outcome) {
  if (row_ < 2) return;
  const Paint paint = paint_of(outcome);
  lxw_format* format = xlsx().workbook_add_format(book_.book);
  xlsx().format_set_bg_color(format, paint.back);
  xlsx().format_set_font_color(format, paint.front);
  lxw_conditional_format rule = {};
  rule.type = LXW_CONDITIONAL_TYPE_TEXT;
  rule.criteria = LXW_CONDITIONAL_CRITERIA_TEXT_BEGINS_WITH;
  std::string own = text;  // the library takes no const
  rule.value_string = own.data();
  rule.format = format;
  const auto at = static_cast<lxw_col_t>(column);
  xlsx().worksheet_conditional_format_range(of(worksheet_), 1, at, row_ - 1, at, &rule);
}

void Sheet::finish(const std::string& when_full) {
  if (row_ > 1 && columns_ > 0)
    xlsx().worksheet_autofilter(of(worksheet_), 0, 0, row_ - 1, static_cast<lxw_col_t>(columns_ - 1));
  if (full_) xlsx().worksheet_write_string(of(worksheet_), row_, 0, when_full.c_str(), book_.bold);
}

Workbook::Workbook(const Date& date, const std::string& title) : impl_(std::make_unique<BookImpl>()) {
  impl_->memory = memfd_create("kaohe-xlsx", MFD_CLOEXEC);
  if (impl_->memory < 0) refuse(std::generic_category().message(errno));
  const std::string name = fmt::format("/proc/self/fd/{}", impl_->memory);
  impl_->book = xlsx().workbook_new(name.c_str());
  if (impl_->book == nullptr) refuse("workbook_new");
  constexpr std::int64_t kSecondsADay = 86400;
  std::string own_title = title;
  lxw_doc_properties properties = {};
  properties.title = own_title.data();
  properties.created = static_cast<time_t>(days_since_epoch(date) * kSecondsADay);
  xlsx().workbook_set_properties(impl_->book, &properties);
  impl_->bold = xlsx().workbook_add_format(impl_->book);
  xlsx().format_set_bold(impl_->bold);
  impl_->head = xlsx().workbook_add_format(impl_->book);
  xlsx().format_set_bold(impl_->head);
  xlsx().format_set_bg_color(impl_->head, 0xE8EDF2);
  xlsx().format_set_bottom(impl_->head, LXW_BORDER_THIN);
}

Workbook::~Workbook() {
  if (impl_->book != nullptr) xlsx().lxw_workbook_free(impl_->book);
  if (impl_->memory >= 0) ::close(impl_->memory);
}

Sheet Workbook::add(const std::string& name) { return {*impl_, xlsx().workbook_add_worksheet(impl_->book, name.c_str())}; }

std::string Workbook::bytes() {
  const lxw_error error = xlsx().workbook_close(impl_->book);  // frees it, whatever it says
  impl_->book = nullptr;
  if (error != LXW_NO_ERROR) refuse(std::string(xlsx().lxw_strerror(error)));
  std::string out;
  std::array<char, 1 << 16> buffer;
  ssize_t count = 0;
  for (off_t at = 0; (count = ::pread(impl_->memory, buffer.data(), buffer.size(), at)) > 0; at += count) {
    out.append(buffer.data(), static_cast<std::size_t>(count));
  }
  if (count < 0) refuse(std::generic_category().message(errno));
  return out;
}

}  // namespace kaohe

// SPDX-License-Identifier: Apache-2.0
#include "load/submission/cells/spoiled.h"

#include <algorithm>
#include <optional>
#include <string>

#include "base/text.h"
#include "model/date.h"

namespace kaohe {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool all_digits(std::string_view text) { return !text.empty() && std::all_of(text.begin(), text.end(), is_digit); }

// 3.60E+05
bool is_scientific(std::string_view text) {
  const std::size_t e = text.find_first_of("Ee");
  if (e == std::string_view::npos || e == 0) return false;
  std::string_view power = text.substr(e + 1);
  if (!power.empty() && (power.front() == '+' || power.front() == '-')) power.remove_prefix(1);
  const auto number = [](char c) { return is_digit(c) || c == '.'; };
  return all_digits(power) && std::all_of(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(e), number);
}

// Excel counts days from 1899-12-30; five digits are the years 1954 to 2173.
std::optional<Date> date_of_serial(std::string_view text) {
  constexpr int kFirst = 20000;
  if (text.size() != 5 || !all_digits(text)) return std::nullopt;
  const int serial = std::stoi(std::string(text));
  if (serial < kFirst) return std::nullopt;
  return date_of(days_since_epoch(Date{1899, 12, 30}) + serial);
}

bool has_letter_for_digit(std::string_view text) {
  const auto letter = [](char c) { return c == 'O' || c == 'o' || c == 'l' || c == 'I'; };
  const auto fits = [&](char c) { return is_digit(c) || letter(c) || c == '-' || c == '/'; };
  return std::any_of(text.begin(), text.end(), letter) && std::count_if(text.begin(), text.end(), is_digit) >= 2 &&
         std::all_of(text.begin(), text.end(), fits);
}

Phrase as_text(const char* zh, const char* en) {
  return {std::string(zh) + "；在电子表格中把该列设为文本格式后重新填写", std::string(en) + "; set the column to text in the spreadsheet and enter it again"};
}

}  // namespace

Phrase spoiled_hint(std::string_view given, Spoiled what) {
  const std::string text = fold_width(trim(given));
  if (is_scientific(text)) return as_text("电子表格已将其改成科学计数法，原来的数字已丢失", "the spreadsheet turned it into exponent notation and its digits are lost");
  if (has_letter_for_digit(text)) return {"其中的字母 O、l 应为数字 0、1", "replace the letter O or l by the digit 0 or 1"};
  if (text.size() > 2 && text.substr(text.size() - 2) == ".0" && all_digits(std::string_view(text).substr(0, text.size() - 2))) {
    return {"末尾的“.0”是当作小数导出的，应为 " + text.substr(0, text.size() - 2), "\".0\" comes from exporting it as a decimal, expected " + text.substr(0, text.size() - 2)};
  }
  if (what != Spoiled::kCode) {
    if (const auto date = date_of_serial(text)) {
      return as_text(("这是电子表格的日期序号，即 " + date->text()).c_str(), ("it is a spreadsheet's number of a day, " + date->text()).c_str());
    }
    return {};
  }
  std::string digits;
  for (const char c : text) {
    if (is_digit(c)) digits += c;
  }
  const bool marked = text.find(',') != std::string::npos || text.find('\'') != std::string::npos || text.find('=') != std::string::npos;
  if (marked && digits.size() == 6 && text.size() <= digits.size() + 4) return {"代码中不应有其他符号，应为 " + digits, "a code has no marks, expected " + digits};
  if (all_digits(text) && text.size() < 6) {
    return as_text("代码应为 6 位数字，可能丢失了首位或末位的 0", "a code has 6 digits, leading or trailing zeros may be lost");
  }
  return {};
}

}  // namespace kaohe

// SPDX-License-Identifier: Apache-2.0
#include "load/submission/cells/cell.h"

#include <algorithm>
#include <array>
#include <optional>

#include "base/text.h"
#include "load/submission/submission_text.h"
#include "model/date.h"

namespace kaohe {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

CellReading faulty(CellFault fault) {
  CellReading reading;
  reading.state = CellState::kInvalid;
  reading.fault = fault;
  return reading;
}

CellReading value(Decimal number, std::string unit) {
  CellReading reading;
  reading.state = CellState::kValue;
  reading.number = std::move(number);
  reading.unit = std::move(unit);
  return reading;
}

bool is_dash(char32_t c) {
  return c == U'-' || (c >= 0x2010 && c <= 0x2015) || c == 0x2212 || c == 0x2500 || c == 0x2E3A || c == 0xFE58;
}

bool only_dashes(std::string_view text) {
  while (!text.empty()) {
    const char32_t c = utf8_code_point(text);
    if (!is_dash(c) && c != U' ') return false;
    text.remove_prefix(utf8_length(text));
  }
  return true;
}

// ASCII without a blank: neither has wide forms nor anything to be left out.
bool is_compact(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return c > ' ' && c < 0x7F; });
}

// Blanks go, except one of each run between two digits: that one may part two numbers. U+2212 becomes '-'.
std::string compacted(std::string_view folded) {
  std::string out;
  bool blank = false;
  while (!folded.empty()) {
    const std::size_t length = utf8_length(folded);
    const char32_t c = utf8_code_point(folded);
    const bool is_blank = c == U' ' || c == U'\t' || c == U'\n' || c == U'\r' || c == 0xA0 || c == 0x3000 ||
                          (c >= 0x2000 && c <= 0x200B) || c == 0x202F || c == 0xFEFF;
    if (is_blank) {
      blank = true;
    } else {
      if (blank && !out.empty() && is_digit(out.back()) && is_digit(folded.front())) out += ' ';
      blank = false;
      if (c == 0x2212) {
        out += '-';
      } else {
        out.append(folded.substr(0, length));
      }
    }
    folded.remove_prefix(length);
  }
  return out;
}

template <std::size_t N>
bool starts_with_any(std::string_view text, const std::array<std::string_view, N>& words) {
  return std::any_of(words.begin(), words.end(), [&](std::string_view w) { return text.substr(0, w.size()) == w; });
}

template <std::size_t N>
bool ends_with_any(std::string_view text, const std::array<std::string_view, N>& words) {
  return std::any_of(words.begin(), words.end(), [&](std::string_view w) {
    return text.size() >= w.size() && text.substr(text.size() - w.size()) == w;
  });
}

// Words and signs that say "not exactly this number", before or behind it.
constexpr std::array<std::string_view, 26> kAbout = {
    "<", ">", "≤", "≥", "≦", "≧", "≈", "~", "±", "约", "近", "超", "大于", "小于", "不足", "不到", "不低于", "不高于",
    "低于", "高于", "至少", "至多", "大约", "逾", "ca.", "about"};
constexpr std::array<std::string_view, 8> kOrSo = {"左右", "以上", "以下", "以内", "上下", "多", "余", "+"};
constexpr std::array<std::string_view, 8> kUpTo = {"-", "~", "–", "—", "至", "到", "±", ".."};

bool is_exponent(std::string_view rest) {
  if (rest.size() < 2 || (rest[0] != 'e' && rest[0] != 'E')) return false;
  rest.remove_prefix(rest[1] == '+' || rest[1] == '-' ? 2 : 1);
  return !rest.empty() && is_digit(rest.front());
}

// O, o, l and I typed for 0 and 1: nothing but digits and such letters. A lone l behind a number may be a litre.
bool is_letter_for_digit(std::string_view text) {
  bool letter = false;
  for (const char c : text) {
    const bool zero = c == 'O' || c == 'o';
    const bool one = (c == 'l' || c == 'I') && text.size() > 1;
    letter = letter || zero || one;
    if (!zero && !one && !is_digit(c) && c != '.' && c != ',' && c != '%') return false;
  }
  return letter;
}

// The digits of "1,234,567" or "1 234 567" (first group 1–3 digits, no leading 0; then threes), or of "6 3" where each
// blank stands between single digits; nullopt for anything else that has such marks.
std::optional<std::string> join_groups(std::string_view whole) {
  std::string digits;
  std::size_t groups = 0, run = 0, longest = 0;
  bool threes = true, commas = false;
  const auto close_group = [&] {
    threes = threes && run >= 1 && (groups == 0 ? run <= 3 : run == 3);
    longest = std::max(longest, run);
    ++groups;
    run = 0;
  };
  for (const char c : whole) {
    if (is_digit(c)) {
      digits += c;
      ++run;
    } else {
      commas = commas || c == ',';
      close_group();
    }
  }
  close_group();
  if (groups == 1) return digits;
  if (threes && whole.front() != '0') return digits;
  if (!commas && longest == 1) return digits;
  return std::nullopt;
}

struct Scanned {
  std::string_view whole;     // with groups
  std::string_view fraction;  // behind the point; may hold blanks
  bool point = false;
  bool negative = false;
  std::string_view rest;
};

// [sign] digits-with-groups [. digits]; nullopt where no digit leads.
std::optional<Scanned> scan(std::string_view text) {
  Scanned scanned;
  if (!text.empty() && (text.front() == '+' || text.front() == '-')) {
    scanned.negative = text.front() == '-';
    text.remove_prefix(1);
  }
  std::size_t at = 0;
  while (at < text.size() && (is_digit(text[at]) || text[at] == ',' || text[at] == ' ')) ++at;
  scanned.whole = text.substr(0, at);
  if (scanned.whole.empty() || !is_digit(scanned.whole.front())) return std::nullopt;
  if (at + 1 < text.size() && text[at] == '.' && is_digit(text[at + 1])) {
    const std::size_t from = ++at;
    while (at < text.size() && (is_digit(text[at]) || text[at] == ' ')) ++at;
    scanned.point = true;
    scanned.fraction = text.substr(from, at - from);
  }
  scanned.rest = text.substr(at);
  return scanned;
}

// What a spreadsheet shows where it could not calculate, or the formula itself.
bool is_formula(std::string_view text) {
  if (text.front() == '=') return true;
  return text.front() == '#' && text.size() > 1 && (text.back() == '!' || text.back() == '?' || text.back() == '#');
}

CellFault fault_of_text(std::string_view text) {
  if (is_formula(text)) return CellFault::kFormula;
  if (starts_with_any(text, kAbout)) return CellFault::kApproximate;
  if (is_letter_for_digit(text) && std::any_of(text.begin(), text.end(), is_digit)) return CellFault::kLetter;
  return CellFault::kNoNumber;
}

// A fault that what stands behind the digits shows; none where it may be a unit.
CellFault fault_of_rest(std::string_view rest) {
  if (rest.empty()) return CellFault::kNone;
  if (rest.size() > 1 && rest.find_first_not_of('%') == std::string_view::npos) return CellFault::kTwoPercents;
  if (is_exponent(rest)) return CellFault::kExponent;
  if (ends_with_any(rest, kOrSo)) return CellFault::kApproximate;
  if (is_letter_for_digit(rest)) return CellFault::kLetter;
  for (const std::string_view mark : kUpTo) {
    if (rest.substr(0, mark.size()) == mark && rest.size() > mark.size() && is_digit(rest[mark.size()])) {
      return CellFault::kApproximate;
    }
  }
  if (rest.front() == ',') return CellFault::kGroup;
  if (rest.front() == '.') return CellFault::kNoNumber;
  return CellFault::kNone;
}

std::string_view without_brackets(std::string_view unit) {
  if (unit.size() > 2 && unit.front() == '(' && unit.back() == ')' && unit.find(')') == unit.size() - 1) {
    return unit.substr(1, unit.size() - 2);
  }
  return unit;
}

CellReading read_compact(std::string_view text) {
  const std::optional<Scanned> scanned = scan(text);
  if (!scanned) return faulty(fault_of_text(text));
  if (const CellFault fault = fault_of_rest(scanned->rest); fault != CellFault::kNone) return faulty(fault);
  const std::optional<std::string> whole = join_groups(scanned->whole);
  const std::optional<std::string> fraction =
      scanned->point ? join_groups(scanned->fraction) : std::optional<std::string>("");
  if (!whole || !fraction) return faulty(CellFault::kGroup);
  std::string plain = scanned->negative ? "-" : "";
  plain += *whole;
  if (scanned->point) plain += '.' + *fraction;
  std::optional<Decimal> number = parse_decimal(plain);
  if (!number) return faulty(CellFault::kTooLong);
  return value(*std::move(number), std::string(without_brackets(scanned->rest)));
}

bool is_missing(std::string_view folded, const WordIndex& words) {
  if (is_digit(folded.front()) && !words.missing_begins_with_digit()) return false;
  return only_dashes(folded) || words.missing(name_key(folded));
}

}  // namespace

CellReading read_cell(std::string_view text, const WordIndex& words) {
  text = trimmed(text);
  if (text.empty()) return {};
  if (is_digit(text.front()) && is_digit(text.back())) {  // most cells are plain
    if (std::optional<Decimal> number = parse_decimal(text)) return value(*std::move(number), {});
  }
  std::string folded, made;
  std::string_view compact = text;
  if (is_compact(text)) {
    if (is_missing(text, words)) return {};
  } else {
    folded = fold_width(text);
    if (is_missing(folded, words)) return {};
    compact = made = compacted(folded);
    if (compact.empty()) return {};
  }
  CellReading reading = read_compact(compact);
  const bool odd = reading.state == CellState::kInvalid || !reading.unit.empty();
  if (odd && parse_date(text)) return faulty(CellFault::kDate);
  return reading;
}

CellFault fault_of_unit(std::string_view unit) {
  bool word = false;
  std::size_t percents = 0;
  for (const char c : unit) {
    if (is_digit(c) || c == '.' || c == ',') return CellFault::kNoNumber;
    if (c == '%') ++percents;
    word = word || (static_cast<unsigned char>(c) & 0x80U) != 0 || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }
  return word && percents < 2 ? CellFault::kUnitUnknown : CellFault::kNoNumber;
}

}  // namespace kaohe

// SPDX-License-Identifier: Apache-2.0
#include "compare/marks.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <optional>

namespace kaohe {
namespace {

// Longer ones before those they begin with.
constexpr std::u32string_view kWords[] = {
    U"不得低于", U"不得高于", U"不得超过", U"不高于", U"不低于", U"不少于", U"不大于", U"不小于", U"不超过", U"不突破",
    U"不增加",   U"不减少",   U"不降低",   U"不下降", U"不恶化", U"不反弹", U"控制在", U"稳定在", U"保持在", U"以上",
    U"以下",     U"以内",     U"之内",     U"全面",   U"全部",   U"所有",   U"全覆盖", U"每年",   U"每月",   U"每季",
    U"每两年",   U"逐年",     U"逐步",     U"逐级",   U"确保",   U"必须",   U"严格",   U"严禁",   U"禁止",   U"不得",
    U"一律",     U"年均",     U"定期",     U"实时",   U"应当",
};
// 所有 that owns instead of binding.
constexpr std::u32string_view kOwning[] = {U"所有权", U"所有者", U"所有制", U"全民所有", U"国家所有", U"集体所有"};
// What may be counted with a Chinese numeral.
constexpr std::u32string_view kCounters = U"个项次年家处座条名户月天倍成轮";

bool is_letter(char32_t c) { return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z'); }

int digit_of(char32_t c) {
  constexpr std::u32string_view kDigits = U"零一二三四五六七八九";
  if (c == U'两') return 2;
  if (c == U'〇') return 0;
  const std::size_t at = kDigits.find(c);
  return at == std::u32string_view::npos ? -1 : static_cast<int>(at);
}

std::int64_t power_of(char32_t c) {
  switch (c) {
    case U'十': return 10;
    case U'百': return 100;
    case U'千': return 1000;
    case U'万': return 10000;
    case U'亿': return 100000000;
    default: return 0;
  }
}

// 三十八, 一百零二, 两千万; nullopt where it is no number (百千).
std::optional<std::int64_t> chinese_number(const Prose& prose, const Stretch& stretch) {
  constexpr std::size_t kLongest = 9;
  if (stretch.end - stretch.begin > kLongest) return std::nullopt;
  std::int64_t whole = 0, below = 0;  // below: of the part before the next 万 or 亿
  std::int64_t digit = -1;
  for (std::size_t i = stretch.begin; i < stretch.end; ++i) {
    const std::int64_t power = power_of(prose.at(i));
    if (power == 0) {
      if (digit > 0) return std::nullopt;  // 十三五 is no number, nor is 一二三
      digit = digit_of(prose.at(i));
    } else if (power < 10000) {
      if (digit < 0 && power != 10) return std::nullopt;
      below += (digit < 0 ? 1 : digit) * power;
      digit = -1;
    } else {
      const std::int64_t before = below + std::max<std::int64_t>(digit, 0);
      if (before == 0) return std::nullopt;
      whole += before * power;
      below = 0;
      digit = -1;
    }
  }
  return whole + below + std::max<std::int64_t>(digit, 0);
}

class Scanner {
 public:
  explicit Scanner(const Prose& prose) : prose_(prose), name_(prose.size(), false) {
    mark_names(U'《', U'》', kAnyLength);
    mark_names(U'“', U'”', kShortName);
    for (const Section& section : prose.sections()) {
      for (std::size_t i = section.whole.begin; i < section.prefix_end; ++i) name_[i] = true;
    }
  }

  std::vector<Mark> marks() {
    for (at_ = 0; at_ < prose_.size();) {
      if (name_[at_] || !(take_digits() || take_word() || take_chinese())) ++at_;
    }
    return std::move(marks_);
  }

 private:
  static constexpr std::size_t kAnyLength = SIZE_MAX;
  static constexpr std::size_t kShortName = 8;

  void mark_names(char32_t open, char32_t close, std::size_t longest) {
    std::size_t begin = prose_.size();
    for (std::size_t i = 0; i < prose_.size(); ++i) {
      const char32_t c = prose_.at(i);
      if (c == U'\n') begin = prose_.size();
      if (c == open) begin = i;
      if (c != close || begin >= i) continue;
      if (i - begin - 1 <= longest) std::fill(name_.begin() + static_cast<std::ptrdiff_t>(begin), name_.begin() + static_cast<std::ptrdiff_t>(i), true);
      begin = prose_.size();
    }
  }

  void add(MarkKind kind, std::size_t end) {
    marks_.push_back({kind, {at_, end}, {}, 0, 0, 0});
    at_ = end;
  }

  [[nodiscard]] std::size_t digits_from(std::size_t i) const {
    while (is_digit(prose_.at(i))) ++i;
    return i;
  }
  // The number in [begin, end), which are digits; big ones are cut, they are no date.
  [[nodiscard]] int number(std::size_t begin, std::size_t end) const {
    constexpr int kMost = 100000;
    int out = 0;
    for (std::size_t i = begin; i < end && out < kMost; ++i) out = out * 10 + static_cast<int>(prose_.at(i) - U'0');
    return out;
  }

  bool take_digits() {
    if (!is_digit(prose_.at(at_))) return false;
    const std::size_t whole = digits_from(at_);
    const char32_t before = at_ > 0 ? prose_.at(at_ - 1) : U' ';
    const bool of_a_name = is_letter(before) || is_letter(prose_.at(whole)) || before == U'〔' || before == U'〕' ||
                           (before == U'-' && at_ > 1 && is_letter(prose_.at(at_ - 2)));
    if (of_a_name) {
      at_ = whole;
      if (prose_.at(at_) == U'.') at_ = digits_from(at_ + 1);
      return true;
    }
    if (!take_date(whole)) take_figure(whole);
    return true;
  }

  // 2020年, 2020年9月底, 2017年9月30日, 2017-10-04, the years of 2016-2020年.
  bool take_date(std::size_t whole) {
    constexpr int kFirst = 1900, kLast = 2100;
    const int year = number(at_, whole);
    if (whole - at_ != 4 || year < kFirst || year >= kLast) return false;
    const char32_t next = prose_.at(whole);
    std::size_t end = whole;
    int month = 0, day = 0;
    if (next == U'年') {
      end = whole + 1;
      read_part(end, U'月', month);
      if (month > 0) read_part(end, U'日', day);
    } else if (next == U'-' && digits_from(whole + 1) - whole <= 3 && prose_.at(digits_from(whole + 1)) == U'-') {
      const std::size_t dash = digits_from(whole + 1);
      end = digits_from(dash + 1);
      month = number(whole + 1, dash);
      day = number(dash + 1, end);
    } else if (!(next == U'-' || next == U'—' || next == U'~' || next == U'至' || next == U'到') || !is_digit(prose_.at(whole + 1))) {
      return false;
    }
    add(MarkKind::kYear, end);
    marks_.back().year = year;
    marks_.back().month = month;
    marks_.back().day = day;
    return true;
  }

  void read_part(std::size_t& end, char32_t sign, int& part) const {
    const std::size_t after = digits_from(end);
    if (after == end || after - end > 2 || prose_.at(after) != sign) return;
    part = number(end, after);
    end = after + 1;
  }

  void take_figure(std::size_t whole) {
    std::size_t end = whole;
    while (prose_.at(end) == U',' && digits_from(end + 1) == end + 4) end += 4;
    if (prose_.at(end) == U'.' && is_digit(prose_.at(end + 1))) end = digits_from(end + 1);
    std::string text;
    for (std::size_t i = at_; i < end; ++i) {
      if (prose_.at(i) != U',') text += static_cast<char>(prose_.at(i));
    }
    const std::optional<Decimal> decimal = parse_decimal(text);
    const std::int64_t power = power_of(prose_.at(end));
    const std::size_t sign = prose_.at(end) == U'%' || prose_.at(end) == U'‰' || power > 0 ? 1 : 0;
    add(MarkKind::kFigure, end + sign);
    marks_.back().share = sign == 1 && power == 0;
    if (!decimal) return;
    marks_.back().values.push_back(decimal->value);
    if (power > 0) marks_.back().values.push_back(decimal->value * Rational(power));
  }

  [[nodiscard]] bool stands_here(std::u32string_view word) const {
    std::size_t i = 0;
    while (i < word.size() && prose_.at(at_ + i) == word[i]) ++i;
    return i == word.size();
  }

  bool take_word() {
    for (const std::u32string_view one : kOwning) {
      if (!stands_here(one)) continue;
      at_ += one.size();
      return true;
    }
    for (const std::u32string_view one : kWords) {
      if (!stands_here(one)) continue;
      add(MarkKind::kWord, at_ + one.size());
      return true;
    }
    return false;
  }

  bool take_chinese() {
    if (!is_chinese_digit(prose_.at(at_))) return false;
    Stretch run{at_, at_};
    while (is_chinese_digit(prose_.at(run.end))) ++run.end;
    const char32_t before = at_ > 0 ? prose_.at(at_ - 1) : U' ';
    if (take_fraction(run)) return true;
    const bool counted = kCounters.find(prose_.at(run.end)) != std::u32string_view::npos;
    const auto value = chinese_number(prose_, run);
    if (!counted || !value || *value < 2 || before == U'第' || is_digit(before) || before == U'%') {
      at_ = run.end;
      return true;
    }
    add(MarkKind::kFigure, run.end + 1);
    marks_.back().values.emplace_back(*value);
    return true;
  }

  bool take_fraction(const Stretch& under) {  // 三分之一
    if (prose_.at(under.end) != U'分' || prose_.at(under.end + 1) != U'之') return false;
    Stretch over{under.end + 2, under.end + 2};
    while (is_chinese_digit(prose_.at(over.end))) ++over.end;
    const auto a = under.end == under.begin + 1 && prose_.at(under.begin) == U'百' ? std::optional<std::int64_t>(100) : chinese_number(prose_, under);
    const auto b = chinese_number(prose_, over);
    if (!a || !b || *a == 0 || over.end == over.begin) return false;
    add(MarkKind::kFigure, over.end);
    marks_.back().share = true;
    marks_.back().values = {Rational(*b, *a), Rational(*b * 100, *a)};
    return true;
  }

  const Prose& prose_;
  std::vector<bool> name_;  // characters that are of a name, or of a heading's number
  std::size_t at_ = 0;
  std::vector<Mark> marks_;
};

}  // namespace

std::string_view word(MarkKind kind) {
  switch (kind) {
    case MarkKind::kFigure: return "figure";
    case MarkKind::kYear: return "year";
    case MarkKind::kWord: break;
  }
  return "word";
}

std::vector<Mark> marks_of(const Prose& prose) { return Scanner(prose).marks(); }

}  // namespace kaohe

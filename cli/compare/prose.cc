// SPDX-License-Identifier: Apache-2.0
#include "compare/prose.h"

#include <algorithm>
#include <array>
#include <optional>

#include "base/text.h"

namespace kaohe {
namespace {

char32_t folded(char32_t c) {
  constexpr char32_t kShift = 0xFEE0;  // full-width ！ to ASCII !
  if (c >= 0xFF01 && c <= 0xFF5E) return c - kShift;
  return c == 0x3000 || c == 0xA0 ? U' ' : c;
}

bool ends_sentence(char32_t c) { return c == U'。' || c == U';' || c == U'!' || c == U'?' || c == U'\n' || c == U'\r'; }
bool ends_clause(char32_t c) { return ends_sentence(c) || c == U',' || c == U':'; }

Stretch between(const Prose& prose, std::size_t i, bool (*ends)(char32_t)) {
  Stretch out{i, i};
  while (out.begin > 0 && !ends(prose.at(out.begin - 1))) --out.begin;
  while (out.end < prose.size() && !ends(prose.at(out.end))) ++out.end;
  return out;
}

// A heading's number at the start of a line: how deep it is, its own text, and where the words begin.
struct Heading {
  std::size_t depth = 0;
  std::string number;
  std::size_t words = 0;
};

std::optional<Heading> heading_at(const Prose& prose, std::size_t i) {
  while (prose.at(i) == U' ' || prose.at(i) == U'\t') ++i;
  const bool bracket = prose.at(i) == U'(';
  std::size_t end = bracket ? i + 1 : i;
  const std::size_t first = end;
  constexpr std::size_t kLongest = 3;  // 二十一
  if (is_digit(prose.at(end)) && !bracket) {
    while (is_digit(prose.at(end))) ++end;
    const char32_t mark = prose.at(end);
    if (end - first > kLongest || (mark != U'.' && mark != U'、') || is_digit(prose.at(end + 1))) return std::nullopt;
    return Heading{3, prose.text({first, end}), end + 1};
  }
  while (is_chinese_digit(prose.at(end))) ++end;
  if (end == first || end - first > kLongest) return std::nullopt;
  if (bracket && prose.at(end) == U')') return Heading{2, "（" + prose.text({first, end}) + "）", end + 1};
  if (!bracket && prose.at(end) == U'、') return Heading{1, prose.text({first, end}), end + 1};
  return std::nullopt;
}

// "二" + "（三）" + "1"; a number right below 二 is 二、1.
std::string joined(const std::array<std::string, 4>& numbers) {
  std::string out = numbers[1] + numbers[2];
  if (!numbers[3].empty()) out += (numbers[2].empty() && !numbers[1].empty() ? "、" : "") + numbers[3];
  return out;
}

std::string heading_title(const Prose& prose, std::size_t begin) {
  constexpr std::size_t kLongest = 20;
  std::size_t end = begin;
  while (end < prose.size() && !ends_sentence(prose.at(end)) && end - begin < kLongest) ++end;
  return prose.text({begin, end}) + (ends_sentence(prose.at(end)) ? "" : "…");
}

}  // namespace

bool is_chinese_digit(char32_t c) {
  constexpr std::u32string_view kDigits = U"〇零一二两三四五六七八九十百千万亿";
  return kDigits.find(c) != std::u32string_view::npos;
}

Prose::Prose(std::string_view text) : text_(text) {
  lines_.push_back(0);
  for (std::size_t at = 0; at < text_.size();) {
    const std::size_t length = std::max<std::size_t>(1, utf8_length(std::string_view(text_).substr(at)));
    characters_.push_back(folded(utf8_code_point(std::string_view(text_).substr(at))));
    offsets_.push_back(at);
    at += length;
    if (characters_.back() == U'\n') lines_.push_back(characters_.size());
  }
  offsets_.push_back(text_.size());
  find_sections();
}

std::string Prose::text(const Stretch& stretch) const {
  return text_.substr(offsets_[stretch.begin], offsets_[stretch.end] - offsets_[stretch.begin]);
}

Place Prose::place(std::size_t i) const {
  const auto line = std::upper_bound(lines_.begin(), lines_.end(), i) - lines_.begin();
  Place place;
  place.line = static_cast<std::uint32_t>(line);
  place.column = static_cast<std::uint32_t>(i - lines_[static_cast<std::size_t>(line) - 1] + 1);
  place.offset = offsets_[i];
  return place;
}

std::vector<Stretch> Prose::find(std::string_view words) const {
  std::vector<Stretch> out;
  if (words.empty()) return out;
  for (std::size_t at = text_.find(words); at != std::string::npos; at = text_.find(words, at + 1)) {
    const auto begin = std::lower_bound(offsets_.begin(), offsets_.end(), at) - offsets_.begin();
    const auto end = std::lower_bound(offsets_.begin(), offsets_.end(), at + words.size()) - offsets_.begin();
    out.push_back({static_cast<std::size_t>(begin), static_cast<std::size_t>(end)});
  }
  return out;
}

Stretch Prose::clause(std::size_t i) const { return between(*this, i, ends_clause); }
Stretch Prose::sentence(std::size_t i) const { return between(*this, i, ends_sentence); }

void Prose::find_sections() {
  std::array<std::string, 4> numbers;
  sections_.push_back({{}, {}, {0, size()}, 0});
  for (const std::size_t line : lines_) {
    const std::optional<Heading> heading = heading_at(*this, line);
    if (!heading) continue;
    numbers[heading->depth] = heading->number;
    for (std::size_t deeper = heading->depth + 1; deeper < numbers.size(); ++deeper) numbers[deeper].clear();
    sections_.back().whole.end = line;
    sections_.push_back({joined(numbers), heading_title(*this, heading->words), {line, size()}, heading->words});
  }
}

std::size_t Prose::section(std::size_t i) const {
  const auto after = std::upper_bound(sections_.begin(), sections_.end(), i,
                                      [](std::size_t at, const Section& section) { return at < section.whole.begin; });
  return static_cast<std::size_t>(after - sections_.begin()) - 1;
}

std::string Prose::excerpt(const Stretch& stretch, std::size_t around) const {
  Stretch out = stretch;
  while (out.begin > 0 && stretch.begin - out.begin < around && at(out.begin - 1) != U'\n') --out.begin;
  while (out.end < size() && out.end - stretch.end < around && at(out.end) != U'\n' && at(out.end) != U'\r') ++out.end;
  return std::string(trim(text(out)));
}

}  // namespace kaohe

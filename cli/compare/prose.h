// SPDX-License-Identifier: Apache-2.0
// A plan's text as characters with their byte offsets, cut into lines, clauses, sentences and sections.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/place.h"

namespace kaohe {

// Indices of characters, [begin, end).
struct Stretch {
  std::size_t begin = 0;
  std::size_t end = 0;

  [[nodiscard]] bool holds(const Stretch& other) const { return begin <= other.begin && other.end <= end; }
  [[nodiscard]] bool meets(const Stretch& other) const { return begin < other.end && other.begin < end; }
};

// What stands under one heading up to the next, whatever its depth: 一、  （一）  1．
struct Section {
  std::string path;   // "二（三）1"; empty before the first heading
  std::string title;  // the heading's words, cut short
  Stretch whole;
  std::size_t prefix_end = 0;  // the heading's own number stands before it
};

class Prose {
 public:
  explicit Prose(std::string_view text);  // UTF-8

  [[nodiscard]] std::size_t size() const { return characters_.size(); }
  // Full-width ASCII folded, so that １ is 1 and ％ is %.
  [[nodiscard]] char32_t at(std::size_t i) const { return i < characters_.size() ? characters_[i] : U'\n'; }
  [[nodiscard]] std::string text(const Stretch& stretch) const;
  [[nodiscard]] std::size_t offset(std::size_t i) const { return offsets_[i]; }  // bytes
  // Line, column and offset of a character; no file.
  [[nodiscard]] Place place(std::size_t i) const;
  // Every occurrence of `words`, overlapping ones too.
  [[nodiscard]] std::vector<Stretch> find(std::string_view words) const;
  // The stretch between commas, or between full stops and semicolons, around a character.
  [[nodiscard]] Stretch clause(std::size_t i) const;
  [[nodiscard]] Stretch sentence(std::size_t i) const;
  [[nodiscard]] const std::vector<Section>& sections() const { return sections_; }
  [[nodiscard]] std::size_t section(std::size_t i) const;  // index into sections()
  // Up to `around` characters before and after, within the line.
  [[nodiscard]] std::string excerpt(const Stretch& stretch, std::size_t around) const;

 private:
  void find_sections();

  std::string text_;
  std::vector<char32_t> characters_;
  std::vector<std::size_t> offsets_;  // one more than there are characters
  std::vector<std::size_t> lines_;    // the first character of each
  std::vector<Section> sections_;
};

[[nodiscard]] inline bool is_digit(char32_t c) { return c >= U'0' && c <= U'9'; }
[[nodiscard]] bool is_chinese_digit(char32_t c);  // 〇 to 十, 百, 千, 万, 亿, 两

}  // namespace kaohe

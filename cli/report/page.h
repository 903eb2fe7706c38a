// SPDX-License-Identifier: Apache-2.0
// Lines for a terminal: wrapped by screen columns (Han text breaks between characters, other text at blanks), made safe
// by visible(), coloured only when the style says so. Every text of the text report goes through here.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "report/format.h"

namespace kaohe {

enum class Ink : std::uint8_t { kPlain, kBold, kDim, kRed, kGreen, kYellow, kCyan };

struct Span {
  std::string text;
  Ink ink = Ink::kPlain;
};

class Page {
 public:
  Page(const Style& style, Language language) : style_(style), language_(language) {}

  [[nodiscard]] Language language() const { return language_; }
  [[nodiscard]] const Style& style() const { return style_; }
  [[nodiscard]] const std::string& say(const Phrase& phrase) const { return phrase.in(language_); }

  void blank();  // one empty line, never two in a row, none at the top
  // Text from column `indent`; what does not fit continues `hang` columns further right.
  void line(std::size_t indent, const std::vector<Span>& spans, std::size_t hang = 2);
  void line(std::size_t indent, std::string_view text, Ink ink = Ink::kPlain);
  void verbatim(std::size_t indent, std::string_view text);  // as it is, to be copied: not wrapped
  void heading(std::string_view text);
  [[nodiscard]] std::string take() { return std::move(out_); }

 private:
  Style style_;
  Language language_;
  std::string out_;
};

// Escape sequences around `text`; the text alone where colours are off.
[[nodiscard]] std::string inked(std::string_view text, Ink ink, const Style& style);

}  // namespace kaohe

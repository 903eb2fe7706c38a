// SPDX-License-Identifier: Apache-2.0
#include "report/page.h"

#include <algorithm>

#include "base/text.h"

namespace kaohe {
namespace {

constexpr std::size_t kNarrowest = 20;  // columns left for text however deep it is indented

std::string_view code_of(Ink ink) {
  switch (ink) {
    case Ink::kPlain: break;
    case Ink::kBold: return "\x1b[1m";
    case Ink::kDim: return "\x1b[2m";
    case Ink::kRed: return "\x1b[31m";
    case Ink::kGreen: return "\x1b[32m";
    case Ink::kYellow: return "\x1b[33m";
    case Ink::kCyan: return "\x1b[36m";
  }
  return {};
}

// One character with its colour; the unit of wrapping.
struct Glyph {
  std::string text;
  std::size_t width = 0;
  Ink ink = Ink::kPlain;
};

bool one_of(const std::string& text, std::string_view set) {
  return text.size() > 1 ? set.find(text) != std::string_view::npos : !text.empty() && set.find(text[0]) != std::string_view::npos;
}

// May a line end between these two? Han text anywhere but before closing and after opening marks (避头尾).
bool may_break(const Glyph& before, const Glyph& after) {
  static constexpr std::string_view kNotFirst = "，。、；：？！）”》」』】％…";
  static constexpr std::string_view kNotLast = "（“《「『【";
  if (before.text == " ") return true;
  if (before.width < 2 && after.width < 2 && !one_of(before.text, "，。；：）”》")) return false;
  return !one_of(after.text, kNotFirst) && !one_of(after.text, ",.;:)%") && !one_of(before.text, kNotLast) && before.text != "(";
}

std::vector<Glyph> glyphs_of(const std::vector<Span>& spans) {
  std::vector<Glyph> out;
  for (const Span& span : spans) {
    for (std::string& character : utf8_characters(visible(span.text))) {
      const std::size_t width = screen_width(character);
      out.push_back({std::move(character), width, span.ink});
    }
  }
  return out;
}

// Where the line that starts at `at` ends, in at most `room` columns.
std::size_t line_end(const std::vector<Glyph>& glyphs, std::size_t at, std::size_t room) {
  std::size_t used = 0;
  std::size_t last_break = 0;
  for (std::size_t i = at; i < glyphs.size(); ++i) {
    if (i > at && may_break(glyphs[i - 1], glyphs[i])) last_break = i;
    used += glyphs[i].width;
    if (used > room && glyphs[i].text != " ") return last_break > at ? last_break : std::max(i, at + 1);
  }
  return glyphs.size();
}

void put(std::string& out, const std::vector<Glyph>& glyphs, std::size_t from, std::size_t to, const Style& style) {
  while (to > from && glyphs[to - 1].text == " ") --to;
  for (std::size_t i = from; i < to;) {
    std::string run;
    const Ink ink = glyphs[i].ink;
    for (; i < to && glyphs[i].ink == ink; ++i) run += glyphs[i].text;
    out += inked(run, ink, style);
  }
}

}  // namespace

std::string inked(std::string_view text, Ink ink, const Style& style) {
  if (!style.colour || ink == Ink::kPlain || text.empty()) return std::string(text);
  return std::string(code_of(ink)) + std::string(text) + "\x1b[0m";
}

void Page::blank() {
  if (!out_.empty() && !(out_.size() >= 2 && out_.compare(out_.size() - 2, 2, "\n\n") == 0)) out_ += '\n';
}

void Page::line(std::size_t indent, const std::vector<Span>& spans, std::size_t hang) {
  const std::vector<Glyph> glyphs = glyphs_of(spans);
  std::size_t at = 0;
  std::size_t margin = indent;
  do {
    const std::size_t room = std::max(kNarrowest, style_.width > margin ? style_.width - margin : 0);
    const std::size_t end = line_end(glyphs, at, room);
    out_.append(margin, ' ');
    put(out_, glyphs, at, end, style_);
    out_ += '\n';
    for (at = end; at < glyphs.size() && glyphs[at].text == " ";) ++at;
    margin = indent + hang;
  } while (at < glyphs.size());
}

void Page::line(std::size_t indent, std::string_view text, Ink ink) { line(indent, {{std::string(text), ink}}); }

void Page::verbatim(std::size_t indent, std::string_view text) {
  out_.append(indent, ' ');
  out_ += visible(text);
  out_ += '\n';
}

void Page::heading(std::string_view text) {
  blank();
  line(0, text, Ink::kBold);
}

}  // namespace kaohe

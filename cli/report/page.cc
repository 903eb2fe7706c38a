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

// One character with its colour; the unit of wrapping. Those of a line lie side by side in memory.
struct Glyph {
  std::string_view text;
  std::size_t width = 0;
  Ink ink = Ink::kPlain;

  [[nodiscard]] bool is_blank() const { return text == " "; }
};

bool one_of(std::string_view text, std::string_view set) { return !text.empty() && set.find(text) != std::string_view::npos; }

// May a line end between these two? Han text anywhere but before closing and after opening marks (避头尾).
bool may_break(const Glyph& before, const Glyph& after) {
  static constexpr std::string_view kNotFirst = "，。、；：？！）”》」』】％…";
  static constexpr std::string_view kNotLast = "（“《「『【";
  if (before.is_blank()) return true;
  if (before.width < 2 && after.width < 2 && !one_of(before.text, "，。；：）”》")) return false;
  return !one_of(after.text, kNotFirst) && !one_of(after.text, ",.;:)%") && !one_of(before.text, kNotLast) && before.text != "(";
}

// `shown` is `text` made visible: no controls, and all of it UTF-8.
void add_glyphs(std::string_view shown, Ink ink, std::vector<Glyph>& out) {
  while (!shown.empty()) {
    const bool ascii = static_cast<unsigned char>(shown.front()) < 0x80;
    const std::string_view character = shown.substr(0, ascii ? 1 : utf8_length(shown));
    out.push_back({character, ascii ? 1 : screen_width(character), ink});
    shown.remove_prefix(character.size());
  }
}

// Where the line that starts at `at` ends, in at most `room` columns.
std::size_t line_end(const std::vector<Glyph>& glyphs, std::size_t at, std::size_t room) {
  std::size_t used = 0;
  for (std::size_t i = at; i < glyphs.size(); ++i) {
    used += glyphs[i].width;
    if (used <= room || glyphs[i].is_blank()) continue;
    for (std::size_t end = i; end > at; --end) {
      if (may_break(glyphs[end - 1], glyphs[end])) return end;
    }
    return std::max(i, at + 1);
  }
  return glyphs.size();
}

void put(std::string& out, std::string_view text, Ink ink, const Style& style) {
  if (!style.colour || ink == Ink::kPlain || text.empty()) {
    out += text;
    return;
  }
  out += code_of(ink);
  out += text;
  out += "\x1b[0m";
}

void put(std::string& out, const std::vector<Glyph>& glyphs, std::size_t from, std::size_t to, const Style& style) {
  while (to > from && glyphs[to - 1].is_blank()) --to;
  for (std::size_t i = from; i < to;) {
    const Glyph& first = glyphs[i];
    std::size_t size = 0;
    for (; i < to && glyphs[i].ink == first.ink; ++i) size += glyphs[i].text.size();
    put(out, {first.text.data(), size}, first.ink, style);
  }
}

}  // namespace

std::string inked(std::string_view text, Ink ink, const Style& style) {
  std::string out;
  put(out, text, ink, style);
  return out;
}

void Page::blank() {
  if (!out_.empty() && !(out_.size() >= 2 && out_.compare(out_.size() - 2, 2, "\n\n") == 0)) out_ += '\n';
}

void Page::line(std::size_t indent, const std::vector<Span>& spans, std::size_t hang) {
  std::string shown;  // of all spans, so that glyphs of one colour lie side by side
  std::vector<std::size_t> ends;
  for (const Span& span : spans) {
    shown += visible(span.text);
    ends.push_back(shown.size());
  }
  std::vector<Glyph> glyphs;
  glyphs.reserve(shown.size());
  for (std::size_t i = 0; i < spans.size(); ++i) {
    const std::size_t from = i == 0 ? 0 : ends[i - 1];
    add_glyphs(std::string_view(shown).substr(from, ends[i] - from), spans[i].ink, glyphs);
  }
  std::size_t at = 0;
  std::size_t margin = indent;
  do {
    const std::size_t room = std::max(kNarrowest, style_.width > margin ? style_.width - margin : 0);
    const std::size_t end = line_end(glyphs, at, room);
    out_.append(margin, ' ');
    put(out_, glyphs, at, end, style_);
    out_ += '\n';
    for (at = end; at < glyphs.size() && glyphs[at].is_blank();) ++at;
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

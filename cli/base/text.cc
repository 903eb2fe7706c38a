// SPDX-License-Identifier: Apache-2.0
// Names and cells made alike: full-width forms folded, blanks taken away.
#include "base/text.h"

#include <utf8proc.h>

#include <cstdlib>

#include "base/character.h"

namespace kaohe {
namespace {

constexpr char32_t kIdeographicSpace = 0x3000;

bool is_blank(char32_t c) {
  return (c >= '\t' && c <= '\r') || c == ' ' || c == 0x00A0 || c == kIdeographicSpace || c == 0xFEFF || c == 0x200B;
}

bool is_blank(const Character& c) { return c.valid && is_blank(c.code_point); }

}  // namespace

std::string fold_width(std::string_view text) {
  // Each of the wide forms begins with one of these bytes; most texts have none.
  if (text.find_first_of("\xE3\xEF") == std::string_view::npos) return std::string(text);
  std::string out;
  out.reserve(text.size());
  while (!text.empty()) {
    const Character c = first_character(text);
    if (c.valid && c.code_point >= 0xFF01 && c.code_point <= 0xFF5E) {
      out.push_back(static_cast<char>(c.code_point - 0xFEE0));
    } else if (c.valid && c.code_point == kIdeographicSpace) {
      out.push_back(' ');
    } else {
      out += text.substr(0, c.length);
    }
    text.remove_prefix(c.length);
  }
  return out;
}

namespace {

// Told by single bytes: no blank has such a lead, and a Han character at the end is none. false: not known.
bool has_no_blank_ends(std::string_view text) {
  const auto byte = [text](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const auto is_han_lead = [](unsigned char c) { return c >= 0xE4 && c <= 0xE9; };
  const auto plain = [](unsigned char c) { return c > ' ' && c < 0x80; };
  const std::size_t size = text.size();
  if (size == 0) return true;
  if (!plain(byte(0)) && !is_han_lead(byte(0))) return false;
  const auto follows = [](unsigned char c) { return (c & 0xC0) == 0x80; };
  return plain(byte(size - 1)) || (size >= 3 && is_han_lead(byte(size - 3)) && follows(byte(size - 2)) && follows(byte(size - 1)));
}

}  // namespace

std::string_view trim(std::string_view text) {
  if (has_no_blank_ends(text)) return text;
  while (!text.empty()) {
    const Character c = first_character(text);
    if (!is_blank(c)) break;
    text.remove_prefix(c.length);
  }
  while (!text.empty()) {
    std::size_t start = text.size() - 1;
    while (start > 0 && text.size() - start < 4 && (static_cast<unsigned char>(text[start]) & 0xC0) == 0x80) --start;
    const Character c = first_character(text.substr(start));
    if (start + c.length != text.size() || !is_blank(c)) break;
    text = text.substr(0, start);
  }
  return text;
}

namespace {

// ASCII that stands for itself, and Han characters of three bytes: neither wide forms, blanks nor capitals.
bool is_its_own_key(std::string_view text) {
  const auto at = [text](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const auto follows = [&](std::size_t i) { return i < text.size() && (at(i) & 0xC0) == 0x80; };
  for (std::size_t i = 0; i < text.size();) {
    const unsigned char c = at(i);
    if (c > 0x20 && c < 0x7F && !(c >= 'A' && c <= 'Z')) {
      i += 1;
    } else if (c >= 0xE4 && c <= 0xE9 && follows(i + 1) && follows(i + 2)) {
      i += 3;
    } else {
      return false;
    }
  }
  return true;
}

}  // namespace

std::string name_key(std::string_view text) {
  if (is_its_own_key(text)) return std::string(text);
  std::string out;
  const std::string folded = fold_width(text);
  for (std::string_view rest = folded; !rest.empty();) {
    const Character c = first_character(rest);
    if (c.valid && c.code_point >= 'A' && c.code_point <= 'Z') {
      out.push_back(static_cast<char>(c.code_point - 'A' + 'a'));
    } else if (!is_blank(c)) {
      out += rest.substr(0, c.length);
    }
    rest.remove_prefix(c.length);
  }
  return out;
}

namespace {

std::string mapped(std::string_view text, int options) {
  utf8proc_uint8_t* out = nullptr;
  const auto* from = reinterpret_cast<const utf8proc_uint8_t*>(text.data());
  const utf8proc_ssize_t size = utf8proc_map(from, static_cast<utf8proc_ssize_t>(text.size()), &out, static_cast<utf8proc_option_t>(options));
  if (size < 0) return std::string(text);
  std::string made(reinterpret_cast<const char*>(out), static_cast<std::size_t>(size));
  std::free(out);
  return made;
}

}  // namespace

std::string folded_name(std::string_view text) { return mapped(text, UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_CASEFOLD); }

std::string composed(std::string_view text) { return mapped(text, UTF8PROC_STABLE | UTF8PROC_COMPOSE); }

}  // namespace kaohe

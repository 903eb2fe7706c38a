// SPDX-License-Identifier: Apache-2.0
// Bytes that are not UTF-8 never stop anything here: each counts as one character of its own.
#include "base/text.h"

#include <fmt/format.h>
#include <utf8proc.h>

#include <algorithm>
#include <cstdlib>

namespace kaohe {
namespace {

struct Character {
  std::size_t length = 0;  // bytes, at least 1
  char32_t code_point = 0;
  bool valid = false;
};

// `text` must not be empty.
Character first_character(std::string_view text) {
  const std::size_t length = utf8_length(text);
  if (length == 0) return {1, static_cast<unsigned char>(text.front()), false};
  return {length, utf8_code_point(text), true};
}

bool is_printable_ascii(char c) { return c >= 0x20 && c < 0x7F; }

// Does the text begin with one of U+4E00–9FFF? They need no table: three bytes, two columns, shown as they are.
bool begins_with_han(std::string_view text) {
  if (text.size() < 3) return false;
  const auto byte = [text](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const bool tail = (byte(1) & 0xC0) == 0x80 && (byte(2) & 0xC0) == 0x80;
  return tail && byte(0) <= 0xE9 && (byte(0) > 0xE4 || (byte(0) == 0xE4 && byte(1) >= 0xB8));
}

constexpr std::size_t kHanLength = 3;

// How many bytes of its beginning are printable ASCII or Han.
std::size_t plain_length(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size()) {
    if (is_printable_ascii(text[at])) {
      ++at;
    } else if (begins_with_han(text.substr(at))) {
      at += kHanLength;
    } else {
      break;
    }
  }
  return at;
}

constexpr char32_t kIdeographicSpace = 0x3000;

bool is_blank(char32_t c) {
  return (c >= '\t' && c <= '\r') || c == ' ' || c == 0x00A0 || c == kIdeographicSpace || c == 0xFEFF || c == 0x200B;
}

bool is_blank(const Character& c) { return c.valid && is_blank(c.code_point); }

// What a terminal or an editor acts upon instead of showing it: controls, formats (bidi among them), line separators.
bool steers(char32_t c) {
  switch (utf8proc_category(static_cast<utf8proc_int32_t>(c))) {
    case UTF8PROC_CATEGORY_CC:
    case UTF8PROC_CATEGORY_CF:
    case UTF8PROC_CATEGORY_ZL:
    case UTF8PROC_CATEGORY_ZP:
      return true;
    default:
      return false;
  }
}

std::string escaped(const Character& c) {
  switch (c.code_point) {
    case '\n':
      return "\\n";
    case '\r':
      return "\\r";
    case '\t':
      return "\\t";
    default:
      break;
  }
  if (!c.valid || c.code_point < 0x80) return fmt::format("\\x{:02x}", static_cast<std::uint32_t>(c.code_point));
  return fmt::format("\\u{{{:04x}}}", static_cast<std::uint32_t>(c.code_point));
}

}  // namespace

// Unicode 15, table 3-7: no overlong forms, no surrogates, nothing above U+10FFFF.
std::size_t utf8_length(std::string_view text) {
  if (text.empty()) return 0;
  const auto byte = [text](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const unsigned char lead = byte(0);
  if (lead < 0x80) return 1;
  if (lead < 0xC2 || lead > 0xF4) return 0;
  const std::size_t length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
  if (text.size() < length) return 0;
  const unsigned char low = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
  const unsigned char high = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
  if (byte(1) < low || byte(1) > high) return 0;
  for (std::size_t i = 2; i < length; ++i) {
    if ((byte(i) & 0xC0) != 0x80) return 0;
  }
  return length;
}

bool is_utf8(std::string_view text) {
  while (!text.empty()) {
    const std::size_t length = utf8_length(text);
    if (length == 0) return false;
    text.remove_prefix(length);
  }
  return true;
}

char32_t utf8_code_point(std::string_view text) {
  const std::size_t length = utf8_length(text);
  const auto lead = static_cast<unsigned char>(text.front());
  char32_t out = length <= 1 ? lead : lead & (0x7FU >> length);
  for (std::size_t i = 1; i < length; ++i) out = out << 6 | (static_cast<unsigned char>(text[i]) & 0x3FU);
  return out;
}

void append_utf8(std::string& out, char32_t code_point) {
  const auto put = [&out](char32_t byte) { out.push_back(static_cast<char>(byte)); };
  const auto put_tail = [&](int shift) { put(0x80 | (code_point >> shift & 0x3F)); };
  if (code_point < 0x80) {
    put(code_point);
  } else if (code_point < 0x800) {
    put(0xC0 | code_point >> 6);
    put_tail(0);
  } else if (code_point < 0x10000) {
    put(0xE0 | code_point >> 12);
    put_tail(6);
    put_tail(0);
  } else {
    put(0xF0 | code_point >> 18);
    put_tail(12);
    put_tail(6);
    put_tail(0);
  }
}

std::size_t code_points(std::string_view text) {
  std::size_t count = 0;
  for (; !text.empty(); ++count) text.remove_prefix(first_character(text).length);
  return count;
}

std::vector<std::string> utf8_characters(std::string_view text) {
  std::vector<std::string> out;
  while (!text.empty()) {
    const std::size_t length = first_character(text).length;
    out.emplace_back(text.substr(0, length));
    text.remove_prefix(length);
  }
  return out;
}

std::size_t screen_width(std::string_view text) {
  std::size_t width = 0;
  while (!text.empty()) {
    const bool ascii = is_printable_ascii(text.front());
    if (ascii || begins_with_han(text)) {
      width += ascii ? 1 : 2;
      text.remove_prefix(ascii ? 1 : kHanLength);
      continue;
    }
    const Character c = first_character(text);
    text.remove_prefix(c.length);
    width += c.valid ? static_cast<std::size_t>(utf8proc_charwidth(static_cast<utf8proc_int32_t>(c.code_point))) : 1;
  }
  return width;
}

std::string pad_right(std::string_view text, std::size_t width) {
  const std::size_t own = screen_width(text);
  return std::string(text) + std::string(width > own ? width - own : 0, ' ');
}

std::string pad_left(std::string_view text, std::size_t width) {
  const std::size_t own = screen_width(text);
  return std::string(width > own ? width - own : 0, ' ') + std::string(text);
}

std::string visible(std::string_view text) {
  std::size_t plain = plain_length(text);
  std::string out(text.substr(0, plain));
  for (text.remove_prefix(plain); !text.empty(); text.remove_prefix(plain)) {
    const Character c = first_character(text);
    if (!c.valid || steers(c.code_point)) {
      out += escaped(c);
    } else {
      out += text.substr(0, c.length);
    }
    text.remove_prefix(c.length);
    plain = plain_length(text);
    out += text.substr(0, plain);
  }
  return out;
}

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

// SPDX-License-Identifier: Apache-2.0
// Text as a terminal shows it.
#include <fmt/format.h>
#include <utf8proc.h>

#include <cstdint>

#include "base/character.h"
#include "base/text.h"

namespace kaohe {
namespace {

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

}  // namespace kaohe

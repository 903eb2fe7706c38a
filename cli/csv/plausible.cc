// SPDX-License-Identifier: Apache-2.0
// Two-byte UTF-8 (C2–DF, then 80–BF) is always well-formed GB18030 too, and a Han character there: 全省 in GBK is "ȫʡ" in
// UTF-8. Our users write Chinese, so Han wins when every character is one that GB2312 has (second byte A1 or above:
// Cyrillic words and most accented letters outside French fall out here), with one exception: when every character is
// just what English text holds, an accented letter in a word (café) or a sign at a number or unit (μg/m³, ±5, 20°C).
#include "csv/plausible.h"

#include <cstddef>

namespace kaohe {
namespace {

bool is_letter(unsigned char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); }
bool is_digit(unsigned char c) { return c >= '0' && c <= '9'; }

// U+00C0–U+017F without × and ÷.
bool is_latin_letter(char32_t c) { return c >= 0xC0 && c <= 0x17F && c != 0xD7 && c != 0xF7; }

bool is_unit_sign(char32_t c) {
  constexpr std::u32string_view kSigns = U"°±²³µ·×μ";
  return kSigns.find(c) != std::u32string_view::npos;
}

bool as_in_english(char32_t c, unsigned char before, unsigned char after) {
  if (is_latin_letter(c)) return is_letter(before) || is_letter(after);
  const auto beside_unit = [](unsigned char n) { return is_letter(n) || is_digit(n) || n == '%' || n == '/'; };
  return is_unit_sign(c) && (beside_unit(before) || beside_unit(after));
}

}  // namespace

bool rather_gb18030(std::string_view bytes) {
  const auto at = [bytes](std::size_t i) { return i < bytes.size() ? static_cast<unsigned char>(bytes[i]) : '\0'; };
  bool english = true;
  bool any = false;
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    const unsigned char lead = at(i);
    if (lead < 0x80) continue;
    if (lead >= 0xE0 || at(i + 1) < 0xA1) return false;
    const auto c = static_cast<char32_t>((lead & 0x1F) << 6 | (at(i + 1) & 0x3F));
    english = english && as_in_english(c, i == 0 ? '\0' : at(i - 1), at(i + 2));
    any = true;
    ++i;
  }
  return any && !english;
}

}  // namespace kaohe

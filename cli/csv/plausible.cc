// SPDX-License-Identifier: Apache-2.0
// Two-byte UTF-8 (C2–DF, then 80–BF) is always well-formed GB18030 too, and a Han character there: 全省 in GBK is "ȫʡ" in
// UTF-8. Our users write Chinese, so Han wins when every character is one that GB2312 has (second byte A1 or above:
// Cyrillic words and most accented letters outside French fall out here), with one exception: when every character is
// just what English text holds, an accented letter in a word (café) or a sign at a number or unit (μg/m³, ±5, 20°C).
#include "csv/plausible.h"

#include <cstddef>

#include "csv/eight_bytes.h"

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

void Plausibility::add(std::string_view bytes) {
  for (std::size_t i = 0; i < bytes.size() && possible_; ++i) {
    const auto c = static_cast<unsigned char>(bytes[i]);
    if (stage_ == Stage::kBoth) settle(c);
    if (stage_ == Stage::kLead) {
      second_ = c;
      stage_ = Stage::kBoth;
      any_ = true;
      if (c < 0xA1) possible_ = false;
    } else if (c < 0x80) {
      i = skip_ascii(bytes, i) - 1;
      before_ = static_cast<unsigned char>(bytes[i]);
    } else {
      lead_ = c;
      stage_ = Stage::kLead;
      if (c >= 0xE0) possible_ = false;
    }
  }
}

void Plausibility::settle(unsigned char after) {
  const auto c = static_cast<char32_t>((lead_ & 0x1F) << 6 | (second_ & 0x3F));
  english_ = english_ && as_in_english(c, before_, after);
  before_ = second_;
  stage_ = Stage::kNone;
}

bool Plausibility::rather_gb18030() {
  if (stage_ == Stage::kLead) possible_ = false;
  if (stage_ == Stage::kBoth) settle('\0');
  return possible_ && any_ && !english_;
}

}  // namespace kaohe

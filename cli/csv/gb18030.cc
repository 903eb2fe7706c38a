// SPDX-License-Identifier: Apache-2.0
// The C library's converter knows the characters; this file knows the form (one, two or four bytes), so that every
// character's length in the source is known and a fault is found at its byte. The two-byte characters, nearly all there
// are, are asked for once and kept in a table.
#include "csv/gb18030.h"

#include <iconv.h>

#include <algorithm>
#include <array>
#include <stdexcept>
#include <vector>

#include "base/text.h"

namespace kaohe {
namespace {

class Converter {
 public:
  Converter() : handle_(iconv_open("UCS-4LE", "GB18030")) {
    if (handle_ == reinterpret_cast<iconv_t>(-1)) {  // NOLINT(performance-no-int-to-ptr): the value of iconv_open(3)
      throw std::runtime_error("the C library has no GB18030 converter (iconv)");
    }
  }
  Converter(const Converter&) = delete;
  Converter& operator=(const Converter&) = delete;
  ~Converter() { iconv_close(handle_); }

  // One character; 0 where there is none (U+0000 is one byte and never asked for).
  char32_t operator()(std::string_view bytes) {
    std::string input(bytes);
    std::array<unsigned char, 8> output{};
    char* from = input.data();
    char* to = reinterpret_cast<char*>(output.data());
    std::size_t from_left = input.size();
    std::size_t to_left = output.size();
    iconv(handle_, nullptr, nullptr, nullptr, nullptr);
    const bool whole = iconv(handle_, &from, &from_left, &to, &to_left) != static_cast<std::size_t>(-1);
    if (!whole || from_left != 0 || to_left != 4) return 0;
    return static_cast<char32_t>(output[0] | output[1] << 8 | output[2] << 16 | output[3] << 24);
  }

 private:
  iconv_t handle_;
};

unsigned char byte_at(std::string_view bytes, std::size_t at) {
  return at < bytes.size() ? static_cast<unsigned char>(bytes[at]) : 0;
}

bool is_lead(unsigned char byte) { return byte >= 0x81 && byte <= 0xFE; }
bool is_second(unsigned char byte) { return byte >= 0x40 && byte <= 0xFE && byte != 0x7F; }
bool is_digit(unsigned char byte) { return byte >= 0x30 && byte <= 0x39; }

constexpr std::size_t kRow = 0x100 - 0x40;

std::vector<char32_t> make_two_byte_table() {
  Converter convert;
  std::vector<char32_t> table(std::size_t{0x7E} * kRow, 0);
  for (unsigned lead = 0x81; lead <= 0xFE; ++lead) {
    for (unsigned second = 0x40; second <= 0xFE; ++second) {
      const std::array<char, 2> pair = {static_cast<char>(lead), static_cast<char>(second)};
      if (second != 0x7F) table[(lead - 0x81) * kRow + second - 0x40] = convert({pair.data(), pair.size()});
    }
  }
  return table;
}

char32_t two_byte(unsigned char lead, unsigned char second) {
  static const std::vector<char32_t> table = make_two_byte_table();
  return table[std::size_t{lead - 0x81U} * kRow + second - 0x40U];
}

bool is_scalar(char32_t c) { return c != 0 && c <= 0x10FFFF && (c < 0xD800 || c > 0xDFFF); }

}  // namespace

std::optional<BadBytes> decode_gb18030(std::string_view bytes, std::string& text, SourceMap& map) {
  std::optional<Converter> four_byte;
  for (std::size_t at = 0; at < bytes.size();) {
    const unsigned char lead = byte_at(bytes, at);
    const unsigned char second = byte_at(bytes, at + 1);
    char32_t c = 0;
    unsigned width = 1;
    if (lead < 0x80) {
      c = lead;
    } else if (lead == 0x80) {
      c = 0x20AC;
    } else if (is_lead(lead) && is_second(second)) {
      c = two_byte(lead, second);
      width = 2;
    } else if (is_lead(lead) && is_digit(second)) {
      if (!four_byte) four_byte.emplace();
      width = 4;
      const bool formed = is_lead(byte_at(bytes, at + 2)) && is_digit(byte_at(bytes, at + 3));
      c = formed ? (*four_byte)(bytes.substr(at, 4)) : 0;
    } else {
      width = lead == 0xFF ? 1 : 2;
    }
    if (lead >= 0x80 && !is_scalar(c)) return BadBytes{at, std::min<std::size_t>(width, bytes.size() - at)};
    map.add(text.size(), at, width);
    append_utf8(text, c);
    at += width;
  }
  return std::nullopt;
}

}  // namespace kaohe

// SPDX-License-Identifier: Apache-2.0
// The C library's converter knows the characters; this file knows the form (one, two or four bytes), so that every
// character's length in the source is known and a fault is found at its byte. The two-byte characters, nearly all there
// are, are asked for once and kept in a table as they stand in UTF-8: they are copied from there, and ASCII eight bytes
// at a time. All else goes through one_character, which is the definition.
#include "csv/gb18030.h"

#include <iconv.h>

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <cstring>
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
bool is_scalar(char32_t c) { return c != 0 && c <= 0x10FFFF && (c < 0xD800 || c > 0xDFFF); }

// At most three bytes of UTF-8, and how many; 0: these two bytes are no character, or one of the few of four bytes.
struct Packed {
  std::array<char, 3> utf8;
  unsigned char length;
};
static_assert(sizeof(Packed) == 4);

class Pairs {
 public:
  Pairs() : table_(std::size_t{0x80} << 8U) {
    Converter convert;
    for (unsigned lead = 0x81; lead <= 0xFE; ++lead) {
      for (unsigned second = 0x40; second <= 0xFE; ++second) {
        const std::array<char, 2> pair = {static_cast<char>(lead), static_cast<char>(second)};
        if (second != 0x7F) set(at(lead, second), convert({pair.data(), pair.size()}));
      }
    }
  }
  // For any two bytes of which the first is no ASCII.
  [[nodiscard]] const Packed& of(unsigned char lead, unsigned char second) const { return table_[at(lead, second)]; }

 private:
  static std::size_t at(unsigned lead, unsigned second) { return (lead & 0x7FU) << 8U | second; }
  void set(std::size_t at, char32_t c) {
    std::string utf8;
    if (is_scalar(c)) append_utf8(utf8, c);
    Packed& packed = table_[at];
    if (utf8.size() > packed.utf8.size()) return;
    std::copy(utf8.begin(), utf8.end(), packed.utf8.begin());
    packed.length = static_cast<unsigned char>(utf8.size());
  }

  std::vector<Packed> table_;
};

const Pairs& pairs() {
  static const Pairs kPairs;
  return kPairs;
}

// The character that begins at `at`: its bytes here, and what it is in UTF-8 (empty: it does not fit).
struct Character {
  unsigned width = 1;
  std::string utf8;
};

Character one_character(std::string_view bytes, std::size_t at) {
  static thread_local Converter convert;
  const unsigned char lead = byte_at(bytes, at);
  const unsigned char second = byte_at(bytes, at + 1);
  Character character;
  if (lead < 0x80) {
    character.utf8 = static_cast<char>(lead);
  } else if (lead == 0x80) {
    append_utf8(character.utf8, 0x20AC);
  } else if (is_lead(lead) && is_second(second)) {
    const char32_t c = convert(bytes.substr(at, 2));
    if (is_scalar(c)) append_utf8(character.utf8, c);
    character.width = 2;
  } else if (is_lead(lead) && is_digit(second)) {
    const bool formed = is_lead(byte_at(bytes, at + 2)) && is_digit(byte_at(bytes, at + 3));
    const char32_t c = formed ? convert(bytes.substr(at, 4)) : 0;
    if (is_scalar(c)) append_utf8(character.utf8, c);
    character.width = 4;
  } else {
    character.width = lead == 0xFF ? 1 : 2;
  }
  return character;
}

BadBytes bad_at(std::string_view bytes, std::size_t at, const Character& character) {
  return {at, std::min<std::size_t>(character.width, bytes.size() - at)};
}

// How many of eight bytes are ASCII before one that is not.
constexpr std::size_t kEight = 8;
std::size_t leading_ascii(const char* eight) {
  std::uint64_t value = 0;
  std::memcpy(&value, eight, sizeof value);
  value &= 0x8080808080808080;
  if (value == 0) return kEight;
  const int zeros = std::endian::native == std::endian::little ? std::countr_zero(value) : std::countl_zero(value);
  return static_cast<std::size_t>(zeros) / 8;
}

// Where the text is written: it has room for what is left at one and a half times its length, and some more.
class Writer {
 public:
  Writer(std::string_view bytes, std::string& text, SourceMap& map) : bytes_(bytes), text_(text), map_(map) { make_room(); }
  [[nodiscard]] std::optional<BadBytes> write();

 private:
  static constexpr std::size_t kMore = 64;
  void make_room() { text_.resize(out_ + (bytes_.size() - at_) / 2 * 3 + kMore); }
  void write_ascii();
  void write_pairs(const Pairs& pairs);
  void write(const Character& character);

  std::string_view bytes_;
  std::string& text_;
  SourceMap& map_;
  std::size_t at_ = 0, out_ = 0;
};

void Writer::write_ascii() {
  const char* const from = bytes_.data() + at_;
  const char* const end = bytes_.data() + bytes_.size();
  const char* in = from;
  char* out = text_.data() + out_;
  for (std::size_t count = kEight; count == kEight && static_cast<std::size_t>(end - in) >= kEight; in += count, out += count) {
    count = leading_ascii(in);
    std::memcpy(out, in, kEight);
  }
  while (in < end && static_cast<unsigned char>(*in) < 0x80) *out++ = *in++;
  const auto count = static_cast<std::size_t>(in - from);
  map_.mark_ascii(out_, at_, count);
  out_ += count;
  at_ += count;
}

// The members are written once, at the end: bytes of the text might be theirs, for all that a compiler can tell.
void Writer::write_pairs(const Pairs& pairs) {
  const auto* const bytes = reinterpret_cast<const unsigned char*>(bytes_.data());
  const std::size_t size = bytes_.size();
  char* const text = text_.data();
  std::size_t at = at_, out = out_;
  for (; size - at >= 2 && bytes[at] >= 0x80; at += 2) {
    const Packed& packed = pairs.of(bytes[at], bytes[at + 1]);
    const std::size_t length = packed.length;
    if (length == 0) break;
    if (map_.due(out)) map_.mark(out, at);
    std::memcpy(text + out, &packed, sizeof packed);
    out += length;
  }
  at_ = at;
  out_ = out;
}

void Writer::write(const Character& character) {
  const std::size_t length = character.utf8.size();
  if (map_.due(out_)) map_.mark(out_, at_);
  if (character.width != (length == 1 ? 1U : length == 4 ? 4U : 2U)) map_.add_unusual(out_, character.width);
  std::copy(character.utf8.begin(), character.utf8.end(), text_.begin() + static_cast<std::ptrdiff_t>(out_));
  out_ += length;
  at_ += character.width;
  if (text_.size() < out_ + (bytes_.size() - at_) / 2 * 3 + kMore) make_room();  // the euro sign grows from one byte to three
}

std::optional<BadBytes> Writer::write() {
  const Pairs& table = pairs();
  std::optional<BadBytes> bad;
  while (at_ < bytes_.size() && !bad) {
    const std::size_t before = at_;
    write_ascii();
    write_pairs(table);
    if (at_ != before) continue;
    const Character character = one_character(bytes_, at_);
    if (character.utf8.empty()) {
      bad = bad_at(bytes_, at_, character);
    } else {
      write(character);
    }
  }
  text_.resize(out_);
  return bad;
}

}  // namespace

std::optional<BadBytes> decode_gb18030(std::string_view bytes, std::string& text, SourceMap& map) {
  return Writer(bytes, text, map).write();
}

std::optional<BadBytes> find_bad_gb18030(std::string_view bytes) {
  const Pairs& table = pairs();
  for (std::size_t at = 0;;) {
    while (bytes.size() - at >= kEight) {
      const std::size_t count = leading_ascii(bytes.data() + at);
      at += count;
      if (count < kEight) break;
    }
    while (bytes.size() - at >= 2 && table.of(byte_at(bytes, at), byte_at(bytes, at + 1)).length != 0 && byte_at(bytes, at) >= 0x80) at += 2;
    if (at == bytes.size()) return std::nullopt;
    if (bytes.size() - at >= kEight && byte_at(bytes, at) < 0x80) continue;
    const Character character = one_character(bytes, at);
    if (character.utf8.empty()) return bad_at(bytes, at, character);
    at += character.width;
  }
}

}  // namespace kaohe

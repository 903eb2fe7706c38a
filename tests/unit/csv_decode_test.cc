// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>
#include <iconv.h>

#include <random>
#include <string>
#include <vector>

#include "csv/decode.h"

namespace kaohe {
namespace {

using namespace std::string_literals;

TEST_CASE("the encoding is found by mark, then strict UTF-8, then GB18030") {
  struct Row {
    std::string what;
    std::string bytes;
    std::string text;
    Encoding encoding;
    bool bom, plausible;
  };
  const Row rows[] = {
      {"nothing", "", "", Encoding::kUtf8, false, false},
      {"ASCII", "a,b\n1,2\n", "a,b\n1,2\n", Encoding::kUtf8, false, false},
      {"UTF-8", "地区,值\n", "地区,值\n", Encoding::kUtf8, false, false},
      {"UTF-8 with a mark", "\xEF\xBB\xBF" "a,值", "a,值", Encoding::kUtf8, true, false},
      {"a mark alone", "\xEF\xBB\xBF", "", Encoding::kUtf8, true, false},
      {"UTF-16 little-endian", "\xFF\xFE" "a\0\x3A\x53\n\0"s, "a\u533A\n", Encoding::kUtf16Le, true, false},
      {"UTF-16 big-endian", "\xFE\xFF\0a\x53\x3A\0\n"s, "a\u533A\n", Encoding::kUtf16Be, true, false},
      {"UTF-16 above the BMP", "\xFF\xFE\x40\xD8\x0B\xDC"s, "\U0002000B", Encoding::kUtf16Le, true, false},
      {"UTF-16 mark alone", "\xFF\xFE", "", Encoding::kUtf16Le, true, false},
      {"GBK that is no UTF-8", "\xB5\xD8\xC7\xF8,\xD6\xB5\n", "地区,值\n", Encoding::kGb18030, false, false},
      {"GBK that is UTF-8 too (全省)", "code,\xC8\xAB\xCA\xA1\n360000,1", "code,全省\n360000,1", Encoding::kGb18030, false, true},
      {"GBK that is UTF-8 too (水)", "\xCB\xAE,1\n", "水,1\n", Encoding::kGb18030, false, true},
      {"GBK that is UTF-8 too (森 指 值)", "\xC9\xAD,\xD6\xB8,\xD6\xB5\n", "森,指,值\n", Encoding::kGb18030, false, true},
      {"a lone letter that is Han too", "\xC3\xA9,1\n", "茅,1\n", Encoding::kGb18030, false, true},
      {"four bytes", "\xB5\xD8\x81\x39\xEE\x39\x95\x32\x82\x36", "地\u3400\U00020000", Encoding::kGb18030, false, false},
      {"GB18030 with its mark", "\x84\x31\x95\x33\xB5\xD8", "地", Encoding::kGb18030, true, false},
      {"the euro sign of code page 936", "\x80" "5,\xD6\xB5", "€5,值", Encoding::kGb18030, false, false},
      {"the dashes and dots of code page 936", "\xA1\xAA\xA1\xA4\xA1\xC1\xB5\xD8", "—·×地", Encoding::kGb18030, false, false},
      {"accented words stay UTF-8", "naïve,café\n", "naïve,café\n", Encoding::kUtf8, false, false},
      {"signs at units stay UTF-8", "pm25,30,\u00B5g/m³,±5 %,20°C,\u03BCg,10·m\n", "pm25,30,\u00B5g/m³,±5 %,20°C,\u03BCg,10·m\n",
       Encoding::kUtf8, false, false},
      {"Cyrillic stays UTF-8", "Москва,1\n", "Москва,1\n", Encoding::kUtf8, false, false},
      {"one letter outside U+0080–U+07FF", "ȫʡ,水水", "ȫʡ,水水", Encoding::kUtf8, false, false},
      {"NUL is a character", "a\0b"s, "a\0b"s, Encoding::kUtf8, false, false},
      {"NUL in GB18030", "\xB5\xD8\0b"s, "地\0b"s, Encoding::kGb18030, false, false},
  };
  for (const Row& row : rows) {
    CAPTURE(row.what);
    const Decoded decoded = decode(row.bytes);
    CHECK(decoded.text == row.text);
    CHECK(word(decoded.encoding) == word(row.encoding));
    CHECK(decoded.bom == row.bom);
    CHECK(decoded.by_plausibility == row.plausible);
    CHECK_FALSE(decoded.bad);
  }
}

TEST_CASE("what fits no encoding is told at its byte") {
  struct Row {
    std::string what;
    std::string bytes;
    std::uint64_t offset;
    std::uint32_t line, column;
    std::string shown;
    Encoding encoding;
    std::string text;
  };
  const Row rows[] = {
      {"no such byte", "a\n\xFF\n", 2, 2, 1, "FF", Encoding::kUtf8, "a\n"},
      {"a cut character", "a\r\n地,\xE5\x9C", 7, 2, 3, "E5 9C", Encoding::kUtf8, "a\r\n地,"},
      {"a bad byte far into UTF-8", "地区,值\r\n赣县,\xFF\n", 19, 2, 4, "FF", Encoding::kUtf8, "地区,值\r\n赣县,"},
      {"a bad byte far into GBK", "\xB5\xD8\xC7\xF8,\xD6\xB5\r\xB8\xD3,\xFF\n", 11, 2, 3, "FF", Encoding::kGb18030, "地区,值\r赣,"},
      {"GBK cut in a character", "\xB5\xD8\xC7\xF8\n\xD6", 5, 2, 1, "D6", Encoding::kGb18030, "地区\n"},
      {"GBK with a wrong second byte", "\xB5\xD8\xC7\xF8\n\xD6\n1", 5, 2, 1, "D6 0A", Encoding::kGb18030, "地区\n"},
      {"four bytes beyond Unicode", "\xB5\xD8\xFE\x39\xFE\x39", 2, 1, 2, "FE 39 FE 39", Encoding::kGb18030, "地"},
      {"UTF-16 with half a pair", "\xFF\xFE\n\0\x00\xD8\x41\0"s, 4, 2, 1, "00 D8", Encoding::kUtf16Le, "\n"},
      {"UTF-16 with two second halves", "\xFF\xFE\x00\xDC\x00\xDC"s, 2, 1, 1, "00 DC", Encoding::kUtf16Le, ""},
      {"UTF-16 with half a unit", "\xFF\xFE\x41\0\x42"s, 4, 1, 2, "42", Encoding::kUtf16Le, "A"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.what);
    const Decoded decoded = decode(row.bytes);
    REQUIRE(decoded.bad);
    CHECK(decoded.bad->offset == row.offset);
    CHECK(decoded.bad->line == row.line);
    CHECK(decoded.bad->column == row.column);
    CHECK(decoded.bad->bytes == row.shown);
    CHECK(word(decoded.encoding) == word(row.encoding));
    CHECK(decoded.text == row.text);
  }
}

TEST_CASE("UTF-8 is strict when it is asked for") {
  struct Row {
    std::string what;
    std::string bytes;
    std::string shown;
  };
  const Row rows[] = {
      {"overlong", "a\xC0\xAF", "C0 AF"},           {"overlong in three", "a\xE0\x80\xAF", "E0 80 AF"},
      {"a surrogate", "a\xED\xA0\x80,", "ED A0 80"}, {"above U+10FFFF", "a\xF4\x90\x80\x80", "F4 90 80 80"},
      {"no lead", "a\x80,", "80"},                   {"GBK", "a\xB5\xD8", "B5"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.what);
    const Decoded decoded = decode(row.bytes, Encoding::kUtf8);
    REQUIRE(decoded.bad);
    CHECK(decoded.bad->offset == 1);
    CHECK(decoded.bad->bytes == row.shown);
    CHECK(decoded.text == "a");
  }
}

TEST_CASE("an encoding that is asked for is taken, and a UTF-16 mark still tells the byte order") {
  CHECK(decode("\xC8\xAB\xCA\xA1", Encoding::kUtf8).text == "ȫʡ");
  CHECK(decode("\xC3\xAF", Encoding::kGb18030).text == "茂");
  CHECK(decode("caf\xC3\xA9", Encoding::kGb18030).text == "caf茅");
  CHECK(decode("a\0"s, Encoding::kUtf16Le).text == "a");
  CHECK(decode("\0a"s, Encoding::kUtf16Be).text == "a");
  CHECK(decode("\xFE\xFF\0a"s, Encoding::kUtf16Le).text == "a");
  CHECK(decode("\xB5\xD8", Encoding::kUtf8).bad->offset == 0);
}

TEST_CASE("encodings are known by their usual names") {
  for (const char* name : {"gb18030", "GBK", "gb2312", "CP936", "GB-18030"}) CHECK(parse_encoding(name) == Encoding::kGb18030);
  for (const char* name : {"utf-8", "UTF8", "utf_8", "utf-8-sig"}) CHECK(parse_encoding(name) == Encoding::kUtf8);
  CHECK(parse_encoding("utf-16") == Encoding::kUtf16Le);
  CHECK(parse_encoding("UTF-16BE") == Encoding::kUtf16Be);
  for (const char* name : {"", "latin1", "utf-7", "utf-88"}) CHECK_FALSE(parse_encoding(name));
}

TEST_CASE("every byte of the text leads back to its byte in the source") {
  struct Row {
    std::string what;
    std::string bytes;
    std::string text;               // one pattern, written often
    std::vector<unsigned> widths;   // of the pattern's code points in the source
    std::size_t mark;
  };
  const Row rows[] = {
      {"UTF-8", "a地\n", "a地\n", {1, 3, 1}, 0},
      {"GB18030", "a\xB5\xD8\x81\x39\xEE\x39\x80\xA2\xE3,\n", "a地\u3400€€,\n", {1, 2, 4, 1, 2, 1, 1}, 0},
      {"GB18030 on one line", "\xB5\xD8\xC7\xF8,", "地区,", {2, 2, 1}, 0},
  };
  for (const Row& row : rows) {
    CAPTURE(row.what);
    std::string bytes;
    for (int i = 0; i < 100; ++i) bytes += row.bytes;
    const Decoded decoded = decode(bytes);
    REQUIRE_FALSE(decoded.bad);
    std::size_t at = 0;
    std::uint64_t source = row.mark;
    for (int i = 0; i < 100; ++i) {
      REQUIRE(decoded.text.substr(at, row.text.size()) == row.text);
      for (const unsigned width : row.widths) {
        REQUIRE(decoded.source_offset(at) == source);
        do ++at;
        while (at < decoded.text.size() && (static_cast<unsigned char>(decoded.text[at]) & 0xC0) == 0x80);
        source += width;
      }
    }
    CHECK(decoded.source_offset(decoded.text.size()) == bytes.size());
  }
  const Decoded marked = decode("\xEF\xBB\xBF地b");
  CHECK(marked.source_offset(0) == 3);
  CHECK(marked.source_offset(3) == 6);
  const Decoded wide = decode("\xFF\xFE" "a\0\x3A\x53\x40\xD8\x0B\xDC\n\0"s);
  CHECK(wide.source_offset(0) == 2);
  CHECK(wide.source_offset(1) == 4);
  CHECK(wide.source_offset(4) == 6);
  CHECK(wide.source_offset(8) == 10);
  CHECK(wide.source_offset(9) == 12);
  const Decoded gb_mark = decode("\x84\x31\x95\x33\xB5\xD8,1");
  CHECK(gb_mark.source_offset(0) == 4);
  CHECK(gb_mark.source_offset(3) == 6);
}


// What the C library says of one sequence of bytes in GB18030; empty: no character.
std::string by_the_library(std::string bytes) {
  const iconv_t handle = iconv_open("UTF-8", "GB18030");
  std::string text(8, '\0');
  char* from = bytes.data();
  char* to = text.data();
  std::size_t from_left = bytes.size(), to_left = text.size();
  const bool whole = iconv(handle, &from, &from_left, &to, &to_left) != static_cast<std::size_t>(-1) && from_left == 0;
  iconv_close(handle);
  text.resize(whole ? text.size() - to_left : 0);
  return text;
}

TEST_CASE("every pair of bytes is the character that the C library knows") {
  std::size_t characters = 0;
  for (unsigned lead = 0x81; lead <= 0xFE; ++lead) {
    for (unsigned second = 0x40; second <= 0xFF; ++second) {
      const std::string pair = {static_cast<char>(lead), static_cast<char>(second)};
      const std::string expected = by_the_library(pair);
      const Decoded decoded = decode("1,23" + pair + ",\n", Encoding::kGb18030);
      const bool same = expected.empty() ? decoded.bad && decoded.bad->offset == 4 && decoded.text == "1,23"
                                         : !decoded.bad && decoded.text == "1,23" + expected + ",\n" && decoded.source_offset(4 + expected.size()) == 6;
      if (!same) FAIL_CHECK(lead << " " << second);
      characters += expected.empty() ? 0 : 1;
    }
  }
  CHECK(characters > 20'000);
}

TEST_CASE("however characters of one, two and four bytes follow each other") {
  struct Character {
    std::string_view bytes, text;
  };
  const Character kinds[] = {{"7", "7"},         {"abcdefghijk\n", "abcdefghijk\n"},     {"\xB5\xD8", "地"}, {"\xC7\xF8", "区"},
                             {"\x80", "€"},      {"\x81\x39\xEE\x39", "\u3400"},       {"\xFE\x51", "\U00020087"},
                             {"\x90\x30\x81\x30", "\U00010000"}, {"\xA1\xA4", "·"}, {"", ""}};
  std::mt19937 random(7);
  for (int round = 0; round < 300; ++round) {
    std::string bytes, text;
    std::vector<std::uint64_t> sources;  // of each byte of the text
    const unsigned favoured = random() % 10;
    for (unsigned i = random() % 200; i > 0; --i) {
      const Character& kind = kinds[random() % 3 == 0 ? random() % 10 : favoured];
      const bool ascii = static_cast<unsigned char>(kind.text.empty() ? 'a' : kind.text.front()) < 0x80;
      for (std::size_t at = 0; at < kind.text.size(); ++at) sources.push_back(bytes.size() + (ascii ? at : 0));
      bytes += kind.bytes;
      text += kind.text;
    }
    sources.push_back(bytes.size());
    const Decoded decoded = decode(bytes, Encoding::kGb18030);
    REQUIRE_FALSE(decoded.bad);
    REQUIRE(decoded.text == text);
    for (std::size_t at = 0; at < sources.size() && !text.empty(); ++at) REQUIRE(decoded.source_offset(at) == sources[at]);
    const Decoded cut = decode(bytes + "\xFF", Encoding::kGb18030);
    REQUIRE(cut.bad);
    CHECK(cut.bad->offset == bytes.size());
    CHECK(cut.text == text);
  }
}

}  // namespace
}  // namespace kaohe

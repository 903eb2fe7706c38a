// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <string>
#include <utility>
#include <vector>

#include "base/text.h"

namespace kaohe {
namespace {

using namespace std::string_literals;
using Pairs = std::vector<std::pair<std::string, std::string>>;

TEST_CASE("only well-formed UTF-8 has a length") {
  const std::vector<std::pair<std::string, std::size_t>> rows = {
      {"", 0},
      {"a", 1},
      {"\0"s, 1},
      {"é", 2},
      {"省", 3},
      {"𠮷", 4},
      {"省份", 3},
      {"\x80", 0},
      {"\xC0\x80", 0},
      {"\xC1\xBF", 0},  // overlong
      {"\xE0\x9F\xBF", 0},
      {"\xF0\x8F\xBF\xBF", 0},  // overlong
      {"\xED\xA0\x80", 0},
      {"\xED\x9F\xBF", 3},  // a surrogate, and the last before them
      {"\xF4\x90\x80\x80", 0},
      {"\xF4\x8F\xBF\xBF", 4},  // above U+10FFFF, and U+10FFFF
      {"\xF5\x80\x80\x80", 0},
      {"\xFF", 0},
      {"\xE7\x9C", 0},
      {"\xE7\x9Cz", 0},
      {"\xE7zz", 0},  // cut short
  };
  for (const auto& row : rows) {
    CAPTURE(row.first);
    CHECK(utf8_length(row.first) == row.second);
  }
}

TEST_CASE("code points go in and come out") {
  const std::vector<char32_t> rows = {0,      'a',    0x7F,   0x80,    0x7FF,   0x800,   0x7701,
                                      0xD7FF, 0xE000, 0xFFFF, 0x10000, 0x20BB7, 0x10FFFF};
  for (const char32_t code_point : rows) {
    std::string text;
    append_utf8(text, code_point);
    CHECK(utf8_length(text) == text.size());
    CHECK(utf8_code_point(text) == code_point);
  }
}

TEST_CASE("characters are counted, and foreign bytes one by one") {
  CHECK(is_utf8("南昌市 2020"));
  CHECK_FALSE(is_utf8("南昌\xCA"));
  CHECK(code_points("南昌市 2020") == 8);
  CHECK(code_points("a\xFF\xFE"
                    "b") == 4);
  CHECK(utf8_characters("南a昌") == std::vector<std::string>{"南", "a", "昌"});
  CHECK(utf8_characters("\xE7\x9C") == std::vector<std::string>{"\xE7", "\x9C"});
}

TEST_CASE("widths are columns on the screen") {
  const std::vector<std::pair<std::string, std::size_t>> rows = {
      {"", 0},   {"abc", 3}, {"江西省", 6}, {"ＡＢ", 4}, {"（一）", 6}, {"e\u0301", 1}, {"\u200B", 0},
      {"𠮷", 2}, {"—", 1},   {"≥", 1},      {"℃", 1},    {"①", 1},      {"Ⅲ", 1},       {"\xFF", 1},
  };
  for (const auto& row : rows) {
    CAPTURE(row.first);
    CHECK(screen_width(row.first) == row.second);
  }
  CHECK(pad_right("江西", 6) + "|" == "江西  |");
  CHECK(pad_left("江西", 6) == "  江西");
  CHECK(pad_right("江西省", 5) == "江西省");
  CHECK(pad_left("", 2) == "  ");
}

TEST_CASE("nothing that steers a terminal gets through") {
  const Pairs rows = {
      {"江西 85.3 %", "江西 85.3 %"},
      {"a\nb\tc\rd", "a\\nb\\tc\\rd"},
      {"\x1B[31m红", "\\x1b[31m红"},
      {"\0"s, "\\x00"},
      {"\x7F", "\\x7f"},
      {"\u009B1m", "\\u{009b}1m"},
      {"\u202E321\u202C", "\\u{202e}321\\u{202c}"},
      {"\u2066x\u2069", "\\u{2066}x\\u{2069}"},
      {"\uFEFFregion", "\\u{feff}region"},
      {"\u2028", "\\u{2028}"},
      {"\U000E0041", "\\u{e0041}"},
      {"\xCA\xA1", "ʡ"},
      {"\xCA", "\\xca"},
      {"　", "　"},
  };
  for (const auto& [text, shown] : rows) CHECK(visible(text) == shown);
}

TEST_CASE("full-width forms are folded, and nothing else") {
  const Pairs rows = {
      {"７．４　％", "7.4 %"}, {"（ＡＢ）～", "(AB)~"}, {"Ⅲ②㎡℃…—", "Ⅲ②㎡℃…—"}, {"，。", ",。"}, {"￥", "￥"},
      {"\xFF", "\xFF"},
  };
  for (const auto& [text, folded] : rows) CHECK(fold_width(text) == folded);
}

TEST_CASE("blanks of every kind are trimmed at both ends") {
  const Pairs rows = {
      {"", ""},
      {" \t\r\n", ""},
      {"　江 西　", "江 西"},
      {"\uFEFF区域", "区域"},
      {"x\u00A0\u200B", "x"},
      {"a b", "a b"},
      {" \xFF ", "\xFF"},
      {"\x80 ", "\x80"},
      {"a\xE3\x80", "a\xE3\x80"},
      {"a\x80\x80", "a\x80\x80"},
  };
  for (const auto& [text, trimmed] : rows) CHECK(trim(text) == trimmed);
}

TEST_CASE("names are compared without blanks, widths and case") {
  CHECK(name_key("江　西 省") == "江西省");
  CHECK(name_key("ＰＭ2.5 ") == "pm2.5");
  CHECK(name_key("Forest\u00A0Coverage") == "forestcoverage");
  CHECK(name_key("É") == "É");
}

struct Near {
  std::string word;
  std::vector<std::string> candidates;
  std::vector<std::string> found;
};

TEST_CASE("the word that was probably meant is found") {
  const std::vector<Near> rows = {
      {"南昌是", {"九江市", "南昌市", "南昌县"}, {"南昌市", "南昌县"}},
      {"昌南市", {"南昌市"}, {"南昌市"}},  // swapped neighbours are one mistake
      {"赣县", {"赣县区", "赣州市"}, {"赣县区"}},
      {"pediod", {"region", "period", "indicator"}, {"period"}},
      {"Period", {"period", "periods"}, {"period", "periods"}},  // case is no mistake
      {"requrie", {"require", "record", "rules"}, {"require"}},
      {"xyz", {"require", "record"}, {}},
      {"省", {"市", "省"}, {"省"}},  // nothing in common: no suggestion
      {"", {"a", ""}, {}},
      {"abcdef", {"abcxef", "abcdex", "abcdef"}, {"abcdef", "abcxef", "abcdex"}},  // nearest first, then as given
      {"abcdef", {"abcdeg", "abcdeg", "abcdeh"}, {"abcdeg", "abcdeh"}},            // each once
      {"abcd", {"abce", "abcf", "abcg", "abch"}, {"abce", "abcf", "abcg"}},        // at most three
      {"\xFF\xFE", {"ab"}, {}},
  };
  for (const Near& row : rows) {
    CAPTURE(row.word);
    CHECK(nearest(row.word, row.candidates) == row.found);
  }
  CHECK(nearest("abcd", {"abce", "abcf"}, 1) == std::vector<std::string>{"abce"});
}

struct Glob {
  std::string pattern;
  std::string text;
  bool matches;
};

TEST_CASE("patterns match as in a shell") {
  const std::vector<Glob> rows = {
      {"", "", true},
      {"", "a", false},
      {"*", "", true},
      {"*", "anything", true},
      {"?", "", false},
      {"?", "省", true},
      {"??", "省", false},
      {"jiangxi-2017/*", "jiangxi-2017/green-1", true},
      {"jiangxi-2017/green-*", "jiangxi-2017/grey", false},
      {"*-good", "surface-water-good", true},
      {"*-good", "surface-water-goods", false},
      {"a*b*c", "a-b-b-c", true},
      {"a*b*c", "a-b-b-d", false},
      {"**a", "a", true},
      {"a", "A", false},
      {"[a]", "[a]", true},
      {"*水*", "地表水水质", true},
      {"?\xFF", "a\xFF", true},
      {"\xFF", "\xFE", false},
  };
  for (const Glob& row : rows) {
    CAPTURE(row.pattern);
    CAPTURE(row.text);
    CHECK(glob_match(row.pattern, row.text) == row.matches);
  }
}

// A matcher that tries every star again would not come back from this one.
TEST_CASE("many stars cost no more than their number times the text") {
  std::string pattern;
  for (int i = 0; i < 200; ++i) pattern += "*a";
  CHECK_FALSE(glob_match(pattern + "b", std::string(20000, 'a')));
  CHECK(glob_match(pattern, std::string(20000, 'a')));
}

}  // namespace
}  // namespace kaohe

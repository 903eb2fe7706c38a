// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>
#include <fmt/format.h>

#include "csv/reader.h"

namespace kaohe {
namespace {

using namespace std::string_literals;

// All records as "a|b / c|d"; a broken one ends in '!'.
std::string read_all(const Decoded& decoded, char separator, Problems& problems) {
  Reader reader(decoded, 0, separator, problems);
  std::string shown;
  Row row;
  while (reader.next(row)) {
    if (row.number > 1) shown += " / ";
    for (std::size_t i = 0; i < row.fields.size(); ++i) shown += (i > 0 ? "|" : "") + std::string(row.fields[i].text);
    if (row.broken) shown += "!";
  }
  return shown;
}

std::string told(const Problems& problems) {
  std::string shown;
  for (const Problem& problem : problems.all()) {
    shown += fmt::format("{}{}@{}:{}", shown.empty() ? "" : " ", problem.code, problem.place.line, problem.place.column);
  }
  return shown;
}

TEST_CASE("records and fields are split by RFC 4180") {
  struct Row {
    std::string what;
    std::string text;
    std::string records;
  };
  const Row rows[] = {
      {"nothing", "", ""},
      {"a header only", "a,b", "a|b"},
      {"a header with its line end", "a,b\n", "a|b"},
      {"LF", "a,b\n1,2\n", "a|b / 1|2"},
      {"CRLF", "a,b\r\n1,2\r\n", "a|b / 1|2"},
      {"CR only", "a,b\r1,2\r", "a|b / 1|2"},
      {"all three", "a\r\nb\nc\rd", "a / b / c / d"},
      {"LF CR is two line ends", "a\n\rb", "a /  / b"},
      {"empty lines", "\na\n\n\nb\n\n", " / a /  /  / b / "},
      {"empty fields", ",\n,,\n", "| / ||"},
      {"a separator at the end", "a,", "a|"},
      {"quotes", "\"a\",\"b\"\n", "a|b"},
      {"empty quotes", "\"\",\"\"\n\"\"", "| / "},
      {"doubled quotes", "\"a\"\"b\",\"\"\"\"\n", "a\"b|\""},
      {"separators in quotes", "\"a,b\";c\n", "\"a,b\";c!"},
      {"line ends in quotes", "\"a\r\nb\nc\rd\",e\nf,g\n", "a\r\nb\nc\rd|e / f|g"},
      {"blanks stay", " a , b \n", " a | b "},
      {"a quote inside a field is text", "5\" pipe,a\"b\"\n", "5\" pipe|a\"b\""},
      {"a quote behind a blank is text", " \"a\",b\n", " \"a\"|b"},
      {"Chinese", "地区,“值”\n赣县,１\n", "地区|“值” / 赣县|１"},
      {"a full-width comma is text", "a，b,c", "a，b|c"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.what);
    Problems problems;
    CHECK(read_all(decode(row.text), ',', problems) == row.records);
  }
  Problems problems;
  CHECK(read_all(decode("a\tb,c\n"), '\t', problems) == "a|b,c");
  CHECK(read_all(decode("a;\"b;c\"\n"), ';', problems) == "a|b;c");
  CHECK(read_all(decode("a\0b,c\n"s), ',', problems) == "a\0b|c"s);
  CHECK(read_all(decode("\xEF\xBB\xBF"), ',', problems).empty());
  CHECK(problems.all().empty());
}

TEST_CASE("a quote at fault is told where it opens and swallows nothing") {
  struct Row {
    std::string what;
    std::string text;
    std::string records;
    std::string problems;
  };
  const Row rows[] = {
      {"text behind a closing quote", "x,\"a\"b,c\nd\n", "x|\"a\"b|c! / d", "quote-stray@1:3"},
      {"a blank behind a closing quote", "\"a\" ,c\n", "\"a\" |c!", "quote-stray@1:1"},
      {"two of them", "\"a\"b,\"c\"d\n", "\"a\"b|\"c\"d!", "quote-stray@1:1 quote-stray@1:6"},
      {"open to the end of the file", "a\nb,\"c,d\ne,f\ng", "a / b|\"c,d! / e|f / g", "quote-unclosed@2:3"},
      {"open on the last line", "a\n\"", "a / \"!", "quote-unclosed@2:1"},
      {"open with doubled quotes", "\"a\"\"\nb\n", "\"a\"\"! / b", "quote-unclosed@1:1"},
      {"open until the next quoted field", "a,\"b\nc,\"d\",e\nf\n", "a|\"b! / c|d|e / f", "quote-unclosed@1:3"},
      {"open before CR", "\"a\rb\rc", "\"a! / b / c", "quote-unclosed@1:1"},
      {"each line its own", "\"a\n\"b\n\"c\n", "\"a! / \"b! / \"c!", "quote-unclosed@1:1 quote-unclosed@2:1 quote-unclosed@3:1"},
      {"behind Chinese text", "地区,\"值\n", "地区|\"值!", "quote-unclosed@1:4"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.what);
    Problems problems;
    CHECK(read_all(decode(row.text), ',', problems) == row.records);
    CHECK(told(problems) == row.problems);
  }
}

TEST_CASE("every field knows its line, column, cell and offset") {
  struct Row {
    std::string what;
    std::string bytes;
    std::size_t record, field;
    std::uint32_t line, column;
    std::string cell;
    std::uint64_t offset;
  };
  const std::string table = "\xB5\xD8\xC7\xF8,\"\xD6\xB5\n(%)\"\r\n\xB8\xD3,\"a\"\"b\",1\n";  // 地区,"值⏎(%)"⏎赣,"a""b",1
  const Row rows[] = {
      {"the first", "a,b\n1,2", 1, 1, 1, 1, "A1", 0},
      {"the last", "a,b\n1,2", 2, 2, 2, 3, "B2", 6},
      {"behind Chinese in UTF-8", "地区,b", 1, 2, 1, 4, "B1", 7},
      {"behind a mark", "\xEF\xBB\xBF" "a,b", 1, 2, 1, 3, "B1", 5},
      {"behind four bytes", "\U00020000,b", 1, 2, 1, 3, "B1", 5},
      {"quoted in GB18030", table, 1, 2, 1, 4, "B1", 5},
      {"the line after a field of two", table, 2, 1, 3, 1, "A2", 15},
      {"behind doubled quotes", table, 2, 3, 3, 10, "C2", 25},
      {"behind a field of two lines", "\"a\nb\",c\n", 1, 2, 2, 4, "B1", 6},
      {"after an empty line", "a\r\n\r\nb", 3, 1, 3, 1, "A3", 5},
      {"after CR only", "a\rb\rc,d", 3, 2, 3, 3, "B3", 6},
      {"UTF-16", "\xFF\xFE" "a\0,\0b\0"s, 1, 2, 1, 3, "B1", 6},
      {"after an unclosed quote", "\"a\nb,c", 2, 2, 2, 3, "B2", 5},
      {"an empty last field", "a,", 1, 2, 1, 3, "B1", 2},
  };
  for (const Row& row : rows) {
    CAPTURE(row.what);
    const Decoded decoded = decode(row.bytes);
    Problems problems;
    Reader reader(decoded, 7, ',', problems);
    kaohe::Row record;
    for (std::size_t i = 0; i < row.record; ++i) REQUIRE(reader.next(record));
    REQUIRE(record.fields.size() >= row.field);
    const Place& place = record.fields[row.field - 1].place;
    CHECK(place.file == 7);
    CHECK(place.line == row.line);
    CHECK(place.column == row.column);
    CHECK(excel_cell(place) == row.cell);
    CHECK(place.offset == row.offset);
    CHECK(record.number == row.record);
  }
}

TEST_CASE("a row counts its record and its first line, and knows when it is blank") {
  const Decoded decoded = decode("\"a\nb\"\n\n \t,　,\"\"\nx\n");
  Problems problems;
  Reader reader(decoded, 0, ',', problems);
  struct Expected {
    std::uint32_t number, line;
    bool blank;
  };
  for (const Expected& expected : {Expected{1, 1, false}, Expected{2, 3, true}, Expected{3, 4, true}, Expected{4, 5, false}}) {
    Row row;
    REQUIRE(reader.next(row));
    CHECK(row.number == expected.number);
    CHECK(row.line == expected.line);
    CHECK(row.blank() == expected.blank);
  }
  Row row;
  CHECK_FALSE(reader.next(row));
  CHECK_FALSE(reader.next(row));
  CHECK(reader.position() == decoded.text.size());
}

TEST_CASE("many doubled quotes in one row keep their texts apart") {
  std::string text;
  for (int i = 0; i < 100; ++i) text += fmt::format("{}\"{}\"\"\"", i > 0 ? "," : "", i);
  const Decoded decoded = decode(text);
  Problems problems;
  Reader reader(decoded, 0, ',', problems);
  Row row;
  REQUIRE(reader.next(row));
  REQUIRE(row.fields.size() == 100);
  for (int i = 0; i < 100; ++i) CHECK(row.fields[static_cast<std::size_t>(i)].text == fmt::format("{}\"", i));
}

TEST_CASE("the separator is what splits most of the first rows alike") {
  struct Row {
    std::string what;
    std::string text;
    char separator;
  };
  const Row rows[] = {
      {"nothing", "", ','},
      {"one column", "a\nb\nc\n", ','},
      {"commas", "a,b\n1,2\n", ','},
      {"tabs", "a\tb\n1\t2\n", '\t'},
      {"semicolons", "a;b\n1;2\n", ';'},
      {"tabs with commas in the numbers", "a\tb\tc\n1\t1,234\t5\n2\t34,387,000\t6\n", '\t'},
      {"semicolons with decimal commas", "a;b;c\n1;2,5;3\n2;3,5;4\n", ';'},
      {"commas with semicolons in a note", "a,b,note\n1,2,x;y;z\n1,2,x\n1,3,u;v\n", ','},
      {"separators in quotes do not count", "\"a;b\",\"c;d\"\n\"1;2\",\"3;4\"\n", ','},
      {"a title and a unit line above", "表1 主要指标\n单位：%\na\tb\tc\n1\t2\t3\n", '\t'},
      {"a quote left open", "a;b\n\"1;2\n3;4\n5;6\n", ';'},
      {"longer than the sample", "a;b\n" + std::string(100000, 'x') + ";1\n", ';'},
  };
  for (const Row& row : rows) {
    CAPTURE(row.what);
    CHECK(find_separator(row.text) == row.separator);
  }
}

}  // namespace
}  // namespace kaohe

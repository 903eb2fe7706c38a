// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <random>

#include "base/text.h"
#include "csv/reader.h"

namespace kaohe {
namespace {

// Everything that reading shows: fields with their places, and what is told.
std::string shown(Reader& reader, const Problems& problems) {
  std::string out;
  Row row;
  while (reader.next(row)) {
    out += fmt::format("{}@{}{}:", row.number, row.line, row.broken ? "!" : "");
    for (const Field& field : row.fields) {
      out += fmt::format(" [{}{}@{}:{}/{}]", field.text, field.quoted ? "\"" : "", field.place.line, field.place.column, field.place.offset);
    }
    out += '\n';
  }
  for (const Problem& problem : problems.all()) {
    out += fmt::format("{} {}:{}/{} {}\n", problem.code, problem.place.line, problem.place.column, problem.place.offset, problem.text);
  }
  return out;
}

std::string read_whole(const std::string& bytes, std::optional<Encoding> encoding) {
  const Decoded decoded = decode(bytes, encoding);
  Problems problems;
  Reader reader(decoded, 0, ',', problems);
  return shown(reader, problems);
}

std::string read_by_windows(const std::string& bytes, std::optional<Encoding> encoding, std::size_t window) {
  const auto file = FileBytes::borrow(bytes);
  const Survey found = survey(*file, encoding);
  TextStream stream(*file, found, window);
  Problems problems;
  Reader reader(stream, 0, ',', problems);
  return shown(reader, problems);
}

// Pieces that hurt, put together at random, always the same.
std::string torture(unsigned seed, const std::vector<std::string>& pieces) {
  std::mt19937 random(seed);
  std::string text;
  for (int i = 0; i < 40; ++i) text += pieces[random() % pieces.size()];
  return text;
}

std::string as_utf16(const std::string& text) {
  std::string out = "\xFF\xFE";
  for (std::string_view rest = text; !rest.empty(); rest.remove_prefix(utf8_length(rest))) {
    const char32_t c = utf8_code_point(rest);
    out += static_cast<char>(c & 0xFF);
    out += static_cast<char>(c >> 8);
  }
  return out;
}

TEST_CASE("windows of every size read what the whole text reads") {
  const std::vector<std::string> plain = {"a", "1,", ",", "\n", "\r\n", "\r", "\"", "\"\"", "\"b\",", "\"x\ny\"", "赣县,", "全", "é", "\n\n", " "};
  const std::vector<std::string> gbk = {"a", ",", "\n", "\r\n", "\r", "\"", "\"\"", "\"\xC8\xAB\",", "\xCA\xA1", "\x80", "\x81\x30\x81\x30", "\xB0\x5C,"};
  for (unsigned seed = 0; seed < 60; ++seed) {
    const std::string text = torture(seed, plain);
    const std::string whole = read_whole(text, std::nullopt);
    const std::string wide = as_utf16(text);
    const std::string wide_whole = read_whole(wide, std::nullopt);
    const std::string han = torture(seed, gbk);
    const std::string han_whole = read_whole(han, Encoding::kGb18030);
    for (const std::size_t window : {8, 9, 11, 16, 31, 64}) {
      CAPTURE(seed);
      CAPTURE(window);
      CHECK(read_by_windows(text, std::nullopt, window) == whole);
      CHECK(read_by_windows(wide, std::nullopt, window) == wide_whole);
      CHECK(read_by_windows(han, Encoding::kGb18030, window) == han_whole);
    }
  }
}

TEST_CASE("a bad byte ends the text at the same place in every window") {
  const std::string bytes = "地区,a\n\"x\ny\",1\n全\xFF省,2\n";
  for (const std::size_t window : {8, 13, 64}) {
    CHECK(read_by_windows(bytes, Encoding::kUtf8, window) == read_whole(bytes, Encoding::kUtf8));
  }
  const Decoded decoded = decode(bytes, Encoding::kUtf8);
  REQUIRE(decoded.bad);
  CHECK(decoded.bad->line == 4);
  CHECK(decoded.bad->column == 2);
}

TEST_CASE("a record that is too large is told, and the next one is read") {
  const std::size_t most = Reader::kMostBytes;
  struct Row {
    std::string what, text, rows;
  };
  const std::string limit(most, 'x');
  const std::string told = "row-too-large";
  const Row rows[] = {
      {"as large as may be", limit + "\nb\n", "1 2"},
      {"a byte more", limit + "y\nb\n", "1! 2 " + told},
      {"much more, CRLF", limit + limit + "\r\nb\n", "1! 2 " + told},
      {"to the end of the file", "a\n" + limit + limit, "1 2! " + told},
      {"too many fields", "a\n" + std::string(Reader::kMostFields, ',') + "\r\nb", "1 2! 3 " + told},
      {"a quote that is closed too late", "\"a\n" + limit + "\"\nb\n", "1! 2! 3 quote-unclosed row-too-large"},
      {"a quote that is closed in time", "\"a\n" + limit.substr(9) + "\"\nb\n", "1 2"},
  };
  for (const Row& row : rows) {
    for (const std::size_t window : {std::size_t{1} << 12U, std::size_t{1} << 20U, row.text.size() + 1}) {
      CAPTURE(row.what);
      CAPTURE(window);
      const auto file = FileBytes::borrow(row.text);
      const Survey found = survey(*file, Encoding::kUtf8);
      TextStream stream(*file, found, window);
      Problems problems;
      Reader reader(stream, 0, ',', problems);
      std::string seen;
      kaohe::Row record;
      while (reader.next(record)) seen += fmt::format("{}{}{}", seen.empty() ? "" : " ", record.number, record.broken ? "!" : "");
      for (const Problem& problem : problems.all()) seen += " " + std::string(problem.code);
      CHECK(seen == row.rows);
    }
  }
}

}  // namespace
}  // namespace kaohe

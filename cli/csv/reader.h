// SPDX-License-Identifier: Apache-2.0
// Text to records, by RFC 4180: quotes double, records end in LF, CRLF or CR. No meaning, but a place for every field.
// A stray or unclosed quote is reported at the quote that opened it and never swallows the rest in silence.
#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "base/place.h"
#include "base/problem.h"
#include "csv/decode.h"

namespace kaohe {

struct Field {
  std::string_view text;  // unquoted, as it stands between the separators (not trimmed)
  bool quoted = false;
  Place place;  // of the field's first character (of the opening quote, where quoted)
};

struct Row {
  std::uint32_t number = 0;  // record number, from 1 (Excel's row)
  std::uint32_t line = 0;    // physical line it starts on
  std::vector<Field> fields;
  bool broken = false;  // its quoting is at fault: a problem was added, its fields are not to be relied on

  // No field, or only blank ones.
  [[nodiscard]] bool blank() const;
};

// ',' '\t' or ';': the one that splits the first rows most evenly; ',' where none does.
[[nodiscard]] char find_separator(std::string_view text);

// Reads all records of a text. The Decoded must outlive the reader; a Row is valid until the next call of `next`.
class Reader {
 public:
  Reader(const Decoded& decoded, std::uint32_t file, char separator, Problems& problems);
  // The next record; false at the end. An empty line is a record without fields (it counts as a row read).
  bool next(Row& row);
  [[nodiscard]] std::size_t position() const { return at_; }

 private:
  void read_field(Row& row);
  void read_quoted(Row& row, Field& field);
  void read_broken(Row& row, Field& field, std::size_t close);
  Place place_here(const Row& row);  // of at_, as the next field of `row`
  void begin_line(std::size_t at);
  [[nodiscard]] bool ends_field(std::size_t at) const;
  [[nodiscard]] std::size_t find_field_end(std::size_t from) const;

  const Decoded& decoded_;
  std::string_view text_;
  std::uint32_t file_;
  char separator_;
  Problems& problems_;
  std::size_t at_ = 0;
  std::uint32_t line_ = 1;
  std::uint32_t column_ = 1;   // of counted_, which never runs ahead of at_
  std::size_t counted_ = 0;
  std::uint32_t number_ = 0;
  std::deque<std::string> unquoted_;  // storage of fields whose text is not a slice of the source
};

}  // namespace kaohe

// SPDX-License-Identifier: Apache-2.0
// Text to records, by RFC 4180: quotes double, records end in LF, CRLF or CR. No meaning, but a place for every field.
// A stray or unclosed quote is reported at the quote that opened it and never swallows the rest in silence.
#pragma once

#include <cstdint>
#include <cstddef>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "base/place.h"
#include "base/problem.h"
#include "csv/decode.h"
#include "csv/text_stream.h"

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
[[nodiscard]] char find_separator(const FileBytes& bytes, const Survey& survey);

// Where a window of a file begins: always at the start of a record.
struct WindowMark {
  std::uint64_t offset = 0;  // bytes of the source
  std::uint32_t line = 1;
  std::uint32_t number = 1;  // of the record
};

// Reads all records of a text. The text must outlive the reader; a Row is valid until the next call of `next`.
class Reader {
 public:
  // A record larger than this, or with more fields, is an error: it is passed over to the end of its line, and no quote is
  // looked for any farther.
  static constexpr std::size_t kMostBytes = 16U << 20U;
  static constexpr std::size_t kMostFields = 1U << 20U;

  Reader(const Decoded& decoded, std::uint32_t file, char separator, Problems& problems);
  Reader(TextStream& stream, std::uint32_t file, char separator, Problems& problems, WindowMark from = {});
  // The next record; false at the end. An empty line is a record without fields (it counts as a row read).
  bool next(Row& row);
  [[nodiscard]] std::size_t position() const { return at_; }  // in the window
  [[nodiscard]] std::string_view text() const { return text_; }  // of the window
  // Of a byte of the source, in the window; the text's size where it is not.
  [[nodiscard]] std::size_t position_of(std::uint64_t offset) const { return decoded().position(offset); }
  [[nodiscard]] std::uint64_t window_offset() const { return decoded().start; }
  [[nodiscard]] std::uint32_t next_number() const { return number_ + 1; }
  [[nodiscard]] std::uint32_t next_line() const { return line_; }
  // Passes over `rows` records of a line each, up to `at` of the window …
  void pass(std::size_t at, std::uint32_t rows) {
    at_ = at;
    number_ += rows;
    line_ += rows;
    begin_column(at);
  }
  // … or up to a byte of the source behind where it stands.
  void pass_to(std::uint64_t offset, std::uint32_t rows);
  // As if a window began there: a record that is not behind where it stands.
  void note_window(const WindowMark& mark) { windows_.push_back(mark); }
  [[nodiscard]] std::uint64_t offset() const { return decoded().source_offset(at_); }
  // At the end of all text.
  [[nodiscard]] bool done() const { return at_ >= text_.size() && !more_; }
  // The windows so far.
  [[nodiscard]] const std::vector<WindowMark>& windows() const { return windows_; }

 private:
  [[nodiscard]] const Decoded& decoded() const { return stream_ != nullptr ? stream_->decoded() : *decoded_; }
  void look_at_window();
  void begin_record_window();
  void read_record(Row& row);
  void read_large(Row& row);
  void pass_over(Row& row);
  void read_field(Row& row);
  void read_quoted(Row& row, Field& field);
  void read_broken(Row& row, Field& field, std::size_t close);
  void tell(std::string_view code, const Place& place, std::string text, Phrase message, Phrase hint);
  Place place_here(const Row& row);  // of at_, as the next field of `row`
  void begin_line(std::size_t at);
  void begin_column(std::size_t at);
  [[nodiscard]] bool ends_field(std::size_t at) const;
  [[nodiscard]] std::size_t find_field_end(std::size_t from) const;

  const Decoded* decoded_ = nullptr;
  TextStream* stream_ = nullptr;  // or this one
  std::string_view text_;         // of the window
  bool more_ = false;             // the text goes on behind the window
  bool wants_more_ = false;       // the record at hand may
  bool passed_over_ = false;      // the record at hand is too large
  std::uint32_t file_;
  char separator_;
  Problems& problems_;
  std::size_t at_ = 0;
  std::size_t row_at_ = 0;     // where the record at hand begins
  std::uint32_t line_ = 1;
  std::uint32_t column_ = 1;   // of counted_, which never runs ahead of at_
  std::size_t counted_ = 0;
  std::uint32_t number_ = 0;
  std::deque<std::string> unquoted_;  // storage of fields whose text is not a slice of the source
  struct Told {
    std::string_view code;
    Place place;
    std::string text;
    Phrase message, hint;
  };
  std::vector<Told> told_;  // of the record at hand, told once it is read to its end
  std::vector<WindowMark> windows_;
};

}  // namespace kaohe

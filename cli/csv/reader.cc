// SPDX-License-Identifier: Apache-2.0
// A quote that is never closed, or is followed by text, is mostly one stray character: its field then ends with its line,
// and reading goes on with the next one, so that no row behind it is lost. Each such quote was looked after only as far
// as the next one that could close it; those behind it open no sooner, so that a text is passed over twice at most.
#include "csv/reader.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"

namespace kaohe {
namespace {

bool ends_line(char c) { return c == '\n' || c == '\r'; }

std::size_t find_line_end(std::string_view text, std::size_t from) {
  while (from < text.size() && !ends_line(text[from])) ++from;
  return from;
}

// Behind the line end at `at`.
std::size_t skip_line_end(std::string_view text, std::size_t at) {
  return text[at] == '\r' && at + 1 < text.size() && text[at + 1] == '\n' ? at + 2 : at + 1;
}

// The quote that closes the field whose content starts at `from`; npos where none does.
std::size_t find_closing_quote(std::string_view text, std::size_t from) {
  for (std::size_t at = text.find('"', from); at != std::string_view::npos; at = text.find('"', at + 2)) {
    if (at + 1 >= text.size() || text[at + 1] != '"') return at;
  }
  return std::string_view::npos;
}

std::string with_single_quotes(std::string_view content) {
  std::string out;
  out.reserve(content.size());
  for (std::size_t i = 0; i < content.size(); ++i) {
    out += content[i];
    if (content[i] == '"') ++i;
  }
  return out;
}

// Enough of a field to know it again in a message.
std::string excerpt(std::string_view text) {
  constexpr int kMost = 40;
  std::size_t end = 0;
  for (int i = 0; i < kMost && end < text.size(); ++i) end += std::max<std::size_t>(1, utf8_length(text.substr(end, 4)));
  return end < text.size() ? std::string(text.substr(0, end)) + "…" : std::string(text);
}

}  // namespace

bool Row::blank() const {
  return std::all_of(fields.begin(), fields.end(), [](const Field& field) { return trim(field.text).empty(); });
}

Reader::Reader(const Decoded& decoded, std::uint32_t file, char separator, Problems& problems)
    : decoded_(decoded), text_(decoded.text), file_(file), separator_(separator), problems_(problems) {}

Place Reader::place_here(const Row& row) {
  for (; counted_ < at_; ++counted_) {
    if ((static_cast<unsigned char>(text_[counted_]) & 0xC0) != 0x80) ++column_;
  }
  return {file_, line_, column_, static_cast<std::uint32_t>(row.fields.size() + 1), row.number, decoded_.source_offset(at_)};
}

void Reader::begin_line(std::size_t at) {
  ++line_;
  counted_ = at;
  column_ = 1;
}

bool Reader::ends_field(std::size_t at) const {
  return at >= text_.size() || text_[at] == separator_ || ends_line(text_[at]);
}

std::size_t Reader::find_field_end(std::size_t from) const {
  while (!ends_field(from)) ++from;
  return from;
}

bool Reader::next(Row& row) {
  row.fields.clear();
  row.broken = false;
  unquoted_.clear();
  if (at_ >= text_.size()) return false;
  row.number = ++number_;
  row.line = line_;
  if (!ends_line(text_[at_])) {
    read_field(row);
    while (at_ < text_.size() && text_[at_] == separator_) {
      ++at_;
      read_field(row);
    }
  }
  if (at_ < text_.size()) {
    at_ = skip_line_end(text_, at_);
    begin_line(at_);
  }
  return true;
}

void Reader::read_field(Row& row) {
  Field field;
  field.place = place_here(row);
  if (at_ < text_.size() && text_[at_] == '"') {
    read_quoted(row, field);
  } else {
    const std::size_t end = find_field_end(at_);
    field.text = text_.substr(at_, end - at_);
    at_ = end;
  }
  row.fields.push_back(field);
}

void Reader::read_quoted(Row& row, Field& field) {
  const std::size_t open = at_;
  const std::size_t close = find_closing_quote(text_, open + 1);
  field.quoted = true;
  if (close == std::string_view::npos || !ends_field(close + 1)) {
    read_broken(row, field, close);
    return;
  }
  field.text = text_.substr(open + 1, close - open - 1);
  at_ = close + 1;
  const std::string_view before_close = text_.substr(0, close);
  for (std::size_t end = find_line_end(before_close, open); end < close; end = find_line_end(before_close, end)) {
    end = skip_line_end(text_, end);
    begin_line(end);
  }
  if (field.text.find('"') != std::string_view::npos) {
    field.text = unquoted_.emplace_back(with_single_quotes(field.text));
  }
}

// The field is taken as it stands, quotes and all: up to its end where text follows the closing quote on the same line,
// else up to the end of the line, since nobody knows where it should have ended.
void Reader::read_broken(Row& row, Field& field, std::size_t close) {
  const std::size_t line_end = find_line_end(text_.substr(0, close), at_);
  const bool stray = line_end == close;
  const std::size_t end = stray ? find_field_end(close + 1) : line_end;
  field.text = text_.substr(at_, end - at_);
  at_ = end;
  row.broken = true;
  const std::string shown = excerpt(field.text);
  const Phrase hint = {"字段内容中的引号应写成两个 \"\"，或去掉多余的引号", "write a quote inside a field as \"\", or remove the stray quote"};
  if (stray) {
    problems_.add("quote-stray", field.place, shown,
                  {fmt::format("字段“{}”的右引号后还有文字，右引号后应为分隔符或换行", shown),
                   fmt::format("text after the closing quote in '{}', expected a separator or the end of the line", shown)},
                  hint);
  } else {
    problems_.add("quote-unclosed", field.place, shown,
                  {fmt::format("字段“{}”的左引号没有配对的右引号，从下一行起继续读取", shown),
                   fmt::format("no closing quote for the one that opens '{}', expected one; read on at the next line", shown)},
                  hint);
  }
}

}  // namespace kaohe

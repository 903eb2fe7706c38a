// SPDX-License-Identifier: Apache-2.0
// A quote that is never closed, or is followed by text, is mostly one stray character: its field then ends with its line,
// and reading goes on with the next one, so that no row behind it is lost. Each such quote was looked after only as far
// as the next one that could close it; those behind it open no sooner, so that a text is passed over twice at most.
#include "csv/reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "base/text.h"
#include "csv/eight_bytes.h"

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
    : decoded_(&decoded), text_(decoded.text), file_(file), separator_(separator), problems_(problems) {}

Reader::Reader(TextStream& stream, std::uint32_t file, char separator, Problems& problems, WindowMark from)
    : stream_(&stream), file_(file), separator_(separator), problems_(problems), line_(from.line), number_(from.number - 1) {
  begin_record_window();
}

void Reader::look_at_window() {
  text_ = stream_->decoded().text;
  more_ = !stream_->at_end();
  at_ = 0;
  begin_column(0);
}

void Reader::begin_record_window() {
  look_at_window();
  windows_.push_back({stream_->decoded().start, line_, number_ + 1});
}

void Reader::pass_to(std::uint64_t offset, std::uint32_t rows) {
  const std::size_t at = decoded().position(offset);
  if (at < text_.size() && decoded().source_offset(at) == offset) {
    pass(at, rows);
    return;
  }
  number_ += rows;
  line_ += rows;
  stream_->seek(offset);
  begin_record_window();
}

Place Reader::place_here(const Row& row) {
  if (counted_ < at_) {
    column_ += static_cast<std::uint32_t>(count_code_points(text_, counted_, at_));
    counted_ = at_;
  }
  return {file_, line_, column_, static_cast<std::uint32_t>(row.fields.size() + 1), row.number, decoded().source_offset(at_)};
}

void Reader::begin_column(std::size_t at) {
  counted_ = at;
  column_ = 1;
}

void Reader::begin_line(std::size_t at) {
  ++line_;
  begin_column(at);
}

bool Reader::ends_field(std::size_t at) const {
  return at >= text_.size() || text_[at] == separator_ || ends_line(text_[at]);
}

std::size_t Reader::find_field_end(std::size_t from) const {
  return find_one_of(text_, std::min(from, text_.size()), separator_, '\n', '\r');
}

bool Reader::next(Row& row) {
  if (at_ >= text_.size() && more_) {
    stream_->move(at_);
    begin_record_window();
  }
  if (at_ >= text_.size()) return false;
  const std::uint32_t line = line_;
  read_record(row);
  // What touches the window's end may go on behind it.
  while (more_ && !passed_over_ && (wants_more_ || at_ >= text_.size())) {
    line_ = line;
    at_ = row_at_;
    if (text_.size() - row_at_ > kMostBytes) {
      read_large(row);
      break;
    }
    stream_->move(row_at_);
    begin_record_window();
    read_record(row);
  }
  if (passed_over_) pass_over(row);
  for (Told& told : told_) problems_.add(told.code, told.place, std::move(told.text), std::move(told.message), std::move(told.hint));
  ++number_;
  return true;
}

void Reader::read_record(Row& row) {
  row.fields.clear();
  row.broken = false;
  row.number = number_ + 1;
  row.line = line_;
  unquoted_.clear();
  told_.clear();
  wants_more_ = passed_over_ = false;
  row_at_ = at_;
  if (!ends_line(text_[at_])) {
    read_field(row);
    while (at_ < text_.size() && text_[at_] == separator_ && !wants_more_) {
      passed_over_ = row.fields.size() == kMostFields;
      if (passed_over_) return;
      ++at_;
      read_field(row);
    }
  }
  passed_over_ = at_ - row_at_ > kMostBytes;
  if (at_ < text_.size() && !wants_more_ && !passed_over_) {
    at_ = skip_line_end(text_, at_);
    begin_line(at_);
  }
}

// A record that fills the largest window: a quote that is not closed within it is closed nowhere.
void Reader::read_large(Row& row) {
  const std::string_view window = text_;
  begin_column(at_);
  text_ = window.substr(0, row_at_ + kMostBytes + 1);
  more_ = false;
  read_record(row);
  more_ = true;
  passed_over_ = passed_over_ || at_ >= text_.size();
  text_ = window;
}

// To the end of the line, wherever that is.
void Reader::pass_over(Row& row) {
  line_ = row.line;
  at_ = row_at_;
  begin_column(at_);
  row.fields.clear();
  row.broken = true;
  Place place = place_here(row);
  place.field = 0;
  told_.clear();
  tell("row-too-large", place, excerpt(text_.substr(at_)),
       {fmt::format("第 {} 行过长，一条记录最多 {} MiB、{} 个字段，整行未读取", line_, kMostBytes >> 20U, kMostFields),
        fmt::format("line {} is too long, a record has at most {} MiB and {} fields; none of it is read", line_, kMostBytes >> 20U, kMostFields)},
       {"检查换行符和分隔符，确认是否为 CSV 文件", "check the line ends and the separators, and whether this is a CSV file at all"});
  at_ = find_line_end(text_, at_);
  // A carriage return at the window's end may have its line feed behind it.
  while (more_ && at_ + 1 >= text_.size()) {
    stream_->move(std::min(at_, text_.size()));
    look_at_window();
    at_ = find_line_end(text_, 0);
  }
  if (at_ < text_.size()) at_ = skip_line_end(text_, at_);
  begin_line(at_);
}

void Reader::tell(std::string_view code, const Place& place, std::string text, Phrase message, Phrase hint) {
  told_.push_back({code, place, std::move(text), std::move(message), std::move(hint)});
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
  const std::string_view within = text_.substr(0, row_at_ + kMostBytes);
  const std::size_t close = find_closing_quote(within, open + 1);
  field.quoted = true;
  if (more_ && within.size() == text_.size() && (close == std::string_view::npos || close + 1 >= text_.size())) {
    wants_more_ = true;
    return;
  }
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
    tell("quote-stray", field.place, shown,
                  {fmt::format("字段“{}”的右引号后还有文字，右引号后应为分隔符或换行", shown),
                   fmt::format("text after the closing quote in '{}', expected a separator or the end of the line", shown)},
                  hint);
  } else {
    tell("quote-unclosed", field.place, shown,
                  {fmt::format("字段“{}”的左引号没有配对的右引号，从下一行起继续读取", shown),
                   fmt::format("no closing quote for the one that opens '{}', expected one; read on at the next line", shown)},
                  hint);
  }
}

}  // namespace kaohe

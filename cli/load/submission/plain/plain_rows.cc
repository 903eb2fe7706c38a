// SPDX-License-Identifier: Apache-2.0
#include "load/submission/plain/plain_rows.h"

#include <algorithm>

namespace kaohe {
namespace {

bool may_hold_number(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) { return (c >= '0' && c <= '9') || c == '\xEF'; });
}

}  // namespace

// Nothing in it that the careful way alone may pass over or tell of. A note begins with a word and a colon.
bool PlainRows::is_bare(const PlainKnowledge& knowledge) const {
  const std::string_view first = fields_.front();
  if (first.empty() || (!shape_.first_is_word && (first.find(':') != std::string_view::npos || first.find('\xEF') != std::string_view::npos))) return false;
  for (const std::size_t column : shape_.blank) {
    if (!fields_[column].empty()) return false;
  }
  for (const std::size_t column : knowledge.watched()) {
    if (may_hold_number(fields_[column])) return false;
  }
  return true;
}

// A field that is quoted as a whole, without a quote in it; the mark goes to its end.
bool PlainRows::cut_quoted(const Text& of, std::size_t at, const std::uint32_t*& mark, std::string_view& field) const {
  const std::size_t close = of.text.find('"', at + 1);
  if (close == std::string_view::npos) return false;
  for (; *mark < close; ++mark) {
    if (of.text[*mark] != of.separator) return false;  // a line end
  }
  field = of.text.substr(at + 1, close - at - 1);
  return *mark == close + 1;
}

// The fields of the row at `at`, `mark` being the first one there; where the next one begins, or kNotPlain.
std::size_t PlainRows::cut(const Text& of, std::size_t at, const std::uint32_t*& mark) {
  const char* const text = of.text.data();
  const std::size_t size = of.text.size(), last = fields_.size() - 1;
  std::string_view* field = fields_.data();
  if (at >= size) return kNotPlain;
  for (std::size_t i = 0;; ++i, ++field) {
    if (text[at] != '"') {
      *field = std::string_view(text + at, *mark - at);
    } else if (!cut_quoted(of, at, mark, *field)) {
      return kNotPlain;
    }
    const std::size_t end = *mark;
    if (end + 1 >= size) return kNotPlain;
    ++mark;
    at = end + 1;
    if (i == last) break;
    if (text[end] != of.separator) return kNotPlain;
  }
  if (text[at - 1] == '\r' && text[at] == '\n') {
    ++mark;
    ++at;
  } else if (text[at - 1] != '\n') {
    return kNotPlain;
  }
  return at < size ? at : kNotPlain;
}

// Indicators mostly stand in the same order in region after region.
const PlainMeaning* PlainRows::meaning_of_row(const PlainKnowledge& knowledge) {
  if (followers_.size() <= words_) followers_.resize(words_ + 1, kNoWord);
  std::uint32_t& follower = followers_[words_];
  if (follower == kNoWord || !knowledge.are_words(follower, fields_)) {
    const std::uint32_t words = knowledge.words(fields_);
    if (words == kNoWord) return nullptr;
    follower = words;
  }
  words_ = follower;
  return knowledge.meaning_of_words(words_);
}

// The form and the digits of one value; false where it is not plain.
bool PlainRows::read_value(const PlainKnowledge& knowledge, const PlainMeaning* of_row, std::size_t at, FigureCell& cell) {
  const std::string_view text = fields_[shape_.values[at]];
  const auto field = static_cast<std::uint32_t>(shape_.values[at] + 1);
  if (text.empty()) return read_missing(knowledge, of_row, at, cell);
  const PlainMeaning* meaning = of_row != nullptr ? of_row : knowledge.meaning_of_column(at);
  PlainNumber number;
  if (meaning == nullptr || !read_plain_number(text, number)) return read_text(knowledge, meaning, of_row, at, cell);
  cell.form = meaning->form(field, number);
  cell.number = number.digits;
  if (cell.form != PlainMeaning::kNone) return true;
  cell.form = meaning->form_beyond(field, number);
  return take_fault(knowledge, at, CellFault::kRange, cell);
}

bool PlainRows::read_missing(const PlainKnowledge& knowledge, const PlainMeaning* of_row, std::size_t at, FigureCell& cell) {
  cell.form = of_row != nullptr ? of_row->missing(static_cast<std::uint32_t>(shape_.values[at] + 1)) : knowledge.missing_in_column(at);
  cell.number = 0;
  ++missing_;
  return cell.form != PlainMeaning::kNone;
}

// What is no plain number: a mark for what is missing, or nothing that could be used.
bool PlainRows::read_text(const PlainKnowledge& knowledge, const PlainMeaning* meaning, const PlainMeaning* of_row, std::size_t at, FigureCell& cell) {
  const CellReading reading = read_cell(fields_[shape_.values[at]], word_index_);
  if (reading.state == CellState::kMissing) return read_missing(knowledge, of_row, at, cell);
  if (reading.state != CellState::kInvalid || meaning == nullptr) return false;
  cell.form = meaning->invalid(static_cast<std::uint32_t>(shape_.values[at] + 1));
  cell.number = 0;
  return take_fault(knowledge, at, reading.fault, cell);
}

// False where it would have to be told.
bool PlainRows::take_fault(const PlainKnowledge& knowledge, std::size_t at, CellFault fault, const FigureCell& cell) {
  if (cell.form == PlainMeaning::kNone || !knowledge.only_counts(at, fault)) return false;
  faults_.add(at, fault);
  return true;
}

// Of one period and so of one region.
bool PlainRows::log_values(const PlainKnowledge& knowledge, const PlainMeaning* of_row, PlainLog& log, PlainStretch& stretch) {
  const std::uint32_t lineage = period_ != nullptr ? regions_.on(period_->epoch, period_->last) : kNoRegion;
  if (lineage == kNoRegion) return false;
  FigureCell cell;
  cell.row = stretch.rows;
  cell.period = period_->number;
  for (std::size_t i = 0; i < shape_.values.size(); ++i) {
    if (!read_value(knowledge, of_row, i, cell)) return false;
    log.cells.push_back(cell);
  }
  log.add_run(lineage, static_cast<std::uint32_t>(shape_.values.size()), stretch.first_run);
  return says_something();
}

// Of columns that have periods of their own.
bool PlainRows::log_dated_values(const PlainKnowledge& knowledge, const PlainMeaning* of_row, PlainLog& log, PlainStretch& stretch) {
  FigureCell cell;
  cell.row = stretch.rows;
  for (std::size_t i = 0; i < shape_.values.size(); ++i) {
    const bool has_own = shape_.layout.columns[shape_.values[i]].period.has_value();
    const PlainKnowledge::KnownPeriod* period = has_own ? knowledge.period_of_column(i) : period_;
    const std::uint32_t lineage = period != nullptr ? regions_.on(period->epoch, period->last) : kNoRegion;
    if (lineage == kNoRegion || !read_value(knowledge, of_row, i, cell)) return false;
    cell.period = period->number;
    log.cells.push_back(cell);
    log.add_run(lineage, 1, stretch.first_run);
  }
  return says_something();
}

bool PlainRows::log_row(const PlainKnowledge& knowledge, PlainLog& log, PlainStretch& stretch) {
  if (!is_bare(knowledge) || !regions_.look_at(fields_)) return false;
  if (shape_.period != kNoColumn) {
    const std::string_view text = fields_[shape_.period];
    if (period_ == nullptr || !same_word(text, period_text_)) period_ = knowledge.period(text);
    period_text_ = text;
  }
  const bool by_row = !shape_.meanings.empty();
  const PlainMeaning* of_row = by_row ? meaning_of_row(knowledge) : nullptr;
  if (by_row && of_row == nullptr) return false;
  missing_ = 0;
  faults_.begin_row();
  return shape_.has_own_periods ? log_dated_values(knowledge, of_row, log, stretch) : log_values(knowledge, of_row, log, stretch);
}

PlainRows::Stop PlainRows::take(const Text& of, std::size_t at, std::size_t limit, const PlainKnowledge& knowledge, PlainLog& log) {
  PlainStretch stretch;
  stretch.begin = stretch.last = at;
  stretch.first_cell = log.cells.size();
  stretch.first_run = log.runs.size();
  stretch.first_fault = log.faults.size();
  period_ = nullptr;
  regions_.forget_row();
  const std::uint32_t* mark = of.marks.from(at);
  std::size_t behind = at;
  while (at < limit) {
    behind = cut(of, at, mark);
    if (behind == kNotPlain) break;
    const PlainLog::Size before = log.size();
    if (!log_row(knowledge, log, stretch)) {
      log.shrink(before);
      break;
    }
    stretch.missing += missing_;
    faults_.keep_row(stretch.rows);
    ++stretch.rows;
    stretch.last = at;
    at = behind;
  }
  stretch.end = at;
  stretch.end_cell = log.cells.size();
  stretch.end_run = log.runs.size();
  stretch.invalid = faults_.move_to(log.faults);
  stretch.end_fault = log.faults.size();
  if (stretch.rows > 0) log.stretches.push_back(stretch);
  return {at, behind};
}

}  // namespace kaohe

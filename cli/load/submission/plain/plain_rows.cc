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

// The fields of the row at `at`; where the next one begins, or kNotPlain.
std::size_t PlainRows::cut(const Text& of, std::size_t at, Marks::Cursor& mark) {
  const std::string_view text = of.text;
  const std::size_t last = fields_.size() - 1;
  for (std::size_t i = 0; i <= last; ++i) {
    if (at >= text.size()) return kNotPlain;
    if (text[at] != '"') {
      fields_[i] = text.substr(at, mark.at() - at);
    } else {
      const std::size_t close = text.find('"', at + 1);
      if (close == std::string_view::npos) return kNotPlain;
      for (; mark.at() < close; mark.next()) {
        if (text[mark.at()] != of.separator) return kNotPlain;  // a line end
      }
      if (mark.at() != close + 1) return kNotPlain;
      fields_[i] = text.substr(at + 1, close - at - 1);
    }
    std::size_t end = mark.at();
    if (end + 1 >= text.size()) return kNotPlain;
    mark.next();
    if (i < last) {
      if (text[end] != of.separator) return kNotPlain;
    } else if (text[end] == '\r' && text[end + 1] == '\n') {
      mark.next();
      ++end;
    } else if (text[end] != '\n') {
      return kNotPlain;
    }
    at = end + 1;
  }
  return at < text.size() ? at : kNotPlain;
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

bool PlainRows::log_values(const PlainKnowledge& knowledge, std::uint32_t row, PlainLog& log) {
  const bool by_row = !shape_.meanings.empty();
  const PlainMeaning* of_row = by_row ? meaning_of_row(knowledge) : nullptr;
  if (by_row && of_row == nullptr) return false;
  lineages_.clear();
  missing_ = 0;
  for (std::size_t i = 0; i < shape_.values.size(); ++i) {
    const std::string_view text = fields_[shape_.values[i]];
    const auto field = static_cast<std::uint32_t>(shape_.values[i] + 1);
    const PlainKnowledge::KnownPeriod* of_column = knowledge.period_of_column(i);
    const PlainKnowledge::KnownPeriod* period = of_column != nullptr || shape_.layout.columns[field - 1].period ? of_column : period_;
    if (period == nullptr) return false;
    const std::uint32_t lineage = regions_.on(period->epoch, period->last);
    if (lineage == kNoRegion) return false;
    FigureCell cell;
    if (text.empty()) {
      cell.form = by_row ? of_row->missing(field) : knowledge.missing_in_column(i);
      ++missing_;
    } else {
      const PlainMeaning* meaning = by_row ? of_row : knowledge.meaning_of_column(i);
      PlainNumber number;
      if (meaning == nullptr || !read_plain_number(text, number)) return false;
      cell.form = meaning->form(field, number);
      cell.number = number.digits;
    }
    if (cell.form == PlainMeaning::kNone) return false;
    cell.row = row;
    cell.period = period->number;
    log.cells.push_back(cell);
    lineages_.push_back(lineage);
  }
  return missing_ < lineages_.size();
}

void PlainRows::log_runs(PlainLog& log, PlainStretch& stretch) const {
  for (const std::uint32_t lineage : lineages_) {
    if (log.runs.size() == stretch.first_run || log.runs.back().region != lineage) log.runs.push_back({lineage, 0});
    ++log.runs.back().cells;
  }
  stretch.missing += missing_;
}

PlainRows::Stop PlainRows::take(const Text& of, std::size_t at, std::size_t limit, const PlainKnowledge& knowledge, PlainLog& log) {
  PlainStretch stretch;
  stretch.begin = stretch.last = at;
  stretch.first_cell = log.cells.size();
  stretch.first_run = log.runs.size();
  period_ = nullptr;
  regions_.forget_row();
  Marks::Cursor mark(of.marks, at);
  std::size_t behind = at;
  while (at < limit) {
    behind = cut(of, at, mark);
    if (behind == kNotPlain || !is_bare(knowledge) || !regions_.look_at(fields_)) break;
    if (shape_.period != kNoColumn) {
      const std::string_view text = fields_[shape_.period];
      if (period_ == nullptr || !same_word(text, period_text_)) period_ = knowledge.period(text);
      period_text_ = text;
    }
    const std::size_t cells = log.cells.size();
    if (!log_values(knowledge, stretch.rows, log)) {
      log.cells.resize(cells);
      break;
    }
    log_runs(log, stretch);
    ++stretch.rows;
    stretch.last = at;
    at = behind;
  }
  stretch.end = at;
  stretch.end_cell = log.cells.size();
  stretch.end_run = log.runs.size();
  if (stretch.rows > 0) log.stretches.push_back(stretch);
  return {at, behind};
}

}  // namespace kaohe

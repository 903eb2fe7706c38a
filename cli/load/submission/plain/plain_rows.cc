// SPDX-License-Identifier: Apache-2.0
#include "load/submission/plain/plain_rows.h"

#include <algorithm>

#include "load/submission/plain/plain_strip.h"
#include "load/submission/plain/short_bytes.h"

namespace kaohe {
namespace {

bool may_hold_number(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) { return (c >= '0' && c <= '9') || c == '\xEF'; });
}

}  // namespace

// Nothing in it that the careful way alone may pass over or tell of. A note begins with a word and a colon.
inline bool PlainRows::is_bare(const PlainKnowledge& knowledge) {
  const std::string_view* const fields = fields_.data();
  const std::string_view first = fields[0];
  if (first.empty() || (!shape_.first_is_word && (first.find(':') != std::string_view::npos || first.find('\xEF') != std::string_view::npos))) return false;
  for (const std::size_t column : shape_.blank) {
    if (!fields[column].empty()) return false;
  }
  std::string_view* known = bare_.data();
  for (const std::size_t column : knowledge.watched()) {
    const std::string_view here = cut_.fields()[column];
    if (!same_text(here, *known) && may_hold_number(fields[column])) return false;
    *known++ = here;
  }
  return true;
}

void PlainRows::look_at(std::string_view text, char separator) {
  text_ = text;
  separator_ = separator;
  cut_.look_at(text, separator);
  mould_.look_at(text, separator);
}

// Indicators mostly stand in the same order in region after region.
inline std::uint32_t PlainRows::likely_words() const {
  if (shape_.meanings.empty()) return 0;
  return words_ < followers_.size() ? followers_[words_] : kNoWord;
}

inline bool PlainRows::find_words(const PlainKnowledge& knowledge) {
  if (shape_.meanings.empty()) return true;
  const std::uint32_t words = knowledge.words(fields_);
  if (words == kNoWord) return false;
  if (mould_.has_above()) {
    if (followers_.size() <= words_) followers_.resize(words_ + 1, kNoWord);
    followers_[words_] = words;
  }
  words_ = words;
  return true;
}

// What the fields of the row say.
bool PlainRows::read_fields(const PlainKnowledge& knowledge, std::string_view row) {
  if (decoded_ && !decoded_->read(row, separator_)) return false;
  if (!is_bare(knowledge)) return false;
  regions_.look_at_row();
  if (shape_.period != kNoColumn) period_ = knowledge.period(fields_[shape_.period]);
  find_lineage();
  if (!find_words(knowledge)) return false;
  const std::string_view* const fields = fields_.data();  // not looked up again at each value
  const std::size_t* column = shape_.values.data();
  const std::size_t count = values_.size();
  for (std::size_t i = 0; i < count; ++i) {
    const std::string_view text = fields[*column++];
    PlainNumber number;
    read_number_of(text, number) ? values_.set(i, number) : values_.set(i, text);
  }
  return true;
}

// What a row says that need not be cut.
inline bool PlainRows::match(std::size_t at, const PlainKnowledge& knowledge, std::size_t& behind) {
  if (!mould_.has_above()) return false;
  const std::uint32_t words = likely_words();
  behind = mould_.match(at, words, values_);
  if (behind == PlainMould::kNotAlike) return false;
  words_ = words;
  if (!mould_.other_period().empty()) {
    period_ = knowledge.period(mould_.other_period());
    find_lineage();
  }
  return true;
}

// Of columns that have periods of their own, and so perhaps of several regions. False where one of them is not known.
bool PlainRows::log_dated_row(const PlainKnowledge& knowledge, const PlainStretch& stretch, FigureCell* cells, PlainLog& log) {
  const auto period_of = [&](std::size_t i) {
    return shape_.layout.columns[shape_.values[i]].period ? knowledge.period_of_column(i) : period_;
  };
  const auto lineage_of = [&](const PlainKnowledge::KnownPeriod* period) { return period != nullptr ? regions_.on(period->epoch, period->last) : kNoRegion; };
  for (std::size_t i = 0; i < values_.size(); ++i) {
    if (lineage_of(period_of(i)) == kNoRegion) return false;
  }
  for (std::size_t i = 0; i < values_.size(); ++i) {
    const PlainKnowledge::KnownPeriod* const period = period_of(i);
    cells[i].period = period->number;
    log.keep(lineage_of(period), 1, stretch.first_run);
  }
  return true;
}

// The figures of the row at hand. False where it is not plain.
inline bool PlainRows::log_row(const PlainKnowledge& knowledge, const PlainStretch& stretch, PlainLog& log) {
  const PlainMeaning* const of_row = shape_.meanings.empty() ? nullptr : knowledge.meaning_of_words(words_);
  if (of_row == nullptr && !shape_.meanings.empty()) return false;
  const std::size_t count = values_.size();
  FigureCell* const cells = log.behind(count);
  const std::uint16_t period = period_ != nullptr ? period_->number : std::uint16_t{0};
  if (!cells_.read(knowledge, {of_row, stretch.rows, period}, values_, cells, log)) return false;
  if (shape_.has_own_periods) return log_dated_row(knowledge, stretch, cells, log);
  if (lineage_ == kNoRegion) return false;
  log.keep(lineage_, count, stretch.first_run);
  return true;
}

// Rows in which nothing is new but numbers, many at a time; where they end.
std::size_t PlainRows::take_alike(std::size_t at, std::size_t limit, PlainStretch& stretch, PlainLog& log) {
  if (shape_.has_own_periods || period_ == nullptr || lineage_ == kNoRegion) return at;
  while (at < limit) {
    const FigureCell first{0, stretch.rows, 0, period_->number};
    const AlikeRows rows = mould_.pass_alike(at, limit, words_, followers_, first, log.behind(AlikeRows::kMost));
    if (rows.count == 0) break;
    log.keep(lineage_, rows.count, stretch.first_run);
    stretch.rows += static_cast<std::uint32_t>(rows.count);
    stretch.last = rows.last;
    words_ = rows.words;
    at = rows.at;
    if (rows.count < AlikeRows::kMost) break;
  }
  return at;
}

PlainRows::Stop PlainRows::take(std::size_t at, std::size_t limit, const PlainKnowledge& knowledge, PlainLog& log) {
  PlainStretch stretch;
  stretch.begin = stretch.last = at;
  stretch.first_cell = log.used;
  stretch.first_run = log.runs.size();
  stretch.first_fault = log.faults.size();
  const std::size_t first_large = log.large.size();
  period_ = nullptr;
  bare_.assign(knowledge.watched().size(), {});
  regions_.forget_row();
  mould_.begin(knowledge.watched());
  mould_.ask_anew();
  cells_.begin(knowledge);
  std::size_t behind = at;
  while (true) {
    if (mould_.tries_alike()) at = take_alike(at, limit, stretch, log);
    if (at >= limit) break;
    const bool alike = match(at, knowledge, behind);
    if (!alike) {
      behind = cut_.cut(at);
      if (behind == kNotPlain || !read_fields(knowledge, text_.substr(at, behind - at))) break;
    }
    if (!log_row(knowledge, stretch, log)) break;
    if (!alike) mould_.keep(at, behind, cut_.fields(), words_);
    if (!shape_.meanings.empty() && mould_.asks(words_)) mould_.answer(words_, cells_.common(*knowledge.meaning_of_words(words_)));
    cells_.keep(stretch);
    ++stretch.rows;
    stretch.last = at;
    at = behind;
  }
  stretch.end = at;
  stretch.end_cell = log.used;
  stretch.end_run = log.runs.size();
  stretch.has_large = log.large.size() > first_large;
  cells_.finish(stretch, log);
  if (stretch.rows > 0) log.stretches.push_back(stretch);
  return {at, behind};
}

}  // namespace kaohe

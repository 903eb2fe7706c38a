// SPDX-License-Identifier: Apache-2.0
#include "load/submission/plain/plain_rows.h"

#include <algorithm>

#include "load/submission/plain/short_bytes.h"

namespace kaohe {
namespace {

bool may_hold_number(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) { return (c >= '0' && c <= '9') || c == '\xEF'; });
}

}  // namespace

// Nothing in it that the careful way alone may pass over or tell of. A note begins with a word and a colon.
inline bool PlainRows::is_bare(const PlainKnowledge& knowledge) {
  const std::string_view first = fields_.front();
  if (first.empty() || (!shape_.first_is_word && (first.find(':') != std::string_view::npos || first.find('\xEF') != std::string_view::npos))) return false;
  for (const std::size_t column : shape_.blank) {
    if (!fields_[column].empty()) return false;
  }
  std::string_view* known = bare_.data();
  for (const std::size_t column : knowledge.watched()) {
    if (!same_text(fields_[column], *known) && may_hold_number(fields_[column])) return false;
    *known++ = fields_[column];
  }
  return true;
}

void PlainRows::look_at(std::string_view text, char separator) {
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
  if (followers_.size() <= words_) followers_.resize(words_ + 1, kNoWord);
  followers_[words_] = words;
  words_ = words;
  return true;
}

// What the fields of the row say.
bool PlainRows::read_fields(const PlainKnowledge& knowledge) {
  if (!is_bare(knowledge)) return false;
  regions_.look_at_row();
  if (shape_.period != kNoColumn) period_ = knowledge.period(fields_[shape_.period]);
  find_lineage();
  if (!find_words(knowledge)) return false;
  for (std::size_t i = 0; i < values_.size(); ++i) {
    PlainValue& value = values_[i];
    value.text = fields_[shape_.values[i]];
    value.is_number = !value.text.empty() && read_number_at(value.text.data(), value.number) == value.text.size();
  }
  return true;
}

// What a row says that need not be cut.
inline bool PlainRows::match(std::size_t at, const PlainKnowledge& knowledge, std::size_t& behind) {
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

inline bool PlainRows::read_values(const PlainKnowledge& knowledge) {
  if (shape_.meanings.empty()) return cells_.read(knowledge, nullptr, values_);
  const PlainMeaning* const of_row = knowledge.meaning_of_words(words_);
  return of_row != nullptr && cells_.read(knowledge, of_row, values_);
}

inline void PlainRows::log_row(PlainLog& log, PlainStretch& stretch) const {
  const std::size_t count = shape_.values.size();
  FigureCell* const to = log.add(count);
  const PlainValue* const values = values_.data();
  const std::uint16_t period = period_->number;
  for (std::size_t i = 0; i < count; ++i) to[i] = log.cell(stretch, values[i], period);
  log.add_run(lineage_, static_cast<std::uint32_t>(count), stretch.first_run);
}

// Of columns that have periods of their own, and so perhaps of several regions. False where one of them is not known.
bool PlainRows::log_dated_row(const PlainKnowledge& knowledge, PlainLog& log, PlainStretch& stretch) {
  const auto period_of = [&](std::size_t i) {
    return shape_.layout.columns[shape_.values[i]].period ? knowledge.period_of_column(i) : period_;
  };
  const auto lineage_of = [&](const PlainKnowledge::KnownPeriod* period) { return period != nullptr ? regions_.on(period->epoch, period->last) : kNoRegion; };
  for (std::size_t i = 0; i < values_.size(); ++i) {
    if (lineage_of(period_of(i)) == kNoRegion) return false;
  }
  for (std::size_t i = 0; i < values_.size(); ++i) {
    const PlainKnowledge::KnownPeriod* const period = period_of(i);
    *log.add(1) = log.cell(stretch, values_[i], period->number);
    log.add_run(lineage_of(period), 1, stretch.first_run);
  }
  return true;
}

PlainRows::Stop PlainRows::take(std::size_t at, std::size_t limit, const PlainKnowledge& knowledge, PlainLog& log) {
  PlainStretch stretch;
  stretch.begin = stretch.last = at;
  stretch.first_cell = log.used;
  stretch.first_run = log.runs.size();
  stretch.first_fault = log.faults.size();
  period_ = nullptr;
  bare_.assign(knowledge.watched().size(), {});
  regions_.forget_row();
  mould_.begin(knowledge.watched());
  cells_.begin(knowledge);
  std::size_t behind = at;
  while (at < limit) {
    const bool alike = match(at, knowledge, behind);
    if (!alike) {
      behind = cut_.cut(at);
      if (behind == kNotPlain || !read_fields(knowledge)) break;
    }
    if (!read_values(knowledge)) break;
    if (!shape_.has_own_periods) {
      if (lineage_ == kNoRegion) break;
      log_row(log, stretch);
    } else if (!log_dated_row(knowledge, log, stretch)) {
      break;
    }
    if (!alike) mould_.keep(at, behind, fields_, words_);
    cells_.keep(stretch);
    ++stretch.rows;
    stretch.last = at;
    at = behind;
  }
  stretch.end = at;
  stretch.end_cell = log.used;
  stretch.end_run = log.runs.size();
  cells_.finish(stretch, log);
  if (stretch.rows > 0) log.stretches.push_back(stretch);
  return {at, behind};
}

}  // namespace kaohe

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
bool PlainRows::is_bare(const PlainKnowledge& knowledge) {
  const std::string_view first = fields_.front();
  if (first.empty() || (!shape_.first_is_word && (first.find(':') != std::string_view::npos || first.find('\xEF') != std::string_view::npos))) return false;
  for (const std::size_t column : shape_.blank) {
    if (!fields_[column].empty()) return false;
  }
  bare_.resize(knowledge.watched().size());
  std::string_view* known = bare_.data();
  for (const std::size_t column : knowledge.watched()) {
    if (!same_text(fields_[column], *known) && may_hold_number(fields_[column])) return false;
    *known++ = fields_[column];
  }
  return true;
}

void PlainRows::look_at(std::string_view text, char separator) {
  text_ = text;
  separator_ = separator;
  marks_.look_at(text, separator);
  marked_ = kNotPlain;
  mould_.look_at(text, separator);
}

// A field that is quoted as a whole, without a quote in it; the mark goes to its end.
bool PlainRows::cut_quoted(std::size_t at, std::string_view& field) {
  const std::size_t close = text_.find('"', at + 1);
  if (close == std::string_view::npos) return false;
  for (; *mark_ < close; ++mark_) {
    if (text_[*mark_] != separator_) return false;  // a line end
  }
  field = text_.substr(at + 1, close - at - 1);
  return *mark_ == close + 1;
}

// The fields of the row at `at`, whose first mark is at hand; where the next one begins, or kNotPlain, also where not as
// much stands behind it as is looked at at once.
std::size_t PlainRows::cut_at_marks(std::size_t at) {
  const char* const text = text_.data();
  const std::size_t size = text_.size(), last = fields_.size() - 1;
  std::string_view* field = fields_.data();
  for (std::size_t i = 0;; ++i, ++field) {
    if (text[at] != '"') {
      *field = std::string_view(text + at, *mark_ - at);
    } else if (!cut_quoted(at, *field)) {
      return kNotPlain;
    }
    const std::size_t end = *mark_;
    if (end + 1 >= size) return kNotPlain;
    ++mark_;
    at = end + 1;
    if (i == last) break;
    if (text[end] != separator_) return kNotPlain;
  }
  if (text[at - 1] == '\r' && text[at] == '\n') {
    ++mark_;
    ++at;
  } else if (text[at - 1] != '\n') {
    return kNotPlain;
  }
  return at + kRoom <= size ? at : kNotPlain;
}

// Marks are looked for farther where those at hand end within the row.
std::size_t PlainRows::cut(std::size_t at) {
  if (at >= text_.size()) return kNotPlain;
  if (marked_ != at) mark_ = marks_.from(at);
  marked_ = cut_at_marks(at);
  while (marked_ == kNotPlain && marks_.farther(at)) {
    mark_ = marks_.from(at);
    marked_ = cut_at_marks(at);
  }
  return marked_;
}

void PlainRows::find_period(std::string_view text, const PlainKnowledge& knowledge) {
  if (period_ == nullptr || !same_text(text, period_text_)) period_ = knowledge.period(text);
  period_text_ = text;
}

// Indicators mostly stand in the same order in region after region.
inline std::uint32_t PlainRows::likely_words() const {
  if (shape_.meanings.empty()) return 0;
  return words_ < followers_.size() ? followers_[words_] : kNoWord;
}

bool PlainRows::find_words(const PlainKnowledge& knowledge) {
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
  if (!is_bare(knowledge) || !regions_.look_at(fields_)) return false;
  if (shape_.period != kNoColumn) find_period(fields_[shape_.period], knowledge);
  find_lineage();
  if (!find_words(knowledge)) return false;
  for (std::size_t i = 0; i < values_.size(); ++i) {
    values_[i].text = fields_[shape_.values[i]];
    values_[i].is_number = read_plain_number(values_[i].text, values_[i].number);
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
    find_period(mould_.other_period(), knowledge);
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
  bare_.clear();
  regions_.forget_row();
  mould_.begin(knowledge.watched());
  cells_.begin(knowledge);
  std::size_t behind = at;
  while (at < limit) {
    const bool alike = match(at, knowledge, behind);
    if (!alike) {
      behind = cut(at);
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

// SPDX-License-Identifier: Apache-2.0
#include "load/submission/plain/plain_rows.h"

#include <algorithm>

#include "load/submission/submission_text.h"

namespace kaohe {
namespace {

constexpr std::size_t kNotPlain = SIZE_MAX;

bool may_hold_number(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) { return (c >= '0' && c <= '9') || c == '\xEF'; });
}

}  // namespace

PlainRows::PlainRows(SubmissionWork& work, const Layout& layout, FileYield& yield, const FigureValues& values,
                     const std::vector<std::size_t>& value_columns, const std::vector<std::size_t>& watched)
    : work_(work), layout_(layout), yield_(yield), values_(values), watched_(watched), epochs_(work.catalog.regions) {
  for (const std::size_t column : value_columns) value_columns_.push_back({column, layout.columns[column].period.has_value()});
  for (const Role role : {Role::kRegionCode, Role::kRegion}) {
    if (layout.has(role)) region_columns_.push_back(layout.column(role));
  }
  const bool named = !region_columns_.empty();
  region_columns_.insert(region_columns_.end(), layout.parents.begin(), layout.parents.end());
  for (const Role role : {Role::kIndicator, Role::kUnit}) {
    if (layout.has(role)) meaning_columns_.push_back(layout.column(role));
  }
  for (const Role role : {Role::kMultiplier, Role::kStatus, Role::kFigureStatus, Role::kAction}) {
    if (layout.has(role)) blank_.push_back(layout.column(role));
  }
  meaning_by_row_ = !meaning_columns_.empty();
  period_by_row_ = layout.has(Role::kPeriod);
  fields_.resize(layout.columns.size());
  std::vector<std::size_t> known = region_columns_;
  known.insert(known.end(), meaning_columns_.begin(), meaning_columns_.end());
  if (period_by_row_) known.push_back(layout.column(Role::kPeriod));
  first_known_ = std::find(known.begin(), known.end(), std::size_t{0}) != known.end();
  able_ = named && can_take();
}

// Where the file has what the careful way alone understands, all of it is left to that.
bool PlainRows::can_take() const {
  const PackageHints& package = work_.package;
  const bool described = !package.missing_values.empty() || !package.comment_start.empty() || !package.comment_rows.empty();
  const auto odd = [](const Column& column) { return column.is_region || (column.is_value && column.unit_unfit); };
  const bool has_odd = std::any_of(layout_.columns.begin(), layout_.columns.end(), odd);
  const bool periods = period_by_row_ || std::all_of(value_columns_.begin(), value_columns_.end(), [](const ValueColumn& column) { return column.has_period; });
  // Units of a row and of its columns mix in ways that are not worth a quick one.
  const bool clear = !meaning_by_row_ || layout_.has(Role::kIndicator) || layout_.title_indicator != kNoIndicator;
  return !described && !has_odd && periods && clear && !value_columns_.empty();
}

bool PlainRows::blank_where_needed() const {
  // A note begins with a word and a colon.
  const std::string_view first = fields_.front();
  if (first.empty() || (!first_known_ && (first.find(':') != std::string_view::npos || first.find('\xEF') != std::string_view::npos))) return false;
  return std::all_of(blank_.begin(), blank_.end(), [this](std::size_t column) { return fields_[column].empty(); }) &&
         std::none_of(watched_.begin(), watched_.end(), [this](std::size_t column) { return may_hold_number(fields_[column]); });
}

// The fields of the row at `at`; where the next one begins, or kNotPlain.
std::size_t PlainRows::cut(std::string_view text, std::size_t at, const Marks& marks, char separator) {
  const std::size_t last = fields_.size() - 1;
  for (std::size_t i = 0; i <= last; ++i) {
    if (at >= text.size()) return kNotPlain;
    std::size_t end = 0;
    if (text[at] != '"') {
      end = marks.next(at);
      fields_[i] = text.substr(at, end - at);
    } else {
      const std::size_t close = text.find('"', at + 1);
      if (close == std::string_view::npos) return kNotPlain;
      for (std::size_t mark = marks.next(at); mark < close; mark = marks.next(mark + 1)) {
        if (text[mark] != separator) return kNotPlain;  // a line end
      }
      fields_[i] = text.substr(at + 1, close - at - 1);
      end = close + 1;
    }
    if (end + 1 >= text.size()) return kNotPlain;
    if (i < last) {
      if (text[end] != separator) return kNotPlain;
    } else if (text[end] == '\r' && text[end + 1] == '\n') {
      ++end;
    } else if (text[end] != '\n') {
      return kNotPlain;
    }
    at = end + 1;
  }
  return at < text.size() ? at : kNotPlain;
}

bool PlainRows::find_region() {
  bool same = region_ != kNoWord;
  for (std::size_t i = 0; same && i < region_columns_.size(); ++i) same = fields_[region_columns_[i]] == region_texts_[i];
  if (same) return true;
  std::uint32_t number = kNoWord;
  region_texts_.clear();
  for (const std::size_t column : region_columns_) {
    const std::string_view text = fields_[column];
    if (text.empty()) return false;  // it may go on from the row above
    const std::uint32_t word = words_.find(text);
    number = word == kNoWord ? kNoWord : region_rows_.find(number, word);
    if (number == kNoWord) return false;
    region_texts_.push_back(text);
  }
  region_ = number;
  return true;
}

bool PlainRows::find_period() {
  if (!period_by_row_) return true;
  const std::string_view text = fields_[layout_.column(Role::kPeriod)];
  if (period_ != kNoWord && text == period_text_) return true;
  period_ = text.empty() ? kNoWord : period_words_.find(text);
  period_text_ = text;
  return period_ != kNoWord;
}

bool PlainRows::find_meaning() {
  if (!meaning_by_row_) return true;
  std::uint32_t number = kNoWord;
  for (const std::size_t column : meaning_columns_) {
    if (fields_[column].empty() && column != layout_.column(Role::kUnit)) return false;
    const std::uint32_t word = words_.find(fields_[column]);
    number = word == kNoWord ? kNoWord : meaning_rows_.find(number, word);
    if (number == kNoWord) return false;
  }
  meaning_ = number < meaning_of_.size() ? meaning_of_[number] : kNoWord;
  return meaning_ != kNoWord;
}

std::uint16_t PlainRows::missing_form(ValueColumn& of) {
  if (meaning_by_row_) return meanings_[meaning_].missing(work_.figures, static_cast<std::uint32_t>(of.column + 1));
  if (of.missing == PlainMeaning::kNone) {
    FigureForm form;
    form.file = work_.figures.file();
    form.field = static_cast<std::uint32_t>(of.column + 1);
    const std::size_t indicator = layout_.columns[of.column].indicator;
    form.indicator = static_cast<std::uint32_t>(indicator == kNoIndicator ? layout_.title_indicator : indicator);
    form.state = CellState::kMissing;
    of.missing = work_.figures.builder().number_of(form).value_or(PlainMeaning::kNone);
  }
  return of.missing;
}

std::uint16_t PlainRows::form_of(ValueColumn& of, std::string_view text, PlainNumber& number) {
  if (text.empty()) return missing_form(of);
  const std::uint32_t known = meaning_by_row_ ? meaning_ : of.meaning;
  if (known == kNoWord || !read_plain_number(text, number)) return PlainMeaning::kNone;
  PlainMeaning& meaning = meanings_[known];
  if (!meaning.holds(number) || (meaning.is_percentage() && values_.watches(meaning.indicator()))) return PlainMeaning::kNone;
  return meaning.form(work_.figures, static_cast<std::uint32_t>(of.column + 1), number.scale);
}

bool PlainRows::stage_value(ValueColumn& of, std::uint32_t row) {
  if (of.has_period && of.period == kNoWord) return false;
  const std::uint32_t epoch = of.has_period ? of.epoch : periods_[period_].epoch;
  const std::string_view text = fields_[of.column];
  Staged staged;
  const std::size_t answer = std::size_t{region_} * epochs_.count() + epoch;
  staged.region = answer < answers_.size() ? answers_[answer] : kNoRegion;
  if (staged.region == kNoRegion) return false;
  staged.state = text.empty() ? CellState::kMissing : CellState::kValue;
  PlainNumber number;
  staged.cell.form = form_of(of, text, number);
  if (staged.cell.form == PlainMeaning::kNone) return false;
  staged.cell.number = number.digits;
  staged.cell.row = row;
  staged.cell.period = of.has_period ? static_cast<std::uint16_t>(of.period) : periods_[period_].number;
  staged_.push_back(staged);
  return true;
}

bool PlainRows::stage_values(std::uint32_t row) {
  staged_.clear();
  bool any = false;
  for (ValueColumn& column : value_columns_) {
    if (!stage_value(column, row)) return false;
    any = any || !fields_[column.column].empty();
  }
  return any;
}

PlainRows::Taken PlainRows::take(std::string_view text, std::size_t at, const Marks& marks, char separator, std::uint32_t row) {
  Taken taken;
  taken.last = taken.end = at;
  if (!able_ || answers_.empty()) return taken;
  region_ = period_ = meaning_ = kNoWord;
  listed_ = kNoRegion;
  for (;;) {
    const std::size_t next = cut(text, taken.end, marks, separator);
    if (next == kNotPlain || !blank_where_needed()) break;
    if (!find_region() || !find_period() || !find_meaning() || !stage_values(row + taken.rows)) break;
    for (const Staged& staged : staged_) {
      work_.figures.add_plain(staged.region, staged.cell, staged.state);
      if (staged.region == listed_) continue;
      listed_ = staged.region;
      yield_.list(listed_);
    }
    ++taken.rows;
    taken.last = taken.end;
    taken.end = next;
  }
  taken_ += taken.rows;
  return taken;
}

}  // namespace kaohe

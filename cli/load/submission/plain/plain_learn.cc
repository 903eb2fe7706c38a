// SPDX-License-Identifier: Apache-2.0
// What a row that was read with care teaches the quick way. Only what is told once at most, and was told by now, may be
// learnt: a word whose next row would be told of again never is.
#include <algorithm>

#include "base/text.h"
#include "load/submission/plain/plain_rows.h"

namespace kaohe {

// The number of the words in those columns. kNoWord where one that must not be blank is: it stands for the cell above.
std::uint32_t PlainRows::learn_words(const Row& row, const std::vector<std::size_t>& columns, WordRows& rows) {
  std::uint32_t number = kNoWord;
  for (const std::size_t column : columns) {
    const std::string_view text = row.fields[column].text;
    const bool may_be_blank = text.empty() && column == layout_.column(Role::kUnit);
    if (trim(text).empty() && !may_be_blank) return kNoWord;
    number = rows.add(number, words_.add(text));
  }
  return number;
}

// Only forms that are the newest of their lineage, found as they are named.
bool PlainRows::learn_region(std::uint32_t number, const RegionQuestion& question, const Date& day) {
  RegionQuestion on_day = question;
  on_day.day = day;
  const RegionAnswer& answer = work_.regions.find(on_day);
  const bool plain = answer.fault == RegionFault::kNone && answer.how == RegionHow::kAsIs && work_.figures.builder().lineage_of(answer.entry) == answer.entry;
  if (!plain) return answer.fault == RegionFault::kNone;
  const std::size_t first = std::size_t{number} * epochs_.count();
  if (answers_.size() <= first) answers_.resize(first + epochs_.count(), kNoRegion);
  answers_[first + epochs_.of(day)] = answer.entry;
  return true;
}

void PlainRows::learn_value(ValueColumn& of, std::uint32_t words, const Row& row, const RowMeaning& meaning) {
  if (of.column >= row.fields.size()) return;
  const Column& column = layout_.columns[of.column];
  if (of.has_period && of.period == kNoWord) {
    of.period = work_.figures.builder().number_of(*column.period).value_or(kNoWord);
    of.epoch = epochs_.of(column.period->last);
  }
  PlainNumber number;
  if (!read_plain_number(row.fields[of.column].text, number)) return;
  std::uint32_t& known = meaning_by_row_ ? meaning_of_[words] : of.meaning;
  if (known != kNoWord) return;
  const std::size_t index = column.indicator != kNoIndicator ? column.indicator : meaning.indicator;
  const std::uint32_t unit = meaning.unit != kNoUnit ? meaning.unit : column.unit;
  const Indicator& indicator = work_.catalog.indicators[index];
  Rational factor(1);
  if (unit != kNoUnit) {
    const UnitConversion& conversion = work_.names.conversion(index, unit);
    if (!conversion.possible) return;
    factor = conversion.factor;
  }
  PlainMeaning plain(index, indicator, unit == kNoUnit ? indicator.unit.id : work_.names.unit(unit).id, factor);
  if (!plain.holds(number)) return;
  known = static_cast<std::uint32_t>(meanings_.size());
  meanings_.push_back(std::move(plain));
}

void PlainRows::learn_period(std::string_view text, const Period& period) {
  const auto number = trim(text).empty() ? std::nullopt : work_.figures.builder().number_of(period);
  if (number && period_words_.add(text) == periods_.size()) periods_.push_back({*number, epochs_.of(period.last)});
}

void PlainRows::learn(const Row& row, const RowMeaning& meaning) {
  if (!able_ || row.fields.size() != layout_.columns.size()) return;
  // Where next to nothing is plain, nothing is worth learning.
  constexpr std::uint64_t kTrial = 10'000;
  able_ = ++learnt_ < kTrial || learnt_ < taken_;
  const std::uint32_t region = learn_words(row, region_columns_, region_rows_);
  const std::uint32_t words = meaning_by_row_ ? learn_words(row, meaning_columns_, meaning_rows_) : kNoWord;
  if (region == kNoWord || (meaning_by_row_ && words == kNoWord)) return;
  if (meaning_by_row_ && meaning_of_.size() <= words) meaning_of_.resize(words + 1, kNoWord);
  if (period_by_row_ && meaning.period) learn_period(row.fields[layout_.column(Role::kPeriod)].text, *meaning.period);
  for (ValueColumn& of : value_columns_) {
    const std::optional<Period>& period = of.has_period ? layout_.columns[of.column].period : meaning.period;
    if (period && learn_region(region, meaning.region, period->last)) learn_value(of, words, row, meaning);
  }
}

}  // namespace kaohe

// SPDX-License-Identifier: Apache-2.0
#include "load/submission/plain/plain_knowledge.h"

#include "base/text.h"

namespace kaohe {

PlainKnowledge::PlainKnowledge(const PlainGround& ground)
    : shape_(&ground.shape), epochs_(&ground.epochs), columns_(shape_->values.size()) {}

void PlainKnowledge::watch(const std::vector<std::size_t>& columns) {
  if (watched_ == columns) return;
  watched_ = columns;
  ++version_;
}

// Only periods that figures are of may get a number.
bool PlainKnowledge::Lesson::region_is_known(const Period& period) const {
  RegionQuestion question = meaning.region;
  question.day = period.last;
  return work.regions.find(question).fault == RegionFault::kNone;
}

std::optional<PlainKnowledge::KnownPeriod> PlainKnowledge::known(const Period& period, SubmissionWork& work) const {
  const std::optional<std::uint16_t> number = work.figures.builder().number_of(period);
  if (!number) return std::nullopt;
  return KnownPeriod{*number, epochs_->of(period.last), period.last};
}

void PlainKnowledge::learn_period(const Lesson& lesson) {
  if (shape_->period == kNoColumn || !lesson.meaning.period) return;
  const std::string_view text = lesson.row.fields[shape_->period].text;
  if (trim(text).empty()) return;
  const std::optional<KnownPeriod> number = known(*lesson.meaning.period, lesson.work);
  if (!number || period_words_.add({text}) < periods_.size()) return;
  periods_.push_back(*number);
  ++version_;
}

// What the words of the row mean; nullptr where one that must not be blank is: it stands for the cell above.
std::uint32_t* PlainKnowledge::learn_words(const Row& row) {
  MeaningWords::Words texts;
  for (std::size_t i = 0; i < shape_->meanings.size(); ++i) {
    texts[i] = row.fields[shape_->meanings[i]].text;
    const bool may_be_blank = texts[i].empty() && shape_->meanings[i] == shape_->layout.column(Role::kUnit);
    if (trim(texts[i]).empty() && !may_be_blank) return nullptr;
  }
  const std::uint32_t words = meaning_words_.add(texts);
  if (meaning_of_.size() == words) {
    meaning_of_.push_back(kNoWord);
    ++version_;
  }
  return &meaning_of_[words];
}

bool PlainKnowledge::learn_column_period(const Lesson& lesson, std::size_t at) {
  const std::optional<Period>& period = shape_->layout.columns[shape_->values[at]].period;
  if (!period) return lesson.meaning.period && lesson.region_is_known(*lesson.meaning.period);
  if (!lesson.region_is_known(*period)) return false;
  if (columns_[at].period) return true;
  columns_[at].period = known(*period, lesson.work);
  ++version_;
  return columns_[at].period.has_value();
}

// nullptr: a unit that does not fit.
PlainMeaning* PlainKnowledge::learn_meaning(const Lesson& lesson, std::size_t at, std::uint32_t& known) {
  if (known != kNoWord) return &meanings_[known];
  const Column& column = shape_->layout.columns[shape_->values[at]];
  SubmissionWork& work = lesson.work;
  const std::size_t of = column.indicator != kNoIndicator ? column.indicator : lesson.meaning.indicator;
  const std::uint32_t unit = lesson.meaning.unit != kNoUnit ? lesson.meaning.unit : column.unit;
  const Indicator& indicator = work.catalog.indicators[of];
  Rational factor(1);
  if (unit != kNoUnit) {
    const UnitConversion& conversion = work.names.conversion(of, unit);
    if (!conversion.possible) return nullptr;
    factor = conversion.factor;
  }
  known = static_cast<std::uint32_t>(meanings_.size());
  ++version_;
  return &meanings_.emplace_back(of, indicator, unit == kNoUnit ? indicator.unit.id : work.names.unit(unit).id, factor);
}

// What is to be told of a unit is told at its first number.
void PlainKnowledge::learn_number(const Lesson& lesson, std::size_t at, const PlainNumber& number, std::uint32_t& known) {
  PlainMeaning* meaning = learn_meaning(lesson, at, known);
  if (meaning == nullptr) return;
  FigureStore& figures = lesson.work.figures;
  const auto field = static_cast<std::uint32_t>(shape_->values[at] + 1);
  const bool settled = meaning->settle(!meaning->is_percentage() || !lesson.values.watches(meaning->indicator()));
  const bool learnt = meaning->learn_number(figures, field, number);
  if (settled || learnt) ++version_;
  if (meaning->is_beyond(number)) learn_fault(lesson, at, CellFault::kRange);
}

// Once there are so many that they are counted only, it stays so.
void PlainKnowledge::learn_fault(const Lesson& lesson, std::size_t at, CellFault fault) {
  auto counted = columns_[at].counted[static_cast<std::size_t>(fault)];
  if (counted || !lesson.work.problems.only_counts(problem_code(fault), place_at(lesson.row, shape_->values[at]))) return;
  counted = true;
  ++version_;
}

// Of what is no plain number.
void PlainKnowledge::learn_text(const Lesson& lesson, std::size_t at, std::uint32_t* of_row) {
  const CellReading reading = read_cell(lesson.row.fields[shape_->values[at]].text, lesson.work.words);
  if (reading.state == CellState::kMissing) return learn_missing(lesson, at, of_row);
  if (reading.state != CellState::kInvalid) return;
  PlainMeaning* meaning = learn_meaning(lesson, at, of_row != nullptr ? *of_row : columns_[at].meaning);
  if (meaning == nullptr) return;
  if (meaning->learn_invalid(lesson.work.figures, static_cast<std::uint32_t>(shape_->values[at] + 1))) ++version_;
  learn_fault(lesson, at, reading.fault);
}

void PlainKnowledge::learn_missing(const Lesson& lesson, std::size_t at, std::uint32_t* of_row) {
  if (of_row == nullptr) return learn_blank(lesson, at);
  PlainMeaning* meaning = learn_meaning(lesson, at, *of_row);
  if (meaning != nullptr && meaning->learn_missing(lesson.work.figures, static_cast<std::uint32_t>(shape_->values[at] + 1))) ++version_;
}

void PlainKnowledge::learn_blank(const Lesson& lesson, std::size_t at) {
  const auto field = static_cast<std::uint32_t>(shape_->values[at] + 1);
  ValueColumn& of = columns_[at];
  if (of.missing != PlainMeaning::kNone) return;
  const std::size_t indicator = shape_->layout.columns[shape_->values[at]].indicator;
  FigureForm form;
  form.file = lesson.work.figures.file();
  form.field = field;
  form.indicator = static_cast<std::uint32_t>(indicator == kNoIndicator ? shape_->layout.title_indicator : indicator);
  form.state = CellState::kMissing;
  of.missing = lesson.work.figures.builder().number_of(form).value_or(PlainMeaning::kNone);
  ++version_;
}

void PlainKnowledge::learn(const Row& row, const RowMeaning& meaning, const FigureValues& values, SubmissionWork& work) {
  if (row.fields.size() != shape_->layout.columns.size()) return;
  const Lesson lesson{row, meaning, values, work};
  std::uint32_t* of_row = nullptr;
  if (!shape_->meanings.empty()) {
    of_row = learn_words(row);
    if (of_row == nullptr) return;
  }
  if (meaning.period && lesson.region_is_known(*meaning.period)) learn_period(lesson);
  for (std::size_t at = 0; at < columns_.size(); ++at) {
    if (!learn_column_period(lesson, at)) continue;
    const std::string_view text = row.fields[shape_->values[at]].text;
    PlainNumber number;
    if (read_plain_number(text, number)) {
      learn_number(lesson, at, number, of_row != nullptr ? *of_row : columns_[at].meaning);
    } else {
      learn_text(lesson, at, of_row);
    }
  }
}

}  // namespace kaohe

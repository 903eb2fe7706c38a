// SPDX-License-Identifier: Apache-2.0
#include "load/submission/plain/plain_cells.h"

namespace kaohe {

const PlainMeaning* PlainCells::meaning(const PlainKnowledge& knowledge, const PlainMeaning* of_row, std::size_t at) const {
  return of_row != nullptr ? of_row : knowledge.meaning_of_column(at);
}

std::uint16_t PlainCells::missing(const PlainKnowledge& knowledge, const PlainMeaning* of_row, std::size_t at) {
  ++missing_;
  return of_row != nullptr ? of_row->missing(static_cast<std::uint32_t>(shape_.values[at] + 1)) : knowledge.missing_in_column(at);
}

std::uint16_t PlainCells::form_of_number(const PlainKnowledge& knowledge, const PlainMeaning* of_row, std::size_t at, const PlainNumber& number) {
  const auto field = static_cast<std::uint32_t>(shape_.values[at] + 1);
  const PlainMeaning* const of = meaning(knowledge, of_row, at);
  if (of == nullptr) return PlainMeaning::kNone;
  const std::uint16_t form = of->form(field, number);
  return form != PlainMeaning::kNone ? form : counted(knowledge, at, CellFault::kRange, of->form_beyond(field, number));
}

// A mark for what is missing, or nothing that could be used.
std::uint16_t PlainCells::form_of_text(const PlainKnowledge& knowledge, const PlainMeaning* of_row, std::size_t at, std::string_view text) {
  const CellReading reading = read_cell(text, words_);
  if (reading.state == CellState::kMissing) return missing(knowledge, of_row, at);
  const PlainMeaning* const of = meaning(knowledge, of_row, at);
  if (reading.state != CellState::kInvalid || of == nullptr) return PlainMeaning::kNone;
  return counted(knowledge, at, reading.fault, of->invalid(static_cast<std::uint32_t>(shape_.values[at] + 1)));
}

// The form, unless the fault would have to be told.
std::uint16_t PlainCells::counted(const PlainKnowledge& knowledge, std::size_t at, CellFault fault, std::uint16_t form) {
  if (form == PlainMeaning::kNone || !knowledge.only_counts(at, fault)) return PlainMeaning::kNone;
  faults_.add(at, fault);
  return form;
}

bool PlainCells::read(const PlainKnowledge& knowledge, const PlainMeaning* of_row, std::vector<PlainValue>& values) {
  missing_ = 0;
  faults_.begin_row();
  for (std::size_t i = 0; i < values.size(); ++i) {
    PlainValue& value = values[i];
    if (value.is_number) {
      value.form = form_of_number(knowledge, of_row, i, value.number);
    } else {
      value.number.digits = 0;
      value.form = value.text.empty() ? missing(knowledge, of_row, i) : form_of_text(knowledge, of_row, i, value.text);
    }
    if (value.form == PlainMeaning::kNone) return false;
  }
  // Else it may be a label, a note that goes on, or blank.
  return missing_ < values.size() || shape_.period != kNoColumn;
}

void PlainCells::keep(PlainStretch& stretch) {
  stretch.missing += missing_;
  faults_.keep_row(stretch.rows);
}

void PlainCells::finish(PlainStretch& stretch, PlainLog& log) {
  stretch.invalid = faults_.move_to(log.faults);
  stretch.end_fault = log.faults.size();
}

}  // namespace kaohe

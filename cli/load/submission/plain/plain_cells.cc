// SPDX-License-Identifier: Apache-2.0
#include "load/submission/plain/plain_cells.h"

namespace kaohe {

PlainCells::PlainCells(const PlainGround& ground) : shape_(ground.shape), words_(ground.words), faults_(ground.shape.values.size()) {
  for (const std::size_t column : shape_.values) fields_.push_back(static_cast<std::uint32_t>(column + 1));
}

void PlainCells::begin(const PlainKnowledge& knowledge) {
  common_.clear();
  for (std::size_t i = 0; i < fields_.size(); ++i) common_.push_back(&PlainMeaning::common(knowledge.meaning_of_column(i), fields_[i]));
}

std::uint16_t PlainCells::missing(const PlainKnowledge& knowledge, const PlainMeaning* of_row, std::size_t at) {
  ++missing_;
  return of_row != nullptr ? of_row->missing(fields_[at]) : knowledge.missing_in_column(at);
}

// A mark for what is missing, or nothing that could be used.
std::uint16_t PlainCells::form_of_text(const PlainKnowledge& knowledge, const PlainMeaning* of_row, std::size_t at, std::string_view text) {
  const CellReading reading = read_cell(text, words_);
  if (reading.state == CellState::kMissing) return missing(knowledge, of_row, at);
  const PlainMeaning* const of = meaning(knowledge, of_row, at);
  if (reading.state != CellState::kInvalid || of == nullptr) return PlainMeaning::kNone;
  return counted(knowledge, at, reading.fault, of->invalid(fields_[at]));
}

// The form, unless the fault would have to be told.
std::uint16_t PlainCells::counted(const PlainKnowledge& knowledge, std::size_t at, CellFault fault, std::uint16_t form) {
  if (form == PlainMeaning::kNone || !knowledge.only_counts(at, fault)) return PlainMeaning::kNone;
  faults_.add(at, fault);
  return form;
}

// What is no number in its range, or does not fit a cell.
bool PlainCells::read_odd(const PlainKnowledge& knowledge, const PlainMeaning* of_row, std::size_t at, const PlainRowValues& values, FigureCell& cell, PlainLog& log) {
  odd_ = true;
  cell.number = 0;
  if (values.is_number(at)) {
    const PlainNumber number = values.number(at);
    const PlainMeaning* const of = meaning(knowledge, of_row, at);
    if (of == nullptr) return false;
    cell.form = of->form_of_any(fields_[at], number);
    if (of->is_beyond(number)) cell.form = counted(knowledge, at, CellFault::kRange, cell.form);
    if (cell.form != PlainMeaning::kNone) cell.number = log.number(number.digits);
  } else {
    const std::string_view text = values.text(at);
    cell.form = text.empty() ? missing(knowledge, of_row, at) : form_of_text(knowledge, of_row, at, text);
  }
  return cell.form != PlainMeaning::kNone;
}

void PlainCells::finish(PlainStretch& stretch, PlainLog& log) {
  stretch.invalid = faults_.move_to(log.faults);
  stretch.end_fault = log.faults.size();
}

}  // namespace kaohe

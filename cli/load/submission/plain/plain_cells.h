// SPDX-License-Identifier: Apache-2.0
// What the values of a row at a glance mean: a plain number in its range, nothing, or something that cannot be used as so
// many before it that it is counted only. The one reader of cells (cells/cell.h) says so, or has said so of one like it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "load/submission/plain/plain_knowledge.h"
#include "load/submission/plain/plain_log.h"
#include "load/submission/plain/plain_value.h"

namespace kaohe {

// For one thread.
class PlainCells {
 public:
  // The ground must outlive it.
  explicit PlainCells(const PlainGround& ground) : shape_(ground.shape), words_(ground.words), faults_(ground.shape.values.size()) {}

  // Finds the form of each value. `of_row` is the meaning of the row, where its words have one. False where one is not plain, or the
  // row may be none of data.
  [[nodiscard]] bool read(const PlainKnowledge& knowledge, const PlainMeaning* of_row, std::vector<PlainValue>& values);
  // The row at hand is one of the stretch: what cannot be used and what is missing in it is counted.
  void keep(PlainStretch& stretch);
  // The stretch is at its end.
  void finish(PlainStretch& stretch, PlainLog& log);

 private:
  [[nodiscard]] const PlainMeaning* meaning(const PlainKnowledge& knowledge, const PlainMeaning* of_row, std::size_t at) const;
  [[nodiscard]] std::uint16_t missing(const PlainKnowledge& knowledge, const PlainMeaning* of_row, std::size_t at);
  [[nodiscard]] std::uint16_t form_of_number(const PlainKnowledge& knowledge, const PlainMeaning* of_row, std::size_t at, const PlainNumber& number);
  [[nodiscard]] std::uint16_t form_of_text(const PlainKnowledge& knowledge, const PlainMeaning* of_row, std::size_t at, std::string_view text);
  [[nodiscard]] std::uint16_t counted(const PlainKnowledge& knowledge, std::size_t at, CellFault fault, std::uint16_t form);

  const PlainShape& shape_;
  const WordIndex& words_;
  std::uint32_t missing_ = 0;  // of the row at hand
  PlainFaults faults_;         // of the stretch
};

}  // namespace kaohe

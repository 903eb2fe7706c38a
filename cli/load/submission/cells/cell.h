// SPDX-License-Identifier: Apache-2.0
// One value cell: a number, a missing mark, or text that is neither. Nothing here knows what the number is of.
//
// Read: full-width digits and signs, blanks, groups of thousands (only whole ones: 1,234,567.8), a sign, a unit behind
// the number. Missing: nothing at all, a lone dash, the marks of data/headers.toml; never zero. All else is a fault with
// a problem code of its own: what a typist meant by "1,2" or "约60" is not ours to guess.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/exact.h"
#include "base/problem.h"
#include "load/submission/submission_words.h"
#include "model/indicator.h"
#include "model/submission.h"

namespace kaohe {

// Why a cell cannot be used.
enum class CellFault : std::uint8_t {
  kNone, kApproximate, kDate, kDisagrees, kExponent, kFormula, kGroup, kNoNumber, kLetter, kTwoPercents, kRange, kTooLong, kUnitDimension, kUnitUnknown
};
inline constexpr std::size_t kCellFaults = 14;
[[nodiscard]] std::string_view problem_code(CellFault fault);

struct CellReading {
  CellState state = CellState::kMissing;
  Decimal number;    // with kValue
  std::string unit;  // with kValue: as written behind the number, without blanks; may be empty
  CellFault fault = CellFault::kNone;  // with kInvalid
};

[[nodiscard]] CellReading read_cell(std::string_view text, const WordIndex& words);
// What stands behind a number is no unit that we know: unknown, or no number where it is no word at all (85.8%%, 3.1.4,
// 17.8(267)).
[[nodiscard]] CellFault fault_of_unit(std::string_view unit);
// Tells a cell that cannot be used. `hint` replaces the usual one where it is not empty.
void tell_cell_fault(Problems& problems, CellFault fault, const Place& place, std::string_view text, const Indicator& indicator, Phrase hint = {});

}  // namespace kaohe

// SPDX-License-Identifier: Apache-2.0
// What in a plan's text binds somebody: figures, years and dates, and words such as 不低于 or 每年.
//
// Not counted: a heading's own number, the number of a document (〔2017〕13号), letters with digits (PM2.5), what stands
// in 《》 or in a short “” (a name), an ordinal (第三), and 一个 or 一批, which bind to no number.
#pragma once

#include <string>
#include <vector>

#include "base/exact.h"
#include "compare/prose.h"

namespace kaohe {

enum class MarkKind : std::uint8_t { kFigure, kYear, kWord };
[[nodiscard]] std::string_view word(MarkKind kind);  // "figure", "year", "word"

struct Mark {
  MarkKind kind = MarkKind::kFigure;
  Stretch where;
  std::vector<Rational> values;       // figure: as written, and with 万 or 亿 multiplied out
  bool share = false;                 // figure: with % or ‰, or a fraction
  int year = 0, month = 0, day = 0;   // year; 0 where not said
};

[[nodiscard]] std::vector<Mark> marks_of(const Prose& prose);

}  // namespace kaohe

// SPDX-License-Identifier: Apache-2.0
// What the checks ask of the figures. Private to the room.
//
// A check goes through the series in the order of the table, each range of them by whoever is free: what it finds in one must
// not depend on another. What concerns a whole indicator, lineage or series is asked
// once and not at each figure; a series that a check has nothing to say about costs nothing more. Where all is plain the
// answer "nothing to tell" comes from whole numbers (plain_spread.h), and only what does not agree so is looked at with
// Rational, which alone decides what is told.
#pragma once

#include <span>
#include <string>
#include <utility>
#include <vector>

#include "base/crew.h"
#include "base/problem.h"
#include "crosscheck/findings.h"
#include "model/catalog.h"
#include "model/check.h"
#include "model/submission.h"

namespace kaohe {

// A value with what rounding as written may have hidden: it lies between low and high.
struct Spread {
  Rational low, high;
};

using Series = FigureTable::Series;

// All series of a table, in pieces that threads may look at side by side. Those of one lineage are in one piece.
struct Ranges {
  Ranges(const FigureTable& figures, Crew& all);

  Crew& crew;
  std::vector<std::span<const Series>> of;
};

// What one check works with and tells.
struct CheckWork {
  const Catalog& catalog;
  const FigureTable& figures;
  const Check& check;
  const FileList& files;
  const Ranges& ranges;
  std::span<const Series> looked_at;  // one range, or all
  Findings& findings;

  [[nodiscard]] bool wants(std::size_t indicator) const;
  // One answer for each indicator of the catalog: wanted, and as `fits` says.
  template <typename Fits>
  [[nodiscard]] std::vector<bool> wanted(const Fits& fits) const {
    std::vector<bool> out(catalog.indicators.indicators.size());
    for (std::size_t i = 0; i < out.size(); ++i) out[i] = wants(i) && fits(catalog.indicators[i]);
    return out;
  }
  // nullptr: no such indicator, or nothing of it.
  [[nodiscard]] const Series* series(std::uint32_t lineage, std::size_t indicator) const;
  // A value; none where there is none. `series` may be nullptr, `period` is its number.
  [[nodiscard]] FigureRef value(const Series* series, std::size_t period) const;
  // By the number of a period, that of the one before it; figures.periods().size() where that does not occur, or for other kinds.
  enum class Which { kYears, kAll };
  [[nodiscard]] std::vector<std::size_t> periods_before(Which which) const;

  // "九江市 2020 “森林面积” 30 万公顷（f.csv C3）"
  [[nodiscard]] Phrase naming(const FigureRef& figure) const;
  // The last digit as written may have been rounded by half of itself; whole counts are counted.
  [[nodiscard]] Spread spread_of(const FigureRef& figure) const;
  // Would it be counted only? Then it is.
  [[nodiscard]] bool counted(const FigureRef& at) const { return findings.counted(at.place()); }
  void tell(const FigureRef& at, Phrase message) const { findings.add(at.place(), at.written().text(), std::move(message)); }
};

void check_parts(const CheckWork& work);
void check_ratio(const CheckWork& work);
void check_months(const CheckWork& work);
void check_balance(const CheckWork& work);
void check_jump(const CheckWork& work);
void check_same_year(const CheckWork& work);
void check_on_target(const CheckWork& work);  // looks at all of them, and shares them out itself

}  // namespace kaohe

// SPDX-License-Identifier: Apache-2.0
// What the checks ask of the figures. Private to the room.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "base/problem.h"
#include "model/catalog.h"
#include "model/check.h"
#include "model/submission.h"

namespace kaohe {

// A value with what rounding as written may have hidden: it lies between low and high.
struct Spread {
  Rational low, high;
};

class FigureFinder {
 public:
  using Series = FigureTable::Series;

  FigureFinder(const Catalog& catalog, const FigureTable& figures) : catalog_(catalog), table_(figures) {}

  // A value; none where there is none.
  [[nodiscard]] FigureRef find(std::uint32_t region, std::size_t indicator, const Period& period) const;
  [[nodiscard]] const std::vector<Series>& series() const { return table_.series(); }
  // Those of a series, by period.
  [[nodiscard]] std::vector<FigureRef> all(const Series& series) const;
  [[nodiscard]] const FigureTable& table() const { return table_; }
  [[nodiscard]] std::uint32_t lineage(std::uint32_t region) const;

 private:
  const Catalog& catalog_;
  const FigureTable& table_;
};

// What one check works with and tells.
struct CheckWork {
  const Catalog& catalog;
  const FigureFinder& figures;
  const Check& check;
  Problems& problems;

  [[nodiscard]] bool wants(std::size_t indicator) const;
  // "九江市 2020 “森林面积” 30 万公顷（f.csv C3）"
  [[nodiscard]] Phrase naming(const FigureRef& figure) const;
  // The last digit as written may have been rounded by half of itself; whole counts are counted.
  [[nodiscard]] Spread spread_of(const FigureRef& figure) const;
  void tell(const FigureRef& at, const Phrase& message) const;
};

void check_parts(const CheckWork& work);
void check_ratio(const CheckWork& work);
void check_months(const CheckWork& work);
void check_balance(const CheckWork& work);
void check_jump(const CheckWork& work);
void check_same_year(const CheckWork& work);
void check_on_target(const CheckWork& work);

}  // namespace kaohe

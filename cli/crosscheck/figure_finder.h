// SPDX-License-Identifier: Apache-2.0
// What the checks ask of the figures. Private to the room.
#pragma once

#include <span>
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
  // `figures` are sorted by lineage, indicator and period.
  FigureFinder(const Catalog& catalog, const std::vector<Figure>& figures);

  // A value; nullptr where there is none.
  [[nodiscard]] const Figure* find(std::uint32_t region, std::size_t indicator, const Period& period) const;
  // All figures of one region and indicator, by period.
  struct Series {
    std::uint32_t lineage;
    std::size_t indicator;
    std::span<const Figure> figures;
  };
  [[nodiscard]] const std::vector<Series>& series() const { return series_; }
  [[nodiscard]] std::uint32_t lineage(std::uint32_t region) const;

 private:
  [[nodiscard]] const Series* find_series(std::uint32_t lineage, std::size_t indicator) const;

  const Catalog& catalog_;
  std::vector<Series> series_;
};

// What one check works with and tells.
struct CheckWork {
  const Catalog& catalog;
  const FigureFinder& figures;
  const Check& check;
  Problems& problems;

  [[nodiscard]] bool wants(std::size_t indicator) const;
  // "九江市 2020 “森林面积” 30 万公顷（f.csv C3）"
  [[nodiscard]] Phrase naming(const Figure& figure) const;
  // The last digit as written may have been rounded by half of itself; whole counts are counted.
  [[nodiscard]] Spread spread_of(const Figure& figure) const;
  void tell(const Figure& at, const Phrase& message) const;
};

void check_parts(const CheckWork& work);
void check_ratio(const CheckWork& work);
void check_months(const CheckWork& work);
void check_balance(const CheckWork& work);
void check_jump(const CheckWork& work);
void check_same_year(const CheckWork& work);
void check_on_target(const CheckWork& work);

}  // namespace kaohe

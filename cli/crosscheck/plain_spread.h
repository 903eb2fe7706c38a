// SPDX-License-Identifier: Apache-2.0
// Sums of spreads in whole numbers, in halves of the eighteenth digit behind the point. Only for cells in their
// indicator's own unit; for all others, and where a sum grows too long, there is no such sum and Rational has to say.
#pragma once

#include <optional>

#include "base/wide.h"
#include "crosscheck/figure_finder.h"

namespace kaohe {

class PlainSpread {
 public:
  explicit PlainSpread(const CheckWork& work) : work_(work) {}

  // A sum that is not plain stays so.
  void add(const FigureCell& cell);
  // This sum, over `parts`, and another meet; nullopt: not both are plain.
  [[nodiscard]] std::optional<bool> meets(const PlainSpread& other, int parts = 1) const;
  // All of this sum is above all of the other one.
  [[nodiscard]] std::optional<bool> above(const PlainSpread& other) const;

 private:
  const CheckWork& work_;
  bool plain_ = true;
  Wide low_ = 0, high_ = 0;
};

}  // namespace kaohe

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>

#include "model/figure_table.h"
#include "model/verdict.h"

namespace kaohe {

// The figures that are marked as preliminary or estimated.
class FigureMarks {
 public:
  struct Mark;
  FigureMarks() = default;
  explicit FigureMarks(const FigureTable& figures);

  [[nodiscard]] bool empty() const { return marked_.empty(); }
  // A verdict that rests on such a figure says so in its reason.
  void note(Verdict& verdict) const;

 private:
  std::map<Place, const Mark*> marked_;
};

}  // namespace kaohe

// SPDX-License-Identifier: Apache-2.0
// The figures that judging may use: those whose period has ended by the as-of date, found by unit, indicator and period.
#pragma once

#include <cstdint>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "model/region.h"
#include "model/submission.h"

namespace kaohe {

struct FigureKey {
  std::uint32_t lineage = kNoRegion;
  std::size_t indicator = kNoIndicator;
  Period period;

  friend bool operator==(const FigureKey&, const FigureKey&) = default;
};

struct FigureKeyHash {
  std::size_t operator()(const FigureKey& key) const;
};

class FigureIndex {
 public:
  // Both must outlive the index.
  FigureIndex(const std::vector<Figure>& figures, const Register& regions, const Date& as_of);

  [[nodiscard]] const Figure* find(std::uint32_t lineage, std::size_t indicator, const Period& period) const;
  // Was any figure of this unit and indicator handed in for periods of `kind`?
  [[nodiscard]] bool has_kind(std::uint32_t lineage, std::size_t indicator, PeriodKind kind) const;
  // Was anything at all handed in for this indicator, by any unit and period? Saves looking into every part.
  [[nodiscard]] bool has_indicator(std::size_t indicator) const { return indicators_.count(indicator) > 0; }
  // Figures of this unit and indicator with a value, in the order of their periods.
  [[nodiscard]] std::vector<const Figure*> series(std::uint32_t lineage, std::size_t indicator) const;
  [[nodiscard]] std::size_t size() const { return by_key_.size(); }
  [[nodiscard]] std::uint64_t set_aside() const { return set_aside_; }

 private:
  std::unordered_map<FigureKey, const Figure*, FigureKeyHash> by_key_;
  std::unordered_map<std::uint64_t, std::vector<const Figure*>> by_unit_;  // lineage and indicator
  std::unordered_set<std::size_t> indicators_;
  std::uint64_t set_aside_ = 0;
};

}  // namespace kaohe

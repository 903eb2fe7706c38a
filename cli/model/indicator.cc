// SPDX-License-Identifier: Apache-2.0
#include "model/indicator.h"

namespace kaohe {

std::string_view word(Better better) {
  switch (better) {
    case Better::kHigher: return "higher";
    case Better::kLower: return "lower";
    case Better::kNeither: break;
  }
  return "neither";
}

std::string_view word(Fold fold) {
  switch (fold) {
    case Fold::kNone: break;
    case Fold::kSum: return "sum";
    case Fold::kMean: return "mean";
    case Fold::kLast: return "last";
    case Fold::kMax: return "max";
    case Fold::kMin: return "min";
    case Fold::kWeightedMean: return "weighted-mean";
  }
  return "none";
}

std::optional<std::size_t> IndicatorTable::find_id(std::string_view id) const {
  const auto found = by_id.find(id);
  return found == by_id.end() ? std::nullopt : std::optional<std::size_t>(found->second);
}

}  // namespace kaohe

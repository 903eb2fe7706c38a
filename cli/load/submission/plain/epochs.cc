// SPDX-License-Identifier: Apache-2.0
#include "load/submission/plain/epochs.h"

#include <algorithm>

namespace kaohe {

Epochs::Epochs(const Register& regions) {
  const auto add = [this](const Date& day) {
    for (const int years : {-1, 0, 1}) {
      Date of = day;
      of.year = static_cast<std::int16_t>(of.year + years);
      if (!of.valid()) --of.day;  // 29 February
      for (const int days : {-1, 0, 1, 2}) begins_.push_back(days_since_epoch(of) + days);
    }
  };
  for (const Region& region : regions.regions) {
    add(region.from);
    if (region.to) add(*region.to);
  }
  std::sort(begins_.begin(), begins_.end());
  begins_.erase(std::unique(begins_.begin(), begins_.end()), begins_.end());
}

std::uint32_t Epochs::of(const Date& day) const {
  return static_cast<std::uint32_t>(std::upper_bound(begins_.begin(), begins_.end(), days_since_epoch(day)) - begins_.begin());
}

}  // namespace kaohe

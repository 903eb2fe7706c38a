// SPDX-License-Identifier: Apache-2.0
// What is measured (data/indicators.toml). Two definitions are two indicators.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/exact.h"
#include "base/phrase.h"
#include "base/place.h"
#include "model/date.h"
#include "model/name_index.h"
#include "model/unit.h"

namespace kaohe {

enum class Better { kHigher, kLower, kNeither };
enum class Fold { kNone, kSum, kMean, kLast, kMax, kMin, kWeightedMean };  // kLast over time only, kWeightedMean over regions only

[[nodiscard]] std::string_view word(Better better);
[[nodiscard]] std::string_view word(Fold fold);

inline constexpr std::size_t kNoIndicator = SIZE_MAX;

struct Range {
  std::optional<Rational> low;   // in the indicator's unit, inclusive
  std::optional<Rational> high;  // in the indicator's unit, inclusive
  std::string text;              // "0 % .. 100 %" as written
};

struct Indicator {
  std::string id;
  std::vector<std::string> names_zh;  // the first is the one reports use
  std::vector<std::string> names_en;
  UnitOfMeasure unit;
  Range range;
  Better better = Better::kNeither;
  PeriodKind period = PeriodKind::kYear;
  Fold over_time = Fold::kNone;
  Fold over_regions = Fold::kNone;          // how direct parts make the whole; kNone with a numerator: ratio of sums
  std::size_t numerator = kNoIndicator;     // ratio of sums: numerator / denominator, in `unit`
  std::size_t denominator = kNoIndicator;
  std::size_t weight = kNoIndicator;        // with over_regions = kWeightedMean
  std::vector<std::size_t> unlike;          // published under like names, yet another definition: kept apart so that no rule takes them
  std::string standard;                     // "GB/T 26424" or empty
  Phrase definition;
  Place place;

  [[nodiscard]] Phrase name() const {
    return {names_zh.empty() ? id : names_zh.front(), names_en.empty() ? id : names_en.front()};
  }
  [[nodiscard]] bool is_ratio() const { return numerator != kNoIndicator; }
};

struct IndicatorTable {
  std::vector<Indicator> indicators;
  std::map<std::string, std::size_t, std::less<>> by_id;
  NameIndex<std::size_t> by_name;  // name_key(name or id) → indices

  [[nodiscard]] const Indicator& operator[](std::size_t index) const { return indicators[index]; }
  [[nodiscard]] std::optional<std::size_t> find_id(std::string_view id) const;
};

}  // namespace kaohe

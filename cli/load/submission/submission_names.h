// SPDX-License-Identifier: Apache-2.0
// Periods, indicators and units as a submission writes them. Every text is understood once and remembered.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/exact.h"
#include "base/phrase.h"
#include "base/problem.h"
#include "load/submission/submission_words.h"
#include "model/catalog.h"
#include "model/date.h"

namespace kaohe {

inline constexpr std::uint32_t kNoUnit = UINT32_MAX;

struct IndicatorMatch {
  std::size_t index = kNoIndicator;      // set when exactly one indicator is named
  std::vector<std::size_t> candidates;   // more than one: ambiguous; none: unknown
  std::uint32_t unit = kNoUnit;          // of "湿地面积（万公顷）"
  std::string unknown_unit;              // what stands in brackets is no unit
};

// Multiply by `factor` to come to the indicator's unit.
struct UnitConversion {
  bool possible = false;
  bool same = false;  // factor is 1
  Rational factor{1};
};

// "数值（%）" to "数值" and "%"; the second is empty where there are no brackets at the end. Widths are folded.
struct Bracketed {
  std::string name;
  std::string inside;
};
[[nodiscard]] Bracketed split_brackets(std::string_view text);

void tell_ambiguous_indicator(Problems& problems, const IndicatorTable& indicators, const Place& place,
                              std::string_view text, const std::vector<std::size_t>& candidates);

class SubmissionNames {
 public:
  explicit SubmissionNames(const Catalog& catalog) : catalog_(catalog) {}

  [[nodiscard]] const std::optional<Period>& period(std::string_view text);
  [[nodiscard]] const IndicatorMatch& indicator(std::string_view text);
  // A handle of the unit, kNoUnit where it is unknown.
  [[nodiscard]] std::uint32_t unit(std::string_view text);
  [[nodiscard]] const UnitOfMeasure& unit(std::uint32_t handle) const { return units_[handle]; }
  [[nodiscard]] const IndicatorTable& indicators() const { return catalog_.indicators; }
  [[nodiscard]] const UnitConversion& conversion(std::size_t indicator, std::uint32_t unit);
  // The nearest names. A file with thousands of unknown words is not searched for each: then they are empty.
  [[nodiscard]] Phrase unit_hint(std::string_view text) const;
  [[nodiscard]] Phrase indicator_hint(std::string_view text) const;

 private:
  [[nodiscard]] IndicatorMatch match(std::string_view text);
  [[nodiscard]] std::vector<std::size_t> by_name(std::string_view name) const;

  const Catalog& catalog_;
  mutable std::size_t hints_ = 0;
  TextMap<std::optional<Period>> periods_;
  TextMap<IndicatorMatch> indicators_;
  TextMap<std::uint32_t> unit_handles_;
  std::vector<UnitOfMeasure> units_;
  std::unordered_map<std::uint64_t, UnitConversion> conversions_;
};

}  // namespace kaohe

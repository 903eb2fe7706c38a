// SPDX-License-Identifier: Apache-2.0
// Value cells to figures: the number, its unit, its place in the indicator's range, and what is to be noted of it.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "load/submission/submission_work.h"

namespace kaohe {

struct ValueCell {
  std::string_view text;
  Place place;
  std::size_t indicator = kNoIndicator;
  std::uint32_t unit = kNoUnit;  // given by the row, the column or the file
  int power_of_ten = 0;          // SDMX UNIT_MULT
  bool unfit = false;            // its unit was told to be unusable already: a number here is invalid in silence
};

// For one file.
class FigureValues {
 public:
  explicit FigureValues(SubmissionWork& work);

  // Sets state, written, unit, value, indicator and place of `figure`.
  void read(const ValueCell& cell, Figure& figure);
  // May the values of this percentage still turn out to be fractions?
  [[nodiscard]] bool watches(std::size_t indicator) const { return told_[indicator].all_fractions; }
  // Tells what only the whole file shows: percentages handed in as fractions.
  void finish();

 private:
  struct Told {  // of one indicator
    bool assumed = false;
    std::vector<std::uint32_t> converted;
    std::vector<std::uint32_t> differs;
    std::vector<std::uint32_t> two_units;
    std::uint64_t fractions = 0;
    bool all_fractions = true;
    bool decimals = false;
    Place first, last;
  };
  [[nodiscard]] bool is_missing_value(std::string_view text) const;
  // 17.8万公顷(267万亩): the unit before the brackets; kNoUnit where `written` is not of that form. `disagrees` is set
  // where what stands in the brackets is not the same, within the last digits of both.
  [[nodiscard]] std::uint32_t first_of_two(const ValueCell& cell, std::string_view written, const Decimal& number, bool& disagrees);
  bool take_unit(const ValueCell& cell, std::string_view written, Figure& figure);
  void tell_difference(const ValueCell& cell, std::uint32_t own);
  void tell_assumed(const ValueCell& cell);
  void tell_converted(const ValueCell& cell, std::uint32_t unit, const Rational& factor);
  void watch_fraction(const ValueCell& cell, const Figure& figure);

  SubmissionWork& work_;
  std::vector<Told> told_;
};

}  // namespace kaohe

// SPDX-License-Identifier: Apache-2.0
// What a plain number means under an indicator and a unit: the form it is kept in, for each number of digits behind the
// point that was seen in each column, and whether it lies in the indicator's range.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "load/submission/figure_store.h"
#include "load/submission/plain/plain_number.h"
#include "model/indicator.h"

namespace kaohe {

class PlainMeaning {
 public:
  static constexpr std::size_t kScales = kMostDigits + 1;
  static constexpr std::uint16_t kNone = UINT16_MAX;

  PlainMeaning(std::size_t number, const Indicator& indicator, std::string unit, const Rational& factor)
      : number_(number), indicator_(&indicator), unit_(std::move(unit)), factor_(factor) {}

  [[nodiscard]] std::size_t indicator() const { return number_; }
  // A share, which may have been handed in as a fraction.
  [[nodiscard]] bool is_percentage() const { return indicator_->unit.id == "%" && unit_ == "%"; }
  struct Common {  // numbers in range that fit a cell; as made, none
    std::int32_t low = 1, high = 0;
    std::uint16_t form = kNone;
    [[nodiscard]] bool holds(std::int64_t digits) const { return digits >= low && digits <= high; }
  };
  using Commons = std::array<Common, kScales + 1>;  // by digits behind the point; nothing is common of what is no number
  // Those in that field of the row that were seen, until something is learnt. nullptr: nothing is common.
  [[nodiscard]] static const Commons& common(const PlainMeaning* of, std::uint32_t field) {
    return of != nullptr && of->settled_ && field - of->first_ < of->fields_ ? of->forms_[field - of->first_].common : kNoneCommon;
  }
  // The form of such a number in that field; kNone where none like it was seen there.
  [[nodiscard]] std::uint16_t form_of_any(std::uint32_t field, const PlainNumber& number) const;
  // It is out of range.
  [[nodiscard]] bool is_beyond(const PlainNumber& number) const;
  // Of a blank cell.
  [[nodiscard]] std::uint16_t missing(std::uint32_t field) const { return field - first_ < fields_ ? forms_[field - first_].missing : kNone; }
  // Of one that is no number.
  [[nodiscard]] std::uint16_t invalid(std::uint32_t field) const { return field - first_ < fields_ ? forms_[field - first_].invalid : kNone; }

  // Whether percentages may still turn out to be fractions; until they are known not to be, no number of them is plain. True where
  // that is new.
  bool settle(bool settled) { return std::exchange(settled_, settled) != settled; }
  // Numbers like this one (its digits behind the point, in range or not, large or not), blank cells, and cells that are no
  // number, are seen in that field. True where that is new.
  bool learn_number(FigureStore& store, std::uint32_t field, const PlainNumber& number);
  bool learn_missing(FigureStore& store, std::uint32_t field);
  bool learn_invalid(FigureStore& store, std::uint32_t field);

 private:
  static const Commons kNoneCommon;
  struct Range {  // of digits; as made, nothing is in it
    std::int64_t low = 1, high = 0;
  };
  struct Forms {
    Commons common;
    std::array<std::uint16_t, 4 * kScales> any;  // by digits behind the point and kind
    std::uint16_t missing = kNone, invalid = kNone;
    Forms() { any.fill(kNone); }
  };
  [[nodiscard]] Range range_of(int scale) const;
  [[nodiscard]] std::size_t kind_of(const PlainNumber& number) const;
  Forms& forms_at(std::uint32_t field);
  [[nodiscard]] FigureForm base(const FigureStore& store, std::uint32_t field, CellState state) const;
  [[nodiscard]] std::uint16_t number_form(FigureStore& store, std::uint32_t field, const PlainNumber& number) const;

  std::size_t number_;
  const Indicator* indicator_;
  std::string unit_;
  Rational factor_;
  bool settled_ = false;
  std::array<Range, kScales> ranges_;  // by digits behind the point, of numbers that were seen
  std::uint32_t first_ = 0;    // field of …
  std::uint32_t fields_ = 0;   // … so many
  std::vector<Forms> forms_;   // by field
};

}  // namespace kaohe

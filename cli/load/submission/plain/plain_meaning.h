// SPDX-License-Identifier: Apache-2.0
// What a plain number means under an indicator and a unit: the form it is kept in, and the digits that lie in the
// indicator's range, for each number of digits behind the point that was seen in each column.
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
  static constexpr int kScales = 19;
  static constexpr std::uint16_t kNone = UINT16_MAX;

  PlainMeaning(std::size_t number, const Indicator& indicator, std::string unit, const Rational& factor)
      : number_(number), indicator_(&indicator), unit_(std::move(unit)), factor_(factor) {}

  [[nodiscard]] std::size_t indicator() const { return number_; }
  // A share, which may have been handed in as a fraction.
  [[nodiscard]] bool is_percentage() const { return indicator_->unit.id == "%" && unit_ == "%"; }
  // The form of such a number in that field of the row; kNone where it is out of range, or none like it was seen there.
  [[nodiscard]] std::uint16_t form(std::uint32_t field, const PlainNumber& number) const {
    if (!settled_ || field - first_ >= fields_) return kNone;
    const InRange& in_range = forms_[field - first_].in_range[static_cast<std::size_t>(number.scale)];
    return number.digits >= in_range.low && number.digits <= in_range.high ? in_range.form : kNone;
  }
  // Of one that is out of range.
  [[nodiscard]] std::uint16_t form_beyond(std::uint32_t field, const PlainNumber& number) const {
    if (field - first_ >= fields_) return kNone;
    const Forms& forms = forms_[field - first_];
    const auto scale = static_cast<std::size_t>(number.scale);
    const InRange& in_range = forms.in_range[scale];
    return number.digits < in_range.low || number.digits > in_range.high ? forms.beyond[scale] : kNone;
  }
  // Of a blank cell.
  [[nodiscard]] std::uint16_t missing(std::uint32_t field) const { return field - first_ < fields_ ? forms_[field - first_].missing : kNone; }
  // Of one that is no number.
  [[nodiscard]] std::uint16_t invalid(std::uint32_t field) const { return field - first_ < fields_ ? forms_[field - first_].invalid : kNone; }

  // Whether percentages may still turn out to be fractions; until they are known not to be, no number of them is plain. True where
  // that is new.
  bool settle(bool settled) { return std::exchange(settled_, settled) != settled; }
  // Numbers with so many digits behind the point, such that are out of range, blank cells, and cells that are no number, are
  // seen in that field. True where that is new.
  bool learn_scale(FigureStore& store, std::uint32_t field, int scale);
  bool learn_beyond(FigureStore& store, std::uint32_t field, const PlainNumber& number);
  bool learn_missing(FigureStore& store, std::uint32_t field);
  bool learn_invalid(FigureStore& store, std::uint32_t field);

 private:
  struct InRange {  // as made, no number is
    std::int64_t low = 1, high = 0;
    std::uint16_t form = kNone;
  };
  struct Forms {
    Forms() { beyond.fill(kNone); }
    std::array<InRange, kScales> in_range;  // by digits behind the point
    std::array<std::uint16_t, kScales> beyond;
    std::uint16_t missing = kNone, invalid = kNone;
  };
  [[nodiscard]] InRange in_range(int scale) const;
  Forms& forms_at(std::uint32_t field);
  [[nodiscard]] FigureForm base(const FigureStore& store, std::uint32_t field, CellState state) const;
  [[nodiscard]] std::uint16_t number_form(FigureStore& store, std::uint32_t field, int scale, CellState state) const;

  std::size_t number_;
  const Indicator* indicator_;
  std::string unit_;
  Rational factor_;
  bool settled_ = false;
  std::uint32_t first_ = 0;    // field of …
  std::uint32_t fields_ = 0;   // … so many
  std::vector<Forms> forms_;   // by field
};

}  // namespace kaohe

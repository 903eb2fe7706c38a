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
    const auto scale = static_cast<std::size_t>(number.scale);
    const Limits& limits = limits_[scale];
    return settled_ && field - first_ < forms_.size() && number.digits >= limits.low && number.digits <= limits.high ? forms_[field - first_].of_scale[scale] : kNone;
  }
  // Of one that is out of range.
  [[nodiscard]] std::uint16_t form_beyond(std::uint32_t field, const PlainNumber& number) const {
    const auto scale = static_cast<std::size_t>(number.scale);
    const bool beyond = number.digits < limits_[scale].low || number.digits > limits_[scale].high;
    return beyond && field - first_ < forms_.size() ? forms_[field - first_].beyond[scale] : kNone;
  }
  // Of a blank cell.
  [[nodiscard]] std::uint16_t missing(std::uint32_t field) const { return field - first_ < forms_.size() ? forms_[field - first_].missing : kNone; }
  // Of one that is no number.
  [[nodiscard]] std::uint16_t invalid(std::uint32_t field) const { return field - first_ < forms_.size() ? forms_[field - first_].invalid : kNone; }

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
  struct Limits {  // as made, no number lies within them
    std::int64_t low = 1, high = 0;
  };
  struct Forms {
    Forms() { of_scale.fill(kNone), beyond.fill(kNone); }
    std::array<std::uint16_t, kScales> of_scale, beyond;
    std::uint16_t missing = kNone, invalid = kNone;
  };
  [[nodiscard]] Limits limits_at(int scale) const;
  Forms& forms_at(std::uint32_t field);
  [[nodiscard]] FigureForm base(const FigureStore& store, std::uint32_t field, CellState state) const;
  [[nodiscard]] std::uint16_t number_form(FigureStore& store, std::uint32_t field, int scale, CellState state) const;

  std::size_t number_;
  const Indicator* indicator_;
  std::string unit_;
  Rational factor_;
  bool settled_ = false;
  std::array<Limits, kScales> limits_;
  std::uint32_t first_ = 0;    // field of …
  std::vector<Forms> forms_;   // … the first of these
};

}  // namespace kaohe

// SPDX-License-Identifier: Apache-2.0
// What a plain number means under an indicator and a unit: the form it is kept in, and the digits that lie in the
// indicator's range, for each number of digits behind the point.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
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
  [[nodiscard]] bool holds(const PlainNumber& number) {
    Limits& limits = limits_[static_cast<std::size_t>(number.scale)];
    if (!limits.known) limits = limits_at(number.scale);
    return number.digits >= limits.low && number.digits <= limits.high;
  }
  // Of cells in that field of the file; kNone where the table has no room for it.
  [[nodiscard]] std::uint16_t form(FigureStore& store, std::uint32_t field, int scale);
  [[nodiscard]] std::uint16_t missing(FigureStore& store, std::uint32_t field);

 private:
  struct Limits {
    bool known = false;
    std::int64_t low = 0, high = 0;
  };
  struct Forms {
    std::array<std::uint16_t, kScales> of_scale;
    std::uint16_t missing = kNone;
  };
  [[nodiscard]] Limits limits_at(int scale) const;
  Forms& forms_at(std::uint32_t field);
  [[nodiscard]] FigureForm base(FigureStore& store, std::uint32_t field) const;

  std::size_t number_;
  const Indicator* indicator_;
  std::string unit_;
  Rational factor_;
  std::array<Limits, kScales> limits_;
  std::vector<Forms> forms_;  // by field
};

}  // namespace kaohe

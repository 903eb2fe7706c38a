// SPDX-License-Identifier: Apache-2.0
#include "crosscheck/plain_spread.h"

#include <array>

namespace kaohe {
namespace {

constexpr int kDigits = 18;

constexpr std::array<std::int64_t, kDigits + 1> powers_of_ten() {
  std::array<std::int64_t, kDigits + 1> powers = {1};
  for (std::size_t i = 1; i < powers.size(); ++i) powers[i] = powers[i - 1] * 10;
  return powers;
}

constexpr std::array<std::int64_t, kDigits + 1> kPowers = powers_of_ten();

const Rational& one() {
  static const Rational kOne = 1;
  return kOne;
}

}  // namespace

void PlainSpread::add(const FigureCell& cell) {
  const FigureForm* form = plain_ ? work_.figures.form(cell) : nullptr;
  plain_ = form != nullptr && form->state == CellState::kValue && form->scale >= 0 && form->scale <= kDigits && form->factor == one();
  if (!plain_) return;
  const auto scale = static_cast<std::size_t>(int{form->scale});
  const std::int64_t digits = work_.figures.digits(cell);
  const bool counted = digits % kPowers[scale] == 0 && work_.catalog.indicators[form->indicator].unit.dimension == "count";
  const Wide digit = kPowers[kDigits - scale];
  const Wide twice = static_cast<Wide>(digits) * 2;
  const Wide half = counted ? 0 : 1;
  plain_ = kaohe::add(low_, (twice - half) * digit, low_) && kaohe::add(high_, (twice + half) * digit, high_);
}

std::optional<bool> PlainSpread::meets(const PlainSpread& other, int parts) const {
  Wide low = 0, high = 0;
  if (!plain_ || !other.plain_ || !multiply(other.low_, parts, low) || !multiply(other.high_, parts, high)) return std::nullopt;
  return low_ <= high && low <= high_;
}

std::optional<bool> PlainSpread::above(const PlainSpread& other) const {
  if (!plain_ || !other.plain_) return std::nullopt;
  return low_ > other.high_;
}

}  // namespace kaohe

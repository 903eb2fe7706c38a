// SPDX-License-Identifier: Apache-2.0
// What stands in the value cells of a row at a glance: plain numbers, or texts that are none. What numbers are made of lies
// side by side, for those who read or look at many at once.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "load/submission/plain/plain_number.h"

namespace kaohe {

class PlainRowValues {
 public:
  explicit PlainRowValues(std::size_t count) : digits_(count), scales_(count), texts_(count) {}

  [[nodiscard]] std::size_t size() const { return digits_.size(); }
  void set(std::size_t at, const PlainNumber& number) {
    digits_[at] = number.digits;
    scales_[at] = static_cast<std::uint64_t>(number.scale);
  }
  // A text that is no number; empty: the cell is.
  void set(std::size_t at, std::string_view text) {
    scales_[at] = kNoNumber;
    texts_[at] = text;
  }
  [[nodiscard]] bool is_number(std::size_t at) const { return scales_[at] != kNoNumber; }
  [[nodiscard]] PlainNumber number(std::size_t at) const { return {digits_[at], static_cast<int>(scales_[at])}; }
  [[nodiscard]] std::string_view text(std::size_t at) const { return texts_[at]; }

  // Of all, one behind the other: digits, and how many of them stand behind the point, kNoNumber where there is none.
  static constexpr std::uint64_t kNoNumber = kMostDigits + 1;
  [[nodiscard]] std::int64_t* digits() { return digits_.data(); }
  [[nodiscard]] const std::int64_t* digits() const { return digits_.data(); }
  [[nodiscard]] std::uint64_t* scales() { return scales_.data(); }
  [[nodiscard]] const std::uint64_t* scales() const { return scales_.data(); }

 private:
  std::vector<std::int64_t> digits_;
  std::vector<std::uint64_t> scales_;
  std::vector<std::string_view> texts_;
};

}  // namespace kaohe

// SPDX-License-Identifier: Apache-2.0
// A cursor over dates and periods as people write them; private to the model.
#pragma once

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>

#include "model/date.h"

namespace kaohe {

// Full-width forms folded, blanks dropped except between two digits ("2020 年 7 月", but not "2020 07").
[[nodiscard]] std::string tidy_numbers(std::string_view text);

// No check: ask Date::valid().
[[nodiscard]] inline Date make_date(int year, int month, int day) {
  return {static_cast<std::int16_t>(year), static_cast<std::int8_t>(month), static_cast<std::int8_t>(day)};
}

class Scan {
 public:
  explicit Scan(std::string_view text) : rest_(text) {}
  [[nodiscard]] bool done() const { return rest_.empty(); }
  [[nodiscard]] bool at_digit() const { return !rest_.empty() && rest_.front() >= '0' && rest_.front() <= '9'; }
  // A number of `least` to `most` digits, taken as far as digits go (up to `most`); nothing is taken otherwise.
  std::optional<int> number(int least, int most);
  bool take(std::string_view expected);
  // The first of `expected` that stands here, taken; empty where none does.
  std::string_view take_any(std::initializer_list<std::string_view> expected);

 private:
  std::string_view rest_;
};

}  // namespace kaohe

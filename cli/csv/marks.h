// SPDX-License-Identifier: Apache-2.0
// Where fields and lines may end: every byte of a text that is the separator, a line feed or a carriage return, found many
// bytes at a time with what the processor offers.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace kaohe {

class Marks {
 public:
  // Of less than 4 GiB.
  void find(std::string_view text, char separator);
  // From the first one at `at` or behind it on. The text's size stands behind the last.
  [[nodiscard]] const std::uint32_t* from(std::size_t at) const { return std::lower_bound(places_.data(), places_.data() + count_, at); }

 private:
  std::vector<std::uint32_t> places_;
  std::size_t count_ = 0;
};

}  // namespace kaohe

// SPDX-License-Identifier: Apache-2.0
// Where fields and lines may end: a bit for each byte of a text that is the separator, a line feed or a carriage return,
// found many bytes at a time with what the processor offers.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace kaohe {

class Marks {
 public:
  // The text must outlive the marks.
  void find(std::string_view text, char separator);
  // The first mark at `at` or behind it; the text's size where there is none.
  [[nodiscard]] std::size_t next(std::size_t at) const {
    std::size_t word = at / 64;
    if (word >= bits_.size()) return size_;
    std::uint64_t bits = bits_[word] & (~std::uint64_t{0} << (at % 64));
    while (bits == 0) {
      if (++word >= bits_.size()) return size_;
      bits = bits_[word];
    }
    return word * 64 + static_cast<std::size_t>(__builtin_ctzll(bits));
  }

 private:
  std::vector<std::uint64_t> bits_;
  std::size_t size_ = 0;
};

}  // namespace kaohe

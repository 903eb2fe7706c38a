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

  // Goes from mark to mark.
  class Cursor {
   public:
    // At the first mark at `at` or behind it.
    Cursor(const Marks& marks, std::size_t at) : words_(marks.bits_.data()), word_(at / 64), end_(marks.bits_.size()), size_(marks.size_) {
      if (word_ < end_) bits_ = words_[word_] & (~std::uint64_t{0} << (at % 64));
      settle();
    }
    // Where it stands; the text's size behind the last mark.
    [[nodiscard]] std::size_t at() const { return bits_ == 0 ? size_ : word_ * 64 + static_cast<std::size_t>(__builtin_ctzll(bits_)); }
    void next() {
      bits_ &= bits_ - 1;
      settle();
    }

   private:
    void settle() {
      while (bits_ == 0 && word_ + 1 < end_) bits_ = words_[++word_];
    }
    const std::uint64_t* words_;
    std::size_t word_, end_, size_;
    std::uint64_t bits_ = 0;
  };

 private:
  std::vector<std::uint64_t> bits_;
  std::size_t size_ = 0;
};

}  // namespace kaohe

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
  static constexpr std::size_t kPiece = 1U << 14U;  // bytes

  // Of a text of less than 4 GiB, which must outlive it. They are looked for piece by piece, when somebody asks.
  void look_at(std::string_view text, char separator);
  // From the first one at `at` or behind it on, to the end of a piece.
  [[nodiscard]] const std::uint32_t* from(std::size_t at) {
    if (at < begin_ || at >= end_) find(at, kPiece);
    return std::lower_bound(places(), places() + count_, at);
  }
  // So many, from the first one at `at` or behind it on; nullptr where there are fewer. Those behind them are best asked for next.
  // In front of the first stands the one before it, or the byte before the piece; before the text, -1 modulo 2^32.
  [[nodiscard]] const std::uint32_t* next(std::size_t at, std::size_t count) {
    if (at < begin_ || at >= end_) find(at, kPiece);
    if (next_ > 0 && places()[next_ - 1] >= at) next_ = 0;
    while (places()[next_] < at) ++next_;
    while (next_ + count > count_) {
      if (!farther(at)) return nullptr;
      while (places()[next_] < at) ++next_;
    }
    next_ += count;
    return places() + next_ - count;
  }
  // Behind the last one that was found: the text's size stands there.
  [[nodiscard]] const std::uint32_t* end() const { return places() + count_; }
  // Looks farther from there than was asked for before. False where that was to the end.
  bool farther(std::size_t at);

 private:
  void find(std::size_t at, std::size_t size);
  [[nodiscard]] const std::uint32_t* places() const { return places_.data() + 1; }

  std::string_view text_;
  char separator_ = ',';
  std::vector<std::uint32_t> places_ = std::vector<std::uint32_t>(1);  // the first is the one in front of them
  std::size_t count_ = 0;
  std::size_t next_ = 0;  // behind those that were asked for last
  std::size_t begin_ = 0, end_ = 0;  // of the piece that was looked at
};

}  // namespace kaohe

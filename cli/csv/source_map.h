// SPDX-License-Identifier: Apache-2.0
// From a place in decoded text back to the byte of the source. Two bits a code point say how many bytes it took there,
// and every 16th code point is marked with both its places: a look-up walks at most 16 code points, whatever the length
// of the line, and the map takes 1¼ bytes for each code point.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace kaohe {

class SourceMap {
 public:
  // The next code point: it starts at `text_at` in the text and took `width` bytes (1, 2 or 4) at `source_at`.
  void add(std::size_t text_at, std::uint64_t source_at, unsigned width) {
    const std::size_t slot = count_ % kEvery;
    if (slot == 0) marks_.push_back({text_at, source_at});
    if (slot % 4 == 0) widths_.push_back(0);
    widths_.back() = static_cast<std::uint8_t>(widths_.back() | (width / 2) << (slot % 4 * 2));
    ++count_;
  }
  void reserve(std::size_t code_points);
  // The source's byte where the code point that holds byte `at` of `text` starts; behind the last one for text.size().
  [[nodiscard]] std::uint64_t offset(std::string_view text, std::size_t at) const;
  [[nodiscard]] bool empty() const { return count_ == 0; }

 private:
  static constexpr std::size_t kEvery = 16;
  struct Mark {
    std::size_t text;
    std::uint64_t source;
  };
  std::vector<Mark> marks_;
  std::vector<std::uint8_t> widths_;  // width / 2 (0, 1, 2 for 1, 2, 4 bytes), four to a byte
  std::size_t count_ = 0;
};

}  // namespace kaohe

// SPDX-License-Identifier: Apache-2.0
// From a place in decoded text back to the byte of the source. How many bytes a character took there is told by how it
// begins in the text, but for a few that are listed; every so often both places are marked, and a look-up walks from the
// mark before: at most 32 bytes, whatever the length of the line.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace kaohe {

class SourceMap {
 public:
  // What an ASCII character takes in the source; others take two bytes there, those beyond U+FFFF four.
  void set_ascii_width(unsigned width) { ascii_width_ = width; }
  void reserve(std::size_t text_bytes) { marks_.reserve(text_bytes / kEvery + 1); }
  // A character begins at both places; to be called for each one for which it is due, in their order.
  [[nodiscard]] bool due(std::size_t text_at) const { return text_at >= next_; }
  void mark(std::size_t text_at, std::uint64_t source_at) {
    marks_.push_back({text_at, source_at});
    next_ = marks_.size() * kEvery;
  }
  // As many characters of one byte each, in text and source, from these places on.
  void mark_ascii(std::size_t text_at, std::uint64_t source_at, std::size_t count) {
    while (next_ < text_at + count) {
      const std::size_t ahead = next_ > text_at ? next_ - text_at : 0;
      mark(text_at + ahead, source_at + ahead);
    }
  }
  // The character at `text_at` takes other than the usual width.
  void add_unusual(std::size_t text_at, unsigned width) { unusual_.push_back({text_at, width}); }
  // The source's byte where the code point that holds byte `at` of `text` starts; behind the last one for text.size().
  [[nodiscard]] std::uint64_t offset(std::string_view text, std::size_t at) const;
  [[nodiscard]] bool empty() const { return marks_.empty(); }

 private:
  static constexpr std::size_t kEvery = 256;  // bytes of the text, and more than a character has
  // The mark number n stands at the first character from byte n * kEvery on.
  struct Mark {
    std::size_t text;
    std::uint64_t source;
  };
  struct Unusual {
    std::size_t text;
    unsigned width;
  };
  std::vector<Mark> marks_;
  std::vector<Unusual> unusual_;
  std::size_t next_ = 0;
  unsigned ascii_width_ = 1;
};

}  // namespace kaohe

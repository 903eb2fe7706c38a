// SPDX-License-Identifier: Apache-2.0
#include "load/submission/excerpts.h"

#include <algorithm>
#include <string>
#include <vector>

#include "base/text.h"

namespace kaohe {
namespace {

constexpr std::size_t kMost = 200;      // problems
constexpr std::uint32_t kBefore = 120;  // characters in front of the place
constexpr std::size_t kLength = 320;    // characters
constexpr std::uint64_t kLongest = 4 * (kLength + kBefore);  // bytes of so many

// Walks a text by lines and characters, forwards only.
class Walk {
 public:
  Walk(std::string_view text, std::uint32_t line) : text_(text), line_(line) {}

  // To a place that is not before the one it stands at; false where the text ends first.
  bool go(std::uint32_t line, std::uint32_t column) {
    while (line_ < line) {
      while (at_ < text_.size() && !ends_line()) ++at_;
      if (at_ >= text_.size()) return false;
      at_ += text_[at_] == '\r' && at_ + 1 < text_.size() && text_[at_ + 1] == '\n' ? 2 : 1;
      ++line_;
      column_ = 1;
    }
    while (column_ < column && at_ < text_.size() && !ends_line()) step();
    return true;
  }
  [[nodiscard]] std::string take() const {
    Walk ahead = *this;
    while (ahead.column_ - column_ < kLength && ahead.at_ < text_.size() && !ahead.ends_line()) ahead.step();
    return std::string(text_.substr(at_, ahead.at_ - at_));
  }
  [[nodiscard]] std::uint32_t column() const { return column_; }

 private:
  [[nodiscard]] bool ends_line() const { return text_[at_] == '\n' || text_[at_] == '\r'; }
  void step() {
    at_ += std::max<std::size_t>(1, utf8_length(text_.substr(at_, 4)));
    ++column_;
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::uint32_t line_ = 1;
  std::uint32_t column_ = 1;
};

// The window that a line begins in.
std::size_t window_of(const std::vector<WindowMark>& windows, std::uint32_t line) {
  const auto behind = std::upper_bound(windows.begin(), windows.end(), line, [](std::uint32_t of, const WindowMark& mark) { return of < mark.line; });
  return static_cast<std::size_t>(std::max<std::ptrdiff_t>(behind - windows.begin(), 1)) - 1;
}

}  // namespace

void add_excerpts(Problems& problems, std::size_t from, std::uint32_t file, TextStream& stream, const std::vector<WindowMark>& windows) {
  std::vector<std::size_t> wanted;
  for (std::size_t i = from; i < problems.all().size() && wanted.size() < kMost; ++i) {
    const Problem& problem = problems.all()[i];
    if (problem.severity != Severity::kNote && problem.place.file == file && problem.place.column > 0) wanted.push_back(i);
  }
  const auto place = [&](std::size_t i) -> const Place& { return problems.all()[i].place; };
  std::sort(wanted.begin(), wanted.end(), [&](std::size_t a, std::size_t b) {
    return place(a).line != place(b).line ? place(a).line < place(b).line : place(a).column < place(b).column;
  });
  for (std::size_t i = 0; i < wanted.size();) {
    const std::size_t window = window_of(windows, place(wanted[i]).line);
    std::size_t end = i;
    std::uint64_t last = 0;
    for (; end < wanted.size() && window_of(windows, place(wanted[end]).line) == window; ++end) last = std::max(last, place(wanted[end]).offset);
    stream.seek(windows[window].offset, last + kLongest);
    Walk walk(stream.decoded().text, windows[window].line);
    for (; i < end; ++i) {
      const std::uint32_t column = place(wanted[i]).column > kBefore ? place(wanted[i]).column - kBefore : 1;
      if (walk.go(place(wanted[i]).line, column)) problems.set_excerpt(wanted[i], walk.take(), walk.column());
    }
  }
}

}  // namespace kaohe

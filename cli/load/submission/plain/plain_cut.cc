// SPDX-License-Identifier: Apache-2.0
#include "load/submission/plain/plain_cut.h"

namespace kaohe {

void PlainCut::look_at(std::string_view text, char separator) {
  text_ = text;
  separator_ = separator;
  marks_.look_at(text, separator);
  marked_ = kNotCut;
}

// A field that is quoted as a whole, without a quote in it; the mark at its end, nullptr where it is none.
const std::uint32_t* PlainCut::cut_quoted(std::size_t at, const std::uint32_t* mark, std::string_view& field) const {
  const std::size_t close = text_.find('"', at + 1);
  if (close == std::string_view::npos) return nullptr;
  for (; *mark < close; ++mark) {
    if (text_[*mark] != separator_) return nullptr;  // a line end
  }
  field = text_.substr(at + 1, close - at - 1);
  return *mark == close + 1 ? mark : nullptr;
}

// The row at `at`, whose first mark is at hand. There must be one mark more than it has fields, and so a byte behind each field.
inline std::size_t PlainCut::cut_at_marks(std::size_t at) {
  const char* const text = text_.data();
  const char separator = separator_;
  const std::uint32_t* mark = mark_;
  const std::uint32_t* const marks_end = marks_.end();
  std::string_view* field = fields_.data();
  std::string_view* const end = field + fields_.size();
  if (marks_end - mark <= end - field) return kNotCut;
  while (true) {
    if (text[at] != '"') {
      *field = std::string_view(text + at, *mark - at);
    } else {
      mark = cut_quoted(at, mark, *field);
      if (mark == nullptr || marks_end - mark <= end - field) return kNotCut;
    }
    at = *mark++ + std::size_t{1};
    if (++field == end) break;
    if (text[at - 1] != separator) return kNotCut;
  }
  if (text[at - 1] == '\r' && text[at] == '\n') {
    ++mark;
    ++at;
  } else if (text[at - 1] != '\n') {
    return kNotCut;
  }
  stride_ = static_cast<std::size_t>(mark - mark_);
  mark_ = mark;
  return at + kRoom <= text_.size() ? at : kNotCut;
}

// Marks are looked for farther where those at hand end within the row.
std::size_t PlainCut::cut(std::size_t at) {
  if (at >= text_.size()) return kNotCut;
  do {
    if (marked_ != at) mark_ = marks_.from(at);
    marked_ = cut_at_marks(at);
  } while (marked_ == kNotCut && marks_.farther(at));
  return marked_;
}

}  // namespace kaohe

// SPDX-License-Identifier: Apache-2.0
// Rows cut into their fields where marks (csv/marks.h) stand: fields without a quote, or quoted as a whole without a quote
// in them. Whatever is not just so is left to the reader of records.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "csv/marks.h"
#include "load/submission/plain/short_bytes.h"

namespace kaohe {

class PlainCut {
 public:
  static constexpr std::size_t kNotCut = SIZE_MAX;

  // Rows of so many fields.
  explicit PlainCut(std::size_t columns) : fields_(columns) {}

  // The text at hand, of less than 4 GiB; it must outlive what is cut of it.
  void look_at(std::string_view text, char separator);
  // Cuts the row at `at`: where the next one begins. kNotCut where that cannot be done, where either of them ends the text,
  // or where less than kRoom bytes stand behind it.
  [[nodiscard]] std::size_t cut(std::size_t at);
  // Of the row that was cut, without their quotes.
  [[nodiscard]] const std::vector<std::string_view>& fields() const { return fields_; }
  // Fields that stand side by side and what is between them. Where that is the same, so is each of them: with the quote
  // it may begin with it cannot be cut in two ways.
  [[nodiscard]] std::string_view side_by_side(std::size_t first, std::size_t last) const {
    const char* begin = fields_[first].data();
    const char* const end = fields_[last].data() + fields_[last].size();
    if (begin != text_.data() && begin[-1] == '"') --begin;
    return {begin, static_cast<std::size_t>(end - begin)};
  }
  // What may stand in them so many rows behind the next one: a guess, as nothing is cut for it. Empty where that cannot be told easily.
  [[nodiscard]] std::string_view side_by_side_behind(std::size_t first, std::size_t last, std::size_t rows) const {
    const std::size_t mark = rows * stride_ + first;
    const std::size_t end = mark + last - first;
    if (static_cast<std::size_t>(marks_.end() - mark_) <= end || text_.size() - mark_[end] < kRoom) return kNoText;
    const std::size_t begin = mark == 0 ? marked_ : mark_[mark - 1] + std::size_t{1};
    return {text_.data() + begin, mark_[end] - begin};
  }

 private:
  [[nodiscard]] std::size_t cut_at_marks(std::size_t at);
  [[nodiscard]] const std::uint32_t* cut_quoted(std::size_t at, const std::uint32_t* mark, std::string_view& field) const;

  std::string_view text_;
  char separator_ = ',';
  Marks marks_;
  const std::uint32_t* mark_ = nullptr;  // the first one …
  std::size_t marked_ = kNotCut;         // … from there on
  std::size_t stride_ = 0;               // marks of the row that was cut
  std::vector<std::string_view> fields_;
};

}  // namespace kaohe

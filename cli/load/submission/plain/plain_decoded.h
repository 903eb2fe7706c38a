// SPDX-License-Identifier: Apache-2.0
// The row that was cut, of a text that is not in UTF-8: what its fields say in that. Most rows are only held against others,
// as they stand, and need not be decoded.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "csv/decode.h"
#include "load/submission/plain/plain_cut.h"

namespace kaohe {

class PlainDecoded {
 public:
  // The survey must outlive it.
  PlainDecoded(const Survey& survey, std::size_t columns) : survey_(survey), cut_(columns) {}

  // False where the row is another when it is decoded. Throws Misjudged where it cannot be.
  [[nodiscard]] bool read(std::string_view row, char separator) {
    text_ = decode_checked(survey_, row, 0).text;
    const std::size_t size = text_.size();
    text_ += '\n';
    text_.append(kRoom, '\0');
    cut_.look_at(text_, separator);
    return cut_.cut(0) == size;
  }
  [[nodiscard]] const std::vector<std::string_view>& fields() const { return cut_.fields(); }

 private:
  const Survey& survey_;
  std::string text_;
  PlainCut cut_;
};

}  // namespace kaohe

// SPDX-License-Identifier: Apache-2.0
// Is a text without a mark, which is well-formed UTF-8, rather GB18030? Private to the room.
#pragma once

#include <string_view>

namespace kaohe {

// Of a text in pieces, cut anywhere.
class Plausibility {
 public:
  void add(std::string_view bytes);
  // Nothing that is added could change the answer any more.
  [[nodiscard]] bool settled() const { return !possible_; }
  [[nodiscard]] bool rather_gb18030();  // once, at the end

 private:
  enum class Stage { kNone, kLead, kBoth };
  void settle(unsigned char after);

  Stage stage_ = Stage::kNone;  // of the two-byte character at hand
  unsigned char before_ = 0, lead_ = 0, second_ = 0;
  bool possible_ = true, any_ = false, english_ = true;
};

}  // namespace kaohe

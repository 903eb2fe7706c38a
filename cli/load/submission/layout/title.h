// SPDX-License-Identifier: Apache-2.0
// What the rows above a header say of the whole table: "2020年江西省森林覆盖率（%）". Only what is named once counts:
// a title that names two years, or two indicators, tells neither.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "load/submission/submission_names.h"
#include "model/region.h"

namespace kaohe {

// The one period that a title names; nullopt where it names none or several.
[[nodiscard]] std::optional<Period> period_of_title(std::string_view title);

// Looked through only when a header lacks something.
class TitleText {
 public:
  void add(std::string_view text);
  [[nodiscard]] const std::string& text() const { return text_; }
  [[nodiscard]] std::optional<Period> period() const { return period_of_title(text_); }
  // The regions named, without those above another that is named; a full name outranks short forms.
  [[nodiscard]] std::vector<std::string> regions(const Register& regions) const;

  struct Named {
    std::size_t indicator = kNoIndicator;
    std::string unit;  // in the brackets behind it
  };
  [[nodiscard]] std::vector<Named> indicators(const IndicatorTable& table) const;

 private:
  std::string text_;
};

}  // namespace kaohe

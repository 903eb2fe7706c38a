// SPDX-License-Identifier: Apache-2.0
// Text that people read exists in Chinese and English; which one is shown is decided when a report is written.
#pragma once

#include <string>

namespace kaohe {

enum class Language { kZh, kEn };

struct Phrase {
  std::string zh;
  std::string en;

  [[nodiscard]] const std::string& in(Language language) const { return language == Language::kZh ? zh : en; }
  [[nodiscard]] bool empty() const { return zh.empty() && en.empty(); }
  friend bool operator==(const Phrase&, const Phrase&) = default;
};

}  // namespace kaohe

// SPDX-License-Identifier: Apache-2.0
// Texts that verdict after verdict says again, held once.
#pragma once

#include <string>
#include <unordered_map>

#include "base/phrase.h"
#include "model/shared.h"

namespace kaohe {

class TextPool {
 public:
  [[nodiscard]] const Shared<std::string>& text(const std::string& text) {
    const auto [at, is_new] = texts_.try_emplace(text);
    if (is_new) at->second = text;
    return at->second;
  }
  // What `make()` gives, which is the same for the same key.
  template <typename Make>
  [[nodiscard]] const Shared<Phrase>& phrase(const std::string& key, const Make& make) {
    const auto [at, is_new] = phrases_.try_emplace(key);
    if (is_new) at->second = make();
    return at->second;
  }

 private:
  std::unordered_map<std::string, Shared<std::string>> texts_;
  std::unordered_map<std::string, Shared<Phrase>> phrases_;
};

}  // namespace kaohe

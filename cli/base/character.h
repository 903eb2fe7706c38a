// SPDX-License-Identifier: Apache-2.0
// Text one character after the other. Bytes that are not UTF-8 never stop anything: each counts as one character of its own.
#pragma once

#include <cstddef>
#include <string_view>

#include "base/text.h"

namespace kaohe {

struct Character {
  std::size_t length = 0;  // bytes, at least 1
  char32_t code_point = 0;
  bool valid = false;
};

// `text` must not be empty.
[[nodiscard]] inline Character first_character(std::string_view text) {
  const std::size_t length = utf8_length(text);
  if (length == 0) return {1, static_cast<unsigned char>(text.front()), false};
  return {length, utf8_code_point(text), true};
}

}  // namespace kaohe

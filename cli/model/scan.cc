// SPDX-License-Identifier: Apache-2.0
#include "model/scan.h"

#include "base/text.h"

namespace kaohe {

std::string tidy_numbers(std::string_view text) {
  std::string folded = fold_width(trim(text));
  if (folded.find(' ') == std::string::npos) return folded;
  const auto digit = [](char c) { return c >= '0' && c <= '9'; };
  std::string tidied;
  for (std::size_t i = 0; i < folded.size(); ++i) {
    if (folded[i] != ' ') {
      tidied += folded[i];
      continue;
    }
    std::size_t after = i;
    while (after < folded.size() && folded[after] == ' ') ++after;
    if (!tidied.empty() && digit(tidied.back()) && after < folded.size() && digit(folded[after])) tidied += ' ';
    i = after - 1;
  }
  return tidied;
}

std::optional<int> Scan::number(int least, int most) {
  int value = 0;
  int digits = 0;
  while (digits < most && static_cast<std::size_t>(digits) < rest_.size()) {
    const char c = rest_[static_cast<std::size_t>(digits)];
    if (c < '0' || c > '9') break;
    value = value * 10 + (c - '0');
    ++digits;
  }
  if (digits < least) return std::nullopt;
  rest_.remove_prefix(static_cast<std::size_t>(digits));
  return value;
}

bool Scan::take(std::string_view expected) {
  if (rest_.substr(0, expected.size()) != expected) return false;
  rest_.remove_prefix(expected.size());
  return true;
}

std::string_view Scan::take_any(std::initializer_list<std::string_view> expected) {
  for (const std::string_view candidate : expected) {
    if (take(candidate)) return candidate;
  }
  return {};
}

}  // namespace kaohe

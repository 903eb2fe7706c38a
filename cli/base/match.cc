// SPDX-License-Identifier: Apache-2.0
// Which of the known words was meant: by nearness, or by a pattern.
#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "base/text.h"

namespace kaohe {
namespace {

std::u32string to_code_points(std::string_view text) {
  std::u32string out;
  for (; !text.empty(); text.remove_prefix(std::max<std::size_t>(utf8_length(text), 1))) {
    // A byte that is not UTF-8 must differ from every code point.
    constexpr char32_t kForeign = 0x110000;
    out.push_back(utf8_length(text) > 0 ? utf8_code_point(text) : kForeign + static_cast<unsigned char>(text.front()));
  }
  return out;
}

// Insertions, deletions, replacements and swaps of neighbours; nullopt where more than `limit`.
std::optional<std::size_t> edit_distance(std::u32string_view a, std::u32string_view b, std::size_t limit) {
  if (std::max(a.size(), b.size()) - std::min(a.size(), b.size()) > limit) return std::nullopt;
  std::vector<std::size_t> before_last(b.size() + 1);
  std::vector<std::size_t> last(b.size() + 1);
  std::vector<std::size_t> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::swap(before_last, last);
    std::swap(last, row);
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      row[j] = std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
        row[j] = std::min(row[j], before_last[j - 2] + 1);
    }
  }
  return row[b.size()] <= limit ? std::optional(row[b.size()]) : std::nullopt;
}

}  // namespace

std::vector<std::string> nearest(std::string_view word, const std::vector<std::string>& candidates, std::size_t most) {
  const std::u32string wanted = to_code_points(name_key(word));
  std::vector<std::pair<std::size_t, const std::string*>> found;
  for (const std::string& candidate : candidates) {
    const std::u32string other = to_code_points(name_key(candidate));
    // A word is plausible if at most a third of it is wrong, and something of it is right.
    const std::size_t longer = std::max(wanted.size(), other.size());
    const std::optional<std::size_t> distance = edit_distance(wanted, other, std::max<std::size_t>(longer / 3, 1));
    if (!distance || *distance >= longer) continue;
    const auto same = [&candidate](const auto& known) { return *known.second == candidate; };
    if (std::none_of(found.begin(), found.end(), same)) found.emplace_back(*distance, &candidate);
  }
  std::stable_sort(found.begin(), found.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  std::vector<std::string> out;
  for (std::size_t i = 0; i < std::min(most, found.size()); ++i) out.push_back(*found[i].second);
  return out;
}

// Only the last '*' is ever tried again: an earlier one could not do better. So never more than pattern * text steps.
// Bytes are compared, but '?' and what '*' swallows go by whole characters.
bool glob_match(std::string_view pattern, std::string_view text) {
  const auto character = [text](std::size_t i) { return std::max<std::size_t>(utf8_length(text.substr(i)), 1); };
  std::size_t at = 0;
  std::size_t star = std::string_view::npos;  // the last '*' met, and where what it swallowed ends
  std::size_t swallowed = 0;
  for (std::size_t i = 0; i < text.size();) {
    if (at < pattern.size() && pattern[at] == '*') {
      star = at++;
      swallowed = i;
    } else if (at < pattern.size() && pattern[at] == '?') {
      ++at;
      i += character(i);
    } else if (at < pattern.size() && pattern[at] == text[i]) {
      ++at;
      ++i;
    } else if (star != std::string_view::npos) {
      at = star + 1;
      swallowed += character(swallowed);
      i = swallowed;
    } else {
      return false;
    }
  }
  while (at < pattern.size() && pattern[at] == '*') ++at;
  return at == pattern.size();
}

}  // namespace kaohe

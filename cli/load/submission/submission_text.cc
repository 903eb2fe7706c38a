// SPDX-License-Identifier: Apache-2.0
#include "load/submission/submission_text.h"

#include "base/text.h"

namespace kaohe {
namespace {

constexpr std::size_t kShown = 40;    // characters
constexpr std::size_t kKept = 400;    // characters
constexpr std::size_t kNearLimit = 64;  // bytes: a longer text is no misspelt name, and comparing it would be slow

std::string cut(std::string_view text, std::size_t characters) {
  std::size_t at = 0;
  for (std::size_t n = 0; at < text.size(); ++n) {
    if (n == characters) return std::string(text.substr(0, at)) + "…";
    const std::size_t length = utf8_length(text.substr(at));
    at += length == 0 ? 1 : length;
  }
  return std::string(text);
}

}  // namespace

// No blank begins with another byte than these, nor ends in one.
std::string_view trimmed(std::string_view text) {
  if (text.empty()) return text;
  const auto first = static_cast<unsigned char>(text.front());
  const auto last = static_cast<unsigned char>(text.back());
  const bool plain_front = first > 0x20 && first != 0xC2 && first != 0xE2 && first != 0xE3 && first != 0xEF;
  const bool plain_back = last > 0x20 && last != 0xA0 && last != 0x80 && last != 0xBF && last != 0x8B;
  return plain_front && plain_back ? text : trim(text);
}

std::string shown(std::string_view text) { return visible(cut(trim(text), kShown)); }

std::string kept(std::string_view text) { return cut(text, kKept); }

Phrase spot(const Problems& problems, const Place& place) {
  const std::string file(problems.files.name(place));
  const std::string line = std::to_string(place.line);
  const std::string cell = excel_cell(place);
  if (cell.empty()) return {file + " 第 " + line + " 行", file + " line " + line};
  return {file + " 第 " + line + " 行（" + cell + "）", file + " line " + line + " (" + cell + ")"};
}

std::string joined(const std::vector<std::string>& words, std::string_view between) {
  std::string all;
  for (const std::string& word : words) {
    if (!all.empty()) all += between;
    all += word;
  }
  return all;
}

Phrase nearest_hint(std::string_view word, const std::vector<std::string>& candidates) {
  if (word.size() > kNearLimit) return {};
  const std::vector<std::string> near = nearest(word, candidates);
  if (near.empty()) return {};
  return {"最接近的是：" + joined(near, "、"), "did you mean " + joined(near, ", ")};
}

}  // namespace kaohe

// SPDX-License-Identifier: Apache-2.0
// The words of data/headers.toml, arranged for looking up while a submission is read.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "load/load.h"
#include "model/plan.h"

namespace kaohe {

struct TextHash {
  using is_transparent = void;
  std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
};
// For looking up only: nothing may depend on its order.
template <typename T>
using TextMap = std::unordered_map<std::string, T, TextHash, std::equal_to<>>;
using TextSet = std::unordered_set<std::string, TextHash, std::equal_to<>>;

// What a column is for, as its header says.
enum class Role : std::uint8_t {
  kNone, kRegion, kRegionCode, kPeriod, kIndicator, kValue, kUnit, kMultiplier, kSource, kNote, kDuty, kDate, kStatus,
  kItem, kDocument, kEvidence, kEnded, kFigureStatus,
  kMeaning, kTarget, kLast,  // said to whoever fills the file in, not read
  kProvince, kPrefecture, kCounty,  // regions of one level; each becomes kRegion or kParent once the header is whole
  kParent, kAction,
  kCount
};

enum class RowShape { kOneCell, kSeveralCells };

class WordIndex {
 public:
  explicit WordIndex(const HeaderWords& words);

  // All keys are name_key().
  [[nodiscard]] Role role(std::string_view key) const;
  [[nodiscard]] std::optional<DeedStatus> status(std::string_view key) const;
  [[nodiscard]] bool missing(std::string_view key) const { return missing_.contains(key); }
  // Else no text that begins with a digit says that a value is missing.
  [[nodiscard]] bool missing_begins_with_digit() const { return missing_begins_with_digit_; }
  [[nodiscard]] bool total(std::string_view key) const { return totals_.contains(key); }
  // "其中：南昌县" without its first words, and whether `text` is nothing else.
  [[nodiscard]] static std::string_view without_of_which(std::string_view text);
  [[nodiscard]] static bool of_which(std::string_view text);
  // Does a row whose first cell is this begin a note? In a row of several cells a colon must follow the word.
  [[nodiscard]] bool note(std::string_view key, RowShape shape) const;
  // "单位：%", "（单位：万公顷）": the unit's text; nullopt where the text is no unit line.
  [[nodiscard]] std::optional<std::string> unit_line(std::string_view text) const;
  // For hints.
  [[nodiscard]] const std::vector<std::string>& status_words() const { return status_words_; }

 private:
  TextMap<Role> roles_;
  TextMap<DeedStatus> statuses_;
  TextSet missing_;
  bool missing_begins_with_digit_ = false;
  TextSet totals_;
  std::vector<std::string> notes_;
  std::vector<std::string> unit_lines_;
  std::vector<std::string> status_words_;
};

}  // namespace kaohe

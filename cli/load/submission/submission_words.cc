// SPDX-License-Identifier: Apache-2.0
#include "load/submission/submission_words.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/text.h"

namespace kaohe {
namespace {

constexpr std::array<std::pair<std::string_view, Role>, 24> kRoles = {{
    {"region", Role::kRegion},     {"region_code", Role::kRegionCode}, {"period", Role::kPeriod},
    {"indicator", Role::kIndicator}, {"value", Role::kValue},          {"unit", Role::kUnit},
    {"unit_mult", Role::kMultiplier}, {"source", Role::kSource},      {"note", Role::kNote},
    {"duty", Role::kDuty},         {"date", Role::kDate},              {"status", Role::kStatus},
    {"item", Role::kItem},         {"document", Role::kDocument},      {"evidence", Role::kEvidence},
    {"ended", Role::kEnded},       {"obs_status", Role::kFigureStatus}, {"meaning", Role::kMeaning},
    {"target", Role::kTarget},     {"last", Role::kLast},              {"province", Role::kProvince},
    {"prefecture", Role::kPrefecture}, {"county", Role::kCounty},      {"action", Role::kAction},
}};

Role role_named(std::string_view name) {
  for (const auto& pair : kRoles) {
    if (pair.first == name) return pair.second;
  }
  return Role::kNone;
}

std::optional<DeedStatus> status_named(std::string_view name) {
  for (const DeedStatus status : {DeedStatus::kStarted, DeedStatus::kIssued, DeedStatus::kEstablished,
                                  DeedStatus::kCompleted, DeedStatus::kInForce, DeedStatus::kNotDone}) {
    if (word(status) == name) return status;
  }
  return std::nullopt;
}

// fold_width without blanks: name_key that keeps capitals, so that a unit cut from it is as written.
std::string without_blanks(std::string_view text) {
  std::string compact;
  for (const char c : fold_width(text)) {
    if (c != ' ' && c != '\t' && c != '\n' && c != '\r') compact += c;
  }
  return compact;
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

}  // namespace

WordIndex::WordIndex(const HeaderWords& words) : notes_(words.notes), unit_lines_(words.unit_lines) {
  // SDMX-CSV's power of ten changes what a value means, so it is known even to a table that forgot it.
  roles_.emplace("unit_mult", Role::kMultiplier);
  for (const auto& pair : words.columns) roles_.emplace(pair.first, role_named(pair.second));
  for (const auto& pair : words.statuses) {
    if (const auto status = status_named(pair.second)) statuses_.emplace(pair.first, *status);
    status_words_.push_back(pair.first);
  }
  missing_.insert(words.missing.begin(), words.missing.end());
  missing_begins_with_digit_ = std::any_of(missing_.begin(), missing_.end(), [](const std::string& mark) { return !mark.empty() && is_digit(mark.front()); });
  totals_.insert(words.totals.begin(), words.totals.end());
  for (std::string& prefix : notes_) prefix = name_key(prefix);
  for (std::string& prefix : unit_lines_) prefix = name_key(prefix);
}

Role WordIndex::role(std::string_view key) const {
  const auto found = roles_.find(key);
  return found == roles_.end() ? Role::kNone : found->second;
}

std::optional<DeedStatus> WordIndex::status(std::string_view key) const {
  const auto found = statuses_.find(key);
  if (found == statuses_.end()) return std::nullopt;
  return found->second;
}

std::string_view WordIndex::without_of_which(std::string_view text) {
  constexpr std::string_view kOfWhich = "其中";
  if (text.substr(0, kOfWhich.size()) != kOfWhich) return text;
  std::string_view rest = trim(text.substr(kOfWhich.size()));
  for (const std::string_view colon : {"：", ":"}) {
    if (rest.substr(0, colon.size()) == colon) rest.remove_prefix(colon.size());
  }
  return trim(rest);
}

bool WordIndex::of_which(std::string_view text) {
  text = trim(text);
  return !text.empty() && without_of_which(text).empty();
}

bool WordIndex::note(std::string_view key, RowShape shape) const {
  while (!key.empty() && (key.front() == '(' || key.front() == '*' || key.front() == '[')) key.remove_prefix(1);
  return std::any_of(notes_.begin(), notes_.end(), [&](const std::string& prefix) {
    if (prefix.empty() || key.substr(0, prefix.size()) != prefix) return false;
    if (shape == RowShape::kOneCell) return true;
    std::string_view rest = key.substr(prefix.size());
    while (!rest.empty() && is_digit(rest.front())) rest.remove_prefix(1);
    return !rest.empty() && rest.front() == ':';
  });
}

std::optional<std::string> WordIndex::unit_line(std::string_view text) const {
  constexpr std::size_t kLongest = 200;  // bytes
  if (text.size() > kLongest) return std::nullopt;
  std::string compact = without_blanks(text);
  if (!compact.empty() && (compact.front() == '(' || compact.front() == '[')) {
    const char close = compact.front() == '(' ? ')' : ']';
    compact.erase(0, 1);
    if (!compact.empty() && compact.back() == close) compact.pop_back();
  }
  const std::string key = name_key(compact);
  for (const std::string& prefix : unit_lines_) {
    if (prefix.empty() || key.compare(0, prefix.size(), prefix) != 0 || compact.size() <= prefix.size()) continue;
    if (compact[prefix.size()] == ':' || prefix.back() == ':') {
      const std::size_t from = prefix.size() + (compact[prefix.size()] == ':' ? 1 : 0);
      return compact.substr(std::min(from, compact.size()));
    }
  }
  return std::nullopt;
}

}  // namespace kaohe

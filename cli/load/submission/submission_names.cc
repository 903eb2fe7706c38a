// SPDX-License-Identifier: Apache-2.0
#include "load/submission/submission_names.h"

#include <algorithm>

#include "base/text.h"
#include "load/submission/submission_text.h"

namespace kaohe {

Bracketed split_brackets(std::string_view text) {
  std::string folded = fold_width(trim(text));
  if (folded.empty() || (folded.back() != ')' && folded.back() != ']')) return {std::move(folded), {}};
  const char close = folded.back();
  const char open = close == ')' ? '(' : '[';
  int depth = 0;
  for (std::size_t at = folded.size(); at-- > 0;) {
    if (folded[at] == close) ++depth;
    if (folded[at] == open && --depth == 0) {
      return {std::string(trim(std::string_view(folded).substr(0, at))),
              std::string(trim(std::string_view(folded).substr(at + 1, folded.size() - at - 2)))};
    }
  }
  return {std::move(folded), {}};
}

void tell_ambiguous_indicator(Problems& problems, const IndicatorTable& indicators, const Place& place,
                              std::string_view text, const std::vector<std::size_t>& candidates) {
  std::vector<std::string> zh, en;
  for (const std::size_t index : candidates) {
    zh.push_back(indicators[index].name().zh + "（" + indicators[index].id + "）");
    en.push_back(indicators[index].name().en + " (" + indicators[index].id + ")");
  }
  problems.add("indicator-ambiguous", place, kept(text),
               {"“" + shown(text) + "”可指多个指标：" + joined(zh, "、"),
                "\"" + shown(text) + "\" may be any of " + joined(en, ", ")},
               {"写指标的全名或代号", "write the full name or the id"});
}

const std::optional<Period>& SubmissionNames::period(std::string_view text) {
  const auto found = periods_.find(text);
  if (found != periods_.end()) return found->second;
  return periods_.emplace(std::string(text), parse_period(trimmed(text))).first->second;
}

const IndicatorMatch& SubmissionNames::indicator(std::string_view text) {
  const auto found = indicators_.find(text);
  if (found != indicators_.end()) return found->second;
  return indicators_.emplace(std::string(text), match(text)).first->second;
}

std::uint32_t SubmissionNames::unit(std::string_view text) {
  const auto found = unit_handles_.find(text);
  if (found != unit_handles_.end()) return found->second;
  std::uint32_t handle = kNoUnit;
  if (auto unit = catalog_.units.find(trim(text))) {
    handle = static_cast<std::uint32_t>(units_.size());
    units_.push_back(*std::move(unit));
  }
  unit_handles_.emplace(std::string(text), handle);
  return handle;
}

const UnitConversion& SubmissionNames::conversion(std::size_t indicator, std::uint32_t unit) {
  const std::uint64_t key = (static_cast<std::uint64_t>(indicator) << 32U) | unit;
  const auto found = conversions_.find(key);
  if (found != conversions_.end()) return found->second;
  UnitConversion answer;
  if (auto factor = kaohe::conversion(units_[unit], catalog_.indicators[indicator].unit)) {
    answer.possible = true;
    answer.same = *factor == Rational(1);
    answer.factor = *std::move(factor);
  }
  return conversions_.emplace(key, std::move(answer)).first->second;
}

std::vector<std::size_t> SubmissionNames::by_name(std::string_view name) const {
  const auto found = catalog_.indicators.by_name.find(name_key(name));
  if (found == catalog_.indicators.by_name.end()) return {};
  std::vector<std::size_t> indices = found->second;
  std::sort(indices.begin(), indices.end());
  indices.erase(std::unique(indices.begin(), indices.end()), indices.end());
  return indices;
}

// The whole text first: brackets may belong to the name, as in 森林覆盖率（连续清查）. Then without its brackets; then
// "湿地面积/万公顷", the form of GB 3101.
IndicatorMatch SubmissionNames::match(std::string_view text) {
  IndicatorMatch answer;
  const Bracketed parts = split_brackets(text);
  const std::string folded = fold_width(trim(text));
  answer.candidates = by_name(folded);
  if (!answer.candidates.empty()) {
    if (!parts.inside.empty()) answer.unit = unit(parts.inside);
  } else if (!parts.inside.empty() && !parts.name.empty()) {
    answer.candidates = by_name(parts.name);
    answer.unit = unit(parts.inside);
    if (!answer.candidates.empty() && answer.unit == kNoUnit) answer.unknown_unit = parts.inside;
  }
  const std::size_t slash = folded.find('/');
  if (answer.candidates.empty() && slash != std::string::npos) {
    const std::uint32_t behind = unit(std::string_view(folded).substr(slash + 1));
    if (behind != kNoUnit) {
      answer.candidates = by_name(std::string_view(folded).substr(0, slash));
      answer.unit = behind;
    }
  }
  if (answer.candidates.size() == 1) answer.index = answer.candidates.front();
  return answer;
}

Phrase SubmissionNames::unit_hint(std::string_view text) const {
  if (++hints_ > kMostHints) return {};
  std::vector<std::string> names;
  for (const UnitOfMeasure& unit : catalog_.units.units) {
    names.push_back(unit.id);
    names.insert(names.end(), unit.names.begin(), unit.names.end());
  }
  return nearest_hint(text, names);
}

Phrase SubmissionNames::indicator_hint(std::string_view text) const {
  if (++hints_ > kMostHints) return {};
  std::vector<std::string> names;
  for (const Indicator& indicator : catalog_.indicators.indicators) {
    names.insert(names.end(), indicator.names_zh.begin(), indicator.names_zh.end());
    names.insert(names.end(), indicator.names_en.begin(), indicator.names_en.end());
    names.push_back(indicator.id);
  }
  return nearest_hint(text, names);
}

}  // namespace kaohe

// SPDX-License-Identifier: Apache-2.0
// An option whose value is one of a few words; any other is refused with the nearest.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "command/colour.h"
#include "command/usage_error.h"
#include "model/plan.h"

namespace kaohe {

template <typename T>
struct Choice {
  const char* word;
  T value;
};

template <typename T, std::size_t N>
[[nodiscard]] T choose(std::string_view option, const std::string& given, const Choice<T> (&choices)[N]) {
  std::vector<std::string> words;
  for (const Choice<T>& choice : choices) {
    if (given == choice.word) return choice.value;
    words.emplace_back(choice.word);
  }
  throw unknown_choice(option, given, words);
}

inline constexpr Choice<Reading> kReadings[] = {{"plain", Reading::kPlain}, {"strict", Reading::kStrict}};
inline constexpr Choice<Tier> kTierWords[] = {{"binding", Tier::kBinding}, {"expected", Tier::kExpected}, {"measure", Tier::kMeasure}};
inline constexpr Choice<ColourChoice> kColours[] = {
    {"auto", ColourChoice::kAuto}, {"always", ColourChoice::kAlways}, {"never", ColourChoice::kNever}};
inline constexpr Choice<Language> kLanguages[] = {{"zh", Language::kZh}, {"en", Language::kEn}};

}  // namespace kaohe

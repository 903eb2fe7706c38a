// SPDX-License-Identifier: Apache-2.0
#include "command/language.h"

#include <cstdlib>

namespace kaohe {

Environment process_environment() {
  return [](const char* name) -> std::optional<std::string> {
    const char* value = std::getenv(name);
    if (value == nullptr) return std::nullopt;
    return value;
  };
}

std::optional<Language> parse_language(std::string_view word) {
  if (word == "zh") return Language::kZh;
  if (word == "en") return Language::kEn;
  return std::nullopt;
}

Language locale_language(const Environment& environment) {
  for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
    const auto value = environment(name);
    if (value && !value->empty()) return value->rfind("zh", 0) == 0 ? Language::kZh : Language::kEn;
  }
  return Language::kEn;
}

Language language_of(int argc, char** argv, const Environment& environment) {
  constexpr std::string_view kOption = "--lang";
  for (int i = 1; i < argc; ++i) {
    const std::string_view argument = argv[i];
    if (argument == "--") break;
    std::optional<Language> found;
    if (argument == kOption && i + 1 < argc) found = parse_language(argv[i + 1]);
    if (argument.substr(0, kOption.size() + 1) == "--lang=") found = parse_language(argument.substr(kOption.size() + 1));
    if (found) return *found;
  }
  return locale_language(environment);
}

}  // namespace kaohe

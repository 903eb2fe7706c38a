// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "base/phrase.h"

namespace kaohe {

// An environment variable's value; nullopt where it is not set. Passed in, so that the rules can be tried as rows.
using Environment = std::function<std::optional<std::string>(const char* name)>;
[[nodiscard]] Environment process_environment();

[[nodiscard]] std::optional<Language> parse_language(std::string_view word);  // "zh", "en"
// The first of LC_ALL, LC_MESSAGES, LANG that is set and not empty decides: zh* is Chinese, all else English.
[[nodiscard]] Language locale_language(const Environment& environment);
// What --lang says anywhere in the arguments, else the locale: usage errors are told in it before options are parsed.
[[nodiscard]] Language language_of(int argc, char** argv, const Environment& environment);

}  // namespace kaohe

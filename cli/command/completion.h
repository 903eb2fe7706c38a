// SPDX-License-Identifier: Apache-2.0
// Completion scripts, made from the table of options that parses them: there is no second list to keep in step.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "command/language.h"

namespace CLI {
class App;
}

namespace kaohe {

// Of all commands of `root`, for "bash", "zsh" or "fish"; throws UsageError for another shell.
[[nodiscard]] std::string completion_script(const CLI::App& root, std::string_view shell);
[[nodiscard]] std::function<int(Language)> declare_completion(CLI::App& app);

}  // namespace kaohe

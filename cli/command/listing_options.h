// SPDX-License-Identifier: Apache-2.0
// Options that every command has which tells something of the rules: plans, rules, explain, lint.
#pragma once

#include <string>
#include <vector>

#include "base/phrase.h"
#include "report/format.h"

namespace CLI {
class App;
}

namespace kaohe {

// As they stand on the command line.
struct ListingArguments {
  std::string rules, data;
  std::string lang, color = "auto", format = "text";
};

enum class ListingFormat { kText, kJson };

struct ListingOptions {
  std::string rules, data;
  Language language = Language::kEn;
  ListingFormat format = ListingFormat::kText;
  Style out, err;  // of standard output and of standard error
};

void declare_listing_options(CLI::App& app, ListingArguments& arguments);
// Throws UsageError.
[[nodiscard]] ListingOptions listing_options(const ListingArguments& arguments, Language language);
// Writes to standard output; `status`, or 2 where that is refused.
[[nodiscard]] int print_out(const std::string& text, Language language, int status = 0);

}  // namespace kaohe

// SPDX-License-Identifier: Apache-2.0
// The manual page keeps up with the program.
#include <doctest/doctest.h>

#include <CLI/CLI.hpp>

#include "base/file.h"
#include "command/archive.h"
#include "command/declare_listing.h"
#include "command/options.h"

using namespace kaohe;

namespace {

// A paragraph with a tag that names the option.
bool has_entry(const std::string& manual, const std::string& option) {
  const std::string tag = "\n.TP\n";
  for (std::size_t at = manual.find(tag); at != std::string::npos; at = manual.find(tag, at + 1)) {
    const std::size_t line = at + tag.size();
    if ((manual.substr(line, manual.find('\n', line) - line) + " ").find(option + " ") != std::string::npos) return true;
  }
  return false;
}

}  // namespace

TEST_CASE("every option has its entry in docs/kaohe.1") {
  const auto page = read_file(KAOHE_SOURCE_DIR "/docs/kaohe.1");
  REQUIRE(page.ok());
  std::string manual;  // without roff's escapes of '-'
  for (const char c : page.value().bytes) {
    if (c != '\\') manual += c;
  }
  CLI::App check, rules, explain, lint, of_archives[3];
  CheckArguments of_check;
  RulesArguments of_rules;
  ExplainArguments of_explain;
  LintArguments of_lint;
  ArchiveArguments of_archive;
  VerifyArguments of_verify;
  HistoryArguments of_history;
  declare_check_options(check, of_check);
  declare_rules_options(rules, of_rules);
  declare_explain_options(explain, of_explain);
  declare_lint_options(lint, of_lint);
  declare_archive_options(of_archives[0], of_archive);
  declare_verify_options(of_archives[1], of_verify);
  declare_history_options(of_archives[2], of_history);
  std::size_t options = 0;
  for (const CLI::App* app : {&check, &rules, &explain, &lint, &of_archives[0], &of_archives[1], &of_archives[2]}) {
    for (const CLI::Option* option : app->get_options()) {
      for (const std::string& name : option->get_lnames()) {
        CAPTURE(name);
        ++options;
        CHECK(has_entry(manual, "--" + name));
      }
    }
  }
  CHECK(options >= 70);
}

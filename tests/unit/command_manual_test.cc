// SPDX-License-Identifier: Apache-2.0
// The manual page keeps up with the program.
#include <doctest/doctest.h>

#include <CLI/CLI.hpp>

#include "base/file.h"
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

TEST_CASE("every option of check has its entry in docs/kaohe.1") {
  const auto page = read_file(KAOHE_SOURCE_DIR "/docs/kaohe.1");
  REQUIRE(page.ok());
  std::string manual;  // without roff's escapes of '-'
  for (const char c : page.value().bytes) {
    if (c != '\\') manual += c;
  }
  CLI::App app;
  CheckArguments arguments;
  declare_check_options(app, arguments);
  std::size_t options = 0;
  for (const CLI::Option* option : app.get_options()) {
    for (const std::string& name : option->get_lnames()) {
      CAPTURE(name);
      ++options;
      CHECK(has_entry(manual, "--" + name));
    }
  }
  CHECK(options >= 18);
}

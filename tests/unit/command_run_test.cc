// SPDX-License-Identifier: Apache-2.0
// The program's exit statuses for command lines that cannot be followed: always 2, never a library's own.
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "command/command.h"

namespace {

int status(std::vector<std::string> arguments) {
  arguments.insert(arguments.begin(), "kaohe");
  std::vector<char*> argv;
  for (std::string& argument : arguments) argv.push_back(argument.data());
  argv.push_back(nullptr);
  return kaohe::run(static_cast<int>(arguments.size()), argv.data());
}

}  // namespace

TEST_CASE("a command line that cannot be followed exits 2") {
  const std::vector<std::string> rows[] = {{},
                                           {"chek"},
                                           {"check"},
                                           {"check", "--as-off", "2020-12-31", "f.csv"},
                                           {"check", "f.csv", "--as-of"},
                                           {"check", "f.csv", "--as-of", "2020", "--as-of", "2021"},
                                           {"check", "f.csv", "--format", "xml"},
                                           {"check", "f.csv", "--rules", "/no/such/directory"},
                                           {"explain"},
                                           {"explain", "no-such-rule"},
                                           {"rules", "no-such-plan"},
                                           {"plans", "--format", "csv"},
                                           {"lint", "--rules", "/no/such/directory"},
                                           {"--unknown"}};
  for (const auto& row : rows) {
    std::string what;
    for (const std::string& argument : row) what += argument + " ";
    CAPTURE(what);
    CHECK(status(row) == 2);
  }
}

TEST_CASE("help and version exit 0") {
  CHECK(status({"--version"}) == 0);
  CHECK(status({"--help"}) == 0);
  for (const char* command : {"check", "plans", "rules", "explain", "lint"}) CHECK(status({command, "--help"}) == 0);
}

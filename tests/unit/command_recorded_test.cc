// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <CLI/CLI.hpp>

#include "command/recorded.h"

using namespace kaohe;

TEST_CASE("every option that a report depends on is recorded in an archive") {
  const std::string written = write_recorded(Recorded{});
  CLI::App app;
  CheckArguments arguments;
  declare_judging_options(app, arguments);
  std::size_t options = 0;
  for (const CLI::Option* option : app.get_options()) {
    for (const std::string& name : option->get_lnames()) {
      if (name == "help") continue;
      CAPTURE(name);
      ++options;
      CHECK(written.find("\n  \"" + name + "\": ") != std::string::npos);
    }
  }
  CHECK(options >= 17);
}

TEST_CASE("what was recorded is read back") {
  Recorded recorded;
  recorded.program = "1.2.3";
  recorded.arguments.as_of = "2020年12月31日";
  recorded.arguments.only = {"a*", "figures"};
  recorded.arguments.strict_input = true;
  recorded.arguments.lang = "zh";
  recorded.files = {{FileRole::kSubmission, "../上报.csv", "data/submission/上报.csv"}, {FileRole::kTable, "data/units.toml", "data/tables/units.toml"}};
  recorded.evidence = {{"a.pdf", "data/evidence/a.pdf", "ab", EvidenceState::kAltered}, {"b.pdf", "", "", EvidenceState::kMissing}};
  recorded.submitted = {"局", "2021-03-01", "号", "old", "cd"};
  const std::string written = write_recorded(recorded);
  const auto read = read_recorded({"options.json", written});
  REQUIRE(read.ok());
  CHECK(write_recorded(read.value()) == written);
  CHECK(read.value().arguments.files == std::vector<std::string>{"../上报.csv"});
  CHECK(read.value().arguments.as_of == recorded.arguments.as_of);
}

TEST_CASE("what is no record is refused") {
  const std::string written = write_recorded(Recorded{});
  const auto changed = [&](const std::string& from, const std::string& to) {
    std::string other = written;
    REQUIRE(other.find(from) != std::string::npos);
    other.replace(other.find(from), from.size(), to);
    return read_recorded({"options.json", other}).ok();
  };
  CHECK(changed("\"kaohe\": \"\"", "\"kaohe\": \"9\""));
  CHECK_FALSE(changed("\"format\": 1", "\"format\": 2"));
  CHECK_FALSE(changed("\"rank\": null", "\"rank\": 7"));
  CHECK_FALSE(changed("\"rank\": null", "\"tomorrow\": null"));
  CHECK_FALSE(changed("\"files\": []", "\"files\": [{\"role\": \"none\", \"name\": \"a\", \"path\": \"b\"}]"));
  CHECK_FALSE(changed("\"evidence\": []", "\"evidence\": {\"text\": 1}"));
  CHECK_FALSE(read_recorded({"options.json", "[]"}).ok());
  CHECK_FALSE(read_recorded({"options.json", "{"}).ok());
}

// SPDX-License-Identifier: Apache-2.0
// What the program carries as read already is what reading it gives.
#include "load/prepared/prepared.h"

#include <doctest/doctest.h>

#include "load/carried/embedded.h"

namespace kaohe {
namespace {

// As files of the user's would be read.
Sources by_their_text() {
  Sources sources = embedded_sources();
  for (std::vector<Source>* files : {&sources.rules, &sources.data}) {
    for (Source& file : *files) file = {file.name, std::string(file.text())};
  }
  return sources;
}

std::map<std::string, std::string> carried() {
  std::map<std::string, std::string> out;
  for (const EmbeddedFile& file : embedded_files()) {
    if (!file.prepared.empty()) out[std::string(file.name)] = file.prepared;
  }
  return out;
}

TEST_CASE("what is carried as read already is what the text says") {
  const auto all = carried();
  for (const char* name : {"data/checks.toml", "data/headers.toml", "data/indicators.toml", "data/regions.csv", "data/units.toml"}) {
    CAPTURE(name);
    CHECK(all.count(name) == 1);
  }
  CHECK(all.size() == 5 + embedded_sources().rules.size());
  CHECK((prepare(by_their_text()) == all));  // the bytes are for no screen
}

TEST_CASE("taking it as it is loses nothing") { CHECK((prepare(embedded_sources()) == carried())); }

TEST_CASE("places are in the file that they are in") {
  const Sources sources = embedded_sources();
  Problems problems;
  const Catalog catalog = load_tables(sources, problems);
  CHECK(problems.files.name(catalog.units.units.front().place) == "data/units.toml");
  CHECK(problems.files.name(catalog.indicators.indicators.front().place) == "data/indicators.toml");
  CHECK(problems.files.name(catalog.checks.front().place) == "data/checks.toml");
  CHECK(problems.files.name(catalog.regions.regions.front().place) == "data/regions.csv");
  for (const Source& file : sources.rules) {
    const Plan plan = load_plan(file, catalog, problems);
    CHECK(plan.file == file.name);
    CHECK(problems.files.name(plan.place) == file.name);
    CHECK(problems.files.name(plan.rules.back().place) == file.name);
  }
  CHECK(problems.files.names.size() == 6 + sources.rules.size() * 2);  // a plan's rules are read for themselves
}

TEST_CASE("a plan about which something is to be told is read anew in every run, and tables at fault leave nothing prepared") {
  Sources sources = by_their_text();
  Source odd = sources.rules.front();
  odd.name = "rules/odd.toml";
  sources.rules.push_back(odd);  // its id stands twice now
  auto prepared = prepare(sources);
  CHECK(prepared.count(sources.rules.front().name) == 1);
  CHECK(prepared.count("rules/odd.toml") == 0);
  for (Source& file : sources.data) {
    if (file.name == "data/units.toml") file.bytes += "[[unit]]\n";
  }
  CHECK(prepare(sources).empty());
}

TEST_CASE("rules that are carried are read by their text where the tables are somebody else's") {
  const auto sources = sources_from("", KAOHE_SOURCE_DIR "/data");
  REQUIRE(sources.ok());
  for (const Source& file : sources.value().rules) CHECK(file.prepared.empty());
}

}  // namespace
}  // namespace kaohe

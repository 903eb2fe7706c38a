// SPDX-License-Identifier: Apache-2.0
// The files of rules/ and data/ as they were when the program was built (cli/embed.cc).
#pragma once

#include <span>
#include <string_view>

namespace kaohe {

struct EmbeddedFile {
  std::string_view name;  // "rules/jiangxi-2017.toml"
  std::string_view bytes;
  std::string_view tree;  // of a TOML file, as load/toml/toml_tree.h packs it; empty for others
  std::string_view prepared;  // what it means, as load/prepared/prepared.h packs it; empty where it goes without saying
  std::string_view sha256;
};

// A plan or a table, not a schema.
[[nodiscard]] inline bool is_table(std::string_view name) { return name.substr(0, 12) != "data/schema/"; }
[[nodiscard]] inline bool is_plan(std::string_view name) { return name.substr(0, 6) == "rules/"; }

[[nodiscard]] std::span<const EmbeddedFile> embedded_files();  // by name

}  // namespace kaohe

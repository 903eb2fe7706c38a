// SPDX-License-Identifier: Apache-2.0
// The files of rules/ and data/ as they were when the program was built (cli/embed.cc).
#pragma once

#include <string_view>
#include <vector>

namespace kaohe {

struct EmbeddedFile {
  std::string_view name;  // "rules/jiangxi-2017.toml"
  std::string_view bytes;
  std::string_view tree;  // of a TOML file, as load/toml/toml_tree.h packs it; empty for others
};

[[nodiscard]] std::vector<EmbeddedFile> embedded_files();

}  // namespace kaohe

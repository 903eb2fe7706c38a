// SPDX-License-Identifier: Apache-2.0
#include "command/versions.h"

#include <fmt/format.h>

#include "load/carried/embedded.h"
#include "version.h"

namespace kaohe {

std::string version_text() {
  std::string out = fmt::format("kaohe {}\n", kVersion);
  for (const std::string_view folder : {"rules/", "data/"}) {
    for (const EmbeddedFile& file : embedded_files()) {
      if (is_table(file.name) && file.name.substr(0, folder.size()) == folder) out += fmt::format("{}  {}\n", file.sha256, file.name);
    }
  }
  return out;
}

}  // namespace kaohe

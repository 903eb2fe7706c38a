// SPDX-License-Identifier: Apache-2.0
#include "command/versions.h"

#include <fmt/format.h>

#include "base/file.h"
#include "load/load.h"
#include "version.h"

namespace kaohe {

std::string version_text() {
  const Sources sources = embedded_sources();
  std::string out = fmt::format("kaohe {}\n", kVersion);
  const auto add = [&](const std::vector<Source>& files) {
    for (const Source& file : files) out += fmt::format("{}  {}\n", sha256_hex(file.bytes), file.name);
  };
  add(sources.rules);
  add(sources.data);
  return out;
}

}  // namespace kaohe

// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "load/carried/embedded.h"
#include "load/load.h"

namespace kaohe {
namespace {

void sort_by_name(std::vector<Source>& files) {
  std::sort(files.begin(), files.end(), [](const Source& a, const Source& b) { return a.name < b.name; });
}

Result<std::vector<Source>> read_all(const std::string& dir, const std::vector<std::string>& suffixes) {
  std::vector<Source> files;
  for (const std::string& suffix : suffixes) {
    const auto paths = list_files(dir, suffix);
    if (!paths.ok()) return paths.refusal();
    for (const std::string& path : paths.value()) {
      auto file = read_file(path);
      if (!file.ok()) return file.refusal();
      files.push_back(std::move(file.value()));
    }
  }
  sort_by_name(files);
  return files;
}

}  // namespace

Sources embedded_sources() {
  Sources sources;
  for (const EmbeddedFile& file : embedded_files()) {
    if (!is_table(file.name)) continue;
    std::vector<Source>& group = is_plan(file.name) ? sources.rules : sources.data;
    group.push_back({std::string(file.name), {}, file.bytes, file.tree, file.prepared, file.sha256});
  }
  return sources;
}

Result<Sources> sources_from(const std::string& rules_dir, const std::string& data_dir) {
  Sources sources = embedded_sources();
  if (!rules_dir.empty()) {
    auto rules = read_all(rules_dir, {".toml"});
    if (!rules.ok()) return rules.refusal();
    sources.rules = std::move(rules.value());
  }
  if (!data_dir.empty()) {
    auto data = read_all(data_dir, {".toml", ".csv"});
    if (!data.ok()) return data.refusal();
    sources.data = std::move(data.value());
    for (Source& plan : sources.rules) plan.prepared = {};  // with the tables that the program carries
  }
  return sources;
}

}  // namespace kaohe

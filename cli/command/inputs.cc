// SPDX-License-Identifier: Apache-2.0
#include "command/inputs.h"

#include "command/usage_error.h"

namespace kaohe {

namespace {

void tell_unreadable(const std::string& path, const Refusal& refusal, Problems& problems) {
  Place place;
  place.file = problems.files.add(path);
  problems.add("file-unreadable", place, path, refusal.why);
}

}  // namespace

std::vector<Source> read_files(const std::vector<std::string>& paths, Problems& problems) { return read_files({}, FileRole::kSubmission, paths, problems); }

std::vector<Source> read_files(const FileReader& read, FileRole role, const std::vector<std::string>& paths, Problems& problems) {
  std::vector<Source> out;
  for (const std::string& path : paths) {
    Result<Source> file = read ? read(role, path) : read_file(path);
    if (file.ok()) {
      out.push_back(std::move(file.value()));
    } else {
      tell_unreadable(path, file.refusal(), problems);
    }
  }
  return out;
}

std::vector<InputFile> open_files(const FileReader& read, const std::vector<std::string>& paths, Problems& problems) {
  std::vector<InputFile> out;
  if (read) {
    for (Source& file : read_files(read, FileRole::kSubmission, paths, problems)) out.push_back({file.name, FileBytes::hold(std::move(file.bytes))});
    return out;
  }
  for (const std::string& path : paths) {
    auto file = FileBytes::open(path);
    if (file.ok()) {
      out.push_back({path, std::move(file.value())});
    } else {
      tell_unreadable(path, file.refusal(), problems);
    }
  }
  return out;
}

Sources open_sources(const std::string& rules, const std::string& data) {
  Result<Sources> sources = sources_from(rules, data);
  if (!sources.ok()) throw UsageError{sources.refusal().why, {}};
  return std::move(sources.value());
}

Shelf open_shelf(const std::string& rules, const std::string& data) {
  Shelf shelf;
  shelf.sources = open_sources(rules, data);
  shelf.catalog = load_tables(shelf.sources, shelf.problems);
  for (const Source& file : shelf.sources.rules) {
    Plan plan = load_plan(file, shelf.catalog, shelf.problems);
    if (!plan.id.empty()) shelf.catalog.plans.push_back(std::move(plan));
  }
  return shelf;
}

}  // namespace kaohe

// SPDX-License-Identifier: Apache-2.0
// The files that commands read.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "load/load.h"

namespace kaohe {

// What judging reads a file as. An archive has its files under other names, and so reads them by role and given name.
enum class FileRole { kSubmission, kPackage, kPlan, kWaivers, kSince, kRules, kTable };
using FileReader = std::function<Result<Source>(FileRole role, const std::string& name)>;

// Unreadable files are problems like others: the rest is still read.
[[nodiscard]] std::vector<Source> read_files(const std::vector<std::string>& paths, Problems& problems);
[[nodiscard]] std::vector<Source> read_files(const FileReader& read, FileRole role, const std::vector<std::string>& paths, Problems& problems);
// The same for a submission's files, which may be larger than the memory.
[[nodiscard]] std::vector<InputFile> open_files(const FileReader& read, const std::vector<std::string>& paths, Problems& problems);
// The embedded files, or those of the directories given. Throws UsageError.
[[nodiscard]] Sources open_sources(const std::string& rules, const std::string& data);

// Tables and plans, as they stand before any submission.
struct Shelf {
  Sources sources;
  Catalog catalog;
  Problems problems;
};
[[nodiscard]] Shelf open_shelf(const std::string& rules, const std::string& data);

}  // namespace kaohe

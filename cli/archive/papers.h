// SPDX-License-Identifier: Apache-2.0
// What an archive holds for people and for other programs: a README that needs nothing else, an in-toto statement, and the
// tags of the bag.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "archive/bag_writer.h"
#include "model/report.h"

namespace kaohe {

struct PaperFile {
  std::string path;  // in the archive
  std::string name;  // as it was given
};

struct Paper {
  std::string program;               // version
  std::string by, on, document;      // who handed in, when, under which document; may be empty
  std::string replaces, replaces_seal;
  std::vector<PaperFile> files;
  std::size_t evidence_absent = 0;   // named by records, and not here
};

inline constexpr char kReadmePath[] = "data/README.txt";
inline constexpr char kStatementPath[] = "data/statement.json";
inline constexpr char kJsonPath[] = "data/report.json";
inline constexpr char kHtmlPath[] = "data/report.html";

// Of bag-info.txt, but for Payload-Oxum.
[[nodiscard]] TagLines bag_info(const Paper& paper, const Report& report);
[[nodiscard]] std::string readme(const Paper& paper, const Report& report);
// in-toto Statement v1, unsigned; its subjects are all files of `payload` but itself.
[[nodiscard]] std::string statement(const Paper& paper, const Report& report, const std::map<std::string, Kept>& payload);

}  // namespace kaohe

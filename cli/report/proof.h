// SPDX-License-Identifier: Apache-2.0
// What `kaohe verify` and `kaohe history` found, to bytes.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/problem.h"
#include "report/run.h"

namespace kaohe {

struct Proof {
  std::string archive;
  std::string seal;                   // empty: none
  bool seal_given = false;            // and compared with this one
  std::string program;                // that made it; empty: no archive of ours
  std::string by, on, document, as_of, replaces;
  std::uint64_t files = 0, bytes = 0;
  bool whole = false;                 // the bag: every file there, none more, every hash right
  std::optional<bool> again;          // the same report, byte for byte; nullopt: not judged again
  std::string signed_by;              // empty: no signature was asked for, or it is not good
  Phrase note;                        // may be empty
  Problems problems;                  // whatever speaks against it
  std::optional<Run> before, after;   // where the reports differ
  RunDifference difference;
  Language language = Language::kZh;
  int exit = 0;
};

[[nodiscard]] std::string proof_text(const Proof& proof, const Style& style);
[[nodiscard]] std::string proof_json(const Proof& proof);

// A verdict as the archives of a history have it, one after the other.
struct HistoryVerdict {
  std::string rule, code, region, item, period;
  std::vector<std::string> outcomes;  // word and value, an archive each; empty: not judged there
};
struct HistoryArchive {
  std::string name, seal, as_of, by, on, document, replaces;
  int exit = 0;
  std::vector<std::pair<std::string, std::uint64_t>> summary;
};
struct HistoryReport {
  std::string folder, head;
  std::vector<HistoryArchive> archives;
  std::vector<HistoryVerdict> verdicts;  // with --region or --rule
  bool asked = false;                    // for verdicts
  Problems problems;
  Language language = Language::kZh;
  int exit = 0;
};
[[nodiscard]] std::string history_text(const HistoryReport& report, const Style& style);
[[nodiscard]] std::string history_json(const HistoryReport& report);

}  // namespace kaohe

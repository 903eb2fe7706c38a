// SPDX-License-Identifier: Apache-2.0
// A folder of archives with an index, index.jsonl, to which lines are only ever added. Each line has the SHA-256 of the
// line before it, so that none can be changed, dropped or put in between unseen.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "archive/fault.h"
#include "base/descriptor.h"
#include "base/file.h"

namespace kaohe {

struct HistoryEntry {
  std::string name;      // of the archive, in the same folder
  std::string seal;      // SHA-256 of its tagmanifest-sha256.txt
  std::string as_of, by, on, document, replaces;
  int exit = 0;
  std::vector<std::pair<std::string, std::uint64_t>> summary;  // outcome → rules of the tiers that count
  std::string previous;  // SHA-256 of the line before; empty: the first
};

struct History {
  std::vector<HistoryEntry> entries;
  std::string head;  // SHA-256 of the last line; empty: no entry
  Faults faults;     // lines that cannot be read, broken links
};

inline constexpr char kIndexName[] = "index.jsonl";

[[nodiscard]] History read_history(std::string_view index);

// The index, held by nobody else until this goes. Thrown: a Refusal, also where the chain is broken already.
class HistoryWriter {
 public:
  explicit HistoryWriter(const std::string& folder);
  void append(HistoryEntry entry);  // once; on the disk when it returns, and what could not be written whole is taken back

 private:
  std::string path_, head_;
  std::uint64_t size_ = 0;
  Descriptor file_;
};

}  // namespace kaohe

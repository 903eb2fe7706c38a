// SPDX-License-Identifier: Apache-2.0
// data/options.json of an archive: everything that the verdicts depend on beside the bytes of the files themselves, as it
// was given, so that they can be judged again; and who handed the submission in.
#pragma once

#include <string>
#include <vector>

#include "command/inputs.h"
#include "command/options.h"

namespace kaohe {

struct RecordedFile {
  FileRole role = FileRole::kSubmission;
  std::string name;  // as it was given, and as the report has it
  std::string path;  // in the archive
};

enum class EvidenceState { kTaken, kMissing, kAltered, kOutside };

struct RecordedEvidence {
  std::string text;      // what the record says
  std::string path;      // in the archive; empty: not there
  std::string sha256;    // of what was found
  EvidenceState state = EvidenceState::kTaken;
};

struct Submitted {
  std::string by, on, document;
  std::string replaces;       // name of the archive that this one corrects
  std::string replaces_seal;  // and its seal
};

struct Recorded {
  std::string program;  // the version that made the archive
  CheckArguments arguments;
  std::vector<RecordedFile> files;
  std::vector<RecordedEvidence> evidence;
  Submitted submitted;
};

inline constexpr char kRecordedPath[] = "data/options.json";

[[nodiscard]] std::string write_recorded(const Recorded& recorded);
[[nodiscard]] Result<Recorded> read_recorded(const Source& file);

}  // namespace kaohe

// SPDX-License-Identifier: Apache-2.0
// The sealed archive: made, verified, listed, and two of them compared.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "archive/names.h"
#include "archive/papers.h"
#include "archive/package.h"
#include "command/listing_options.h"
#include "command/recorded.h"
#include "command/usage_error.h"

namespace CLI {
class App;
}

namespace kaohe {

// As they stand on the command line.
struct ArchiveArguments {
  CheckArguments check;
  std::string output, evidence, by, on, document, replaces;
  bool tar = false, append = false;
};
struct VerifyArguments {
  ListingArguments common;
  std::string archive, signers, identity, signature, seal;
  bool hashes = false;
};
struct HistoryArguments {
  ListingArguments common;
  std::string folder, region, rule, head;
};

[[nodiscard]] int archive(const ArchiveArguments& arguments, Language language);
[[nodiscard]] int verify(const VerifyArguments& arguments, Language language);
[[nodiscard]] int history(const HistoryArguments& arguments, Language language);

void declare_archive_options(CLI::App& app, ArchiveArguments& arguments);
void declare_verify_options(CLI::App& app, VerifyArguments& arguments);
void declare_history_options(CLI::App& app, HistoryArguments& arguments);

// ---- pieces ------------------------------------------------------------------------------------------------------------

[[nodiscard]] Paper paper_of(const Recorded& recorded);
// The question that the archive records, asked of the files that it holds. Throws UsageError, and a Refusal where a file
// that it records is not there.
[[nodiscard]] CheckOptions recorded_options(const Recorded& recorded, const Package& package);
[[nodiscard]] Result<Recorded> recorded_of(const Package& package);
// Faults as problems of the files of the archive.
void add_faults(const Faults& faults, Problems& problems);

// Copies what records name as evidence out of `folder`, and says what is not there, or is another file than the record has.
void add_evidence(const std::string& folder, const Report& report, BagWriter& bag, UniquePaths& paths, Recorded& recorded, Problems& problems);

// Is the archive signed by somebody whom the file of allowed signers names? Says who, or why not.
struct Signature {
  bool good = false;
  bool could = true;  // false: ssh-keygen is not there
  std::string identity;
  Phrase why;         // not good
};
[[nodiscard]] Signature check_signature(const VerifyArguments& arguments, const Package& package);

}  // namespace kaohe

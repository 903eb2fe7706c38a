// SPDX-License-Identifier: Apache-2.0
// How the options of archive, verify and history are spelt and explained.
#include <CLI/CLI.hpp>

#include "command/archive.h"

namespace kaohe {
namespace {

CLI::Option* add_one(CLI::App& app, const char* name, std::string& into, const char* help, const char* value) {
  return app.add_option(name, into, help)->type_name(value);
}

void add_written(CLI::App& app, ListingArguments& into) {
  const char* written = "What is written";
  add_one(app, "--format", into.format, "text or json", "FORMAT")->group(written)->capture_default_str();
  add_one(app, "--lang", into.lang, "zh or en (else the locale)", "LANG")->group(written);
  add_one(app, "--color", into.color, "auto, always or never", "WHEN")->group(written)->capture_default_str();
}

}  // namespace

void declare_archive_options(CLI::App& app, ArchiveArguments& into) {
  app.add_option("FILE", into.check.files, "CSV files of figures and records; - is standard input")->required()->type_name("");
  const char* sealed = "What is sealed";
  add_one(app, "-o,--output", into.output, "the archive: a new folder, or with --tar a new file", "DIR")->group(sealed);
  app.add_flag("--tar", into.tar, "one tar file, the same bytes each time")->group(sealed);
  add_one(app, "--evidence", into.evidence, "seal the files that records name as evidence, out of this folder", "DIR")->group(sealed);
  add_one(app, "--submitted-by", into.by, "who handed it in", "TEXT")->group(sealed);
  add_one(app, "--submitted-on", into.on, "when", "DATE")->group(sealed);
  add_one(app, "--document", into.document, "under which document", "TEXT")->group(sealed);
  add_one(app, "--replaces", into.replaces, "the archive that this one corrects", "ARCHIVE")->group(sealed);
  app.add_flag("--append", into.append, "also add a line to index.jsonl in the folder that the archive is in")->group(sealed);
  declare_judging_options(app, into.check);
  const char* written = "What is written";
  app.add_flag("-q,--quiet", into.check.quiet, "nothing on standard output, and only errors on standard error")->group(written);
  app.add_flag("-v,--verbose", into.check.verbose, "notes on standard error too")->group(written);
  add_one(app, "--lang", into.check.lang, "of the report and of messages: zh or en (else the locale)", "LANG")->group(written);
  add_one(app, "--color", into.check.color, "auto, always or never", "WHEN")->group(written)->capture_default_str();
  app.footer("\nExit status: that of check; 2 also where no archive could be made, or evidence is not what a record says.\n\nExample:\n"
             "  kaohe archive figures.csv -o 2020 --as-of 2020-12-31 --submitted-by 'Jiangxi' --submitted-on 2021-03-01");
}

void declare_verify_options(CLI::App& app, VerifyArguments& into) {
  app.add_option("ARCHIVE", into.archive, "the folder, or the tar file")->required()->type_name("");
  const char* what = "What is verified";
  app.add_flag("--hashes", into.hashes, "only that the bag is whole: judge nothing again")->group(what);
  add_one(app, "--seal", into.seal, "that the seal is this one, as it was noted when the archive was made", "HASH")->group(what);
  add_one(app, "--allowed-signers", into.signers, "the seal must be signed by one of these (ssh-keygen's file)", "FILE")->group(what);
  add_one(app, "--identity", into.identity, "and by this one of them", "WHO")->group(what);
  add_one(app, "--signature", into.signature, "the signature (else tagmanifest-sha256.txt.sig in the archive, or ARCHIVE.sig)", "FILE")->group(what);
  add_written(app, into.common);
  app.footer("\nExit status: 0 all agrees, 1 something does not, 2 could not.\n\nExample:\n  kaohe verify 2020");
}

void declare_history_options(CLI::App& app, HistoryArguments& into) {
  app.add_option("DIR", into.folder, "a folder of archives with its index.jsonl")->required()->type_name("");
  const char* which = "Which verdicts";
  add_one(app, "--region", into.region, "of this region, from archive to archive", "CODE|NAME")->group(which);
  add_one(app, "--rule", into.rule, "of rules whose id matches", "PATTERN")->group(which);
  add_one(app, "--head", into.head, "the index must still have the line with this SHA-256", "HASH")->group("What is verified");
  add_written(app, into.common);
  app.footer("\nExit status: 0 the chain and every archive is whole, 1 something is not, 2 could not.\n\nExample:\n  kaohe history archives --rule 'pm25*' --region 360100");
}

}  // namespace kaohe

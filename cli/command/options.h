// SPDX-License-Identifier: Apache-2.0
// The options of `kaohe check`: as given, and as meant. Declaring them is CLI11's; what their values mean is ours, so
// that every mistake is told in the user's language with the nearest right word.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "command/colour.h"
#include "command/inputs.h"
#include "csv/decode.h"
#include "judge/judge.h"
#include "report/format.h"

namespace CLI {
class App;
}

namespace kaohe {

// As they stand on the command line.
struct CheckArguments {
  std::vector<std::string> files, plans, only, tiers, reports, no_checks;
  std::string as_of, region, waivers, rules, data, encoding;
  std::string reading = "plain";
  std::string fail_on = "missing";
  std::string lang, color = "auto", format = "text", output = "-";
  std::string since, rank, from, to, threads;
  bool indicative = false, strict_input = false, verbose = false, summary = false, quiet = false, explain_input = false;
};

struct Output {
  const Format* format = nullptr;
  std::string path;  // "-": standard output
};

struct CheckOptions {
  std::vector<std::string> files;
  std::vector<std::string> plan_files;  // rule files named by --plan
  std::vector<std::string> no_checks;   // ids of cross-checks that are left out
  std::string waivers;                  // empty: none
  std::string rules, data;              // directories; empty: embedded
  std::optional<Encoding> encoding;
  std::size_t threads = 1;              // that read; nothing in a report depends on it
  FileReader read;                      // an archive's; empty: from the disk
  std::optional<Sources> sources;       // an archive's, in place of `rules` and `data`
  std::string since;                    // an earlier JSON report; empty: none
  std::optional<Period> from, to;       // a term of office; both or neither
  std::string rank;                     // an indicator's id or name; empty: none
  std::vector<Output> outputs;          // empty only where quiet
  ColourChoice colour = ColourChoice::kAuto;
  bool verbose = false, summary = false, quiet = false;
  bool explain_input = false;           // say how each file was understood, judge nothing
  Question question;                    // `region` still as given: only the register can tell a name
};

// Those that a report depends on: `archive` has them too.
void declare_judging_options(CLI::App& app, CheckArguments& arguments);
void declare_check_options(CLI::App& app, CheckArguments& arguments);
// Throws UsageError.
[[nodiscard]] CheckOptions check_options(const CheckArguments& arguments, Language language);

}  // namespace kaohe

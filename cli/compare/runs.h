// SPDX-License-Identifier: Apache-2.0
// Two runs against each other: which verdicts differ, and because of what. A cause is named where the verdict itself
// shows it (another target: the rule); else every difference between the runs that could be the cause.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/run.h"

namespace kaohe {

enum class Cause : std::uint8_t { kFigures, kRules, kTables, kWaivers, kAsOf, kOptions, kProgram };
inline constexpr std::array<Cause, 7> kCauses = {Cause::kFigures, Cause::kRules, Cause::kTables, Cause::kWaivers, Cause::kAsOf, Cause::kOptions, Cause::kProgram};
[[nodiscard]] std::string_view word(Cause cause);  // "figures", "rules", "tables", "waivers", "as-of", "options", "program"
[[nodiscard]] const Phrase& name(Cause cause);

// What differs between the runs themselves: a plan, a table, an input, an option.
struct RunSetting {
  Cause cause = Cause::kOptions;
  std::string what;           // "jiangxi-2017", "regions.csv", "fail-on"
  std::string before, after;  // empty: not there
};

struct RunVerdictChange {
  std::optional<std::size_t> before, after;  // indices into the runs' verdicts; nullopt: not there
  bool outcome = true;                       // else only its numbers or its reasons differ
  std::vector<Cause> causes;                 // each by itself where proved, else what they may be; empty: nothing tells
  bool proved = false;                       // by judging again, not read off the reports
};

struct RunDifference {
  std::vector<RunSetting> settings;
  std::vector<RunVerdictChange> verdicts;  // by rule, region, item, period
  std::size_t same = 0;                    // verdicts that are in both and the same
  bool rest = false;                       // something else differs: diagnostics, sums, the exit status

  [[nodiscard]] bool none() const { return verdicts.empty() && !rest; }
  [[nodiscard]] std::size_t outcomes() const;  // how many verdicts have another outcome
};

// Of what stands in the reports: outcomes and numbers, or each reason and each cell that is cited too.
enum class RunDetail { kNumbers, kEverything };
[[nodiscard]] RunDifference compare_runs(const Run& before, const Run& after, RunDetail detail);

}  // namespace kaohe

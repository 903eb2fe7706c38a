// SPDX-License-Identifier: Apache-2.0
// Files to model. Every function collects what is wrong into `problems` (files named in problems.files) and gives back
// what could be read.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/file.h"
#include "base/file_bytes.h"
#include "base/problem.h"
#include "csv/decode.h"
#include "csv/text_stream.h"
#include "model/catalog.h"
#include "model/submission.h"
#include "model/waiver.h"

namespace kaohe {

// The files of rules/ and data/, embedded in the program or read from --rules/--data.
struct Sources {
  std::vector<Source> rules;  // *.toml, names as reports give them ("rules/jiangxi-2017.toml"), sorted
  std::vector<Source> data;   // "data/units.toml" …, sorted

  [[nodiscard]] const Source* data_file(std::string_view base_name) const;  // "units.toml"
};

// What the program carries with it.
[[nodiscard]] Sources embedded_sources();
// The files of two directories; an empty name means the embedded ones.
[[nodiscard]] Result<Sources> sources_from(const std::string& rules_dir, const std::string& data_dir);

[[nodiscard]] UnitTable load_units(const Source& file, Problems& problems);
[[nodiscard]] IndicatorTable load_indicators(const Source& file, const UnitTable& units, Problems& problems);
// `regions` is a CSV, `zones_toml` names the zones and where they are complete, `zones` is the CSV of members.
[[nodiscard]] Register load_register(const Source& regions, const Source& zones_toml, const Source& zones, Problems& problems);
[[nodiscard]] std::vector<Check> load_checks(const Source& file, const IndicatorTable& indicators, Problems& problems);
// The tables of data/ (not the plans). A table that is absent is an error, but for checks.toml: then there are none.
[[nodiscard]] Catalog load_tables(const Sources& sources, Problems& problems);
// One rule file against the tables of `catalog`. The plan's file and sha256 are set.
[[nodiscard]] Plan load_plan(const Source& file, const Catalog& catalog, Problems& problems);
// The same, but a plan that the program carries, which the build has seen to be sound, is without its rules until load_rules.
[[nodiscard]] Plan load_plan_head(const Source& file, const Catalog& catalog, Problems& problems);
void load_rules(const Source& file, const Catalog& catalog, Plan& plan, Problems& problems);
// What a plan that can be judged may still have wrong: names and ledger rows that stand twice, a strict reading that says
// nothing else, tests that nothing could pass or that everything passes. Warnings only.
void lint_plan(const Plan& plan, const Catalog& catalog, Problems& problems);
// Indicators that no rule of catalog.plans uses, by itself or as a part of another.
void lint_indicators(const Catalog& catalog, Problems& problems);
[[nodiscard]] std::vector<Waiver> load_waivers(const Source& file, const std::vector<Plan>& plans, const Register& regions,
                                               Problems& problems);

// Words that submissions use (data/headers.toml): column names, status words, missing marks, totals, notes.
struct HeaderWords {
  std::vector<std::pair<std::string, std::string>> columns;   // name_key(word) → role: "region", "value" …
  std::vector<std::pair<std::string, std::string>> statuses;  // name_key(word) → DeedStatus word
  std::vector<std::string> missing;                           // name_key of each missing mark
  std::vector<std::string> totals;                            // name_key: 合计, 全省 …
  std::vector<std::string> notes;                             // prefixes: 注, 说明 …
  std::vector<std::string> unit_lines;                        // prefixes: 单位
};
[[nodiscard]] HeaderWords load_headers(const Source& file, Problems& problems);

struct InputOptions {
  std::optional<Encoding> encoding;
  std::function<void(std::uint64_t bytes_done, std::uint64_t bytes_all)> progress;  // may be empty
  std::size_t window = TextStream::kWindow;  // bytes of a file that are looked at at a time; nothing else depends on it
  std::size_t threads = 1;  // that read; nothing else depends on it
  bool hashes = true;       // Input::sha256 is wanted
  std::size_t head_rows = 100;  // among which the header is looked for
  std::uint64_t plain_from = 1U << 16U;  // bytes: the rows of smaller files are all read one by one; nothing else depends on it
  std::vector<Source> packages;  // the datapackage.json of each file, in the order of the files; without bytes where there is none
  std::function<void()> before_duties;  // called before the first record's duty is looked up among the rules; may be empty
  std::vector<std::string> plan_regions;  // codes, of the plans that were named: they decide between regions of one name
};

// A submission's file, as the user named it.
struct InputFile {
  std::string name;
  std::shared_ptr<const FileBytes> bytes;
};

// One or more CSV files to one submission. Everything that cannot be used is told, the rest is kept.
// A file that changes while it is read is told as unreadable, and nothing of it is taken.
[[nodiscard]] Submission load_submission(const std::vector<InputFile>& files, const Catalog& catalog, const HeaderWords& words,
                                         const InputOptions& options, Problems& problems);
// Of files in memory.
[[nodiscard]] Submission load_submission(const std::vector<Source>& files, const Catalog& catalog, const HeaderWords& words,
                                         const InputOptions& options, Problems& problems);

}  // namespace kaohe

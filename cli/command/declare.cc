// SPDX-License-Identifier: Apache-2.0
// How the options of `kaohe check` are spelt and explained. Long names and help are English: CLI11 pads by bytes.
#include <CLI/CLI.hpp>

#include "command/options.h"

namespace kaohe {
namespace {

constexpr char kFooter[] = R"(
Exit status: 0 nothing due falls short, 1 a rule fails, 2 could not judge,
3 no rule fails but data for one that is due are missing.

Example:
  kaohe check figures.csv --plan jiangxi-2017 --as-of 2020-12-31
  kaohe check cities.csv counties.csv --format json --output report.json)";

// Each use takes one value, so that a file may follow.
CLI::Option* add_list(CLI::App& app, const char* name, std::vector<std::string>& into, const char* help, const char* value) {
  return app.add_option(name, into, help)->allow_extra_args(false)->type_name(value);
}

CLI::Option* add_one(CLI::App& app, const char* name, std::string& into, const char* help, const char* value) {
  return app.add_option(name, into, help)->type_name(value);
}

}  // namespace

void declare_judging_options(CLI::App& app, CheckArguments& into) {
  const char* what = "What is judged";
  add_list(app, "--plan", into.plans, "a plan's id, or a rule file; repeatable (else every plan that binds the data)", "ID|FILE.toml")->group(what);
  add_one(app, "--as-of", into.as_of, "the day that decides what is due (else the end of the latest figures)", "DATE")->group(what);
  add_one(app, "--region", into.region, "keep to this region and its parts", "CODE|NAME")->group(what);
  add_list(app, "--only", into.only, "keep to rules by id glob or indicator, or figures, records, pilots; repeatable", "PATTERN")->group(what);
  app.add_flag("--indicative", into.indicative, "also hold each city and county against the province's target, never counted")->group(what);
  add_list(app, "--no-check", into.no_checks, "leave out a cross-check of the figures; repeatable", "NAME")->group(what);
  add_one(app, "--waivers", into.waivers, "waivers in force (TOML)", "FILE")->group(what);

  const char* counts = "What counts";
  add_one(app, "--reading", into.reading, "the reading of an ambiguous clause that counts: plain or strict", "WORD")->group(counts)->capture_default_str();
  add_list(app, "--tier", into.tiers, "tiers that decide the exit status: binding, expected, measure; repeatable", "WORD")->delimiter(',')->group(counts)->default_str("binding");
  add_one(app, "--fail-on", into.fail_on, "the least kind that makes the exit status non-zero: fail, missing, disputed, off-track, new", "WORD")->group(counts)->capture_default_str();
  add_one(app, "--since", into.since, "an earlier JSON report: tell what is new, changed, fixed or gone; for --fail-on new", "FILE")->group(counts);
  app.add_flag("--strict-input", into.strict_input, "warnings about the input are errors")->group(counts);

  const char* reading = "What is read";
  add_one(app, "--encoding", into.encoding, "of the input: utf-8, gb18030, utf-16 (else found out)", "NAME")->group(reading);
  add_one(app, "--rules", into.rules, "rule files to use instead of the embedded ones", "DIR")->group(reading);
  add_one(app, "--data", into.data, "register, indicators and units to use instead of the embedded ones", "DIR")->group(reading);
  add_one(app, "--rank", into.rank, "also rank the units by this indicator", "INDICATOR")->group("What is written");
  add_one(app, "--from", into.from, "also show each indicator at the beginning of a term of office; with --to", "PERIOD")->group("What is written");
  add_one(app, "--to", into.to, "and at its end, with the change and the verdict", "PERIOD")->group("What is written");
}

void declare_check_options(CLI::App& app, CheckArguments& into) {
  app.add_option("FILE", into.files, "CSV files of figures and records; - is standard input")->required()->type_name("");
  declare_judging_options(app, into);
  app.add_flag("--explain-input", into.explain_input, "say how each file is understood, column by column, and judge nothing")->group("What is read");
  add_one(app, "--threads", into.threads, "how many threads work on large files (else one for each processor, 8 at most); the report is the same", "N")->group("What is read");
  const char* written = "What is written";
  add_one(app, "--format", into.format, "text, json, csv, md, html, junit, sarif, github, gitlab, tap or xlsx", "FORMAT")->group(written)->capture_default_str();
  add_one(app, "--output", into.output, "where the report goes; - is standard output", "FILE")->group(written)->capture_default_str();
  add_list(app, "--report", into.reports, "one more report; repeatable", "FORMAT=FILE")->group(written);
  app.add_flag("--summary", into.summary, "only the outcome and the sums, in text")->group(written);
  app.add_flag("-q,--quiet", into.quiet, "nothing on standard output, and only errors on standard error")->group(written);
  add_one(app, "--lang", into.lang, "zh or en (else the locale)", "LANG")->group(written);
  add_one(app, "--color", into.color, "auto, always or never", "WHEN")->group(written)->capture_default_str();
  app.add_flag("-v,--verbose", into.verbose, "every verdict with its parts, steps and cells; notes too")->group(written);
  app.footer(kFooter);
}

}  // namespace kaohe

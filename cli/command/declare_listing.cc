// SPDX-License-Identifier: Apache-2.0
// How the options of the commands that tell something of the rules are spelt and explained.
#include "command/declare_listing.h"

#include <CLI/CLI.hpp>

namespace kaohe {
namespace {

CLI::Option* add_list(CLI::App& app, const char* name, std::vector<std::string>& into, const char* help, const char* value) {
  return app.add_option(name, into, help)->allow_extra_args(false)->type_name(value);
}

CLI::Option* add_one(CLI::App& app, const char* name, std::string& into, const char* help, const char* value) {
  return app.add_option(name, into, help)->type_name(value);
}

}  // namespace

void declare_listing_options(CLI::App& app, ListingArguments& into) {
  const char* reading = "What is read";
  add_one(app, "--rules", into.rules, "rule files to use instead of the embedded ones", "DIR")->group(reading);
  add_one(app, "--data", into.data, "register, indicators and units to use instead of the embedded ones", "DIR")->group(reading);
  const char* written = "What is written";
  add_one(app, "--format", into.format, "text or json", "FORMAT")->group(written)->capture_default_str();
  add_one(app, "--lang", into.lang, "zh or en (else the locale)", "LANG")->group(written);
  add_one(app, "--color", into.color, "auto, always or never", "WHEN")->group(written)->capture_default_str();
}

void declare_plans_options(CLI::App& app, ListingArguments& into) {
  declare_listing_options(app, into);
  app.footer("\nExit status: 0 told, 2 a rule file or a table is at fault.\n\nExample:\n  kaohe plans --format json");
}

void declare_rules_options(CLI::App& app, RulesArguments& into) {
  app.add_option("PLAN", into.plan, "the id of one plan (else all)")->type_name("");
  const char* which = "Which rules";
  add_list(app, "--tier", into.tiers, "binding, expected, measure; repeatable", "WORD")->delimiter(',')->group(which);
  add_list(app, "--kind", into.kinds, "threshold, trend, record, cadence, all-of, umbrella; repeatable", "WORD")->delimiter(',')->group(which);
  add_one(app, "--due", into.due, "due on that day, or in that year; or open", "DATE|YEAR")->group(which);
  add_one(app, "--region", into.region, "that judge this region or a part of it", "CODE|NAME")->group(which);
  add_one(app, "--search", into.search, "with this in the title, the anchor or the indicator's names", "TEXT")->group(which);
  declare_listing_options(app, into);
  app.footer("\nExample:\n  kaohe rules jiangxi-2017 --tier binding --due 2020\n  kaohe rules --search PM2.5");
}

void declare_explain_options(CLI::App& app, ExplainArguments& into) {
  app.add_option("RULE", into.rule, "a rule's full id, or its id where one plan has it; or a cross-check's id")->required()->type_name("");
  app.add_option("FILE", into.files, "CSV files: their numbers step by step; - is standard input")->type_name("");
  const char* what = "With files";
  add_one(app, "--as-of", into.as_of, "the day that decides what is due (else the end of the latest figures)", "DATE")->group(what);
  add_one(app, "--region", into.region, "keep to this region and its parts", "CODE|NAME")->group(what);
  add_one(app, "--reading", into.reading, "the reading that counts: plain or strict", "WORD")->group(what)->capture_default_str();
  add_one(app, "--waivers", into.waivers, "waivers in force (TOML)", "FILE")->group(what);
  add_one(app, "--encoding", into.encoding, "of the input: utf-8, gb18030, utf-16 (else found out)", "NAME")->group(what);
  declare_listing_options(app, into);
  app.footer("\nExit status with files: that of check, for this rule alone.\n\nExample:\n"
             "  kaohe explain jiangxi-2017/surface-water-good\n  kaohe explain surface-water-good figures.csv --as-of 2020-12-31");
}

void declare_lint_options(CLI::App& app, LintArguments& into) {
  app.add_option("FILE", into.files, "rule files (else all that are embedded, or of --rules)")->type_name("");
  declare_listing_options(app, into);
  app.footer("\nExit status: 0 clean, 1 findings, 2 could not.\n\nExample:\n  kaohe lint my-plan.toml");
}

}  // namespace kaohe

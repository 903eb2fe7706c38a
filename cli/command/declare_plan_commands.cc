// SPDX-License-Identifier: Apache-2.0
// How the options of trace, diff and template are spelt and explained. What is required is checked by the command, so
// that it is told in the user's language.
#include <CLI/CLI.hpp>
#include <memory>

#include "command/plan_options.h"

namespace kaohe {
namespace {

CLI::Option* add(CLI::App& app, const char* name, std::string& into, const char* help, const char* value) {
  return app.add_option(name, into, help)->type_name(value);
}

void add_common(CLI::App& app, PlanArguments& into) {
  const char* reading = "What is read";
  add(app, "--rules", into.rules, "rule files to use instead of the embedded ones", "DIR")->group(reading);
  add(app, "--data", into.data, "register, indicators and units to use instead of the embedded ones", "DIR")->group(reading);
  const char* written = "What is written";
  add(app, "--output", into.output, "where the result goes; - is standard output", "FILE")->group(written)->capture_default_str();
  add(app, "--lang", into.lang, "zh or en (else the locale)", "LANG")->group(written);
  add(app, "--color", into.color, "auto, always or never", "WHEN")->group(written)->capture_default_str();
}

void add_format(CLI::App& app, PlanArguments& into, const char* verbose) {
  const char* written = "What is written";
  add(app, "--format", into.format, "text or json", "FORMAT")->group(written)->capture_default_str();
  app.add_flag("-v,--verbose", into.verbose, verbose)->group(written);
}

}  // namespace

std::function<int(Language)> declare_trace(CLI::App& app) {
  const auto arguments = std::make_shared<TraceArguments>();
  add(app, "PLAN", arguments->plan, "a plan's id, or a rule file", "");
  add(app, "--text", arguments->text, "the plan's text; - is standard input", "FILE")->group("What is read");
  add_common(app, arguments->common);
  add_format(app, arguments->common, "every anchor and where it stands");
  app.footer("\nExit status: 0 nothing is open, 1 something is, 2 could not.\n\nExample:\n  kaohe trace jiangxi-2017 --text plan.txt");
  return [arguments](Language language) { return trace_text(*arguments, language); };
}

std::function<int(Language)> declare_diff(CLI::App& app) {
  const auto arguments = std::make_shared<DiffArguments>();
  add(app, "A", arguments->before, "a plan's id, or a rule file; or an archive, or a JSON report", "");
  add(app, "B", arguments->after, "what to compare it with", "");
  app.add_option("FILE", arguments->files, "figures and records to judge by both")->type_name("");
  add(app, "--as-of", arguments->as_of, "the day that decides what is due (else the end of the latest figures)", "DATE")->group("What is judged");
  add_common(app, arguments->common);
  add_format(app, arguments->common, "notes about the input too");
  app.footer("\nExit status: 0 no difference, 1 differences, 2 could not.\n\nExample:\n  kaohe diff jiangxi-2017-draft jiangxi-2017\n  kaohe diff archives/2020 archives/2020-corrected");
  return [arguments](Language language) { return diff_plans(*arguments, language); };
}

std::function<int(Language)> declare_template(CLI::App& app) {
  const auto arguments = std::make_shared<TemplateArguments>();
  add(app, "PLAN", arguments->plan, "a plan's id, or a rule file", "");
  const char* asked = "What is asked for";
  add(app, "--region", arguments->region, "who hands in: a region, with its parts", "CODE|NAME")->group(asked);
  add(app, "--period", arguments->period, "of which period: 2020, 2020-H1, 2020-Q3, 2020-07", "PERIOD")->group(asked);
  add(app, "--year", arguments->year, "of which years: 2020, 2016..2020", "YEARS")->group(asked);
  add(app, "--layout", arguments->layout, "long (a figure a row), wide (a column a period) or records", "WORD")->group(asked)->capture_default_str();
  add(app, "--with", arguments->last, "figures or records of the period before, to show beside", "FILE")->group(asked);
  add_common(app, arguments->common);
  app.add_flag("--bom", arguments->bom, "begin with a byte order mark, for spreadsheets")->group("What is written");
  app.footer("\nExit status: 0 written, 2 could not.\n\nExample:\n  kaohe template jiangxi-2017 --region 360100 --period 2020 --output blank.csv");
  return [arguments](Language language) { return blank_submission(*arguments, language); };
}

}  // namespace kaohe

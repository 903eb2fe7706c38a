// SPDX-License-Identifier: Apache-2.0
// What trace, diff and template have in common: where plans and tables come from, and how the result is written.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "base/problem.h"
#include "command/colour.h"
#include "load/load.h"
#include "report/format.h"

namespace CLI {
class App;
}

namespace kaohe {

// As on the command line.
struct PlanArguments {
  std::string rules, data, lang;
  std::string color = "auto", format = "text", output = "-";
  bool verbose = false;
};

struct PlanOptions {
  std::string rules, data, output;
  Language language = Language::kZh;
  ColourChoice colour = ColourChoice::kAuto;
  bool json = false;
  bool verbose = false;
};

[[nodiscard]] PlanOptions plan_options(const PlanArguments& given, Language language);  // throws UsageError
[[nodiscard]] Style output_style(const PlanOptions& options);
// Writes the result; the exit status, 2 where it could not be written.
[[nodiscard]] int write_result(const PlanOptions& options, const std::string& text, int exit);
// What is wrong with the files, on standard error; true where an error is among it.
[[nodiscard]] bool tell_problems(const PlanOptions& options, const Problems& problems);

[[nodiscard]] bool is_rule_file(std::string_view plan);  // a path or a name ending in .toml, not an id
// The plan with this id, or that of this rule file; the other rule files are not looked at. Throws UsageError where
// there is none of that id.
[[nodiscard]] Plan load_named_plan(const Sources& sources, const Catalog& catalog, const std::string& given, Problems& problems);
// Figures and records handed in, read with the plans of `catalog`.
[[nodiscard]] Submission read_figures(const Sources& sources, const std::vector<std::string>& files, const Catalog& catalog, Problems& problems);

// ---- the commands ------------------------------------------------------------------------------------------------------------

struct TraceArguments {
  PlanArguments common;
  std::string plan, text;
};
struct DiffArguments {
  PlanArguments common;
  std::string before, after, as_of;
  std::vector<std::string> files;
};
struct TemplateArguments {
  PlanArguments common;
  std::string plan, region, period, year, last;
  std::string layout = "long";
  bool bom = false;
};

[[nodiscard]] int trace_text(const TraceArguments& arguments, Language language);
[[nodiscard]] bool is_run(const std::string& given);  // an archive or a JSON report, not a plan
[[nodiscard]] int diff_runs(const DiffArguments& arguments, const PlanOptions& options);
[[nodiscard]] int diff_plans(const DiffArguments& arguments, Language language);
[[nodiscard]] int blank_submission(const TemplateArguments& arguments, Language language);

// Each declares its options; the job runs once they are parsed.
[[nodiscard]] std::function<int(Language)> declare_trace(CLI::App& app);
[[nodiscard]] std::function<int(Language)> declare_diff(CLI::App& app);
[[nodiscard]] std::function<int(Language)> declare_template(CLI::App& app);

}  // namespace kaohe

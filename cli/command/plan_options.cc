// SPDX-License-Identifier: Apache-2.0
#include "command/plan_options.h"

#include <unistd.h>

#include "base/text.h"
#include "command/choice.h"
#include "command/console.h"
#include "command/inputs.h"
#include "command/language.h"
#include "command/progress.h"

namespace kaohe {
namespace {

constexpr int kCouldNot = 2;
constexpr Choice<bool> kFormats[] = {{"text", false}, {"json", true}};

}  // namespace

PlanOptions plan_options(const PlanArguments& given, Language language) {
  PlanOptions out;
  out.rules = given.rules;
  out.data = given.data;
  out.output = given.output;
  out.language = given.lang.empty() ? language : choose("--lang", given.lang, kLanguages);
  out.colour = choose("--color", given.color, kColours);
  out.json = choose("--format", given.format, kFormats);
  out.verbose = given.verbose;
  return out;
}

Style output_style(const PlanOptions& options) {
  const Environment environment = process_environment();
  const bool terminal = options.output == "-" && isatty(STDOUT_FILENO) != 0;
  const bool may = options.output == "-" || options.colour == ColourChoice::kAlways;
  Style style;
  style.colour = use_colour(may ? options.colour : ColourChoice::kNever, environment, terminal);
  style.verbose = options.verbose;
  style.width = page_width(STDOUT_FILENO, environment);
  return style;
}

int write_result(const PlanOptions& options, const std::string& text, int exit) {
  const auto written = write_file(options.output, text);
  if (written.ok()) return exit;
  print_error(options.language, written.refusal().why);
  return kCouldNot;
}

bool tell_problems(const PlanOptions& options, const Problems& problems) {
  Style style;
  style.colour = use_colour(options.colour, process_environment(), isatty(STDERR_FILENO) != 0);
  style.verbose = options.verbose;
  print_problems(problems, options.language, style);
  return problems.has_errors();
}

bool is_rule_file(std::string_view plan) {
  constexpr std::string_view kEnd = ".toml";
  return plan.find('/') != std::string_view::npos || (plan.size() > kEnd.size() && plan.substr(plan.size() - kEnd.size()) == kEnd);
}

Plan load_named_plan(const Sources& sources, const Catalog& catalog, const std::string& given, Problems& problems) {
  if (is_rule_file(given)) {
    for (const Source& file : read_files({given}, problems)) return load_plan(file, catalog, problems);
    return {};  // told
  }
  std::vector<std::string> ids;
  for (const Source& file : sources.rules) {
    Problems of_file = problems;
    Plan plan = load_plan(file, catalog, of_file);
    if (plan.id == given) {
      problems = std::move(of_file);
      return plan;
    }
    ids.push_back(plan.id);
  }
  const std::vector<std::string> near = nearest(given, ids, 1);
  const Phrase hint = near.empty() ? Phrase{"用 kaohe plans 列出全部规划；规则文件应以 .toml 结尾", "kaohe plans lists them; a rule file ends in .toml"}
                                   : Phrase{"是否想写 " + near[0], "did you mean " + near[0]};
  throw UsageError{{"没有规划“" + visible(given) + "”", "no plan \"" + visible(given) + "\""}, hint};
}

Submission read_figures(const Sources& sources, const std::vector<std::string>& files, const Catalog& catalog, Problems& problems) {
  const Source* words = sources.data_file("headers.toml");
  if (words == nullptr) throw UsageError{{"数据目录中没有 headers.toml", "the data directory has no headers.toml"}, {}};
  return load_submission(open_files({}, files, problems), catalog, load_headers(*words, problems), {}, problems);
}

}  // namespace kaohe

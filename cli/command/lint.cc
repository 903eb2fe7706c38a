// SPDX-License-Identifier: Apache-2.0
// `kaohe lint`: the rule files named, else all of rules/; only then can it be told that nobody uses an indicator.
#include "command/lint.h"

#include "command/inputs.h"
#include "command/usage_error.h"
#include "report/listing.h"

namespace kaohe {
namespace {

constexpr int kClean = 0;
constexpr int kFindings = 1;
constexpr int kCouldNot = 2;

int status_of(const Problems& problems) {
  if (problems.has("file-unreadable") || problems.has("table-missing")) return kCouldNot;
  return problems.has_errors() || problems.count(Severity::kWarning) > 0 ? kFindings : kClean;
}

void lint_file(const Source& file, Catalog& catalog, LintReport& report) {
  Plan plan = load_plan(file, catalog, report.problems);
  lint_plan(plan, catalog, report.problems);
  report.files.push_back({file.name, plan.sha256, plan.id, plan.rules.size(), plan.unchecked.size()});
  catalog.plans.push_back(std::move(plan));
}

void check_twice(const std::vector<std::string>& files) {
  for (std::size_t i = 0; i < files.size(); ++i) {
    for (std::size_t j = 0; j < i; ++j) {
      if (files[i] == files[j]) {
        throw UsageError{{"文件“" + files[i] + "”给了两次", "the file \"" + files[i] + "\" is given twice"}, {}};
      }
    }
  }
}

}  // namespace

int lint(const LintArguments& arguments, Language language) {
  const ListingOptions options = listing_options(arguments, language);
  check_twice(arguments.files);
  Sources sources = open_sources(options.rules, options.data);
  LintReport report;
  report.language = options.language;
  Catalog catalog = load_tables(sources, report.problems);
  const bool all = arguments.files.empty();
  const std::vector<Source> files = all ? std::move(sources.rules) : read_files(arguments.files, report.problems);
  for (const Source& file : files) lint_file(file, catalog, report);
  // A rule at fault is not there to use its indicator.
  if (all && !files.empty() && !report.problems.has_errors()) lint_indicators(catalog, report.problems);
  if (all && files.empty()) throw UsageError{{"没有要检查的规则文件", "no rule files to lint"}, {}};
  report.sources = files;
  report.sources.insert(report.sources.end(), sources.data.begin(), sources.data.end());
  report.problems.sort();
  report.exit = status_of(report.problems);
  const std::string text = options.format == ListingFormat::kJson ? lint_json(report) : lint_text(report, options.out);
  return print_out(text, options.language, report.exit);
}

}  // namespace kaohe

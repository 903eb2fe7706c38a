// SPDX-License-Identifier: Apache-2.0
// The main job as one sentence: load the tables and the plans, read the submission, judge it, write the reports.
#include "command/check.h"

#include <unistd.h>

#include <algorithm>
#include <deque>

#include "base/heap.h"
#include "base/text.h"
#include "command/choice.h"
#include "command/console.h"
#include "command/inputs.h"
#include "command/plan_rules.h"
#include "command/progress.h"
#include "command/region_option.h"
#include "command/usage_error.h"
#include "compare/rank.h"
#include "compare/since.h"
#include "compare/tenure.h"
#include "crosscheck/crosscheck.h"
#include "load/load.h"
#include "report/past.h"

namespace kaohe {
namespace {

constexpr int kCouldNot = 2;

// The plans of rules/, and those of the files named by --plan, which take the place of a plan with the same id.
std::vector<Plan> load_plans(const Sources& sources, const CheckOptions& options, const Catalog& catalog, Question& question,
                             Problems& problems) {
  std::vector<Plan> plans;
  question.plans_named = !question.plans.empty() || !options.plan_files.empty();
  for (const Source& file : sources.rules) plans.push_back(load_plan_head(file, catalog, problems));
  for (const Source& file : read_files(options.read, FileRole::kPlan, options.plan_files, problems)) {
    Plan plan = load_plan(file, catalog, problems);
    if (plan.id.empty()) continue;  // told already; it cannot be judged
    question.plans.push_back(plan.id);
    plans.erase(std::remove_if(plans.begin(), plans.end(), [&](const Plan& other) { return other.id == plan.id; }), plans.end());
    plans.push_back(std::move(plan));
  }
  return plans;
}

// Where the plans that were named lie.
std::vector<std::string> regions_of_plans(const Catalog& catalog, const std::vector<std::string>& ids) {
  std::vector<std::string> regions;
  for (const Plan& plan : catalog.plans) {
    if (std::find(ids.begin(), ids.end(), plan.id) != ids.end()) regions.push_back(plan.region);
  }
  return regions;
}

// datapackage.json in the folder of `file`; without bytes where there is none.
Source package_beside(const CheckOptions& options, const std::string& file) {
  if (file == "-") return {};
  const std::string path = file.substr(0, file.rfind('/') == std::string::npos ? 0 : file.rfind('/') + 1) + "datapackage.json";
  Result<Source> package = options.read ? options.read(FileRole::kPackage, path) : read_file(path);
  return package.ok() ? std::move(package.value()) : Source{};
}

// Is that wanted, by what is made of the report or by one of the formats?
bool wanted(const CheckOptions& options, Details details, bool Format::*detail) {
  const auto tells = [detail](const Output& output) { return output.format->*detail; };
  return details == Details::kAll || std::any_of(options.outputs.begin(), options.outputs.end(), tells);
}

Submission read_submission(const Sources& sources, const CheckOptions& options, Details details, const Question& question, Catalog& catalog, Problems& problems) {
  const Source* words = sources.data_file("headers.toml");
  if (words == nullptr) throw UsageError{{"数据目录中没有 headers.toml", "the data directory has no headers.toml"}, {}};
  Progress progress(options.question.language);
  InputOptions input;
  input.encoding = options.encoding;
  input.threads = options.threads;
  input.hashes = wanted(options, details, &Format::hashes);
  input.progress = [&](std::uint64_t done, std::uint64_t all) { progress(done, all); };
  input.before_duties = [&] { need_rules(sources, [](const Plan&) { return true; }, catalog, problems); };
  if (question.plans_named) input.plan_regions = regions_of_plans(catalog, question.plans);
  const std::vector<InputFile> files = open_files(options.read, options.files, problems);
  for (const InputFile& file : files) input.packages.push_back(package_beside(options, file.name));
  return load_submission(files, catalog, load_headers(*words, problems), input, problems);
}

std::vector<Waiver> read_waivers(const CheckOptions& options, const Catalog& catalog, Problems& problems) {
  std::vector<Waiver> out;
  if (options.waivers.empty()) return out;
  for (const Source& file : read_files(options.read, FileRole::kWaivers, {options.waivers}, problems)) {
    out = load_waivers(file, catalog.plans, catalog.regions, problems);
  }
  return out;
}

// Why the report could not be made or written; nothing where it was.
std::optional<Phrase> refused(const Report& report, const Output& output, const Style& style) {
  try {
    const Format& format = *output.format;
    const auto pour = [&](const TakeBytes& take) { format.pour(report, style, take); };
    const auto result = format.pour != nullptr ? write_file(output.path, pour) : write_file(output.path, format.write(report, style));
    return result.ok() ? std::nullopt : std::optional<Phrase>(result.refusal().why);
  } catch (const Refusal& refusal) {
    return refusal.why;
  }
}

// A workbook on a screen is of no use to anybody.
void check_terminal(const CheckOptions& options) {
  for (const Output& output : options.outputs) {
    if (output.path != "-" || !output.format->binary || isatty(STDOUT_FILENO) == 0) continue;
    const std::string name(output.format->name);
    throw UsageError{{name + " 不能写到终端", name + " cannot be written to a terminal"}, {"用 --output 指定文件", "give a file with --output"}};
  }
}

PastReport read_earlier(const CheckOptions& options, const Report& report) {
  Result<Source> file = options.read ? options.read(FileRole::kSince, options.since) : read_file(options.since);
  if (!file.ok()) throw UsageError{file.refusal().why, {}};
  Result<PastReport> past = read_past(file.value());
  if (!past.ok()) throw UsageError{past.refusal().why, {"应为 --format json 写出的报告", "expected a report that --format json wrote"}};
  if (past.value().reading != report.reading) {
    const std::string reading(word(past.value().reading));
    throw UsageError{{"上次的报告按另一种理解判定（" + reading + "），不能相比", "the earlier report is of the other reading (" + reading + "), which cannot be compared"},
                     {"可加 --reading " + reading, "--reading " + reading + " asks for it"}};
  }
  return std::move(past.value());
}

std::size_t indicator_named(const IndicatorTable& table, const std::string& given) {
  if (const auto found = table.find_id(given)) return *found;
  const auto named = table.by_name.find(name_key(given));
  if (named != table.by_name.end() && named->second.size() == 1) return named->second.front();
  std::vector<std::string> candidates;
  for (const Indicator& indicator : table.indicators) {
    candidates.push_back(indicator.id);
    candidates.insert(candidates.end(), indicator.names_zh.begin(), indicator.names_zh.end());
  }
  const bool several = named != table.by_name.end();
  const Phrase what = several ? Phrase{"“" + given + "”是几个指标的名称", "\"" + given + "\" names several indicators"}
                              : Phrase{"没有指标“" + given + "”", "there is no indicator \"" + given + "\""};
  std::string near;
  for (const std::string& one : nearest(given, candidates)) near += (near.empty() ? "" : ", ") + one;
  throw UsageError{what, near.empty() ? Phrase() : Phrase{"最接近的是：" + near, "the nearest: " + near}};
}

bool write_reports(const Report& report, const CheckOptions& options, const Environment& environment) {
  bool written = true;
  for (const Output& output : options.outputs) {
    const bool terminal = output.path == "-" && isatty(STDOUT_FILENO) != 0;
    Style style;
    style.colour = use_colour(output.path == "-" || options.colour == ColourChoice::kAlways ? options.colour : ColourChoice::kNever,
                              environment, terminal);
    style.verbose = options.verbose;
    style.summary = options.summary;
    style.width = page_width(STDOUT_FILENO, environment);
    if (const auto why = refused(report, output, style)) {
      print_error(report.language, *why);
      written = false;
    }
  }
  return written;
}

}  // namespace

void tell_problems(const Problems& problems, const CheckOptions& options, const Environment& environment) {
  Style style;
  style.colour = use_colour(options.colour, environment, isatty(STDERR_FILENO) != 0);
  style.verbose = options.verbose;
  style.excerpts = isatty(STDERR_FILENO) != 0;
  style.width = page_width(STDERR_FILENO, environment);
  print_problems(problems, options.question.language, style, options.quiet ? Severity::kError : Severity::kNote);
}

namespace {

// Everything that judging needs.
struct Read {
  Sources sources;
  Catalog catalog;
  Submission submission;
  Problems problems;
  Question question;
};

Read read_all(const CheckOptions& options, Details details) {
  Read read;
  read.question = options.question;
  read.sources = options.sources ? *options.sources : open_sources(options.rules, options.data);
  read.catalog = load_tables(read.sources, read.problems);
  read.catalog.plans = load_plans(read.sources, options, read.catalog, read.question, read.problems);
  read.question.region = region_code(read.catalog.regions, read.question.region);
  read.submission = read_submission(read.sources, options, details, read.question, read.catalog, read.problems);
  return read;
}

// --no-check names what there is.
void check_names(const std::vector<std::string>& names, const Catalog& catalog) {
  std::vector<std::string> known;
  for (const Check& check : catalog.checks) known.push_back(check.id);
  for (const std::string& name : names) {
    if (std::find(known.begin(), known.end(), name) == known.end()) throw unknown_choice("--no-check", name, known);
  }
}

// --explain-input: what was read, and nothing of what it means.
int explain_reading(const CheckOptions& options, const Environment& environment) {
  Read read = read_all(options, Details::kThoseTold);
  read.problems.sort();
  tell_problems(read.problems, options, environment);
  bool written = true;
  for (const Output& output : options.outputs) {
    Style style;
    style.colour = use_colour(options.colour, environment, output.path == "-" && isatty(STDOUT_FILENO) != 0);
    style.width = page_width(STDOUT_FILENO, environment);
    const auto result = write_file(output.path, inputs_text(read.submission.inputs, read.problems, options.question.language, style));
    if (result.ok()) continue;
    print_error(options.question.language, result.refusal().why);
    written = false;
  }
  return written && !read.problems.has_errors() ? 0 : kCouldNot;
}

// A report is millions of small pieces. The process ends after it is written, and need not put them away one by one.
const Report& kept(Report report) {
  static auto& reports = *new std::deque<Report>();
  reports.push_back(std::move(report));
  return reports.back();
}

}  // namespace

Report judge_files(const CheckOptions& options, Details details) {
  Read read = read_all(options, details);
  check_names(options.no_checks, read.catalog);
  need_rules(read.sources, plans_looked_at(options, read.question, read.submission, read.catalog), read.catalog, read.problems);
  constexpr std::size_t kManyFigures = 1U << 16;  // fewer are gone through before a thread has started
  const std::size_t threads = read.submission.figures.size() < kManyFigures ? 1 : options.threads;
  cross_check(read.catalog, read.submission.figures, options.no_checks, threads, read.problems);
  read.submission.complete_places(read.problems.places());
  std::vector<Waiver> waivers = read_waivers(options, read.catalog, read.problems);
  read.question.threads = threads;
  return judge(std::move(read.catalog), std::move(read.submission), std::move(waivers), std::move(read.problems), read.question);
}

Report report_of(const CheckOptions& options, Details details) {
  Report report = judge_files(options, details);
  if (!options.since.empty()) compare_with_past(read_earlier(options, report), report);
  if (!options.rank.empty()) rank_units(report, indicator_named(report.catalog.indicators, options.rank));
  if (options.from) {
    if (report.as_of.date < options.to->last) {
      const std::string to = options.to->text(), day = report.as_of.date.text();
      throw UsageError{{"--to " + to + " 晚于判定日期 " + day, "--to " + to + " is later than the as-of date " + day}, {"用 --as-of 指定判定日期", "give the day with --as-of"}};
    }
    compare_term(report, *options.from, *options.to);
  }
  if (wanted(options, details, &Format::places)) complete_places(report);
  return report;
}

int check(const CheckOptions& options) {
  prepare_heap();
  const Environment environment = process_environment();
  if (options.explain_input) return explain_reading(options, environment);
  check_terminal(options);
  const Report& report = kept(report_of(options, Details::kThoseTold));
  tell_problems(report.problems, options, environment);
  return write_reports(report, options, environment) ? report.exit : kCouldNot;
}

}  // namespace kaohe

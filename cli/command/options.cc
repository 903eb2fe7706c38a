// SPDX-License-Identifier: Apache-2.0
#include "command/options.h"

#include <algorithm>
#include <charconv>
#include <filesystem>
#include <set>

#include "base/crew.h"
#include "base/text.h"
#include "command/choice.h"
#include "command/plan_options.h"
#include "command/usage_error.h"

namespace kaohe {
namespace {

constexpr Choice<FailOn> kFailOns[] = {{"fail", FailOn::kFail},
                                       {"missing", FailOn::kMissing},
                                       {"disputed", FailOn::kDisputed},
                                       {"off-track", FailOn::kOffTrack},
                                       {"new", FailOn::kNew}};

const Format* format_named(std::string_view option, const std::string& given) {
  std::vector<std::string> words;
  for (const Format& format : formats()) {
    if (format.name == given) return &format;
    words.emplace_back(format.name);
  }
  throw unknown_choice(option, given, words);
}

// "json=report.json"
Output report_output(const std::string& given) {
  const std::size_t equals = given.find('=');
  if (equals == std::string::npos || equals + 1 == given.size()) {
    throw UsageError{{"--report 的值“" + given + "”应写作 格式=文件", "--report \"" + given + "\" is not of the form FORMAT=FILE"},
                     {"例如 --report json=report.json", "for example --report json=report.json"}};
  }
  return {format_named("--report", given.substr(0, equals)), given.substr(equals + 1)};
}

bool same_file(const std::string& a, const std::string& b) {
  if (a == b) return true;
  std::error_code ignored;  // a file that is not there yet is no other file
  return a != "-" && b != "-" && std::filesystem::equivalent(a, b, ignored);
}

// A report must not overwrite another report, nor what it was made from.
void check_outputs(const CheckOptions& options) {
  std::vector<std::string> read = options.files;
  read.insert(read.end(), options.plan_files.begin(), options.plan_files.end());
  if (!options.waivers.empty()) read.push_back(options.waivers);
  if (!options.since.empty()) read.push_back(options.since);
  for (std::size_t i = 0; i < options.outputs.size(); ++i) {
    const std::string& path = options.outputs[i].path;
    for (std::size_t j = 0; j < i; ++j) {
      if (same_file(options.outputs[j].path, path)) {
        throw UsageError{{"两份报告都要写到“" + path + "”", "two reports would be written to \"" + path + "\""},
                         {"请分别指定 --output 与 --report 的文件", "give --output and --report files of their own"}};
      }
    }
    for (const std::string& file : read) {
      if (path != "-" && same_file(file, path)) {
        throw UsageError{{"报告会覆盖输入文件“" + path + "”", "the report would overwrite the input \"" + path + "\""}, {}};
      }
    }
  }
}

std::optional<Date> as_of_date(const std::string& given) {
  if (given.empty()) return std::nullopt;
  const std::optional<Date> date = parse_date(given);
  if (!date || !date->valid()) {
    throw UsageError{{"--as-of 的值“" + given + "”不是日期", "--as-of \"" + given + "\" is not a date"},
                     {"应为历法中有的一天，如 2020-12-31", "expected a day of the calendar such as 2020-12-31"}};
  }
  return date;
}

// --from and --to: a period each, one before the other.
void read_term(const CheckArguments& given, CheckOptions& out) {
  if (given.from.empty() && given.to.empty()) return;
  if (given.from.empty() || given.to.empty()) throw UsageError{{"--from 与 --to 要一起用", "--from and --to go together"}, {"例如 --from 2016 --to 2020", "for example --from 2016 --to 2020"}};
  const auto period = [](const char* option, const std::string& text) {
    const auto read = parse_period(text);
    if (read) return *read;
    const std::string what = std::string(option) + " ";
    throw UsageError{{what + "的值“" + visible(text) + "”不是时期", what + "\"" + visible(text) + "\" is not a period"}, {"例如 2020、2020-H1、2020-07", "expected for example 2020, 2020-H1 or 2020-07"}};
  };
  out.from = period("--from", given.from);
  out.to = period("--to", given.to);
  if (out.from->kind != out.to->kind || !(out.from->last < out.to->last)) {
    throw UsageError{{"--from " + visible(given.from) + " 应早于 --to " + visible(given.to) + "，且是同一种时期", "--from " + visible(given.from) + " must be before --to " + visible(given.to) + ", and the same kind of period"}, {}};
  }
}

std::optional<Encoding> encoding_named(const std::string& given) {
  if (given.empty() || given == "auto") return std::nullopt;
  const std::optional<Encoding> encoding = parse_encoding(given);
  if (!encoding) throw unknown_choice("--encoding", given, {"auto", "utf-8", "gb18030", "gbk", "utf-16"});
  return encoding;
}

// As many as the machine has processors for us, unless it was said; more than a few help nobody.
std::size_t threads_wanted(const std::string& given) {
  constexpr std::size_t kMostByItself = 8, kMost = 256;
  if (given.empty()) return std::min(usable_processors(), kMostByItself);
  std::size_t threads = 0;
  const auto [end, error] = std::from_chars(given.data(), given.data() + given.size(), threads);
  if (error != std::errc() || end != given.data() + given.size() || threads < 1 || threads > kMost) {
    throw UsageError{{"--threads 的值“" + visible(given) + "”不是线程数", "--threads \"" + visible(given) + "\" is not a number of threads"},
                     {"应为 1 到 256 的整数", "expected a whole number from 1 to 256"}};
  }
  return threads;
}

void check_files(const std::vector<std::string>& files) {
  std::set<std::string> seen;
  for (const std::string& file : files) {
    if (seen.insert(file).second) continue;
    throw UsageError{{"文件“" + file + "”给了两次", "the file \"" + file + "\" is given twice"}, {}};
  }
}

}  // namespace

UsageError unknown_choice(std::string_view option, std::string_view given, const std::vector<std::string>& choices) {
  std::string all;
  for (const std::string& choice : choices) all += (all.empty() ? "" : ", ") + choice;
  const std::string what = std::string(option);
  const std::string quoted = visible(given);
  const std::vector<std::string> near = nearest(given, choices, 1);
  UsageError error = {{what + " 没有“" + quoted + "”这个值，可用：" + all, "unknown value \"" + quoted + "\" of " + what + ", expected one of: " + all}, {}};
  if (!near.empty()) error.hint = {"是否想写 " + near[0], "did you mean " + near[0]};
  return error;
}

CheckOptions check_options(const CheckArguments& given, Language language) {
  CheckOptions out;
  out.files = given.files;
  check_files(out.files);
  for (const std::string& plan : given.plans) (is_rule_file(plan) ? out.plan_files : out.question.plans).push_back(plan);
  out.no_checks = given.no_checks;
  out.waivers = given.waivers;
  out.rules = given.rules;
  out.data = given.data;
  out.encoding = encoding_named(given.encoding);
  out.threads = threads_wanted(given.threads);
  out.colour = choose("--color", given.color, kColours);
  out.verbose = given.verbose;

  Question& question = out.question;
  question.as_of = as_of_date(given.as_of);
  question.region = given.region;
  question.only = given.only;
  question.indicative = given.indicative;
  question.reading = choose("--reading", given.reading, kReadings);
  if (!given.tiers.empty()) question.tiers.clear();
  for (const std::string& tier : given.tiers) {
    const Tier one = choose("--tier", tier, kTierWords);
    if (std::find(question.tiers.begin(), question.tiers.end(), one) == question.tiers.end()) question.tiers.push_back(one);
  }
  std::sort(question.tiers.begin(), question.tiers.end());
  question.fail_on = choose("--fail-on", given.fail_on, kFailOns);
  question.strict_input = given.strict_input;
  question.language = given.lang.empty() ? language : choose("--lang", given.lang, kLanguages);

  out.since = given.since;
  out.rank = given.rank;
  read_term(given, out);
  if (question.fail_on == FailOn::kNew && out.since.empty()) {
    throw UsageError{{"--fail-on new 要与上次的报告相比", "--fail-on new needs an earlier report to compare with"},
                     {"用 --since report.json 给出上次的 JSON 报告", "give the earlier JSON report with --since report.json"}};
  }
  out.summary = given.summary;
  out.quiet = given.quiet;
  if (out.summary && (out.quiet || out.verbose)) {
    throw UsageError{{"--summary 不能与 -q 或 -v 同用", "--summary goes with neither -q nor -v"}, {}};
  }
  if (out.quiet && out.verbose) throw UsageError{{"-q 不能与 -v 同用", "-q does not go with -v"}, {}};

  // Quiet: nothing on standard output; what was asked for in a file is written all the same.
  if (!out.quiet || given.output != "-") out.outputs.push_back({format_named("--format", given.format), given.output});
  for (const std::string& report : given.reports) out.outputs.push_back(report_output(report));
  check_outputs(out);
  out.explain_input = given.explain_input;
  if (out.explain_input && (out.outputs.size() > 1 || given.format != "text")) {
    throw UsageError{{"--explain-input 只输出文本，不出报告", "--explain-input writes text, no report"}, {"去掉 --format 和 --report", "leave out --format and --report"}};
  }
  return out;
}

}  // namespace kaohe

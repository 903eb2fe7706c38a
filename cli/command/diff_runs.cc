// SPDX-License-Identifier: Apache-2.0
// Two archives, or two JSON reports: which verdicts changed, and because of what. Of two archives the cause is proved: the
// first one is judged again with one thing of the second put in its place, and what turns the verdict is the cause.
#include <sys/stat.h>

#include <algorithm>
#include <map>
#include <memory>
#include <tuple>

#include "base/text.h"
#include "base/value_or_throw.h"
#include "command/archive.h"
#include "command/check.h"
#include "command/console.h"
#include "command/plan_options.h"
#include "report/run.h"

namespace kaohe {
namespace {

constexpr int kCouldNot = 2;

struct Side {
  std::unique_ptr<Package> package;  // none: a JSON report
  Recorded recorded;
  Run run;
};

Side open_side(const std::string& given) {
  Side side;
  Source json;
  if (given.ends_with(".json")) {
    json = value_or_throw(read_file(given));
  } else {
    side.package = value_or_throw(open_package(given));
    auto recorded = recorded_of(*side.package);
    if (!recorded.ok()) throw Refusal{{"“" + visible(given) + "”：" + recorded.refusal().why.zh, "\"" + visible(given) + "\": " + recorded.refusal().why.en}};
    side.recorded = std::move(recorded.value());
    const Member* member = side.package->find(kJsonPath);
    if (member == nullptr) throw Refusal{{"“" + visible(given) + "”中没有 data/report.json", "there is no data/report.json in \"" + visible(given) + "\""}};
    json = {given, value_or_throw(side.package->bytes(*member))};
  }
  side.run = value_or_throw(read_run(json));
  return side;
}

Cause cause_of(FileRole role) {
  switch (role) {
    case FileRole::kSubmission:
    case FileRole::kPackage: return Cause::kFigures;
    case FileRole::kPlan:
    case FileRole::kRules: return Cause::kRules;
    case FileRole::kTable: return Cause::kTables;
    case FileRole::kWaivers: return Cause::kWaivers;
    case FileRole::kSince: break;
  }
  return Cause::kOptions;
}

// The question of `a`, with that of `b` in one thing.
CheckOptions with(CheckOptions a, const CheckOptions& b, Cause cause) {
  const Question asked = a.question;
  switch (cause) {
    case Cause::kFigures:
      a.files = b.files;
      a.encoding = b.encoding;
      break;
    case Cause::kRules:
      a.sources->rules = b.sources->rules;
      a.plan_files = b.plan_files;
      break;
    case Cause::kTables: a.sources->data = b.sources->data; break;
    case Cause::kWaivers: a.waivers = b.waivers; break;
    case Cause::kAsOf: a.question.as_of = b.question.as_of; break;
    case Cause::kOptions:
      a.question = b.question;
      a.question.as_of = asked.as_of;
      a.no_checks = b.no_checks;
      break;
    case Cause::kProgram: break;
  }
  a.read = [mine = a.read, other = b.read, cause](FileRole role, const std::string& name) { return cause_of(role) == cause ? other(role, name) : mine(role, name); };
  a.since.clear();
  a.rank.clear();
  return a;
}

// Outcome, value, target and due of each verdict.
using Answers = std::map<std::tuple<std::string, std::string, std::string, std::string, std::string, bool>, std::tuple<Outcome, std::string, std::string, std::string>>;

Answers answers_of(const Run& run) {
  Answers out;
  for (const RunVerdict& one : run.verdicts) out[{one.rule, one.code, one.item, one.period, one.reading, one.indicative}] = {one.outcome, one.value, one.target, one.due};
  return out;
}

Answers judged(const CheckOptions& options) {
  const auto run = read_run({"", write_json(report_of(options), {})});
  return run.ok() ? answers_of(run.value()) : Answers();
}

// Is there anything of this kind that the two do not share?
bool may_be(Cause cause, const Side& before, const Side& after, const RunDifference& difference) {
  const CheckArguments &a = before.recorded.arguments, &b = after.recorded.arguments;
  if (cause == Cause::kWaivers) return !a.waivers.empty() || !b.waivers.empty();
  if (cause == Cause::kAsOf) return a.as_of != b.as_of;
  if (cause == Cause::kOptions && (a.strict_input != b.strict_input || a.indicative != b.indicative || a.no_checks != b.no_checks || a.plans != b.plans)) return true;
  return std::any_of(difference.settings.begin(), difference.settings.end(), [&](const RunSetting& one) { return one.cause == cause; });
}

// One thing after the other is put in the place of the other's; what makes a verdict the other's is its cause.
void prove(const Side& before, const Side& after, RunDifference& difference) {
  const CheckOptions a = recorded_options(before.recorded, *before.package);
  const CheckOptions b = recorded_options(after.recorded, *after.package);
  const Answers sealed = answers_of(before.run), wanted = answers_of(after.run);
  std::map<Cause, Answers> turned;
  for (const Cause cause : kCauses) {
    if (!may_be(cause, before, after, difference)) continue;
    try {
      turned[cause] = judged(with(a, b, cause));  // of kProgram: the first as it is, by this program
    } catch (const UsageError&) {  // the two do not go together
    }
  }
  const auto same = [](const Answers& in, const Answers& as, const Answers::key_type& key) {
    const auto x = in.find(key), y = as.find(key);
    return x == in.end() ? y == as.end() : y != as.end() && x->second == y->second;
  };
  for (RunVerdictChange& change : difference.verdicts) {
    const RunVerdict& of = change.after ? after.run.verdicts[*change.after] : before.run.verdicts[*change.before];
    const Answers::key_type key{of.rule, of.code, of.item, of.period, of.reading, of.indicative};
    std::vector<Cause> causes;
    const auto now = turned.find(Cause::kProgram);
    const bool by_program = now != turned.end() && !same(now->second, sealed, key);
    for (const auto& [cause, answers] : turned) {
      if (cause == Cause::kProgram ? by_program : !by_program && same(answers, wanted, key)) causes.push_back(cause);
    }
    change.proved = !causes.empty();
    if (change.proved) change.causes = std::move(causes);
  }
}

void check_arguments(const DiffArguments& arguments) {
  if (!is_run(arguments.before) || !is_run(arguments.after)) {
    throw UsageError{{"规划不能与归档或报告相比", "a plan cannot be compared with an archive or a report"}, {"给出两个归档、两份 JSON 报告，或两个规划", "give two archives, two JSON reports or two plans"}};
  }
  if (!arguments.files.empty() || !arguments.as_of.empty()) {
    throw UsageError{{"比较归档或报告时不能再给文件或 --as-of", "files and --as-of go with plans only"}, {}};
  }
}

}  // namespace

bool is_run(const std::string& given) {
  struct stat about = {};
  return given.ends_with(".json") || given.ends_with(".tar") || stat((given + "/bagit.txt").c_str(), &about) == 0;
}

int diff_runs(const DiffArguments& arguments, const PlanOptions& options) {
  check_arguments(arguments);
  try {
    const Side before = open_side(arguments.before), after = open_side(arguments.after);
    RunDifference difference = compare_runs(before.run, after.run, RunDetail::kNumbers);
    const bool judge_again = before.package && after.package;
    if (judge_again && !difference.verdicts.empty()) prove(before, after, difference);
    const RunsReport report{before.run, after.run, difference, options.language, judge_again};
    return write_result(options, options.json ? write_runs_json(report) : write_runs_text(report, output_style(options)), difference.none() ? 0 : 1);
  } catch (const Refusal& refusal) {
    print_error(options.language, refusal.why);
    return kCouldNot;
  }
}

}  // namespace kaohe

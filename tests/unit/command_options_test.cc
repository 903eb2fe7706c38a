// SPDX-License-Identifier: Apache-2.0
// What option values mean, and what is said of those that mean nothing.
#include <doctest/doctest.h>

#include "command/options.h"
#include "command/region_option.h"
#include "command/usage_error.h"
#include "sample_report.h"

using namespace kaohe;

namespace {

CheckArguments one_file() {
  CheckArguments out;
  out.files = {"figures.csv"};
  return out;
}

UsageError refused(const CheckArguments& arguments) {
  try {
    (void)check_options(arguments, Language::kEn);
  } catch (const UsageError& error) {
    return error;
  }
  return {};
}

}  // namespace

TEST_CASE("without options: binding, plain, missing counts, text on standard output") {
  const CheckOptions options = check_options(one_file(), Language::kZh);
  CHECK(options.question.tiers == std::vector<Tier>{Tier::kBinding});
  CHECK(options.question.reading == Reading::kPlain);
  CHECK(options.question.fail_on == FailOn::kMissing);
  CHECK(options.question.language == Language::kZh);
  CHECK_FALSE(options.question.as_of.has_value());
  REQUIRE(options.outputs.size() == 1);
  CHECK(options.outputs[0].format->name == "text");
  CHECK(options.outputs[0].path == "-");
}

TEST_CASE("a plan that ends in .toml or has a slash is a file, another is an id") {
  CheckArguments arguments = one_file();
  arguments.plans = {"jiangxi-2017", "my.toml", "rules/x"};
  const CheckOptions options = check_options(arguments, Language::kEn);
  CHECK(options.question.plans == std::vector<std::string>{"jiangxi-2017"});
  CHECK(options.plan_files == std::vector<std::string>{"my.toml", "rules/x"});
}

TEST_CASE("an unknown word is refused with the nearest one, never taken as the default") {
  struct Row {
    std::string CheckArguments::* option;
    const char* given;
    const char* told;
    const char* hint;
  };
  const Row rows[] = {
      {&CheckArguments::format, "jsn", "unknown value \"jsn\" of --format, expected one of: text, json, csv, md, html, junit, sarif, github, gitlab, tap, xlsx", "did you mean json"},
      {&CheckArguments::reading, "strickt", "unknown value \"strickt\" of --reading, expected one of: plain, strict", "did you mean strict"},
      {&CheckArguments::fail_on, "mising", "unknown value \"mising\" of --fail-on, expected one of: fail, missing, disputed, off-track, new", "did you mean missing"},
      {&CheckArguments::color, "allways", "unknown value \"allways\" of --color, expected one of: auto, always, never", "did you mean always"},
      {&CheckArguments::lang, "zz", "unknown value \"zz\" of --lang, expected one of: zh, en", nullptr},
      {&CheckArguments::as_of, "2020-02-30", "--as-of \"2020-02-30\" is not a date", nullptr},
  };
  for (const Row& row : rows) {
    CheckArguments arguments = one_file();
    arguments.*row.option = row.given;
    const UsageError error = refused(arguments);
    CHECK(error.what.en == row.told);
    if (row.hint != nullptr) CHECK(error.hint.en == row.hint);
  }
}

TEST_CASE("tiers add up in their order, each once") {
  CheckArguments arguments = one_file();
  arguments.tiers = {"measure", "binding", "measure"};
  CHECK(check_options(arguments, Language::kEn).question.tiers == std::vector<Tier>{Tier::kBinding, Tier::kMeasure});
  arguments.tiers = {"bindng"};
  CHECK(refused(arguments).hint.en == "did you mean binding");
}

TEST_CASE("a report needs a format and a file, and files of their own") {
  struct Row {
    std::vector<std::string> reports;
    const char* told;
  };
  const Row rows[] = {{{"json"}, "--report \"json\" is not of the form FORMAT=FILE"},
                      {{"json="}, "--report \"json=\" is not of the form FORMAT=FILE"},
                      {{"xml=a"}, "unknown value \"xml\" of --report, expected one of: text, json, csv, md, html, junit, sarif, github, gitlab, tap, xlsx"},
                      {{"json=a", "text=a"}, "two reports would be written to \"a\""},
                      {{"json=-"}, "two reports would be written to \"-\""},
                      {{"json=figures.csv"}, "the report would overwrite the input \"figures.csv\""}};
  for (const Row& row : rows) {
    CheckArguments arguments = one_file();
    arguments.reports = row.reports;
    CHECK(refused(arguments).what.en == row.told);
  }
}

TEST_CASE("a file given twice is refused, so that no row counts twice") {
  CheckArguments arguments = one_file();
  arguments.files = {"-", "a.csv", "-"};
  CHECK(refused(arguments).what.en == "the file \"-\" is given twice");
}

TEST_CASE("a region is found by code or name, or the nearest are told") {
  Register regions = sample::catalog().regions;
  regions.by_name.add("南昌市", 1);
  regions.by_name.add("南昌", 1);
  regions.by_name.add("市", 1);
  regions.by_name.add("市", 2);
  CHECK(region_code(regions, "").empty());
  CHECK(region_code(regions, "360100") == "360100");
  CHECK(region_code(regions, "南昌") == "360100");
  CHECK(region_code(regions, " 南昌市 ") == "360100");
  const auto told = [&](const char* given) -> UsageError {
    try {
      (void)region_code(regions, given);
    } catch (const UsageError& error) {
      return error;
    }
    return {};
  };
  CHECK(told("南晶市").what.en == "no region \"南晶市\" in the register");
  CHECK(told("南晶市").hint.en.find("南昌市") != std::string::npos);
  CHECK(told("市").what.en == "the region \"市\" is ambiguous: 360100 南昌市, 360200 景德镇市");
}

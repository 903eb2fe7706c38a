// SPDX-License-Identifier: Apache-2.0
// argv in, exit status out. A command is a line in kCommands; CLI11's own exit statuses and messages stay in here.
#include "command/command.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <csignal>
#include <cstdio>
#include <exception>
#include <functional>
#include <memory>
#include <new>

#include "base/file.h"
#include "base/text.h"
#include "command/archive.h"
#include "command/check.h"
#include "command/completion.h"
#include "command/console.h"
#include "command/declare_listing.h"
#include "command/plan_options.h"
#include "command/usage_error.h"
#include "command/versions.h"

namespace kaohe {
namespace {

constexpr int kCouldNot = 2;

using Job = std::function<int(Language)>;

template <typename Arguments, void (*declare)(CLI::App&, Arguments&), int (*run)(const Arguments&, Language)>
Job declare_with(CLI::App& app) {
  const auto arguments = std::make_shared<Arguments>();
  declare(app, *arguments);
  return [arguments](Language language) { return run(*arguments, language); };
}

struct Command {
  const char* name;
  const char* summary;
  Job (*declare)(CLI::App& app);  // declares its options; the job runs once they are parsed
};

Job declare_check(CLI::App& app) {
  const auto arguments = std::make_shared<CheckArguments>();
  declare_check_options(app, *arguments);
  return [arguments](Language language) { return check(check_options(*arguments, language)); };
}

constexpr Command kCommands[] = {
    {"check", "Check submitted figures and records against the plans that bind them", declare_check},
    {"archive", "Judge, and seal input, rules, evidence and report for good", declare_with<ArchiveArguments, declare_archive_options, archive>},
    {"verify", "Prove that an archive is whole and gives the same report", declare_with<VerifyArguments, declare_verify_options, verify>},
    {"history", "A folder of archives: its chain, and verdicts over time", declare_with<HistoryArguments, declare_history_options, history>},
    {"trace", "Prove a rule file against the text of its plan", declare_trace},
    {"diff", "Compare two plans, two archives or two reports", declare_diff},
    {"template", "Write a blank submission", declare_template},
    {"plans", "What plans there are, and how many rules each has", declare_with<ListingArguments, declare_plans_options, plans>},
    {"rules", "A line for each rule", declare_with<RulesArguments, declare_rules_options, rules>},
    {"explain", "One rule in full, or a submission's numbers step by step to its verdict", declare_with<ExplainArguments, declare_explain_options, explain>},
    {"completion", "A completion script for bash, zsh or fish", declare_completion},
    {"lint", "What is wrong with rule files, at line and column", declare_with<LintArguments, declare_lint_options, lint>},
};

void collect_options(const CLI::App& app, std::vector<std::string>& names) {
  for (const CLI::Option* option : app.get_options()) {
    for (const std::string& name : option->get_lnames()) names.push_back("--" + name);
  }
}

// The word that could not be placed, with the nearest that could.
UsageError unexpected(const CLI::App& app, const CLI::App* command) {
  const std::vector<std::string> rest = app.remaining(true);
  const std::string word = rest.empty() ? std::string() : rest.front().substr(0, rest.front().find('='));
  std::vector<std::string> candidates;
  const bool option = word.size() > 1 && word[0] == '-';
  if (option) {
    collect_options(command != nullptr ? *command : app, candidates);
  } else {
    for (const Command& one : kCommands) candidates.emplace_back(one.name);
  }
  UsageError error = {{(option ? "没有选项“" : "没有命令“") + word + "”", (option ? "unknown option \"" : "unknown command \"") + word + "\""}, {}};
  const std::vector<std::string> near = nearest(word, candidates, 1);
  if (!near.empty()) {
    error.hint = {"是否想写 " + near[0], "did you mean " + near[0]};
  } else {
    const std::string help = command != nullptr ? "kaohe " + command->get_name() + " --help" : "kaohe --help";
    error.hint = {"用法见 " + help, "see " + help};
  }
  return error;
}

// CLI11 says only "--as-of: 1 required DATE missing" or "--as-of: At Most 1 required but received 2".
UsageError mismatch(const std::string& what) {
  const std::string option = what.substr(0, what.find(": "));
  if (what.find("At Most") != std::string::npos) return {{option + " 只能给一次", option + " is given more than once"}, {}};
  return {{option + " 后面缺少值", option + " needs a value"}, {}};
}

UsageError told(const CLI::ParseError& error, const CLI::App& app, const CLI::App* command) {
  const bool stray = dynamic_cast<const CLI::ExtrasError*>(&error) != nullptr;
  if (stray || (command == nullptr && !app.remaining(true).empty())) return unexpected(app, command);
  if (command == nullptr) {
    return {{"没有给出命令", "no command given"}, {"例如 kaohe check figures.csv；用法见 kaohe --help", "for example kaohe check figures.csv; see kaohe --help"}};
  }
  if (dynamic_cast<const CLI::RequiredError*>(&error) != nullptr && command->get_name() != "check") {
    const std::string what = error.what();
    const std::string name = what.substr(0, what.find(' '));
    return {{"没有给出 " + name, "no " + name + " given"},
            {"用法见 kaohe " + command->get_name() + " --help", "see kaohe " + command->get_name() + " --help"}};
  }
  if (dynamic_cast<const CLI::RequiredError*>(&error) != nullptr) {
    return {{"没有给出要检查的文件", "no file to check"}, {"例如 kaohe check figures.csv；“-”是标准输入", "for example kaohe check figures.csv; \"-\" is standard input"}};
  }
  if (dynamic_cast<const CLI::ArgumentMismatch*>(&error) != nullptr) return mismatch(error.what());
  return {{fmt::format("命令行有误：{}", error.what()), fmt::format("bad command line: {}", error.what())},
          {"用法见 kaohe " + command->get_name() + " --help", "see kaohe " + command->get_name() + " --help"}};
}

// CLI11 sets groups two empty lines apart, which is a third of a screen.
std::string without_gaps(std::string help) {
  for (std::size_t at = 0; (at = help.find("\n\n\n", at)) != std::string::npos;) help.erase(at, 1);
  return help;
}

int parse_and_run(int argc, char** argv, Language language) {
  CLI::App app{"Checks submitted figures against the targets and deadlines of government plans", "kaohe"};
  app.set_help_flag("-h,--help", "print this help");
  app.set_version_flag("--version", "", "print the version, and those of the plans and tables it carries");
  app.require_subcommand(1);
  app.footer("\nExample:\n  kaohe check figures.csv --plan jiangxi-2017\nSee kaohe COMMAND --help, and the manual page kaohe(1).");
  // Options take longer to declare than to parse: those of commands that nobody names are left out, but for completion, which tells all.
  const auto is_named = [argc, argv](std::string_view word) { return std::find(argv, argv + argc, word) != argv + argc; };
  const bool tells_all = is_named("completion");
  std::vector<std::pair<const CLI::App*, Job>> jobs;
  for (const Command& command : kCommands) {
    CLI::App* sub = app.add_subcommand(command.name, command.summary);
    sub->set_help_flag("-h,--help", "print this help");
    if (tells_all || is_named(command.name)) jobs.emplace_back(sub, command.declare(*sub));
  }
  const auto chosen = [&]() -> const CLI::App* {
    const auto parsed = app.get_subcommands();
    return parsed.empty() ? nullptr : parsed.front();
  };
  try {
    app.parse(argc, argv);
  } catch (const CLI::CallForHelp&) {
    const CLI::App* command = chosen();
    return print_out(without_gaps(command != nullptr ? command->help("kaohe") : app.help()), language);
  } catch (const CLI::CallForVersion&) {
    return print_out(version_text(), language);
  } catch (const CLI::ParseError& error) {
    throw told(error, app, chosen());
  }
  for (const auto& job : jobs) {
    if (job.first == chosen()) return job.second(language);
  }
  return kCouldNot;
}

}  // namespace

int run(int argc, char** argv) {
  const Language language = language_of(argc, argv, process_environment());
  std::signal(SIGPIPE, SIG_IGN);  // a reader that went away is no failure of ours
  try {
    return parse_and_run(argc, argv, language);
  } catch (const UsageError& error) {
    print_error(language, error.what, error.hint);
  } catch (const std::bad_alloc&) {
    print_error(language, {"内存不足", "out of memory"});
  } catch (const std::exception& error) {
    print_error(language, {fmt::format("程序内部出错：{}", error.what()), fmt::format("the program failed: {}", error.what())},
                {"这是程序的缺陷，请报告", "this is a fault of the program, please report it"});
  }
  return kCouldNot;
}

}  // namespace kaohe

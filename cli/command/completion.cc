// SPDX-License-Identifier: Apache-2.0
#include "command/completion.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <memory>
#include <vector>

#include "command/listing_options.h"
#include "command/usage_error.h"
#include "report/format.h"

namespace kaohe {
namespace {

enum class Takes { kNothing, kWords, kFiles, kFolders, kAny };

struct Known {
  std::vector<std::string> names;  // "-v", "--verbose"
  std::string help;
  Takes takes = Takes::kNothing;
  std::vector<std::string> words;
};

struct KnownCommand {
  std::string name, help;
  std::vector<Known> options;
};

std::vector<std::string> format_words() {
  std::vector<std::string> out;
  for (const Format& format : formats()) out.emplace_back(format.name);
  return out;
}

// The words of a help text such as "what it is for: auto, always or never (else …); remark". Only help of options that
// take a WORD, WHEN, LANG or FORMAT is written so.
std::vector<std::string> words_in(std::string help) {
  const std::size_t colon = help.find(": ");
  if (colon != std::string::npos) help = help.substr(colon + 2);
  help = help.substr(0, help.find(';'));
  for (std::size_t open = 0; (open = help.find('(')) != std::string::npos;)
    help.erase(open, help.find(')', open) - open + 1);
  std::vector<std::string> out;
  std::string word;
  for (const char c : help + " ") {
    const bool part = (c >= 'a' && c <= 'z') || c == '-';
    if (part) {
      word += c;
    } else if (!word.empty()) {
      if (word != "or" && word != "a") out.push_back(word);
      word.clear();
    }
  }
  return out;
}

Known known(const CLI::Option& option) {
  Known out;
  for (const std::string& name : option.get_snames()) out.names.push_back("-" + name);
  for (const std::string& name : option.get_lnames()) out.names.push_back("--" + name);
  out.help = option.get_description();
  if (option.get_items_expected_max() == 0) return out;
  const std::string value = option.get_type_name();
  if (value == "FORMAT" && out.help != "text or json") {
    out.takes = Takes::kWords;
    out.words = format_words();
  } else if (value == "WORD" || value == "WHEN" || value == "LANG" || value == "FORMAT") {
    out.takes = Takes::kWords;
    out.words = words_in(out.help);
  } else if (value.find("FILE") != std::string::npos) {
    out.takes = Takes::kFiles;
  } else {
    out.takes = value == "DIR" ? Takes::kFolders : Takes::kAny;
  }
  return out;
}

std::vector<KnownCommand> commands_of(const CLI::App& root) {
  std::vector<KnownCommand> out;
  for (const CLI::App* command : root.get_subcommands([](const CLI::App*) { return true; })) {
    KnownCommand one{command->get_name(), command->get_description(), {}};
    for (const CLI::Option* option : command->get_options()) {
      if (!option->get_lnames().empty()) one.options.push_back(known(*option));
    }
    out.push_back(std::move(one));
  }
  return out;
}

std::string joined(const std::vector<std::string>& words, std::string_view between) {
  std::string out;
  for (const std::string& word : words) out += (out.empty() ? "" : std::string(between)) + word;
  return out;
}

// Inside single quotes of a POSIX shell, and of fish.
std::string quoted(const std::string& text, std::string_view escape) {
  std::string out = "'";
  for (const char c : text) out += c == '\'' ? std::string(escape) : std::string(1, c);
  return out + "'";
}

std::string bash_script(const std::vector<KnownCommand>& commands) {
  std::vector<std::string> names;
  std::string cases;
  for (const KnownCommand& command : commands) {
    names.push_back(command.name);
    std::vector<std::string> options;
    std::string values;
    for (const Known& option : command.options) {
      options.insert(options.end(), option.names.begin(), option.names.end());
      if (option.takes == Takes::kNothing) continue;
      const std::string reply = option.takes == Takes::kWords
                                    ? "COMPREPLY=($(compgen -W '" + joined(option.words, " ") + "' -- \"$cur\"))"
                                : option.takes == Takes::kFiles   ? "COMPREPLY=($(compgen -f -- \"$cur\"))"
                                : option.takes == Takes::kFolders ? "COMPREPLY=($(compgen -d -- \"$cur\"))"
                                                                  : "COMPREPLY=()";
      values += "        " + joined(option.names, "|") + ") " + reply + "; return ;;\n";
    }
    cases += "    " + command.name + ")\n      case \"$prev\" in\n" + values + "      esac\n      options='" +
             joined(options, " ") + "' ;;\n";
  }
  return "# kaohe completion bash\n_kaohe() {\n  local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD-1]} "
         "command= options= i\n  COMPREPLY=()\n"
         "  for ((i = 1; i < COMP_CWORD; i++)); do\n    if [[ ${COMP_WORDS[i]} != -* ]]; then "
         "command=${COMP_WORDS[i]}; break; fi\n  done\n"
         "  if [[ -z $command ]]; then COMPREPLY=($(compgen -W '" +
         joined(names, " ") +
         " --help --version' -- \"$cur\")); return; fi\n"
         "  case \"$command\" in\n" +
         cases +
         "  esac\n"
         "  if [[ $cur == -* ]]; then COMPREPLY=($(compgen -W \"$options\" -- \"$cur\")); else COMPREPLY=($(compgen -f "
         "-- \"$cur\")); fi\n}\n"
         "complete -o filenames -F _kaohe kaohe\n";
}

// Within a specification of _arguments these have a meaning.
std::string zsh_text(const std::string& text) {
  std::string out;
  for (const char c : text)
    out += c == '[' || c == ']' || c == ':' || c == '\\' ? std::string("\\") + c : std::string(1, c);
  return out;
}

std::string zsh_script(const std::vector<KnownCommand>& commands) {
  constexpr std::string_view kEscape = "'\\''";
  std::string names, cases;
  for (const KnownCommand& command : commands) {
    names += "    " + quoted(command.name + ":" + zsh_text(command.help), kEscape) + "\n";
    cases += "    " + command.name + ")\n      _arguments \\\n";
    for (const Known& option : command.options) {
      const std::string action = option.takes == Takes::kWords     ? ":value:(" + joined(option.words, " ") + ")"
                                 : option.takes == Takes::kFiles   ? ":file:_files"
                                 : option.takes == Takes::kFolders ? ":folder:_files -/"
                                 : option.takes == Takes::kAny     ? ":value:"
                                                                   : "";
      for (const std::string& name : option.names)
        cases += "        " + quoted("*" + name + "[" + zsh_text(option.help) + "]" + action, kEscape) + " \\\n";
    }
    cases += "        '*:file:_files' ;;\n";
  }
  return "#compdef kaohe\n# kaohe completion zsh\n_kaohe() {\n  local -a commands\n  commands=(\n" + names +
         "  )\n"
         "  if (( CURRENT == 2 )); then _describe command commands; return; fi\n  local command=$words[2]\n  shift "
         "words; (( CURRENT-- ))\n  case $command in\n" +
         cases +
         "  esac\n}\nif [[ $funcstack[1] == _kaohe ]]; then _kaohe \"$@\"; elif (( $+functions[compdef] )); then "
         "compdef _kaohe kaohe; fi\n";
}

std::string fish_script(const std::vector<KnownCommand>& commands) {
  constexpr std::string_view kEscape = "\\'";
  std::string out = "# kaohe completion fish\n";
  for (const KnownCommand& command : commands) {
    out +=
        "complete -c kaohe -n __fish_use_subcommand -a " + command.name + " -d " + quoted(command.help, kEscape) + "\n";
  }
  for (const KnownCommand& command : commands) {
    for (const Known& option : command.options) {
      out += "complete -c kaohe -n '__fish_seen_subcommand_from " + command.name + "'";
      for (const std::string& name : option.names)
        out += name.starts_with("--") ? " -l " + name.substr(2) : " -s " + name.substr(1);
      if (option.takes == Takes::kWords) out += " -x -a " + quoted(joined(option.words, " "), kEscape);
      if (option.takes == Takes::kFiles || option.takes == Takes::kFolders) out += " -r";
      if (option.takes == Takes::kAny) out += " -x";
      out += " -d " + quoted(option.help, kEscape) + "\n";
    }
  }
  return out;
}

}  // namespace

std::string completion_script(const CLI::App& root, std::string_view shell) {
  const std::vector<KnownCommand> commands = commands_of(root);
  if (shell == "bash") return bash_script(commands);
  if (shell == "zsh") return zsh_script(commands);
  if (shell == "fish") return fish_script(commands);
  if (shell.empty()) throw UsageError{{"没有给出 SHELL", "no SHELL given"}, {"bash、zsh 或 fish", "bash, zsh or fish"}};
  throw unknown_choice("SHELL", shell, {"bash", "zsh", "fish"});
}

std::function<int(Language)> declare_completion(CLI::App& app) {
  const auto shell = std::make_shared<std::string>();
  app.add_option("SHELL", *shell, "bash, zsh or fish")->type_name("");
  app.footer(
      "\nExample:\n  kaohe completion bash > /etc/bash_completion.d/kaohe\n  source <(kaohe completion zsh)\n  kaohe "
      "completion fish > ~/.config/fish/completions/kaohe.fish");
  return [shell, &app](Language language) { return print_out(completion_script(*app.get_parent(), *shell), language); };
}

}  // namespace kaohe

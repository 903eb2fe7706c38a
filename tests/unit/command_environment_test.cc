// SPDX-License-Identifier: Apache-2.0
// Which language and whether colour, as rows of option, environment and terminal.
#include <doctest/doctest.h>

#include <map>

#include "command/colour.h"
#include "command/language.h"

using namespace kaohe;

namespace {

using Set = std::map<std::string, std::string>;

Environment environment(Set variables) {
  return [variables = std::move(variables)](const char* name) -> std::optional<std::string> {
    const auto found = variables.find(name);
    if (found == variables.end()) return std::nullopt;
    return found->second;
  };
}

}  // namespace

TEST_CASE("colour: the option, then NO_COLOR, CLICOLOR_FORCE, CLICOLOR, TERM, then the terminal") {
  using C = ColourChoice;
  struct Row {
    C choice;
    Set variables;
    bool terminal;
    bool colour;
  };
  const Row rows[] = {
      {C::kAuto, {}, true, true},
      {C::kAuto, {}, false, false},
      {C::kAlways, {{"NO_COLOR", "1"}}, false, true},
      {C::kNever, {{"CLICOLOR_FORCE", "1"}}, true, false},
      {C::kAuto, {{"NO_COLOR", "1"}}, true, false},
      {C::kAuto, {{"NO_COLOR", ""}}, true, true},
      {C::kAuto, {{"NO_COLOR", "0"}}, true, false},
      {C::kAuto, {{"NO_COLOR", "1"}, {"CLICOLOR_FORCE", "1"}}, true, false},
      {C::kAuto, {{"CLICOLOR_FORCE", "1"}}, false, true},
      {C::kAuto, {{"CLICOLOR_FORCE", "0"}}, false, false},
      {C::kAuto, {{"CLICOLOR_FORCE", ""}}, false, false},
      {C::kAuto, {{"CLICOLOR_FORCE", "1"}, {"CLICOLOR", "0"}}, false, true},
      {C::kAuto, {{"CLICOLOR", "0"}}, true, false},
      {C::kAuto, {{"CLICOLOR", "1"}}, true, true},
      {C::kAuto, {{"TERM", "dumb"}}, true, false},
      {C::kAuto, {{"TERM", "dumb"}, {"CLICOLOR_FORCE", "1"}}, true, true},
      {C::kAlways, {{"TERM", "dumb"}}, false, true},
  };
  for (const Row& row : rows) {
    std::string what = std::to_string(static_cast<int>(row.choice)) + (row.terminal ? " terminal" : " file");
    for (const auto& [name, value] : row.variables) what += " " + name + "=" + value;
    CAPTURE(what);
    CHECK(use_colour(row.choice, environment(row.variables), row.terminal) == row.colour);
  }
}

TEST_CASE("language: the first of LC_ALL, LC_MESSAGES, LANG that is set decides, Chinese or else English") {
  struct Row {
    Set variables;
    Language language;
  };
  const Row rows[] = {
      {{}, Language::kEn},
      {{{"LANG", "zh_CN.UTF-8"}}, Language::kZh},
      {{{"LANG", "zh"}}, Language::kZh},
      {{{"LANG", "zh_TW.UTF-8"}}, Language::kZh},
      {{{"LANG", "de_DE.UTF-8"}}, Language::kEn},
      {{{"LC_MESSAGES", "zh_CN.UTF-8"}, {"LANG", "en_US.UTF-8"}}, Language::kZh},
      {{{"LC_MESSAGES", ""}, {"LANG", "zh_CN.UTF-8"}}, Language::kZh},
      {{{"LC_ALL", "C"}, {"LANG", "zh_CN.UTF-8"}}, Language::kEn},
      {{{"LC_ALL", "zh_CN.GB18030"}, {"LC_MESSAGES", "C"}}, Language::kZh},
      {{{"LC_CTYPE", "zh_CN.UTF-8"}}, Language::kEn},
  };
  for (const Row& row : rows) {
    std::string what;
    for (const auto& [name, value] : row.variables) what += " " + name + "=" + value;
    CAPTURE(what);
    CHECK(locale_language(environment(row.variables)) == row.language);
  }
}

TEST_CASE("--lang anywhere before -- goes before the locale, a wrong one leaves it") {
  struct Row {
    std::vector<const char*> arguments;
    Language language;
  };
  const Row rows[] = {{{"kaohe", "check", "--lang", "zh"}, Language::kZh},
                      {{"kaohe", "check", "f.csv", "--lang=zh"}, Language::kZh},
                      {{"kaohe", "check", "--lang"}, Language::kEn},
                      {{"kaohe", "check", "--lang=de"}, Language::kEn},
                      {{"kaohe", "check", "--", "--lang=zh"}, Language::kEn}};
  for (const Row& row : rows) {
    std::vector<char*> argv;
    for (const char* argument : row.arguments) argv.push_back(const_cast<char*>(argument));
    CHECK(language_of(static_cast<int>(argv.size()), argv.data(), environment({})) == row.language);
  }
}

TEST_CASE("the page is as wide as COLUMNS says where there is no terminal, within what can be read") {
  constexpr int kNoDescriptor = -1;
  CHECK(page_width(kNoDescriptor, environment({})) == 100);
  CHECK(page_width(kNoDescriptor, environment({{"COLUMNS", "80"}})) == 80);
  CHECK(page_width(kNoDescriptor, environment({{"COLUMNS", "7"}})) == 40);
  CHECK(page_width(kNoDescriptor, environment({{"COLUMNS", "100000"}})) == 160);
  CHECK(page_width(kNoDescriptor, environment({{"COLUMNS", "wide"}})) == 100);
}

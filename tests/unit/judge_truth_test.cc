// SPDX-License-Identifier: Apache-2.0
// The truth table of judging: every row of tests/truth/*.txt (rule, facts, as-of day → outcome and what goes with it).
#include <doctest/doctest.h>

#include <map>

#include "judge_world.h"

namespace kaohe::test {
namespace {

std::string opt(const Shared<Alternative>& other) { return other ? std::string(word(other->outcome)) : "none"; }

// What a row may ask of the verdict: "by=bounds", "margin=0.1" … The first verdict of the reading that counts speaks,
// or the one of unit=CODE / period=P.
std::string answer(const Report& report, const Verdict& verdict, const std::string& key) {
  if (key == "by") return verdict.decided_by ? std::string(word(*verdict.decided_by)) : "none";
  if (key == "margin") return verdict.margin_text;
  if (key == "value") return verdict.value_text;
  if (key == "exact") return verdict.value ? verdict.value->fraction_text() : "none";
  if (key == "outlook") return verdict.outlook ? std::string(word(*verdict.outlook)) : "none";
  if (key == "disputed") return opt(verdict.disputed);
  if (key == "rounded") return opt(verdict.rounded);
  if (key == "verdict") return std::string(word(verdict.outcome));
  if (key == "missing") return std::to_string(verdict.missing.size());
  if (key == "steps") return std::to_string(verdict.steps.size());
  if (key == "intervals") return std::to_string(verdict.intervals.size());
  if (key == "due") return verdict.due ? verdict.due->text() : "open";
  if (key == "due_from") return std::string(word(verdict.due_from));
  if (key == "exit") return std::to_string(report.exit);
  if (key == "units") return std::to_string(report.verdicts.size());
  if (key == "strict") return std::string(word(report.rules.at(0).strict));
  if (key == "bounded") return report.rules.at(0).by_bounds ? "yes" : "no";
  return "no such key: " + key;
}

std::optional<Verdict> speaker(const Report& report, const std::map<std::string, std::string>& wanted) {
  for (const Verdict& verdict : report.told()) {
    const auto unit = wanted.find("unit");
    const auto period = wanted.find("period");
    const auto item = wanted.find("item");
    if (unit != wanted.end() && report.catalog.regions[verdict.region].code != unit->second) continue;
    if (period != wanted.end() && verdict.period.text() != period->second) continue;
    if (item != wanted.end() && verdict.item != item->second) continue;
    return verdict;
  }
  return std::nullopt;
}

void check(const TruthRow& row) {
  INFO(row.where, ": ", row.rule, " | ", row.facts, " | ", row.as_of, " | ", row.expected);
  const Report report = judge_row(row, [](Facts&) {});
  REQUIRE(report.rules.size() == 1);
  std::vector<std::string> words = split(row.expected, ' ');
  CHECK(std::string(word(report.rules[0].outcome)) == words.at(0));
  std::map<std::string, std::string> wanted;
  for (std::size_t i = 1; i < words.size(); ++i) wanted[words[i].substr(0, words[i].find('='))] = words[i].substr(words[i].find('=') + 1);
  const std::optional<Verdict> verdict = speaker(report, wanted);
  REQUIRE(verdict.has_value());
  for (const auto& wish : wanted) {  // clang 14 captures no structured binding
    const std::string& key = wish.first;
    if (key == "unit" || key == "period" || key == "item") continue;
    CHECK_MESSAGE(answer(report, *verdict, key) == wish.second, key, " is ", answer(report, *verdict, key));
  }
}

}  // namespace

TEST_CASE("every row of the truth table holds") {
  for (const TruthRow& row : truth_rows()) check(row);
}

TEST_CASE("the truth table has 150 rows and reaches every outcome in at least four ways") {
  const std::vector<TruthRow> all = truth_rows();
  CHECK(all.size() >= 150);
  std::map<std::string, int> reached;
  for (const TruthRow& row : all) ++reached[row.expected.substr(0, row.expected.find(' '))];
  for (const Outcome outcome : kOutcomes) CHECK_MESSAGE(reached[std::string(word(outcome))] >= 4, word(outcome));
}

}  // namespace kaohe::test

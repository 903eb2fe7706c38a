// SPDX-License-Identifier: Apache-2.0
// The order in which figures and records come must not reach a verdict: every row of the truth table, backwards and
// rotated, says what it says as it stands.
#include <doctest/doctest.h>

#include <algorithm>

#include "judge_world.h"

namespace kaohe::test {
namespace {

// A line for each verdict: which unit and period, what came out, by how much.
std::string lines_of(const Report& report) {
  std::string lines;
  for (const Verdict& verdict : report.in_full()) {
    const std::string value = verdict.value ? verdict.value->fraction_text() : "none";
    const std::string margin = verdict.margin ? verdict.margin->fraction_text() : "none";
    lines += report.catalog.regions[verdict.region].code + " " + *verdict.item + " " + verdict.period.text() + " " +
             std::string(word(verdict.outcome)) + " value " + value + " = " + verdict.value_text + " margin " + margin +
             " = " + verdict.margin_text + "\n";
  }
  for (const RuleOutcome& rule : report.rules) lines += "rule " + std::string(word(rule.outcome)) + "\n";
  return lines;
}

template <typename T>
void rotate_by(std::vector<T>& all, std::size_t by) {
  if (!all.empty()) std::rotate(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(by % all.size()), all.end());
}

void backwards(Facts& facts) {
  std::reverse(facts.figures.begin(), facts.figures.end());
  std::reverse(facts.submission.records.begin(), facts.submission.records.end());
}

}  // namespace

TEST_CASE("figures and records backwards or rotated give the same verdicts") {
  std::size_t reordered = 0;
  for (const TruthRow& row : truth_rows()) {
    INFO(row.where, ": ", row.rule, " | ", row.facts, " | ", row.as_of);
    std::size_t facts = 0;
    const auto count = [&facts](const Facts& all) { facts = std::max(all.figures.size(), all.submission.records.size()); };
    const std::string expected = lines_of(judge_row(row, count));
    if (facts < 2) continue;
    ++reordered;
    CHECK(lines_of(judge_row(row, backwards)) == expected);
    for (std::size_t by = 1; by < facts; ++by) {
      const auto rotated = [by](Facts& all) {
        rotate_by(all.figures, by);
        rotate_by(all.submission.records, by);
      };
      CHECK_MESSAGE(lines_of(judge_row(row, rotated)) == expected, "rotated by ", by);
    }
  }
  CHECK(reordered >= 50);
}

}  // namespace kaohe::test

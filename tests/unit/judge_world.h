// SPDX-License-Identifier: Apache-2.0
// A small made-up world for tests of judging: two provinces, a few indicators of every kind, and plans written as the
// keys of one rule. Facts are one-line texts, so that a test reads as a row.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "judge/judge.h"
#include "model/figure_builder.h"

namespace kaohe::test {

// What is handed in: figures and records (see tests/truth/README.md for the notation), and waivers.
struct Facts {
  std::vector<Figure> figures;
  Submission submission;  // its figures are those, once they are judged
  std::vector<Waiver> waivers;
};

[[nodiscard]] const Catalog& world();  // tables only
// A catalog with one plan of one rule; `keys` are TOML keys of the rule, ';' between them.
[[nodiscard]] Catalog world_with(std::string_view keys, Problems& problems);
[[nodiscard]] Facts facts_of(std::string_view text, const Catalog& catalog);
[[nodiscard]] std::vector<std::string> split(std::string_view text, char separator);  // trimmed pieces

// A row of tests/truth/*.txt; `where` is its file and line.
struct TruthRow {
  std::string where, rule, facts, as_of, expected;
};
[[nodiscard]] std::vector<TruthRow> truth_rows();  // files by name, rows as they stand
// Judges the row's facts after `arrange` had its way with them, and `ask` with the question; throws where the rule does not load.
[[nodiscard]] Report judge_row(const TruthRow& row, const std::function<void(Facts&)>& arrange, const std::function<void(Question&)>& ask = {});

}  // namespace kaohe::test

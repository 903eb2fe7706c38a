// SPDX-License-Identifier: Apache-2.0
// What there is, told without any figures: plans, rules, one rule in full, and what is wrong with rule files. Like formats,
// each is a pure function to bytes.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/file.h"
#include "model/catalog.h"
#include "report/format.h"

namespace kaohe {

struct RuleRef {
  const Plan* plan = nullptr;
  const Rule* rule = nullptr;
};

// The ids of the plans that replace this one, drafts left out.
[[nodiscard]] std::vector<std::string> replaced_by(const Catalog& catalog, const Plan& plan);
[[nodiscard]] std::string plans_text(const Catalog& catalog, Language language, const Style& style);
[[nodiscard]] std::string plans_json(const Catalog& catalog, Language language);

// A line a rule, never wrapped: it is made to be searched and cut.
[[nodiscard]] std::string rules_text(const Catalog& catalog, const std::vector<RuleRef>& rules, Language language, const Style& style);
[[nodiscard]] std::string rules_json(const Catalog& catalog, const std::vector<RuleRef>& rules, Language language);

// A unit that the rule judges, for the example rows.
struct ExampleUnit {
  std::uint32_t region = kNoRegion;
  std::string item;
};
// CSV that reads back: figures and records stand in tables of their own, so there may be two; none for an umbrella.
[[nodiscard]] std::vector<std::string> example_tables(const Catalog& catalog, const RuleRef& rule, const ExampleUnit& unit,
                                                      Language language);
// One rule in full, and the manual page of its kind of test.
[[nodiscard]] std::string rule_text(const Catalog& catalog, const RuleRef& rule, const ExampleUnit& unit, const Phrase& manual,
                                    Language language, const Style& style);
[[nodiscard]] std::string rule_json(const Catalog& catalog, const RuleRef& rule, const ExampleUnit& unit, const Phrase& manual,
                                    Language language);
// The report's verdicts of its rules, each number on the way named with its cell.
[[nodiscard]] std::string steps_text(const Report& report, const Style& style);

struct LintedFile {
  std::string file;
  std::string sha256;
  std::string plan;  // id
  std::size_t rules = 0;
  std::size_t unchecked = 0;
};

struct LintReport {
  Language language = Language::kEn;
  std::vector<LintedFile> files;
  std::vector<Source> sources;  // whatever problems may stand in
  Problems problems;            // sorted
  int exit = 0;
};
[[nodiscard]] std::string lint_text(const LintReport& report, const Style& style);
[[nodiscard]] std::string lint_json(const LintReport& report);

// A cross-check, for `kaohe explain`.
[[nodiscard]] std::string check_text(const Catalog& catalog, const Check& check, Language language, const Style& style);
[[nodiscard]] std::string check_json(const Catalog& catalog, const Check& check, Language language);

}  // namespace kaohe

// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <algorithm>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "base/problem.h"

namespace kaohe {
namespace {

TEST_CASE("the codes are sorted, each stands once, all are words with dashes") {
  const std::vector<ProblemKind>& kinds = problem_kinds();
  REQUIRE_FALSE(kinds.empty());
  for (std::size_t i = 0; i < kinds.size(); ++i) {
    const std::string code(kinds[i].code);
    CAPTURE(code);
    if (i > 0) CHECK(kinds[i - 1].code < kinds[i].code);
    CHECK(code.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") == std::string::npos);
    CHECK(code.find("--") == std::string::npos);
    CHECK((!code.empty() && code.front() != '-' && code.back() != '-'));
  }
}

const ProblemKind& any_of(Severity severity) {
  const auto& kinds = problem_kinds();
  const auto found =
      std::find_if(kinds.begin(), kinds.end(), [&](const ProblemKind& kind) { return kind.severity == severity; });
  REQUIRE(found != kinds.end());
  return *found;
}

TEST_CASE("a problem has its code's severity until warnings are raised") {
  const ProblemKind& warning = any_of(Severity::kWarning);
  const ProblemKind& error = any_of(Severity::kError);
  Problems problems;
  problems.add(warning.code, {}, "x", {"甲", "a"});
  CHECK_FALSE(problems.has_errors());
  CHECK(problems.count(Severity::kWarning) == 1);
  problems.raise_warnings();
  CHECK(problems.has_errors());
  problems.add(error.code, {}, "y", {"乙", "b"}, {"丙", "c"});
  CHECK(problems.count(Severity::kError) == 2);
  CHECK(problems.count(Severity::kWarning) == 0);
  CHECK(problems.all().back().hint.in(Language::kEn) == "c");
  CHECK(problems.all().back().message.in(Language::kZh) == "乙");
}

TEST_CASE("a code that is not in the list is a fault of the program") {
  Problems problems;
  CHECK_THROWS_AS(problems.add("no-such-code", {}, "", {}), std::logic_error);
}

TEST_CASE("problems are sorted by where they stand, those of no file last") {
  const std::string_view code = any_of(Severity::kError).code;
  Problems problems;
  const std::uint32_t first = problems.files.add("a.csv");
  const std::uint32_t second = problems.files.add("b.csv");
  problems.add(code, {}, "nowhere", {});
  problems.add(code, {second, 1, 1}, "b1", {});
  problems.add(code, {first, 10, 2}, "a10:2", {});
  problems.add(code, {first, 9, 30}, "a9", {});
  problems.add(code, {first, 10, 1}, "a10:1", {});
  problems.sort();
  std::vector<std::string> order;
  for (const Problem& problem : problems.all()) order.push_back(problem.text);
  CHECK(order == std::vector<std::string>{"a9", "a10:1", "a10:2", "b1", "nowhere"});
  CHECK(problems.files.name(problems.all()[3].place) == "b.csv");
  CHECK(problems.files.name(problems.all()[4].place).empty());
}

TEST_CASE("severities have words") {
  CHECK(word(Severity::kNote) == "note");
  CHECK(word(Severity::kWarning) == "warning");
  CHECK(word(Severity::kError) == "error");
}

TEST_CASE("a cell has Excel's name") {
  const std::vector<std::pair<std::pair<std::uint32_t, std::uint32_t>, std::string>> rows = {
      {{1, 1}, "A1"},     {{4, 7}, "D7"},     {{26, 2}, "Z2"},
      {{27, 12}, "AA12"}, {{52, 1}, "AZ1"},   {{53, 1}, "BA1"},
      {{702, 1}, "ZZ1"},  {{703, 1}, "AAA1"}, {{16384, 1048576}, "XFD1048576"},
      {{0, 1}, ""},       {{1, 0}, ""},
  };
  for (const auto& [at, name] : rows) {
    Place place;
    place.field = at.first;
    place.row = at.second;
    CHECK(excel_cell(place) == name);
  }
}

}  // namespace
}  // namespace kaohe

// SPDX-License-Identifier: Apache-2.0
// Whatever rule there is, the example rows that explain shows can be read back without a fault.
#include <doctest/doctest.h>

#include "command/inputs.h"
#include "judge/units.h"
#include "report/listing.h"

using namespace kaohe;

TEST_CASE("the example rows of every rule read back, in both languages") {
  const Shelf shelf = open_shelf({}, {});
  Problems loading;
  const HeaderWords words = load_headers(*shelf.sources.data_file("headers.toml"), loading);
  std::size_t tables = 0, deeds = 0;
  for (const Plan& plan : shelf.catalog.plans) {
    for (const Rule& rule : plan.rules) {
      const Duty& duty = rule.plain;
      const Date day = duty.due.stages.empty() ? plan.ends.value_or(plan.issued) : duty.due.stages.back();
      const std::vector<Unit> units = units_of(shelf.catalog.regions, plan, duty.who, day);
      if (units.empty()) continue;
      // Both languages where numbers are; one in turn for the many deeds, for the sake of time.
      const bool deed = duty.test.kind == TestKind::kRecord;
      if (deed) ++deeds;
      for (const Language language : {Language::kZh, Language::kEn}) {
        if (deed && (deeds % 2 == 0) != (language == Language::kZh)) continue;
        for (const std::string& table : example_tables(shelf.catalog, {&plan, &rule}, {units[0].region, units[0].item}, language)) {
          Problems problems;
          const Submission read = load_submission({{"example.csv", table}}, shelf.catalog, words, {}, problems);
          std::string told;
          for (const Problem& problem : problems.all()) {
            if (problem.severity != Severity::kNote) told += problem.message.en + "; ";
          }
          INFO(rule.full_id << "\n" << table);
          CHECK(told == "");
          CHECK_FALSE((read.figures.empty() && read.records.empty()));
          ++tables;
        }
      }
    }
  }
  CHECK(tables >= 1000);
}

// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "report/format.h"
#include "sample_report.h"

using namespace kaohe;
using Json = nlohmann::ordered_json;

namespace {

Json json(const Report& report) { return Json::parse(write_json(report, {})); }

std::vector<std::string> keys(const Json& object) {
  std::vector<std::string> out;
  for (const auto& item : object.items()) out.push_back(item.key());
  return out;
}

}  // namespace

TEST_CASE("the keys of a verdict are all there, in the order of the contract, whatever the outcome") {
  const Json report = json(sample::report(Language::kZh));
  const std::vector<std::string> expected = {
      "rule",   "reading",      "kind",       "tier",   "region",     "item",  "period",  "due",      "due_from", "outcome",    "outlook", "value", "value_exact", "unit",      "target", "margin",
      "margin_exact", "would_pass", "decided_by", "bounds", "method", "parts", "missing", "disputed", "rounded",  "indicative", "reason",  "figures", "waiver",    "steps",     "intervals", "tests"};
  CHECK(report["verdicts"].size() == sample::report(Language::kZh).verdicts.size());
  for (const Json& verdict : report["verdicts"]) CHECK(keys(verdict) == expected);
}

TEST_CASE("the summary has all seven outcomes of every tier and counts each rule once") {
  const Json report = json(sample::report(Language::kEn));
  std::uint64_t all = 0;
  for (const char* tier : {"binding", "expected", "measure"}) {
    CHECK(keys(report["summary"][tier]) == std::vector<std::string>{"pass", "fail", "missing", "invalid", "not-due", "exempt", "waived"});
    for (const Json& count : report["summary"][tier]) all += count.get<std::uint64_t>();
  }
  CHECK(all == report["rules"].size());
}

TEST_CASE("decimals are strings as written, exact values are fractions") {
  const Json verdicts = json(sample::report(Language::kEn))["verdicts"];
  CHECK(verdicts[0]["margin"] == "0.0");
  CHECK(verdicts[0]["value_exact"] == "853/10");
  CHECK(verdicts[1]["value"] == "35.04");
  CHECK(verdicts[1]["value_exact"] == "876/25");
  CHECK(verdicts[3]["value"].is_null());
}

TEST_CASE("a place says line, column, field, Excel cell and offset, what is not known is null") {
  Report report = sample::report(Language::kEn);
  const Json place = json(report)["verdicts"][1]["figures"][0];
  CHECK(keys(place) == std::vector<std::string>{"file", "line", "column", "field", "cell", "offset"});
  CHECK(place["file"] == "figures.csv");
  CHECK(place["line"] == 8);
  CHECK(place["cell"] == "D7");
  report.problems.add("waiver-unused", {}, "x", {"没有用上", "not used"});
  const Json diagnostic = json(report)["diagnostics"][1];
  for (const char* key : {"file", "line", "column", "field", "cell", "offset", "hint"}) CHECK(diagnostic[key].is_null());
}

TEST_CASE("words follow the language, keys and codes do not") {
  const Json zh = json(sample::report(Language::kZh));
  const Json en = json(sample::report(Language::kEn));
  CHECK(zh["verdicts"][1]["reason"] == "高于目标");
  CHECK(en["verdicts"][1]["reason"] == "above the target");
  CHECK(zh["diagnostics"][0]["code"] == en["diagnostics"][0]["code"]);
  CHECK(keys(zh["verdicts"][1]) == keys(en["verdicts"][1]));
}

TEST_CASE("a partial rule has no outcome in either reading") {
  Report report = sample::report(Language::kEn);
  report.rules[1].partial = true;
  const Json rule = json(report)["rules"][1];
  CHECK(rule["outcome"].is_null());
  CHECK(rule["plain"]["outcome"].is_null());
  CHECK(rule["strict"]["outcome"].is_null());
  CHECK(rule["units"]["fail"] == 1);
}

TEST_CASE("Chinese is written as it is and bytes that are no UTF-8 never break the document") {
  Report report = sample::report(Language::kZh);
  CHECK(write_json(report, {}).find("江西省") != std::string::npos);
  report.problems.add("number-invalid", {}, "\xff\xfe", {"坏\xff", "bad \xff"});
  CHECK(json(report)["diagnostics"][1]["message"] == "坏�");
}

TEST_CASE("without an as-of date there is none, not the year 0") {
  Report report = sample::report(Language::kZh);
  report.as_of = {};
  CHECK(json(report)["as_of"].is_null());
}

// SPDX-License-Identifier: Apache-2.0
// A plan's head and the beginning of one rule, to which a test adds the rule's keys.
#pragma once

#include <doctest/doctest.h>

#include "table_fixture.h"

namespace kaohe::fixture {

inline constexpr const char* kHead = R"([plan]
id = "p"
title = { zh = "方案", en = "plan" }
issuer = { zh = "省政府", en = "government" }
status = "in force"
issued = 2017-10-02
ends = 2020-12-31
region = "360000"
baseline = 2016

[[rule]]
id = "r"
title = { zh = "规则", en = "rule" }
source = { clause = "二（三）", anchor = "达到63%", ledger = [48] }
tier = "binding"
)";
inline constexpr int kHeadLines = 15;  // the rule's keys begin on the next line

struct Loaded {
  Plan plan;
  Problems problems;
};

inline Loaded load(const std::string& text) {
  Loaded loaded;
  loaded.plan = load_plan({"p.toml", text}, catalog(), loaded.problems);
  return loaded;
}

inline Loaded load_rule(const std::string& keys) { return load(kHead + keys); }

// The duty of a rule whose keys must be without fault.
inline Duty duty_of(const std::string& keys, Reading reading = Reading::kPlain) {
  Loaded loaded = load_rule(keys);
  CAPTURE(keys);
  CHECK(told(loaded.problems) == "");
  REQUIRE(loaded.plan.rules.size() == 1);
  return loaded.plan.rules.front().duty(reading);
}

inline const std::string kCoverage = "indicator = \"coverage\"\n";
inline const std::string kFloor = kCoverage + "require = \">= 63 %\"\n";

}  // namespace kaohe::fixture

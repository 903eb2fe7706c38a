// SPDX-License-Identifier: Apache-2.0
// A JSON report read back whole, so that two runs can be held against each other (diff, verify).
#pragma once

#include <map>
#include <string>
#include <vector>

#include "model/report.h"

namespace kaohe {

struct RunVerdict {
  std::string rule, reading, code, region, item, period;
  bool indicative = false;
  Outcome outcome = Outcome::kMissing;
  std::string value, unit, target, due, margin;
  std::string waiver;  // all that stands there of it; empty: none
  std::string rest;    // everything else, in one text, to see whether anything differs
};

struct RunRule {
  std::string rule;
  std::string outcome;  // empty: judged in part
};

struct Run {
  std::string name;        // the file or archive
  std::string program;     // the version that made it
  std::string as_of;       // empty: none
  std::map<std::string, std::string> options;  // what else was asked: key → value
  std::map<std::string, std::string> plans;    // id → SHA-256
  std::map<std::string, std::string> tables;   // "regions.csv" → SHA-256
  std::map<std::string, std::string> inputs;   // SHA-256 → name
  std::vector<RunVerdict> verdicts;
  std::vector<RunRule> rules;
  std::string diagnostics;  // in one text
  int exit = 0;
};

}  // namespace kaohe

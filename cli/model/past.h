// SPDX-License-Identifier: Apache-2.0
// What an earlier report said, as far as a later one is compared with it (--since).
#pragma once

#include <string>
#include <vector>

#include "model/report.h"

namespace kaohe {

struct PastVerdict {
  std::string rule;  // full id
  Tier tier = Tier::kBinding;
  std::string code, region, item, period;
  Outcome outcome = Outcome::kMissing;
  std::string value, target;
};

struct PastRule {
  std::string rule;  // full id
  Outcome outcome = Outcome::kMissing;
  bool partial = false;
};

struct PastReport {
  std::string file, sha256;
  std::string as_of;  // empty: none
  Reading reading = Reading::kPlain;
  std::vector<PastVerdict> verdicts;  // in the reading that counted, none indicative
  std::vector<PastRule> rules;
};

}  // namespace kaohe

// SPDX-License-Identifier: Apache-2.0
#include "model/plan.h"

namespace kaohe {

std::string_view word(Tier tier) {
  switch (tier) {
    case Tier::kBinding: return "binding";
    case Tier::kExpected: return "expected";
    case Tier::kMeasure: break;
  }
  return "measure";
}

std::optional<Tier> parse_tier(std::string_view text) {
  for (const Tier tier : kTiers) {
    if (word(tier) == text) return tier;
  }
  return std::nullopt;
}

std::string_view word(Op op) {
  switch (op) {
    case Op::kAtLeast: return ">=";
    case Op::kAtMost: return "<=";
    case Op::kEqual: return "=";
    case Op::kBelow: return "<";
    case Op::kAbove: return ">";
    case Op::kWithin: break;
  }
  return "..";
}

std::string_view word(TrendKind kind) {
  switch (kind) {
    case TrendKind::kFalls: return "falls";
    case TrendKind::kRises: return "rises";
    case TrendKind::kDoesNotRise: return "does not rise";
    case TrendKind::kDoesNotFall: break;
  }
  return "does not fall";
}

std::string_view word(DeedStatus status) {
  switch (status) {
    case DeedStatus::kStarted: return "started";
    case DeedStatus::kIssued: return "issued";
    case DeedStatus::kEstablished: return "established";
    case DeedStatus::kCompleted: return "completed";
    case DeedStatus::kInForce: return "in force";
    case DeedStatus::kNotDone: break;
  }
  return "not done";
}

std::string_view word(TestKind kind) {
  switch (kind) {
    case TestKind::kThreshold: return "threshold";
    case TestKind::kTrend: return "trend";
    case TestKind::kRecord: return "record";
    case TestKind::kCadence: return "cadence";
    case TestKind::kAllOf: return "all-of";
    case TestKind::kUmbrella: break;
  }
  return "umbrella";
}

std::string_view word(DueFrom from) {
  switch (from) {
    case DueFrom::kRule: return "rule";
    case DueFrom::kPlan: return "plan";
    case DueFrom::kOpen: break;
  }
  return "open";
}

std::string_view word(Reading reading) { return reading == Reading::kStrict ? "strict" : "plain"; }

}  // namespace kaohe

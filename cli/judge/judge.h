// SPDX-License-Identifier: Apache-2.0
// Plans × Submission × Waivers → Report. Exact, pure: no file, no clock, no printing.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "model/report.h"

namespace kaohe {

struct Question {
  std::optional<Date> as_of;           // --as-of
  std::vector<std::string> plans;      // --plan: ids
  bool plans_named = false;            // --plan was given: only those; else the plans that bind what was handed in
  std::string region;                  // --region: code; empty: all
  std::vector<std::string> only;       // --only
  bool indicative = false;
  Reading reading = Reading::kPlain;
  std::vector<Tier> tiers = {Tier::kBinding};
  FailOn fail_on = FailOn::kMissing;
  bool strict_input = false;
  Language language = Language::kZh;
  std::size_t threads = 1;             // that decide; nothing else depends on it
  bool with_care = false;              // nothing is decided at a glance: for tests that hold one way against the other
};

// Regions, as entries of the register, of which there is any figure or record.
[[nodiscard]] std::set<std::uint32_t> units_handed_in(const Submission& submission);
// The ids of the plans that judge() will judge: what it may be given of the others is no more than their head.
[[nodiscard]] std::set<std::string> plans_to_judge(const Question& question, const Submission& submission, const Register& regions,
                                                   const std::vector<Plan>& plans);

// What makes judging impossible (no plan binds, no as-of date, nothing selected) is an error among the report's
// problems, and its exit is 2; the report is whole all the same.
[[nodiscard]] Report judge(Catalog catalog, Submission submission, std::vector<Waiver> waivers, Problems problems,
                           const Question& question);

}  // namespace kaohe

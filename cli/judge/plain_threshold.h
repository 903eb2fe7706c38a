// SPDX-License-Identifier: Apache-2.0
// A threshold in one period, decided at a glance where the values that it looks at are plain (plain_values.h): what
// judge_threshold() would decide, without numbers, texts and cells.
#pragma once

#include <vector>

#include "judge/limits.h"
#include "judge/plain_values.h"
#include "judge/setting.h"

namespace kaohe {

class PlainThreshold {
 public:
  // All must outlive it but the slot.
  PlainThreshold(const Setting& setting, PlainValues& plain, const Plan& plan, const Duty& duty, const Slot& slot);

  // False: not at a glance; what stands in the brief then is nothing.
  [[nodiscard]] bool decide(std::uint32_t region, Brief& brief);

 private:
  struct Known {
    const Target* target;
    std::int64_t over;
    Limits limits;
  };

  [[nodiscard]] const Target& local_target(std::uint32_t region) const;
  [[nodiscard]] const Combine* combine_of(std::uint32_t region) const;
  bool decide_due(std::uint32_t region, const Target& target, Brief& brief);
  bool look_ahead(std::uint32_t region, const Target& target, Brief& brief);
  // Missing: it could not be decided here.
  void take_outcome(const PlainRow& row, const PlainValue& value, const Target& target, Brief& brief);
  void take_exactly(const Rational& value, const Target& target, Brief& brief) const;
  // The other way to the value says the same, or nothing.
  bool is_undisputed(const PlainRow& row, std::uint32_t region, const Target& target, Outcome outcome);
  const Limits& limits_of(const Target& target, std::int64_t over);

  const Setting& setting_;
  PlainValues& plain_;
  const Plan& plan_;
  const Duty& duty_;
  Slot slot_;
  bool due_;
  PlainRow* row_;       // where it is due
  PlainRow* combined_;
  std::vector<Known> limits_;
  std::size_t last_ = 0;  // of these, which was asked for last
};

}  // namespace kaohe

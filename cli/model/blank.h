// SPDX-License-Identifier: Apache-2.0
// What a region would have to hand in for a plan to be judged: the rows of a blank submission.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "model/date.h"
#include "model/plan.h"

namespace kaohe {

// Which duty a figure is for. The region itself is judged, or it is a part of the unit that is.
struct BlankUse {
  std::size_t rule = 0;              // index into the plan's rules
  const Duty* duty = nullptr;        // of the plan, which must outlive the blank
  std::uint32_t unit = kNoRegion;    // who is judged

  friend bool operator==(const BlankUse&, const BlankUse&) = default;
};

struct BlankFigure {
  std::uint32_t region = kNoRegion;
  std::size_t indicator = kNoIndicator;
  std::vector<Period> periods;  // in order
  std::vector<BlankUse> uses;   // in the order of the rules; one a rule
};

struct BlankRecord {
  std::uint32_t region = kNoRegion;
  std::size_t rule = 0;
  const Duty* duty = nullptr;
  std::string item;
  std::optional<Period> period;  // what a recurring deed is for
};

struct Blank {
  std::vector<BlankFigure> figures;  // by region, in the order in which the rules ask for them
  std::vector<BlankRecord> records;  // in the order of the rules, then by region
};

}  // namespace kaohe

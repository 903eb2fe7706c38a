// SPDX-License-Identifier: Apache-2.0
// What was found when verdicts were decided, and is asked for again when one of them is told (teller.cc).
#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "judge/plain_fold.h"
#include "judge/units.h"
#include "model/verdict.h"

namespace kaohe {

struct Decided {
  // A rule under an umbrella, and what became of it.
  struct Below {
    std::uint32_t plan;
    std::uint32_t rule;
    Outcome outcome;
  };
  using AllBelow = std::shared_ptr<const std::vector<Below>>;
  struct OfBatch {
    Units units;     // who was judged; of an umbrella none
    AllBelow below;  // of an umbrella
  };

  Months months = Months::kAtAGlance;
  std::vector<OfBatch> batches;  // by number (model/verdicts.h)

  OfBatch& of(std::uint32_t batch) {
    if (batch >= batches.size()) batches.resize(batch + 1);
    return batches[batch];
  }
};

}  // namespace kaohe

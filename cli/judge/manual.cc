// SPDX-License-Identifier: Apache-2.0
#include "judge/manual.h"

namespace kaohe {

const Phrase& manual(TestKind kind) {
  switch (kind) {
    case TestKind::kThreshold: return threshold_manual();
    case TestKind::kTrend: return trend_manual();
    case TestKind::kRecord: return record_manual();
    case TestKind::kCadence: return cadence_manual();
    case TestKind::kAllOf: return all_of_manual();
    case TestKind::kUmbrella: break;
  }
  return umbrella_manual();
}

}  // namespace kaohe

// SPDX-License-Identifier: Apache-2.0
// The manual page of each kind of test, which stands in the file that judges it and is printed by `kaohe explain`.
#pragma once

#include "base/phrase.h"
#include "model/plan.h"

namespace kaohe {

[[nodiscard]] const Phrase& manual(TestKind kind);

// One a kind, each in its kind's file.
[[nodiscard]] const Phrase& threshold_manual();
[[nodiscard]] const Phrase& trend_manual();
[[nodiscard]] const Phrase& record_manual();
[[nodiscard]] const Phrase& cadence_manual();
[[nodiscard]] const Phrase& all_of_manual();
[[nodiscard]] const Phrase& umbrella_manual();

}  // namespace kaohe

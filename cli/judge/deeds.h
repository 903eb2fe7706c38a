// SPDX-License-Identifier: Apache-2.0
// Deeds: which record counts for which duty.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "judge/setting.h"
#include "model/words.h"

namespace kaohe {

// Completed, issued, established and in force each also satisfy started; otherwise the status asked for, exactly.
[[nodiscard]] bool satisfies(DeedStatus deed, DeedStatus wanted);

// The deeds that name this duty for this unit, the usable ones by date; the same deed handed in twice counts once.
struct Deeds {
  std::vector<const Record*> dated;     // done, or begun
  std::vector<const Record*> not_done;  // said not to be done; may have no date
  std::vector<const Record*> unusable;  // date or status could not be read
};
[[nodiscard]] Deeds deeds_of(const Task& task);
// "2018-05-04 (赣府发〔2018〕1号)"
[[nodiscard]] std::string deed_text(const Record& record);
void take_unusable(const Deeds& deeds, Verdict& verdict);
[[nodiscard]] Lack lacking_deed(const Task& task, std::optional<Period> period, Shared<Phrase> reason);

}  // namespace kaohe

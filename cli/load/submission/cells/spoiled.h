// SPDX-License-Identifier: Apache-2.0
// What spreadsheets and typists do to codes and years: 3.60E+05, 43831 for a date, 360100.0, 360,100, a lost zero, the
// letter O. Nothing is repaired; the hint says what happened.
#pragma once

#include <string_view>

#include "base/phrase.h"

namespace kaohe {

enum class Spoiled { kCode, kPeriod, kDate };

// What happened to `text`, which should be a region's code, a period or a date; empty where it shows no such mark.
[[nodiscard]] Phrase spoiled_hint(std::string_view text, Spoiled what);

}  // namespace kaohe

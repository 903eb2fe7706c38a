// SPDX-License-Identifier: Apache-2.0
// A duty in words: who, what, which test, when. Private to this room.
#pragma once

#include <string>

#include "model/catalog.h"
#include "model/words.h"
#include "report/page.h"

namespace kaohe {

// The units, and the items where there are any.
[[nodiscard]] std::string units_words(const Page& page, const Catalog& catalog, const Plan& plan, const Who& who);
// "地表水水质优良比例（%）", "“印发”的办理记录", "规则 jiangxi-2017/green-*"
[[nodiscard]] std::string what_words(const Page& page, const Catalog& catalog, const Duty& duty);
// ">= 85.3 %, in every year", with how many of the units must meet it
[[nodiscard]] std::string asked_words(const Page& page, const Catalog& catalog, const Duty& duty);
[[nodiscard]] std::string when_words(const Page& page, const Duty& duty);
// How the parts of a region, and the months of a year, make the whole.
[[nodiscard]] std::string regions_words(const Page& page, const Catalog& catalog, const Indicator& indicator);
[[nodiscard]] std::string time_words(const Page& page, const Indicator& indicator);
[[nodiscard]] Phrase period_name(PeriodKind kind);

}  // namespace kaohe

// SPDX-License-Identifier: Apache-2.0
// One verdict as plain text, for formats whose unit is a line or a cell: the words are those of the text report.
// Private to this room.
#pragma once

#include <string>
#include <vector>

#include "model/report.h"
#include "report/page.h"

namespace kaohe {

// Plain, never wrapped.
[[nodiscard]] Page plain_page(const Report& report);

// Does its tier count for the exit status? An indicative verdict never does.
[[nodiscard]] bool decides(const Report& report, const Verdict& verdict);
[[nodiscard]] bool falls_short(Outcome outcome);  // fail, missing, invalid

[[nodiscard]] std::string region_code_of(const Report& report, std::uint32_t region);
// "jiangxi-2017/pm25|360100|造纸/化学需氧量|2020": what the verdict is of, the same from report to report.
[[nodiscard]] std::string verdict_key(const Report& report, const Verdict& verdict);
// "细颗粒物年均浓度：南昌市 2020"
[[nodiscard]] std::string subject(const Page& page, const Report& report, const Verdict& verdict);
// Value, target, margin, reason, what would pass, what is missing, remarks: one line.
[[nodiscard]] std::string message(const Page& page, const Report& report, const Verdict& verdict);
// What is missing, each group once.
[[nodiscard]] std::string lacks_in_words(const Page& page, const Report& report, const Verdict& verdict);
[[nodiscard]] std::string waiver_in_words(const Page& page, const Report& report, const Verdict& verdict);
// "新增（原为达标 40）"; empty where there is nothing to say.
[[nodiscard]] std::string change_in_words(const Page& page, const Verdict& verdict);
[[nodiscard]] std::string gone_in_words(const Page& page, const Report& report, const GoneVerdict& gone);
// "二（三）：“地表水水质优良比例提高到85.3%”"
[[nodiscard]] std::string clause_in_words(const Page& page, const Rule& rule);
// "数据 通过（退出状态 0），截至 2020-12-31": the report in a line.
[[nodiscard]] std::string headline(const Page& page, const Report& report);
// "达标 3，未达标 1": every outcome there is, of verdicts in the reading that counts; indicative ones left out.
[[nodiscard]] OutcomeCount count_verdicts(const Report& report);
[[nodiscard]] std::string counts_in_words(const Page& page, const OutcomeCount& counts);
// The cell to look at: the one that decides, else the missing mark, else none.
[[nodiscard]] Place place_to_look_at(const Verdict& verdict);

// The figures of the verdict's own region and indicator that have a value, by period; none for deeds.
[[nodiscard]] std::vector<FigureRef> series_of(const Report& report, const Verdict& verdict);
// "2016=60.1 2017=61.0": values in the indicator's unit.
[[nodiscard]] std::string series_text(const std::vector<FigureRef>& series);

}  // namespace kaohe

// SPDX-License-Identifier: Apache-2.0
// What changed since an earlier report, how outcomes moved over the periods judged, and rankings.
#include <fmt/format.h>

#include <numeric>

#include "report/table.h"
#include "report/text/text_parts.h"
#include "report/told.h"

namespace kaohe {
namespace {

constexpr std::size_t kFewShown = 20;

Ink ink_of(Change change) {
  switch (change) {
    case Change::kNew:
      return Ink::kRed;
    case Change::kStill:
    case Change::kChanged:
      return Ink::kYellow;
    case Change::kFixed:
      return Ink::kGreen;
    case Change::kGone:
      break;
  }
  return Ink::kDim;
}

void write_change(Page& page, const Report& report, Change change) {
  std::vector<const Verdict*> of;
  for (const Brief& brief : report.verdicts) {
    const Verdict* kept = report.verdicts.kept(brief);  // what has a change is kept whole
    if (kept != nullptr && kept->change == change && report.in_reading(brief)) of.push_back(kept);
  }
  const std::size_t more = change == Change::kGone ? report.since.gone.size() : 0;
  if (of.empty() && more == 0) return;
  page.line(2, {{page.say(name(change)) +
                     page.say({fmt::format("：{} 个", of.size() + more), fmt::format(": {}", of.size() + more)}),
                 ink_of(change)}});
  const std::size_t most = page.style().verbose ? of.size() : kFewShown;
  for (std::size_t i = 0; i < of.size() && i < most; ++i) {
    const Verdict& verdict = *of[i];
    std::string was;
    if (verdict.before)
      was = page.say(name(*verdict.before)) + (verdict.before_value.empty() ? "" : " " + *verdict.before_value) + " -> ";
    const std::string is =
        page.say(name(verdict.outcome)) + (verdict.value_text.empty() ? "" : " " + verdict.value_text);
    page.line(4, {{subject(page, report, verdict) + page.say({"：", ": "}) + was + is},
                  {"  " + report.rule_of(verdict).full_id, Ink::kDim}});
  }
  if (of.size() > most)
    page.line(4,
              page.say({fmt::format("其余 {} 个用 -v 查看", of.size() - most),
                        fmt::format("-v shows {} more", of.size() - most)}),
              Ink::kDim);
  for (std::size_t i = 0; i < more; ++i) page.line(4, gone_in_words(page, report, report.since.gone[i]));
}

std::string level_name(const Page& page, RegionLevel level) {
  switch (level) {
    case RegionLevel::kProvince:
      return page.say({"省", "provinces"});
    case RegionLevel::kPrefecture:
      return page.say({"设区市（州）", "prefectures"});
    case RegionLevel::kCounty:
      return page.say({"县（市、区）", "counties"});
    case RegionLevel::kBasin:
      return page.say({"流域", "basins"});
    case RegionLevel::kSection:
      return page.say({"断面", "sections"});
    case RegionLevel::kZone:
      break;
  }
  return page.say({"功能区", "zones"});
}

void write_ranking(Page& page, const Report& report, const Ranking& ranking) {
  const Indicator& indicator = report.catalog.indicators[ranking.indicator];
  page.heading(page.say({"排名：" + indicator.name().zh, "Ranking: " + indicator.name().en}) + " " +
               ranking.period.text() + page.say({"，", ", "}) + level_name(page, ranking.level) +
               page.say({"（" + indicator.unit.id + "）", " (" + indicator.unit.id + ")"}));
  TextTable table({{page.say({"名次", "rank"}), true},
                   {page.say({"地区", "region"})},
                   {page.say({"数值", "value"}), true},
                   {page.say({"余量", "margin"}), true},
                   {page.say({"较上期", "change"}), true},
                   {page.say({"结论", "outcome"})},
                   {page.say({"标记", "mark"})}});
  table.rule();
  for (const Ranked& unit : ranking.units) {
    const std::string outcome =
        unit.outcome ? glyph(*unit.outcome) + " " + page.say(name(*unit.outcome)) : std::string("-");
    table.row({{std::to_string(unit.rank) + (unit.tied ? "=" : " ")},
               {region_name(report, unit.region)},
               {unit.value},
               {unit.margin.empty() ? "-" : unit.margin},
               {unit.change.empty() ? "-" : unit.change},
               {outcome, unit.outcome ? kaohe::ink_of(*unit.outcome) : Ink::kDim},
               {mark_of(page, unit), unit.much_worse ? Ink::kRed : Ink::kPlain}});
  }
  table.write(page, 2);
  if (ranking.without.empty()) return;
  std::vector<std::string> names;
  for (const std::uint32_t region : ranking.without) names.push_back(region_name(report, region));
  page.line(2,
            page.say({"没有数据：", "no figure: "}) + name_list(page, names, page.style().verbose ? names.size() : 8),
            Ink::kDim);
}

}  // namespace

std::string mark_of(const Page& page, const Ranked& unit) {
  std::string out;
  if (unit.outcome == Outcome::kFail) out = page.say({"未达标", "falls short"});
  const std::string worse = unit.much_worse ? page.say({"严重下降", "much worse"})
                            : unit.worse    ? page.say({"变差", "worse"})
                                            : std::string();
  if (!worse.empty()) out += (out.empty() ? "" : page.say({"、", ", "})) + worse;
  return out;
}

std::string movement_of(const Page& page, const RuleView& rule) {
  if (rule.by_period.size() < 2) return {};
  std::string out;
  for (const auto& [period, tally] : rule.by_period) {
    out += (out.empty() ? "" : " -> ") + period.text();
    const std::uint64_t all = std::accumulate(tally.begin(), tally.end(), std::uint64_t{0});
    for (const Outcome outcome : {Outcome::kFail, Outcome::kInvalid, Outcome::kMissing, Outcome::kWaived,
                                  Outcome::kNotDue, Outcome::kPass, Outcome::kExempt}) {
      const std::uint64_t count = tally[static_cast<std::size_t>(outcome)];
      if (count > 0)
        out += " " + glyph(outcome) + " " + page.say(name(outcome)) + (all > 1 ? fmt::format(" {}", count) : "");
    }
  }
  return out;
}

void write_movement(Page& page, const View& view) {
  bool first = true;
  for (const RuleView& rule : view.rules) {
    // Missing all along is no movement.
    const bool known = rule.count(Outcome::kMissing) < rule.count();
    const std::string moved = known || page.style().verbose ? movement_of(page, rule) : std::string();
    if (moved.empty()) continue;
    if (first) page.heading(page.say({"各期结论", "Outcomes over time"}));
    first = false;
    write_rule_line(page, rule, 2);
    page.line(4, moved);
  }
}

void write_since(Page& page, const View& view) {
  const Report& report = view.report;
  if (report.since.file.empty()) return;
  page.heading(page.say({"与上次报告相比：", "Since "}) + report.since.file +
               (report.since.as_of.empty()
                    ? ""
                    : page.say({"（截至 " + report.since.as_of + "）", " (as of " + report.since.as_of + ")"})));
  bool any = !report.since.gone.empty();
  for (const Brief& brief : report.verdicts) {
    const Verdict* kept = report.verdicts.kept(brief);
    any = any || (kept != nullptr && kept->change.has_value());
  }
  if (!any) page.line(2, page.say({"前后都没有短板", "nothing falls short, then or now"}));
  for (const Change change : kChanges) write_change(page, report, change);
}

void write_rankings(Page& page, const View& view) {
  for (const Ranking& ranking : view.report.rankings) write_ranking(page, view.report, ranking);
}

}  // namespace kaohe

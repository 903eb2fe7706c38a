// SPDX-License-Identifier: Apache-2.0
#include "compare/rank.h"

#include <algorithm>
#include <map>
#include <set>

namespace kaohe {
namespace {

constexpr int kMoreDigits = 4;
constexpr std::int64_t kMuch = 10;  // a tenth

struct Unit {
  FigureRef figure;
  Ranked ranked;
};

bool counts_as_better(Better better, const Rational& a, const Rational& b) {
  return better == Better::kLower ? a < b : b < a;
}

Outcome graver(Outcome a, Outcome b) {
  for (const Outcome one :
       {Outcome::kFail, Outcome::kInvalid, Outcome::kMissing, Outcome::kNotDue, Outcome::kWaived, Outcome::kPass}) {
    if (a == one || b == one) return one;
  }
  return a;
}

class Ranker {
 public:
  Ranker(Report& report, std::size_t indicator)
      : report_(report), indicator_(indicator), regions_(report.catalog.regions) {
    for (const FigureTable::Series& series : report.figures.series()) {
      for (std::size_t i = 0; series.indicator == indicator && i < series.cells.size(); ++i) {
        const FigureRef figure = report.figures.at(series, i);
        if (figure.has_value() && figure.period().last <= report.as_of.date) by_unit_[series.lineage][figure.period()] = figure;
      }
    }
    for (std::size_t i = 0; i < report.verdicts.size(); ++i) {
      const Brief& brief = report.verdicts[i];
      const bool counts = brief.region < regions_.regions.size() && !report.verdicts.batch(brief).indicative && report.in_reading(brief);
      if (counts && report.rule_of(brief).duty(report.reading).indicator == indicator) verdicts_[regions_[brief.region].lineage].push_back(i);
    }
  }

  void rank(RegionLevel level) {
    std::map<Period, std::vector<FigureRef>> by_period;
    for (const auto& unit : by_unit_) {
      if (regions_[unit.first].level != level) continue;
      for (const auto& [period, figure] : unit.second) by_period[period].push_back(figure);
    }
    if (by_period.empty()) return;
    Ranking ranking;
    ranking.indicator = indicator_;
    ranking.period = by_period.rbegin()->first;
    ranking.level = level;
    std::vector<Unit> units;
    for (const FigureRef& figure : by_period.rbegin()->second) units.push_back({figure, ranked(figure)});
    order(units);
    for (Unit& unit : units) ranking.units.push_back(std::move(unit.ranked));
    ranking.without = without(level, ranking.units);
    report_.rankings.push_back(std::move(ranking));
  }

 private:
  [[nodiscard]] Ranked ranked(const FigureRef& figure) const {
    Ranked out;
    out.region = figure.region();
    out.place = figure.place();
    out.value = value_text(figure);
    judge(figure, out);
    const auto& series = by_unit_.at(figure.lineage());
    if (figure.period().kind == PeriodKind::kToDate) return out;
    const auto before = series.find(previous_period(figure.period()));
    if (before == series.end()) return out;
    const Rational change = figure.value() - before->second.value();
    const int scale = std::max(figure.scale(), before->second.scale());
    out.previous = value_text(before->second);
    out.change = (change.sign() > 0 ? "+" : "") + show(change, scale + kMoreDigits);
    const Better better = report_.catalog.indicators[indicator_].better;
    if (better == Better::kNeither) return out;
    out.worse = better == Better::kLower ? change.sign() > 0 : change.sign() < 0;
    out.much_worse = out.worse && change.abs() * Rational(kMuch) >= before->second.value().abs();
    return out;
  }

  // The gravest of the unit's verdicts of this indicator for this period; with its target and margin.
  void judge(const FigureRef& figure, Ranked& out) const {
    const auto unit = verdicts_.find(figure.lineage());
    if (unit == verdicts_.end()) return;
    std::size_t gravest = 0;
    for (const std::size_t number : unit->second) {
      const Brief& brief = report_.verdicts[number];
      if (!(report_.verdicts.batch(brief).period == figure.period()) && brief.outcome != Outcome::kNotDue) continue;
      if (out.outcome && graver(*out.outcome, brief.outcome) == *out.outcome) continue;
      out.outcome = brief.outcome;
      gravest = number;
    }
    if (!out.outcome) return;
    const Verdict verdict = report_.verdict(gravest);
    out.target = verdict.target;
    out.margin = verdict.margin_text;
  }

  void order(std::vector<Unit>& units) const {
    const Better better = report_.catalog.indicators[indicator_].better;
    std::sort(units.begin(), units.end(), [&](const Unit& a, const Unit& b) {
      if (!(a.figure.value() == b.figure.value())) return counts_as_better(better, a.figure.value(), b.figure.value());
      return regions_[a.figure.region()].code < regions_[b.figure.region()].code;
    });
    for (std::size_t i = 0; i < units.size(); ++i) {
      const bool as_before = i > 0 && units[i].figure.value() == units[i - 1].figure.value();
      const bool as_after = i + 1 < units.size() && units[i].figure.value() == units[i + 1].figure.value();
      units[i].ranked.rank = as_before ? units[i - 1].ranked.rank : i + 1;
      units[i].ranked.tied = as_before || as_after;
    }
  }

  // The units of that level, in the provinces ranked, that have no value in the period.
  [[nodiscard]] std::vector<std::uint32_t> without(RegionLevel level, const std::vector<Ranked>& units) const {
    std::set<std::uint32_t> there;
    std::set<std::string> provinces;
    for (const Ranked& unit : units) {
      there.insert(regions_[unit.region].lineage);
      provinces.insert(regions_[unit.region].code.substr(0, 2));
    }
    std::vector<std::uint32_t> out;
    for (std::uint32_t i = 0; i < regions_.regions.size(); ++i) {
      const Region& region = regions_[i];
      const bool wanted = region.level == level && region.exists_on(report_.as_of.date) &&
                          provinces.count(region.code.substr(0, 2)) > 0;
      if (wanted && there.count(region.lineage) == 0) out.push_back(i);
    }
    return out;
  }

  Report& report_;
  std::size_t indicator_;
  const Register& regions_;
  std::map<std::uint32_t, std::map<Period, FigureRef>> by_unit_;  // by lineage
  std::map<std::uint32_t, std::vector<std::size_t>> verdicts_;    // by lineage: of that indicator, in the reading that counts
};

}  // namespace

void rank_units(Report& report, std::size_t indicator) {
  Ranker ranker(report, indicator);
  for (const RegionLevel level : {RegionLevel::kProvince, RegionLevel::kPrefecture, RegionLevel::kCounty,
                                  RegionLevel::kBasin, RegionLevel::kSection, RegionLevel::kZone}) {
    ranker.rank(level);
  }
}

}  // namespace kaohe

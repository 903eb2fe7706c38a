// SPDX-License-Identifier: Apache-2.0
#include "judge/blank.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <utility>

#include "judge/setting.h"

namespace kaohe {
namespace {

class Filler {
 public:
  Filler(const Catalog& catalog, const Plan& plan, std::uint32_t region, const std::vector<Period>& periods)
      : catalog_(catalog), regions_(catalog.regions), plan_(plan), region_(region), periods_(periods), as_of_(periods.back().last),
        figures_(none_, as_of_), records_({}, regions_, as_of_), resolver_(catalog, figures_), units_(regions_),
        setting_{catalog, figures_, records_, resolver_, units_, decided_, pool_, as_of_} {}

  Blank run() {
    for (std::size_t i = 0; i < plan_.rules.size(); ++i) {
      add_duty(i, plan_.rules[i].plain);
      if (plan_.rules[i].strict) add_duty(i, *plan_.rules[i].strict);
    }
    std::stable_sort(out_.figures.begin(), out_.figures.end(), [this](const BlankFigure& a, const BlankFigure& b) {
      return regions_[a.region].code < regions_[b.region].code;
    });
    return std::move(out_);
  }

 private:
  void add_duty(std::size_t rule, const Duty& duty) {
    for (const Duty& member : duty.members) add_duty(rule, member);
    if (duty.test.kind == TestKind::kAllOf || duty.test.kind == TestKind::kUmbrella) return;
    const Date day = duty.due.stages.empty() ? as_of_ : duty.due.stages.back();
    const Units units = units_of(setting_, plan_, duty.who, day);
    for (const Unit& unit : *units) {
      if (!unit.exempt.empty()) continue;
      const BlankUse use{rule, &duty, unit.region};
      const bool of_figures = duty.indicator != kNoIndicator && duty.test.kind != TestKind::kRecord;
      if (!of_figures && regions_.within(unit.region, region_)) add_records(use, unit.item);
      if (of_figures) add_figures(use);
    }
  }

  void add_figures(const BlankUse& use) {
    const bool whole = regions_.within(use.unit, region_);
    const bool part = !whole && regions_.within(region_, use.unit);
    if (whole) add(use.unit, use.duty->indicator, use);
    if (part) add_parts(use, use.duty->indicator);
    const std::size_t reference = use.duty->test.kind == TestKind::kThreshold ? use.duty->test.target.reference : kNoIndicator;
    if (reference == kNoIndicator) return;
    if (whole) add(use.unit, reference, use);
    if (part) add_parts(use, reference);
  }

  // What the unit's value is computed from, of those parts that are the region or below it.
  void add_parts(const BlankUse& use, std::size_t index) {
    if (use.duty->combine) {
      for (const std::uint32_t one : units_within(regions_, use.unit, use.duty->combine->parts, as_of_)) {
        if (regions_.within(one, region_)) add(one, index, use);
      }
      return;
    }
    const Indicator& indicator = catalog_.indicators[index];
    if (indicator.is_ratio()) {
      add(region_, indicator.numerator, use);
      add(region_, indicator.denominator, use);
    } else if (indicator.over_regions != Fold::kNone) {
      add(region_, index, use);
      if (indicator.over_regions == Fold::kWeightedMean && indicator.weight != kNoIndicator) add(region_, indicator.weight, use);
    }
  }

  void add(std::uint32_t region, std::size_t indicator, const BlankUse& use) {
    const std::vector<Period> periods = periods_for(indicator, *use.duty);
    if (periods.empty()) return;
    const std::uint32_t lineage = regions_[region].lineage;
    const auto [at, is_new] = at_.try_emplace({lineage, indicator}, out_.figures.size());
    if (is_new) out_.figures.push_back({region, indicator, {}, {}});
    BlankFigure& figure = out_.figures[at->second];
    for (const Period& period : periods) {
      if (std::find(figure.periods.begin(), figure.periods.end(), period) == figure.periods.end()) figure.periods.push_back(period);
    }
    std::sort(figure.periods.begin(), figure.periods.end());
    const bool told = std::any_of(figure.uses.begin(), figure.uses.end(), [&](const BlankUse& other) { return other.rule == use.rule; });
    if (!told) figure.uses.push_back(use);
  }

  [[nodiscard]] std::vector<Period> periods_for(std::size_t indicator, const Duty& duty) const {
    static constexpr PeriodKind kOf[] = {PeriodKind::kDay, PeriodKind::kMonth, PeriodKind::kQuarter, PeriodKind::kYear};
    PeriodKind wanted = catalog_.indicators[indicator].period;
    if (duty.test.met) wanted = *duty.test.met;
    if (duty.test.kind == TestKind::kCadence && duty.test.every) wanted = kOf[static_cast<std::size_t>(duty.test.every->unit)];
    return divided(wanted, catalog_.indicators[indicator].over_time != Fold::kNone);
  }

  // The periods asked for, divided into those that are judged; finer ones as they are where they `fold`.
  [[nodiscard]] std::vector<Period> divided(PeriodKind wanted, bool fold) const {
    std::vector<Period> out;
    for (const Period& period : periods_) {
      if (period.kind == wanted) {
        out.push_back(period);
        continue;
      }
      const std::vector<Period> parts = parts_of(period, wanted);
      if (!parts.empty()) {
        out.insert(out.end(), parts.begin(), parts.end());
      } else if (fold) {
        out.push_back(period);
      }
    }
    return out;
  }

  void add_records(const BlankUse& use, const std::string& item) {
    if (!records_told_.insert({use.rule, regions_[use.unit].lineage, item}).second) return;
    BlankRecord record{use.unit, use.rule, use.duty, item, std::nullopt};
    if (use.duty->test.kind != TestKind::kCadence || !use.duty->test.every) {
      out_.records.push_back(record);
      return;
    }
    static constexpr PeriodKind kOf[] = {PeriodKind::kDay, PeriodKind::kMonth, PeriodKind::kQuarter, PeriodKind::kYear};
    for (const Period& period : divided(kOf[static_cast<std::size_t>(use.duty->test.every->unit)], true)) {
      record.period = period;
      out_.records.push_back(record);
    }
  }

  const Catalog& catalog_;
  const Register& regions_;
  const Plan& plan_;
  std::uint32_t region_;
  const std::vector<Period>& periods_;
  Date as_of_;
  FigureTable none_;
  FigureIndex figures_;  // empty, as are the records: only who is judged is asked
  RecordIndex records_;
  Resolver resolver_;
  UnitFinder units_;
  Decided decided_;
  TextPool pool_;
  Setting setting_;
  std::map<std::pair<std::uint32_t, std::size_t>, std::size_t> at_;  // lineage and indicator → in out_.figures
  std::set<std::tuple<std::size_t, std::uint32_t, std::string>> records_told_;
  Blank out_;
};

}  // namespace

Blank blank_for(const Catalog& catalog, const Plan& plan, std::uint32_t region, const std::vector<Period>& periods) {
  return Filler(catalog, plan, region, periods).run();
}

}  // namespace kaohe

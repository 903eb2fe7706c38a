// SPDX-License-Identifier: Apache-2.0
// Rows that a submission of this rule could hold: the figures meet the target, so that the example is one of success.
#include <algorithm>

#include "base/text.h"
#include "report/listing.h"
#include "report/text/text_parts.h"

namespace kaohe {
namespace {

std::string csv_row(const std::vector<std::string>& cells) {
  std::string out;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (i > 0) out += ',';
    if (cells[i].find_first_of(",\"\n") == std::string::npos) {
      out += cells[i];
      continue;
    }
    out += '"';
    for (const char c : cells[i]) out += c == '"' ? std::string("\"\"") : std::string(1, c);
    out += '"';
  }
  return out + "\n";
}

// The name where it stands for one lineage only, else the code.
std::string region_cell(const Register& regions, std::uint32_t entry) {
  if (entry >= regions.regions.size()) return {};
  const Region& region = regions[entry];
  const auto named = regions.by_name.find(name_key(region.name));
  if (named == regions.by_name.end()) return region.code;
  const bool one = std::all_of(named->second.begin(), named->second.end(),
                               [&](std::uint32_t other) { return regions[other].lineage == region.lineage; });
  return one ? region.name : region.code;
}

// A number that is neither end of the range: 50 of a percentage, 100 of most else.
Rational ordinary(const Range& range) {
  const Rational hundred(100);
  if (range.low && range.high) return std::min((*range.low + *range.high) / Rational(2), *range.low + hundred);
  if (range.low) return *range.low + hundred;
  return range.high ? std::min(hundred, *range.high) : hundred;
}

Rational kept_within(Rational value, const Range& range) {
  if (range.low && value < *range.low) return *range.low;
  if (range.high && value > *range.high) return *range.high;
  return value;
}

class Rows {
 public:
  Rows(const Catalog& catalog, const RuleRef& ref, const ExampleUnit& unit, Language language)
      : catalog_(catalog), plan_(*ref.plan), rule_(*ref.rule), unit_(unit), zh_(language == Language::kZh) {}

  void add(const Duty& duty) {
    switch (duty.test.kind) {
      case TestKind::kThreshold: return threshold(duty);
      case TestKind::kTrend: return trend(duty);
      case TestKind::kRecord: return record(duty);
      case TestKind::kCadence: return cadence(duty);
      case TestKind::kAllOf:
        for (const Duty& member : duty.members) add(member);
        return;
      case TestKind::kUmbrella: return;
    }
  }

  std::vector<std::string> tables() const {
    std::vector<std::string> out;
    if (!figures_.empty()) out.push_back(table(figures_, zh_ ? "地区,时期,指标,数值,单位\n" : "region,period,indicator,value,unit\n"));
    if (!records_.empty()) out.push_back(table(records_, zh_ ? "地区,任务,日期,状态,时期,子项\n" : "region,duty,date,status,period,item\n"));
    return out;
  }

 private:
  static std::string table(const std::vector<std::string>& rows, const std::string& head) {
    std::string out = head;
    for (const std::string& row : rows) out += row;
    return out;
  }

  [[nodiscard]] Date day_of(const Duty& duty) const {
    if (!duty.due.stages.empty()) return duty.due.stages.back();
    return duty.test.from.value_or(plan_.issued);
  }

  [[nodiscard]] Period period_of(const Duty& duty) const {
    return period_holding(duty.test.met ? *duty.test.met : catalog_.indicators[duty.indicator].period, day_of(duty));
  }

  void figure(std::size_t index, const Period& period, const std::string& value, const std::string& unit) {
    const Indicator& indicator = catalog_.indicators[index];
    const std::string row = csv_row({region_cell(catalog_.regions, unit_.region), period.text(), indicator_cell(indicator), value, unit});
    if (std::find(figures_.begin(), figures_.end(), row) == figures_.end()) figures_.push_back(row);
  }

  // A name where only this indicator has it, else the id.
  [[nodiscard]] std::string indicator_cell(const Indicator& indicator) const {
    const std::string& name = zh_ ? indicator.name().zh : indicator.name().en;
    const auto named = catalog_.indicators.by_name.find(name_key(name));
    return named != catalog_.indicators.by_name.end() && named->second.size() == 1 ? name : indicator.id;
  }

  void deed(const Duty& duty, const Date& day, const std::string& period) {
    const std::string status = zh_ ? deed_word(duty.test.record).zh : std::string(word(duty.test.record));
    records_.push_back(csv_row({region_cell(catalog_.regions, unit_.region), rule_.full_id, day.text(), status, period, unit_.item}));
  }

  void threshold(const Duty& duty) {
    const Indicator& indicator = catalog_.indicators[duty.indicator];
    const Target* target = &duty.test.target;
    if (unit_.region < catalog_.regions.regions.size()) {
      const auto local = duty.local.find(catalog_.regions[unit_.region].code);
      if (local != duty.local.end()) target = &local->second;
    }
    const Period period = period_of(duty);
    if (target->reference != kNoIndicator) {
      const Indicator& quota = catalog_.indicators[target->reference];
      const Rational value = ordinary(indicator.range);
      figure(duty.indicator, period, show(value, 4), indicator.unit.id);
      figure(target->reference, period, show(value * indicator.unit.factor / quota.unit.factor, 4), quota.unit.id);
      return;
    }
    const Rational step = Rational::power_of_ten(-target->scale);
    Rational value = target->value * target->to_unit;
    if (target->op == Op::kAbove) value += step;
    if (target->op == Op::kBelow) value -= step;
    figure(duty.indicator, period, value.decimal_text(target->scale), target->unit.id);
  }

  // The base and the end; of a trend step by step every period between them, unless there are too many to show.
  void trend(const Duty& duty) {
    constexpr std::size_t kMostSteps = 8;
    const Trend& trend = duty.test.trend;
    const Indicator& indicator = catalog_.indicators[duty.indicator];
    const Period end = period_of(duty);
    std::vector<Period> periods = {end};
    if (trend.baseline > 0) {
      const Period base = period_holding(end.kind, {static_cast<std::int16_t>(trend.baseline), 1, 1});
      while (trend.step_by_step && base < periods.front()) periods.insert(periods.begin(), previous_period(periods.front()));
      if (!trend.step_by_step) periods.insert(periods.begin(), base);
    }
    if (periods.size() < 2 || periods.size() > kMostSteps) periods = {previous_period(end), end};
    Rational value = ordinary(indicator.range);
    for (const Period& period : periods) {
      figure(duty.indicator, period, show(value, 4), indicator.unit.id);
      value = kept_within(next_value(trend, value), indicator.range);
    }
  }

  static Rational next_value(const Trend& trend, const Rational& value) {
    Rational change = trend.by ? (trend.by_points ? *trend.by : value * *trend.by) : Rational(0);
    const bool may_stay = trend.kind == TrendKind::kDoesNotRise || trend.kind == TrendKind::kDoesNotFall;
    if (!may_stay && (!trend.by || trend.by_strictly)) change += Rational(1);
    const bool down = trend.kind == TrendKind::kFalls || trend.kind == TrendKind::kDoesNotRise;
    return down ? value - change : value + change;
  }

  void record(const Duty& duty) {
    constexpr int kMostDeeds = 5;
    const Date day = day_of(duty);
    const int deeds = std::min(duty.test.at_least.value_or(1), kMostDeeds);
    for (int i = 0; i < deeds; ++i) deed(duty, date_of(days_since_epoch(day) - i), {});
  }

  // What an interval asks for, shown for the first.
  void cadence(const Duty& duty) {
    const Date from = duty.test.from.value_or(plan_.issued);
    if (duty.indicator != kNoIndicator) {
      const Indicator& indicator = catalog_.indicators[duty.indicator];
      figure(duty.indicator, period_holding(indicator.period, from), show(ordinary(indicator.range), 4), indicator.unit.id);
      return;
    }
    const bool monthly = duty.test.every && duty.test.every->unit == IntervalUnit::kMonth;
    const bool quarterly = duty.test.every && duty.test.every->unit == IntervalUnit::kQuarter;
    const PeriodKind kind = monthly ? PeriodKind::kMonth : quarterly ? PeriodKind::kQuarter : PeriodKind::kYear;
    Period period = period_holding(kind, from);
    if (period.first < from) period = next_period(period);
    deed(duty, period.last, duty.test.every ? period.text() : std::string());
  }

  const Catalog& catalog_;
  const Plan& plan_;
  const Rule& rule_;
  const ExampleUnit& unit_;
  bool zh_;
  std::vector<std::string> figures_, records_;
};

}  // namespace

std::vector<std::string> example_tables(const Catalog& catalog, const RuleRef& rule, const ExampleUnit& unit, Language language) {
  Rows rows(catalog, rule, unit, language);
  rows.add(rule.rule->plain);
  return rows.tables();
}

}  // namespace kaohe

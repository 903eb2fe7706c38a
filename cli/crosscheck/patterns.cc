// SPDX-License-Identifier: Apache-2.0
// What is possible but odd: stocks that jump, a year that repeats the last in every digit, many units exactly on the
// target.
#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "crosscheck/figure_finder.h"

namespace kaohe {
namespace {

constexpr int kDigits = 1;

// Both are values of whole years.
FigureRef year_before(const CheckWork& work, const FigureFinder::Series& series, const FigureRef& figure) {
  if (figure.period().kind != PeriodKind::kYear || !figure.has_value()) return {};
  const FigureRef before = work.figures.table().find(series, previous_period(figure.period()));
  return before && before.has_value() ? before : FigureRef();
}

}  // namespace

void check_jump(const CheckWork& work) {
  for (const FigureFinder::Series& series : work.figures.series()) {
    if (work.catalog.indicators[series.indicator].over_time != Fold::kLast || !work.wants(series.indicator) || !series.has(PeriodKind::kYear)) continue;
    for (const FigureRef& now : work.figures.all(series)) {
      const FigureRef before = year_before(work, series, now);
      if (!before || before.value().is_zero()) continue;
      const Rational change = (now.value() - before.value()) / before.value().abs();
      if (change.abs() <= work.check.limit) continue;
      const Phrase is = work.naming(now), was = work.naming(before);
      const std::string by = (change.sign() > 0 ? "+" : "") + show(change * Rational(100), kDigits) + " %";
      work.tell(now, {is.zh + "比上年 " + was.zh + " 变动 " + by + "，超过 " + work.check.limit_text,
                      is.en + " changes by " + by + " from " + was.en + ", more than " + work.check.limit_text});
    }
  }
}

void check_same_year(const CheckWork& work) {
  struct Year {
    std::size_t same = 0, other = 0;
    FigureRef first, before;
  };
  std::map<std::pair<std::uint32_t, int>, Year> years;  // by lineage and year
  for (const FigureFinder::Series& series : work.figures.series()) {
    if (!work.wants(series.indicator) || !series.has(PeriodKind::kYear)) continue;
    for (const FigureRef& now : work.figures.all(series)) {
      const FigureRef before = year_before(work, series, now);
      if (!before || (now.value().is_zero() && before.value().is_zero())) continue;
      Year& year = years[{series.lineage, now.period().last.year}];
      const bool same = now.written().text() == before.written().text() && now.unit() == before.unit();
      ++(same ? year.same : year.other);
      if (same && !year.first) year.first = now, year.before = before;
    }
  }
  for (const auto& [key, year] : years) {
    if (year.other > 0 || year.same < work.check.least) continue;
    const std::string count = std::to_string(year.same);
    const std::string region = work.catalog.regions[year.first.region()].name + " " + year.first.period().text();
    const Phrase is = work.naming(year.first), was = work.naming(year.before);
    work.tell(year.first, {region + " 的 " + count + " 个指标全部与上年逐位相同，如 " + is.zh + "与 " + was.zh,
                            "all " + count + " indicators of " + region + " equal the year before in every digit, as " + is.en + " and " + was.en});
  }
}

void check_on_target(const CheckWork& work) {
  std::map<std::size_t, std::map<Rational, const Rule*>> targets;  // by indicator
  for (const Plan& plan : work.catalog.plans) {
    for (const Rule& rule : plan.rules) {
      const Duty& duty = rule.plain;
      const Target& target = duty.test.target;
      if (duty.test.kind != TestKind::kThreshold || duty.indicator == kNoIndicator || target.reference != kNoIndicator) continue;
      if ((target.op != Op::kAtLeast && target.op != Op::kAtMost) || !work.wants(duty.indicator)) continue;
      const Range& range = work.catalog.indicators[duty.indicator].range;
      if ((range.low && *range.low == target.value) || (range.high && *range.high == target.value)) continue;
      targets[duty.indicator].try_emplace(target.value, &rule);
    }
  }
  struct Cluster {
    std::size_t all = 0, on = 0;
    FigureRef first, last;
  };
  using Key = std::tuple<std::size_t, Period, RegionLevel, Rational>;
  std::map<Key, Cluster> clusters;
  for (const FigureFinder::Series& series : work.figures.series()) {
    const auto wanted = targets.find(series.indicator);
    if (wanted == targets.end()) continue;
    for (const FigureRef& figure : work.figures.all(series)) {
      const RegionLevel level = work.catalog.regions[figure.region()].level;
      if (!figure.has_value() || level == RegionLevel::kProvince) continue;
      for (const auto& [target, rule] : wanted->second) {
        Cluster& cluster = clusters[{series.indicator, figure.period(), level, target}];
        ++cluster.all;
        if (figure.value() != target) continue;
        ++cluster.on;
        if (!cluster.first) cluster.first = figure;
        cluster.last = figure;
      }
    }
  }
  for (const auto& [key, cluster] : clusters) {
    if (cluster.on < work.check.least || cluster.on * 2 < cluster.all) continue;
    const Rule& rule = *targets[std::get<0>(key)][std::get<3>(key)];
    const Phrase first = work.naming(cluster.first), last = work.naming(cluster.last);
    const std::string on = std::to_string(cluster.on), all = std::to_string(cluster.all);
    work.tell(cluster.first, {all + " 个同级地区中有 " + on + " 个恰好等于 " + rule.full_id + " 的目标 " + rule.plain.test.target.text + "，首末为 " + first.zh + "、" + last.zh,
                               on + " of " + all + " regions of one level are exactly on the target " + rule.plain.test.target.text + " of " + rule.full_id +
                                   ", the first and last " + first.en + " and " + last.en});
  }
}

}  // namespace kaohe

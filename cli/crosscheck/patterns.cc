// SPDX-License-Identifier: Apache-2.0
// What is possible but odd: stocks that jump, a year that repeats the last in every digit. Many units exactly on the
// target are in on_target.cc.
#include <algorithm>
#include <map>
#include <optional>

#include "base/wide.h"
#include "crosscheck/figure_finder.h"

namespace kaohe {
namespace {

constexpr int kDigits = 1;
constexpr std::int64_t kMillion = 1000000;

// Both are values of whole years; at a period's number that of the year before.
class YearPairs {
 public:
  explicit YearPairs(const CheckWork& work) : work_(work), before_(work.periods_before(CheckWork::Which::kYears)) {}
  // The year before the one at `index`; none where either is no value.
  [[nodiscard]] FigureRef before(const Series& series, std::size_t index, const FigureRef& now) const {
    const std::size_t period = before_[series.cells[index].period];
    if (period == before_.size() || !now.has_value()) return {};
    if (index == 0 || series.cells[index - 1].period != period) return work_.value(&series, period);
    const FigureRef found = work_.figures.at(series, index - 1);  // so it is where there are years only
    return found.has_value() ? found : FigureRef();
  }

 private:
  const CheckWork& work_;
  std::vector<std::size_t> before_;
};

// Both as written, with as many digits behind the point; nullptr: not known at a glance.
const FigureForm* common_form(const CheckWork& work, const FigureRef& a, const FigureRef& b) {
  return a.cell().form == b.cell().form ? work.figures.form(a.cell()) : nullptr;
}

// The change is within the limit, told without a fraction; false: not known.
bool plainly_within(const CheckWork& work, const FigureRef& now, const FigureRef& before, const std::optional<std::int64_t>& limit_in_millionths) {
  if (!limit_in_millionths || common_form(work, now, before) == nullptr) return false;
  const Wide was = before.digits(), change = now.digits() - was;
  return (change < 0 ? -change : change) * kMillion <= (was < 0 ? -was : was) * *limit_in_millionths;
}

}  // namespace

void check_jump(const CheckWork& work) {
  constexpr int kMillionth = 6;
  const std::vector<bool> wanted = work.wanted([](const Indicator& one) { return one.over_time == Fold::kLast; });
  const std::optional<std::int64_t> limit = work.check.limit.times_power_of_ten(kMillionth);
  const YearPairs pairs(work);
  for (const Series& series : work.looked_at) {
    if (!wanted[series.indicator] || !series.has(PeriodKind::kYear)) continue;
    for (std::size_t i = 0; i < series.cells.size(); ++i) {
      const FigureRef now = work.figures.at(series, i), before = pairs.before(series, i, now);
      if (!before || plainly_within(work, now, before, limit) || before.value().is_zero()) continue;
      const Rational change = (now.value() - before.value()) / before.value().abs();
      if (change.abs() <= work.check.limit || work.counted(now)) continue;
      const Phrase is = work.naming(now), was = work.naming(before);
      const std::string by = (change.sign() > 0 ? "+" : "") + show(change * Rational(100), kDigits) + " %";
      work.tell(now, {is.zh + "比上年 " + was.zh + " 变动 " + by + "，超过 " + work.check.limit_text,
                      is.en + " changes by " + by + " from " + was.en + ", more than " + work.check.limit_text});
    }
  }
}

namespace {

struct Year {
  std::size_t same = 0, other = 0;
  FigureRef first, before;
};

bool is_zero(const CheckWork& work, const FigureRef& figure) {
  return work.figures.form(figure.cell()) != nullptr ? figure.digits() == 0 : figure.value().is_zero();
}

bool written_alike(const CheckWork& work, const FigureRef& now, const FigureRef& before) {
  if (common_form(work, now, before) != nullptr) return now.digits() == before.digits();
  return now.scale() == before.scale() && now.unit() == before.unit() && now.written().value == before.written().value;
}

void tell_years(const CheckWork& work, const std::map<int, Year>& years) {
  for (const auto& [number, year] : years) {
    if (year.other > 0 || year.same < work.check.least || year.same == 0 || work.counted(year.first)) continue;
    const std::string count = std::to_string(year.same);
    const std::string region = work.catalog.regions[year.first.region()].name + " " + year.first.period().text();
    const Phrase is = work.naming(year.first), was = work.naming(year.before);
    work.tell(year.first, {region + " 的 " + count + " 个指标全部与上年逐位相同，如 " + is.zh + "与 " + was.zh,
                           "all " + count + " indicators of " + region + " equal the year before in every digit, as " + is.en + " and " + was.en});
  }
}

}  // namespace

// The series of a lineage stand together.
void check_same_year(const CheckWork& work) {
  const std::vector<bool> wanted = work.wanted([](const Indicator&) { return true; });
  const YearPairs pairs(work);
  std::map<int, Year> years;
  std::uint32_t lineage = kNoRegion;
  for (const Series& series : work.looked_at) {
    if (!wanted[series.indicator] || !series.has(PeriodKind::kYear)) continue;
    if (series.lineage != lineage) {
      tell_years(work, years);
      years.clear();
      lineage = series.lineage;
    }
    for (std::size_t i = 0; i < series.cells.size(); ++i) {
      const FigureRef now = work.figures.at(series, i), before = pairs.before(series, i, now);
      if (!before || (is_zero(work, now) && is_zero(work, before))) continue;
      Year& year = years[now.period().last.year];
      const bool same = written_alike(work, now, before);
      ++(same ? year.same : year.other);
      if (same && !year.first) year.first = now, year.before = before;
    }
  }
  tell_years(work, years);
}

}  // namespace kaohe

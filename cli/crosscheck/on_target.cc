// SPDX-License-Identifier: Apache-2.0
// Many units exactly on the target. Every figure of an indicator with a target is counted, so that this is the one check
// that goes through all of a large submission: what a target looks like as digits is worked out once for each form, and
// cells of one form that stand together are only held against it. Each range is counted by itself and added to those
// before it, since the regions of a level stand all over the table.
#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <utility>

#include "crosscheck/figure_finder.h"

namespace kaohe {
namespace {

constexpr std::size_t kLevels = static_cast<std::size_t>(RegionLevel::kZone) + 1;

using Targets = std::map<Rational, const Rule*>;
using AllTargets = std::map<std::size_t, Targets>;  // by indicator

AllTargets targets_of(const CheckWork& work) {
  AllTargets out;
  for (const Plan& plan : work.catalog.plans) {
    for (const Rule& rule : plan.rules) {
      const Duty& duty = rule.plain;
      const Target& target = duty.test.target;
      if (duty.test.kind != TestKind::kThreshold || duty.indicator == kNoIndicator || target.reference != kNoIndicator) continue;
      if ((target.op != Op::kAtLeast && target.op != Op::kAtMost) || !work.wants(duty.indicator)) continue;
      const Range& range = work.catalog.indicators[duty.indicator].range;
      if ((range.low && *range.low == target.value) || (range.high && *range.high == target.value)) continue;
      out[duty.indicator].try_emplace(target.value, &rule);
    }
  }
  return out;
}

// Targets as the cells of one form would have to be written; none where they are no values.
struct FormTargets {
  struct Digits {
    std::size_t target = 0;  // its number among those of the indicator
    std::int64_t number = 0;
  };
  bool counted = false, large = false;
  std::vector<Digits> digits;  // where a cell of this form can be on it
};

std::vector<FormTargets> by_form(const std::vector<FigureForm>& forms, const AllTargets& all) {
  std::vector<FormTargets> out(forms.size());
  for (std::size_t i = 0; i < forms.size(); ++i) {
    const FigureForm& form = forms[i];
    const auto targets = all.find(form.indicator);
    if (targets == all.end() || form.state != CellState::kValue) continue;
    out[i].counted = true;
    out[i].large = form.large;
    std::size_t number = 0;
    for (const auto& [target, rule] : targets->second) {
      const std::optional<std::int64_t> digits = (target / form.factor).times_power_of_ten(form.scale);
      if (digits && fits_cell(*digits) != form.large) out[i].digits.push_back({number, *digits});
      ++number;
    }
  }
  return out;
}

struct Hits {
  std::size_t on = 0;
  FigureRef first, last;

  void add(const Hits& later) {
    if (!first) first = later.first;
    last = later.last;
    on += later.on;
  }
};

// The figures of one indicator by level and period, and those on each of its targets.
struct Tally {
  std::array<std::vector<std::int64_t>, kLevels> change;             // by period: how many more there are than in the one before it
  std::array<std::map<std::pair<std::size_t, std::size_t>, Hits>, kLevels> on;  // by period and target

  void add(const Tally& later);
};

using Tallies = std::vector<Tally>;  // by indicator

void Tally::add(const Tally& later) {
  for (std::size_t level = 0; level < kLevels; ++level) {
    change[level].resize(std::max(change[level].size(), later.change[level].size()));
    for (std::size_t period = 0; period < later.change[level].size(); ++period) change[level][period] += later.change[level][period];
    for (const auto& [where, hits] : later.on[level]) on[level][where].add(hits);
  }
}

// Counts one range.
class Counting {
 public:
  Counting(const CheckWork& work, const AllTargets& targets, const std::vector<FormTargets>& forms, Tallies& tallies)
      : work_(work), targets_(targets), forms_(forms), tallies_(tallies) {}
  void count(const Series& series);

 private:
  using Cells = std::span<const FigureCell>;
  enum class OnTarget { kNone, kMaybe };
  [[nodiscard]] bool is_off_target(const Series& series) const;
  void count_cells(const Series& series, Cells cells, OnTarget on_target);
  void count_whole(const FigureRef& figure);
  void count_periods(Tally& tally, RegionLevel level, Cells cells) const;
  void hit(Tally& tally, RegionLevel level, std::size_t target, const FigureRef& figure) const;

  const CheckWork& work_;
  const AllTargets& targets_;
  const std::vector<FormTargets>& forms_;
  Tallies& tallies_;
};

// Seen at a glance: all are of one form, which is not large, and none is on a target.
bool Counting::is_off_target(const Series& series) const {
  constexpr std::size_t kMost = 2;
  const std::uint16_t form = series.cells.front().form;
  if (form == FigureCell::kWhole || forms_[form].large || forms_[form].digits.empty() || forms_[form].digits.size() > kMost) return false;
  const std::vector<FormTargets::Digits>& digits = forms_[form].digits;
  const std::int64_t one = digits.front().number, other = digits.back().number;
  return std::none_of(series.cells.begin(), series.cells.end(), [=](const FigureCell& cell) { return cell.form != form || cell.number == one || cell.number == other; });
}

// By runs of cells of one form; what is kept whole is looked at one by one.
void Counting::count(const Series& series) {
  if (targets_.count(series.indicator) == 0) return;
  if (is_off_target(series)) return count_cells(series, series.cells, OnTarget::kNone);
  for (Cells rest = series.cells; !rest.empty();) {
    const std::uint16_t form = rest.front().form;
    std::size_t same = 1;
    while (same < rest.size() && rest[same].form == form) ++same;
    if (form != FigureCell::kWhole) {
      count_cells(series, rest.first(same), OnTarget::kMaybe);
    } else {
      for (const FigureCell& cell : rest.first(same)) count_whole(work_.figures.at(series, static_cast<std::size_t>(&cell - series.cells.data())));
    }
    rest = rest.subspan(same);
  }
}

void Counting::count_cells(const Series& series, Cells cells, OnTarget on_target) {
  const FormTargets& targets = forms_[cells.front().form];
  if (!targets.counted) return;
  const std::uint32_t entry = work_.figures.form(cells.front())->entry;
  const RegionLevel level = work_.catalog.regions[entry == kNoRegion ? series.lineage : entry].level;
  if (level == RegionLevel::kProvince) return;  // provinces are not compared
  Tally& tally = tallies_[series.indicator];
  count_periods(tally, level, cells);
  if (on_target == OnTarget::kNone) return;
  for (const FormTargets::Digits& on : targets.digits) {
    for (const FigureCell& cell : cells) {
      if ((targets.large ? work_.figures.digits(cell) : cell.number) != on.number) continue;
      hit(tally, level, on.target, work_.figures.at(series, static_cast<std::size_t>(&cell - series.cells.data())));
    }
  }
}

void Counting::count_whole(const FigureRef& figure) {
  const RegionLevel level = work_.catalog.regions[figure.region()].level;
  if (!figure.has_value() || level == RegionLevel::kProvince) return;
  Tally& tally = tallies_[figure.indicator()];
  count_periods(tally, level, {&figure.cell(), 1});
  std::size_t number = 0;
  for (const auto& [target, rule] : targets_.at(figure.indicator())) {
    if (figure.value() == target) hit(tally, level, number, figure);
    ++number;
  }
}

// Of one series: no two of the same period, and mostly of all periods from the first to the last.
void Counting::count_periods(Tally& tally, RegionLevel level, Cells cells) const {
  std::vector<std::int64_t>& change = tally.change[static_cast<std::size_t>(level)];
  change.resize(work_.figures.periods().size() + 1);
  const auto count = [&change](std::size_t first, std::size_t last) {
    ++change[first];
    --change[last + 1];
  };
  const std::size_t first = cells.front().period, last = cells.back().period;
  if (last - first + 1 == cells.size()) return count(first, last);
  for (const FigureCell& cell : cells) count(cell.period, cell.period);
}

void Counting::hit(Tally& tally, RegionLevel level, std::size_t target, const FigureRef& figure) const {
  tally.on[static_cast<std::size_t>(level)][{figure.cell().period, target}].add({1, figure, figure});
}

void tell_cluster(const CheckWork& work, const Rule& rule, const Hits& hits, std::size_t all_of) {
  if (hits.on < work.check.least || hits.on * 2 < all_of || work.counted(hits.first)) return;
  const Phrase first = work.naming(hits.first), last = work.naming(hits.last);
  const std::string on = std::to_string(hits.on), all = std::to_string(all_of);
  work.tell(hits.first, {all + " 个同级地区中有 " + on + " 个恰好等于 " + rule.full_id + " 的目标 " + rule.plain.test.target.text + "，首末为 " + first.zh + "、" + last.zh,
                         on + " of " + all + " regions of one level are exactly on the target " + rule.plain.test.target.text + " of " + rule.full_id +
                             ", the first and last " + first.en + " and " + last.en});
}

// By period, level, target.
void tell_clusters(const CheckWork& work, const Targets& targets, const Tally& tally) {
  std::vector<const Rule*> rules;
  for (const auto& [target, rule] : targets) rules.push_back(rule);
  std::array<std::int64_t, kLevels> all{};
  for (std::size_t period = 0; period < work.figures.periods().size(); ++period) {
    for (std::size_t level = 0; level < kLevels; ++level) {
      if (tally.change[level].empty()) continue;
      all[level] += tally.change[level][period];
      for (auto on = tally.on[level].lower_bound({period, 0}); on != tally.on[level].end() && on->first.first == period; ++on) {
        tell_cluster(work, *rules[on->first.second], on->second, static_cast<std::size_t>(all[level]));
      }
    }
  }
}

}  // namespace

void check_on_target(const CheckWork& work) {
  const AllTargets targets = targets_of(work);
  if (targets.empty()) return;
  const std::vector<FormTargets> forms = by_form(work.figures.forms(), targets);
  std::vector<Tallies> tallies(work.ranges.of.size());
  work.ranges.crew.each(tallies.size(), [&](std::size_t range) {
    tallies[range].resize(targets.rbegin()->first + 1);
    Counting counting(work, targets, forms, tallies[range]);
    for (const Series& series : work.ranges.of[range]) counting.count(series);
  });
  for (const auto& [indicator, of] : targets) {
    Tally all;
    for (const Tallies& range : tallies) all.add(range[indicator]);
    tell_clusters(work, of, all);
  }
}

}  // namespace kaohe

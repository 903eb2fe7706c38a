// SPDX-License-Identifier: Apache-2.0
// Many units exactly on the target. Every figure of an indicator with a target is counted, so that this is the one check
// that goes through all of a large submission: what a target looks like as digits is worked out once for each form.
#include <algorithm>
#include <array>
#include <map>
#include <optional>

#include "crosscheck/figure_finder.h"

namespace kaohe {
namespace {

constexpr std::size_t kLevels = static_cast<std::size_t>(RegionLevel::kZone) + 1;

struct Hits {
  std::size_t on = 0;
  FigureRef first, last;
};

// The figures of one indicator by level and period, and those on each of its targets.
struct Tally {
  std::map<Rational, const Rule*> targets;
  std::array<std::vector<std::size_t>, kLevels> all;                // by period
  std::array<std::vector<std::map<std::size_t, Hits>>, kLevels> on;  // by period: by target, as they are ordered above
};

using Tallies = std::map<std::size_t, Tally>;  // by indicator

Tallies tallies_of(const CheckWork& work) {
  Tallies out;
  for (const Plan& plan : work.catalog.plans) {
    for (const Rule& rule : plan.rules) {
      const Duty& duty = rule.plain;
      const Target& target = duty.test.target;
      if (duty.test.kind != TestKind::kThreshold || duty.indicator == kNoIndicator || target.reference != kNoIndicator) continue;
      if ((target.op != Op::kAtLeast && target.op != Op::kAtMost) || !work.wants(duty.indicator)) continue;
      const Range& range = work.catalog.indicators[duty.indicator].range;
      if ((range.low && *range.low == target.value) || (range.high && *range.high == target.value)) continue;
      out[duty.indicator].targets.try_emplace(target.value, &rule);
    }
  }
  return out;
}

// What the cells of one form have in common.
struct FormSeen {
  bool seen = false, has_value = false;
  std::uint32_t entry = kNoRegion;
  std::vector<std::optional<std::int64_t>> numbers;  // of each target, where cells of this form can be on it
};

class Counting {
 public:
  Counting(const CheckWork& work, Tallies& tallies) : work_(work), forms_(work.figures.forms().size()), by_indicator_(work.catalog.indicators.indicators.size()) {
    for (auto& [indicator, tally] : tallies) by_indicator_[indicator] = &tally;
  }
  void count(const Series& series);

 private:
  const FormSeen& form_of(const FigureCell& cell, const FigureForm& form, const Tally& tally);
  void count_whole(const FigureRef& figure, Tally& tally) const;
  std::size_t* counts_of(Tally& tally, std::uint32_t entry) const;
  void hit(Tally& tally, std::size_t target, const FigureRef& figure) const;

  const CheckWork& work_;
  std::vector<FormSeen> forms_;
  std::vector<Tally*> by_indicator_;
};

const FormSeen& Counting::form_of(const FigureCell& cell, const FigureForm& form, const Tally& tally) {
  FormSeen& seen = forms_[cell.form];
  if (seen.seen) return seen;
  seen.seen = true;
  seen.has_value = form.state == CellState::kValue;
  seen.entry = form.entry;
  for (const auto& [target, rule] : tally.targets) seen.numbers.push_back((target / form.factor).times_power_of_ten(form.scale));
  return seen;
}

// By period, of regions of that level; nullptr: provinces are not compared.
std::size_t* Counting::counts_of(Tally& tally, std::uint32_t entry) const {
  const RegionLevel level = work_.catalog.regions[entry].level;
  if (level == RegionLevel::kProvince) return nullptr;
  std::vector<std::size_t>& all = tally.all[static_cast<std::size_t>(level)];
  all.resize(work_.figures.periods().size());
  return all.data();
}

void Counting::hit(Tally& tally, std::size_t target, const FigureRef& figure) const {
  auto& periods = tally.on[static_cast<std::size_t>(work_.catalog.regions[figure.region()].level)];
  periods.resize(work_.figures.periods().size());
  Hits& hits = periods[figure.cell().period][target];
  ++hits.on;
  if (!hits.first) hits.first = figure;
  hits.last = figure;
}

void Counting::count_whole(const FigureRef& figure, Tally& tally) const {
  std::size_t* counts = figure.has_value() ? counts_of(tally, figure.region()) : nullptr;
  if (counts == nullptr) return;
  ++counts[figure.cell().period];
  std::size_t number = 0;
  for (const auto& [target, rule] : tally.targets) {
    if (figure.value() == target) hit(tally, number, figure);
    ++number;
  }
}

void Counting::count(const Series& series) {
  if (by_indicator_[series.indicator] == nullptr) return;
  Tally& tally = *by_indicator_[series.indicator];
  std::uint32_t counted = kNoRegion;  // the entry that `counts` are of
  std::size_t* counts = nullptr;
  for (std::size_t i = 0; i < series.cells.size(); ++i) {
    const FigureCell& cell = series.cells[i];
    const FigureForm* form = work_.figures.form(cell);
    if (form == nullptr) {
      count_whole(work_.figures.at(series, i), tally);
      continue;
    }
    const FormSeen& seen = form_of(cell, *form, tally);
    const std::uint32_t entry = seen.entry == kNoRegion ? series.lineage : seen.entry;
    if (entry != counted) {
      counted = entry;
      counts = counts_of(tally, entry);
    }
    if (!seen.has_value || counts == nullptr) continue;
    ++counts[cell.period];
    for (std::size_t target = 0; target < seen.numbers.size(); ++target) {
      if (seen.numbers[target] == cell.number) hit(tally, target, work_.figures.at(series, i));
    }
  }
}

void tell_cluster(const CheckWork& work, const Rule& rule, const Hits& hits, std::size_t all_of) {
  if (hits.on < work.check.least || hits.on * 2 < all_of) return;
  const Phrase first = work.naming(hits.first), last = work.naming(hits.last);
  const std::string on = std::to_string(hits.on), all = std::to_string(all_of);
  work.tell(hits.first, {all + " 个同级地区中有 " + on + " 个恰好等于 " + rule.full_id + " 的目标 " + rule.plain.test.target.text + "，首末为 " + first.zh + "、" + last.zh,
                         on + " of " + all + " regions of one level are exactly on the target " + rule.plain.test.target.text + " of " + rule.full_id +
                             ", the first and last " + first.en + " and " + last.en});
}

// By period, level, target.
void tell_clusters(const CheckWork& work, const Tally& tally) {
  std::vector<const Rule*> rules;
  for (const auto& [target, rule] : tally.targets) rules.push_back(rule);
  for (std::size_t period = 0; period < work.figures.periods().size(); ++period) {
    for (std::size_t level = 0; level < kLevels; ++level) {
      if (tally.on[level].empty()) continue;
      for (const auto& [target, hits] : tally.on[level][period]) tell_cluster(work, *rules[target], hits, tally.all[level][period]);
    }
  }
}

}  // namespace

void check_on_target(const CheckWork& work) {
  Tallies tallies = tallies_of(work);
  if (tallies.empty()) return;
  Counting counting(work, tallies);
  for (const Series& series : work.figures.series()) counting.count(series);
  for (const auto& [indicator, tally] : tallies) tell_clusters(work, tally);
}

}  // namespace kaohe

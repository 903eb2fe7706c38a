// SPDX-License-Identifier: Apache-2.0
// Parts and their total. Most regions have no parts, and those that have them have the same ones for years.
#include <algorithm>
#include <map>
#include <optional>

#include "crosscheck/figure_finder.h"
#include "crosscheck/plain_spread.h"
#include "crosscheck/spreads.h"

namespace kaohe {
namespace {

using Regions = std::vector<std::uint32_t>;

// The direct parts of regions on many days. Between two days on which anything begins or ends they stay the same, save
// those of a region with listed members: of a member that does not exist the entry nearest in time is taken.
class Parts {
 public:
  explicit Parts(const Register& regions);
  // Can any entry of this lineage have parts?
  [[nodiscard]] bool may_have(std::uint32_t lineage) const { return has_[lineage]; }
  [[nodiscard]] const Regions& of(std::uint32_t entry, const Date& day);

 private:
  const Register& regions_;
  std::vector<bool> has_, listed_;  // by lineage
  std::vector<Date> changes_;
  std::map<std::pair<std::uint32_t, std::int64_t>, Regions> known_;  // by entry and how many changes were before, or the day
};

Parts::Parts(const Register& regions) : regions_(regions), has_(regions.regions.size()), listed_(regions.regions.size()) {
  for (std::uint32_t i = 0; i < regions.regions.size(); ++i) {
    const Region& region = regions[i];
    changes_.push_back(region.from);
    if (region.to) changes_.push_back(*region.to);
    const std::uint32_t lineage = regions.lineage_of(i);
    if (!region.members.empty()) has_[lineage] = listed_[lineage] = true;
    if (!region.code.empty() && regions.by_parent.count(region.code) > 0) has_[lineage] = true;
  }
  std::sort(changes_.begin(), changes_.end());
  changes_.erase(std::unique(changes_.begin(), changes_.end()), changes_.end());
}

const Regions& Parts::of(std::uint32_t entry, const Date& day) {
  const bool listed = listed_[regions_.lineage_of(entry)];
  const std::int64_t when = listed ? days_since_epoch(day) : std::upper_bound(changes_.begin(), changes_.end(), day) - changes_.begin();
  const auto [at, is_new] = known_.try_emplace({entry, when});
  if (is_new) at->second = regions_.children(entry, day);
  return at->second;
}

bool never_negative(const Indicator& indicator) { return indicator.range.low && indicator.range.low->sign() >= 0; }

// One series of totals, and those of its parts.
class Totals {
 public:
  Totals(const CheckWork& work, Parts& parts, const Series& series)
      : work_(work), parts_(parts), series_(series), indicator_(work.catalog.indicators[series.indicator]) {}
  void check();

 private:
  void look_at(const Regions& parts);
  [[nodiscard]] bool agrees_plainly(const FigureCell& whole);
  void check_exactly(const FigureRef& whole, std::size_t period) const;

  const CheckWork& work_;
  Parts& parts_;
  const Series& series_;
  const Indicator& indicator_;
  const Regions* regions_ = nullptr;
  std::vector<const Series*> below_;             // of those regions that have one
  std::vector<const FigureCell*> next_;          // in each of them
};

void Totals::check() {
  for (std::size_t i = 0; i < series_.cells.size(); ++i) {
    const FigureRef whole = work_.figures.at(series_, i);
    if (!whole.has_value()) continue;
    look_at(parts_.of(whole.region(), whole.period().last));
    if (!below_.empty() && !agrees_plainly(series_.cells[i])) check_exactly(whole, series_.cells[i].period);
  }
}

void Totals::look_at(const Regions& parts) {
  if (&parts == regions_) return;
  regions_ = &parts;
  below_.clear();
  next_.clear();
  for (const std::uint32_t part : parts) {
    const Series* series = work_.series(work_.catalog.regions.lineage_of(part), series_.indicator);
    if (series == nullptr) continue;
    below_.push_back(series);
    next_.push_back(series->cells.data());
  }
}

// There is nothing to tell. The cells come in the order of time, so that each series of a part is walked once.
bool Totals::agrees_plainly(const FigureCell& whole) {
  PlainSpread sum(work_), total(work_);
  std::size_t known = 0;
  for (std::size_t i = 0; i < below_.size(); ++i) {
    const FigureCell* end = below_[i]->cells.data() + below_[i]->cells.size();
    while (next_[i] != end && next_[i]->period < whole.period) ++next_[i];
    if (next_[i] == end || next_[i]->period != whole.period) continue;
    const FigureForm* form = work_.figures.form(*next_[i]);
    if (form != nullptr && form->state != CellState::kValue) continue;
    sum.add(*next_[i]);
    ++known;
  }
  if (known == 0) return true;
  total.add(whole);
  if (known == regions_->size()) return sum.meets(total).value_or(false);
  return !never_negative(indicator_) || !sum.above(total).value_or(true);
}

void Totals::check_exactly(const FigureRef& whole, std::size_t period) const {
  Spread sum;
  std::size_t known = 0;
  FigureRef first;
  for (const Series* part : below_) {
    const FigureRef figure = work_.value(part, period);
    if (!figure) continue;
    if (!first) first = figure;
    add(sum, work_.spread_of(figure));
    ++known;
  }
  if (known == 0) return;
  const Spread total = work_.spread_of(whole);
  const bool all = known == regions_->size();
  if (all ? !apart(sum, total) : !never_negative(indicator_) || sum.low <= total.high) return;
  if (work_.counted(whole)) return;
  const Phrase of = work_.naming(whole), part = work_.naming(first);
  const std::string count = std::to_string(known), from = std::to_string(regions_->size());
  const std::string value = shown(work_, series_.indicator, middle(sum));
  work_.tell(whole, {of.zh + "与其 " + count + "/" + from + " 个下级地区之和 " + value + " 不符，首个为 " + part.zh,
                     of.en + " does not agree with " + value + ", the sum of " + count + " of its " + from + " parts, the first " + part.en});
}

}  // namespace

void check_parts(const CheckWork& work) {
  // Days of each part are added up for a share of all of them; the whole's own days are no such sum.
  const std::vector<bool> wanted = work.wanted([](const Indicator& one) { return one.over_regions == Fold::kSum && one.unit.dimension != "time"; });
  std::optional<Parts> parts;  // made for the first that asks
  for (const Series& series : work.looked_at) {
    if (!wanted[series.indicator]) continue;
    if (!parts) parts.emplace(work.catalog.regions);
    if (parts->may_have(series.lineage)) Totals(work, *parts, series).check();
  }
}

}  // namespace kaohe

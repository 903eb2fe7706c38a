// SPDX-License-Identifier: Apache-2.0
// Cells are gathered by lineage as they come and put in order at the end, where they stand: one lineage does not depend on
// another, so that threads share them (model/figure_order.h). What stands twice is settled afterwards, in the order of the
// table.
#include "model/figure_builder.h"

#include <algorithm>
#include <atomic>
#include <numeric>
#include <utility>

#include "model/figure_held.h"
#include "model/figure_order.h"

namespace kaohe {
namespace {

constexpr int kMostDigits = 18;  // behind the point, of a number of 64 bits

std::size_t mix(std::size_t a, std::size_t b) { return (a ^ (b + 0x9E3779B97F4A7C15ULL + (a << 6U) + (a >> 2U))) * 0xBF58476D1CE4E5B9ULL; }

std::size_t packed(const Date& date) {
  return static_cast<std::size_t>(date.year) * 512 + static_cast<std::size_t>(date.month) * 32 + static_cast<std::size_t>(date.day);
}

Figure whole_of(const FigureRef& ref) {
  Figure figure;
  figure.region = ref.region();
  figure.indicator = ref.indicator();
  figure.period = ref.period();
  figure.state = ref.state();
  figure.written = ref.written();
  figure.unit = ref.unit();
  figure.value = ref.value();
  figure.place = ref.place();
  figure.status = ref.status();
  return figure;
}

void renumber(std::span<FigureCell> cells, const std::vector<std::uint16_t>& ranks) {
  for (FigureCell& cell : cells) cell.period = ranks[cell.period];
}

}  // namespace

std::size_t FigureTableBuilder::FormHash::operator()(const FigureForm& form) const {
  std::size_t hash = mix(form.entry, form.indicator);
  hash = mix(hash, static_cast<std::size_t>(form.file) << 32U | form.field);
  return mix(hash, static_cast<std::size_t>(form.large) << 16U | static_cast<std::size_t>(form.state) << 8U | static_cast<std::uint8_t>(form.scale));
}

std::size_t FigureTableBuilder::PeriodHash::operator()(const Period& period) const {
  return mix(packed(period.first) << 32U | packed(period.last), static_cast<std::size_t>(period.kind));
}

FigureTableBuilder::FigureTableBuilder(const Register& regions)
    : regions_(regions), held_(std::make_shared<FigureRef::Held>()), cells_(regions.regions.size()) {}
FigureTableBuilder::~FigureTableBuilder() = default;

void FigureTableBuilder::stands(std::uint32_t file, std::uint32_t row, std::uint32_t line) {
  std::vector<LineShift>& shifts = held_->shifts;
  const std::uint32_t more = line - row;
  const std::uint32_t before = !shifts.empty() && shifts.back().file == file ? shifts.back().more : 0;
  if (more != before) shifts.push_back({file, row, more});
}

std::optional<std::uint16_t> FigureTableBuilder::number_of(const FigureForm& form) {
  const auto found = forms_.find(form);
  if (found != forms_.end()) return found->second;
  if (held_->forms.size() >= kWhole) return std::nullopt;
  held_->forms.push_back(form);
  return forms_[form] = static_cast<std::uint16_t>(held_->forms.size() - 1);
}

std::optional<std::uint16_t> FigureTableBuilder::number_of(const Period& period) {
  const auto found = periods_.find(period);
  if (found != periods_.end()) return found->second;
  if (held_->periods.size() > UINT16_MAX) return std::nullopt;
  held_->periods.push_back(period);
  return periods_[period] = static_cast<std::uint16_t>(held_->periods.size() - 1);
}

// What a cell of a large form is to hold.
std::int32_t FigureTableBuilder::keep_large(std::int64_t digits) {
  const std::int32_t place = place_behind(held_->large);
  held_->large.push_back(digits);
  return place;
}

void FigureTableBuilder::append(std::uint32_t lineage, std::span<const FigureCell> cells, std::uint32_t row, const std::vector<std::int64_t>& large) {
  for (FigureCell cell : cells) {
    cell.row += row;
    if (held_->forms[cell.form].large) cell.number = keep_large(large[static_cast<std::size_t>(cell.number)]);
    cells_.append(lineage, cell);
  }
}

// nullopt where it has to be kept whole.
std::optional<FigureCell> FigureTableBuilder::compact(const Figure& figure) {
  const Place& place = figure.place;
  if (!place.known() || place.line != held_->line_of(place.file, place.row)) return std::nullopt;
  const std::uint32_t lineage = regions_.lineage_of(figure.region);
  FigureForm form;
  form.entry = figure.region == lineage ? kNoRegion : figure.region;
  form.file = place.file;
  form.field = place.field;
  form.indicator = static_cast<std::uint32_t>(figure.indicator);
  form.state = figure.state;
  form.unit = figure.unit;
  form.status = figure.status;
  FigureCell cell;
  cell.row = place.row;
  std::int64_t digits = 0;
  if (figure.state != CellState::kMissing) {  // also of a number that cannot be used
    const std::optional<std::int64_t> number = figure.written.scale <= kMostDigits ? figure.written.value.times_power_of_ten(figure.written.scale) : std::nullopt;
    if (!number) return std::nullopt;
    digits = *number;
    form.large = !fits_cell(digits);
    form.scale = static_cast<std::int8_t>(figure.written.scale);
    const bool converted = *number != 0 && !figure.value.is_zero();  // in a unit that does not fit there is no value
    if (converted && figure.value != figure.written.value) form.factor = figure.value / figure.written.value;
  } else if (!figure.unit.empty() || figure.written.scale != 0 || !figure.written.value.is_zero()) {
    return std::nullopt;
  }
  const std::optional<std::uint16_t> number = number_of(form);
  if (!number) return std::nullopt;
  cell.form = *number;
  cell.number = form.large ? keep_large(digits) : static_cast<std::int32_t>(digits);
  return cell;
}

FigureCell FigureTableBuilder::cell_of(Figure&& figure, std::uint16_t period) {
  std::optional<FigureCell> cell = compact(figure);
  if (!cell) {
    cell = FigureCell{place_behind(held_->whole), figure.place.row, kWhole};
    held_->whole.push_back(std::move(figure));
  }
  cell->period = period;
  return *cell;
}

bool FigureTableBuilder::add(Figure figure) {
  const std::optional<std::uint16_t> period = number_of(figure.period);
  if (!period) return false;
  const std::uint32_t lineage = regions_.lineage_of(figure.region);
  cells_.append(lineage, cell_of(std::move(figure), *period));
  return true;
}

void FigureTableBuilder::forget(std::uint32_t file) {
  cells_.erase_if([&](const FigureCell& cell) {
    return (cell.form == kWhole ? held_->whole[static_cast<std::size_t>(cell.number)].place.file : held_->forms[cell.form].file) == file;
  });
}

// The periods are numbered as they come; from here on in the order of time. By old number the new one; none where they are
// the same.
std::vector<std::uint16_t> FigureTableBuilder::order_periods() {
  std::vector<Period>& periods = held_->periods;
  if (std::is_sorted(periods.begin(), periods.end())) return {};
  std::vector<std::uint16_t> order(periods.size());
  std::iota(order.begin(), order.end(), std::uint16_t{0});
  std::sort(order.begin(), order.end(), [&](std::uint16_t a, std::uint16_t b) { return periods[a] < periods[b]; });
  std::vector<std::uint16_t> rank(periods.size());
  std::vector<Period> sorted;
  for (const std::uint16_t old : order) {
    rank[old] = static_cast<std::uint16_t>(sorted.size());
    sorted.push_back(periods[old]);
  }
  periods = std::move(sorted);
  return rank;
}

// Lineages are shared out so many at a time, and their series joined in order.
void FigureTableBuilder::order(const std::vector<std::uint16_t>& ranks, Crew& crew) {
  constexpr std::size_t kLineages = 64;
  const FigureKeys keys(held_->forms, held_->whole, held_->periods);
  const std::size_t lineages = regions_.regions.size();
  cells_.gather();
  std::vector<FigureOrder::Listed> shares((lineages + kLineages - 1) / kLineages);
  std::atomic<std::size_t> next{0};
  crew.each(crew.size(), [&](std::size_t) {
    FigureOrder order(keys);
    for (std::size_t share = next++; share < shares.size(); share = next++) {
      const std::size_t end = std::min((share + 1) * kLineages, lineages);
      for (std::size_t lineage = share * kLineages; lineage < end; ++lineage) {
        if (!ranks.empty()) renumber(cells_.of(lineage), ranks);
        order.add(static_cast<std::uint32_t>(lineage), cells_.of(lineage), shares[share]);
      }
    }
  });
  std::size_t series = 0;
  for (const FigureOrder::Listed& share : shares) series += share.series.size();
  held_->series.reserve(series);
  for (const FigureOrder::Listed& share : shares) {
    for (const std::size_t number : share.repeated) repeated_.push_back(held_->series.size() + number);
    held_->series.insert(held_->series.end(), share.series.begin(), share.series.end());
  }
}

// Of cells of one period one is left.
void FigureTableBuilder::settle(FigureTable::Series& series, const Settle& settle) {
  FigureCell* const of_lineage = cells_.of(series.lineage).data();
  FigureCell* const begin = of_lineage + (series.cells.data() - of_lineage);
  FigureCell* const behind = begin + series.cells.size();
  FigureCell* kept = begin;
  for (FigureCell* run = begin; run != behind; ++kept) {
    FigureCell* const end = std::find_if(run, behind, [run](const FigureCell& cell) { return cell.period != run->period; });
    std::vector<Figure> figures;
    for (const FigureCell* cell = run; end - run > 1 && cell != end; ++cell) figures.push_back(whole_of({held_.get(), cell, series.lineage}));
    std::sort(figures.begin(), figures.end(), [](const Figure& a, const Figure& b) { return a.place < b.place; });
    *kept = figures.empty() ? *run : cell_of(settle(figures), run->period);
    run = end;
  }
  series.cells = series.cells.first(static_cast<std::size_t>(kept - begin));
}

// Cells of one form that stand together are of one region.
std::set<std::uint32_t> FigureTableBuilder::regions_of(std::span<const FigureTable::Series> all) const {
  std::set<std::uint32_t> out;
  for (const FigureTable::Series& series : all) {
    const FigureCell* before = nullptr;
    for (const FigureCell& cell : series.cells) {
      const bool same = before != nullptr && before->form == cell.form && cell.form != kWhole;
      if (!same) out.insert(FigureRef(held_.get(), &cell, series.lineage).region());
      before = &cell;
    }
  }
  return out;
}

std::set<std::uint32_t> FigureTableBuilder::regions(Crew& crew) const {
  std::set<std::uint32_t> out;
  const std::span<const FigureTable::Series> all(held_->series);
  const bool newest = held_->whole.empty() && std::all_of(held_->forms.begin(), held_->forms.end(), [](const FigureForm& form) { return form.entry == kNoRegion; });
  if (newest) {  // all are of the newest entries of their lineages: no cell need be looked at
    for (const FigureTable::Series& series : all) {
      if (out.empty() || *out.rbegin() != series.lineage) out.insert(out.end(), series.lineage);
    }
    return out;
  }
  constexpr std::size_t kSeries = 2048;
  std::vector<std::set<std::uint32_t>> shares((all.size() + kSeries - 1) / kSeries);
  crew.each(shares.size(), [&](std::size_t share) {
    const std::span<const FigureTable::Series> rest = all.subspan(share * kSeries);
    shares[share] = regions_of(rest.first(std::min(kSeries, rest.size())));
  });
  for (std::set<std::uint32_t>& share : shares) out.merge(share);
  return out;
}

FigureTable FigureTableBuilder::build(const Settle& settle, Crew& crew) {
  order(order_periods(), crew);
  for (const std::size_t number : repeated_) this->settle(held_->series[number], settle);
  for (const FigureTable::Series& series : held_->series) {
    held_->starts.resize(series.lineage + std::size_t{1}, static_cast<std::uint32_t>(&series - held_->series.data()));
    held_->size += series.cells.size();
  }
  held_->starts.push_back(static_cast<std::uint32_t>(held_->series.size()));
  held_->regions = regions(crew);
  held_->cells = std::exchange(cells_, FigureCells(regions_.regions.size()));
  repeated_.clear();
  forms_.clear();
  periods_.clear();
  return FigureTable(std::exchange(held_, std::make_shared<FigureRef::Held>()));
}

}  // namespace kaohe

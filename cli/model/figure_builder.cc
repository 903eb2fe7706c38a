// SPDX-License-Identifier: Apache-2.0
// Cells are gathered by lineage as they come and put in order at the end: what is one unit's is small enough to be
// ordered where it is, by counting where it is dense.
#include "model/figure_builder.h"

#include <algorithm>
#include <atomic>
#include <numeric>
#include <utility>

#include "model/figure_held.h"

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

}  // namespace

std::size_t FigureTableBuilder::FormHash::operator()(const FigureForm& form) const {
  std::size_t hash = mix(form.entry, form.indicator);
  hash = mix(hash, static_cast<std::size_t>(form.file) << 32U | form.field);
  return mix(hash, static_cast<std::size_t>(form.state) << 8U | static_cast<std::uint8_t>(form.scale));
}

std::size_t FigureTableBuilder::PeriodHash::operator()(const Period& period) const {
  return mix(packed(period.first) << 32U | packed(period.last), static_cast<std::size_t>(period.kind));
}

FigureTableBuilder::FigureTableBuilder(const Register& regions)
    : regions_(regions), held_(std::make_shared<FigureRef::Held>()), cells_(regions.regions.size()) {}
FigureTableBuilder::~FigureTableBuilder() = default;

void FigureTableBuilder::append(std::uint32_t lineage, std::span<const FigureCell> cells, std::uint32_t row) {
  std::vector<FigureCell>& of = cells_[lineage];
  for (FigureCell cell : cells) {
    cell.row += row;
    of.push_back(cell);
  }
}

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
  if (figure.state != CellState::kMissing) {  // also of a number that cannot be used
    const std::optional<std::int64_t> number = figure.written.scale <= kMostDigits ? figure.written.value.times_power_of_ten(figure.written.scale) : std::nullopt;
    if (!number) return std::nullopt;
    cell.number = *number;
    form.scale = static_cast<std::int8_t>(figure.written.scale);
    const bool converted = *number != 0 && !figure.value.is_zero();  // in a unit that does not fit there is no value
    if (converted && figure.value != figure.written.value) form.factor = figure.value / figure.written.value;
  } else if (!figure.unit.empty() || figure.written.scale != 0 || !figure.written.value.is_zero()) {
    return std::nullopt;
  }
  const std::optional<std::uint16_t> number = number_of(form);
  if (!number) return std::nullopt;
  cell.form = *number;
  return cell;
}

bool FigureTableBuilder::add(Figure figure) {
  const std::optional<std::uint16_t> period = number_of(figure.period);
  if (!period) return false;
  const std::uint32_t lineage = regions_.lineage_of(figure.region);
  std::optional<FigureCell> cell = compact(figure);
  if (!cell) {
    cell.emplace();
    cell->number = static_cast<std::int64_t>(held_->whole.size());
    cell->row = figure.place.row;
    cell->form = kWhole;
    held_->whole.push_back(std::move(figure));
  }
  cell->period = *period;
  append(lineage, *cell);
  return true;
}

void FigureTableBuilder::forget(std::uint32_t file) {
  const auto of_file = [&](const FigureCell& cell) {
    return (cell.form == kWhole ? held_->whole[static_cast<std::size_t>(cell.number)].place.file : held_->forms[cell.form].file) == file;
  };
  for (std::vector<FigureCell>& cells : cells_) std::erase_if(cells, of_file);
}

std::uint32_t FigureTableBuilder::indicator_of(const FigureCell& cell) const {
  return cell.form == kWhole ? static_cast<std::uint32_t>(held_->whole[static_cast<std::size_t>(cell.number)].indicator) : held_->forms[cell.form].indicator;
}

std::uint64_t FigureTableBuilder::key_of(const FigureCell& cell) const {
  return static_cast<std::uint64_t>(indicator_of(cell)) << 16U | cell.period;
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


// One lineage does not depend on another: whoever is free takes the next.
void FigureTableBuilder::order_all(const std::vector<std::uint16_t>& ranks, Crew& crew) {
  std::atomic<std::size_t> next = 0;
  const auto work = [&] {
    std::vector<std::uint32_t> bucket;
    for (std::size_t lineage = next++; lineage < cells_.size(); lineage = next++) {
      if (!ranks.empty()) {
        for (FigureCell& cell : cells_[lineage]) cell.period = ranks[cell.period];
      }
      order_cells(cells_[lineage], bucket);
    }
  };
  std::vector<Crew::Job> jobs;
  for (std::size_t i = 1; i < crew.size(); ++i) jobs.push_back(crew.give(work));
  work();
  for (Crew::Job& job : jobs) job.finish();
}

void FigureTableBuilder::order_cells(std::vector<FigureCell>& cells, std::vector<std::uint32_t>& bucket) const {
  const auto before = [this](const FigureCell& a, const FigureCell& b) { return key_of(a) < key_of(b); };
  if (std::is_sorted(cells.begin(), cells.end(), before)) return;
  std::uint32_t least = UINT32_MAX, most = 0;
  for (const FigureCell& cell : cells) {
    least = std::min(least, indicator_of(cell));
    most = std::max(most, indicator_of(cell));
  }
  const std::size_t periods = held_->periods.size();
  const std::size_t buckets = (most - least + 1) * periods;
  if (buckets > 4 * cells.size()) return std::sort(cells.begin(), cells.end(), before);
  const auto bucket_of = [&](const FigureCell& cell) { return (indicator_of(cell) - least) * periods + cell.period; };
  bucket.assign(buckets + 1, 0);
  for (const FigureCell& cell : cells) ++bucket[bucket_of(cell) + 1];
  std::partial_sum(bucket.begin(), bucket.end(), bucket.begin());
  std::vector<FigureCell> ordered(cells.size());  // without the room to grow that the others have
  for (const FigureCell& cell : cells) ordered[bucket[bucket_of(cell)]++] = cell;
  cells = std::move(ordered);
}

void FigureTableBuilder::settle_runs(std::uint32_t lineage, std::vector<FigureCell>& cells, const Settle& settle) {
  const auto same = [this](const FigureCell& a, const FigureCell& b) { return key_of(a) == key_of(b); };
  auto run = std::adjacent_find(cells.begin(), cells.end(), same);
  if (run == cells.end()) return;
  auto kept = run;
  while (run != cells.end()) {
    auto end = run + 1;
    while (end != cells.end() && same(*run, *end)) ++end;
    *kept = *run;
    if (end - run > 1) {
      std::vector<Figure> figures;
      for (auto cell = run; cell != end; ++cell) figures.push_back(whole_of({held_.get(), &*cell, lineage}));
      std::sort(figures.begin(), figures.end(), [](const Figure& a, const Figure& b) { return a.place < b.place; });
      Figure taken = settle(figures);
      const std::optional<FigureCell> cell = compact(taken);
      const std::uint16_t period = run->period;
      kept->number = static_cast<std::int64_t>(held_->whole.size());
      kept->form = kWhole;
      kept->row = taken.place.row;
      if (cell) *kept = *cell;
      kept->period = period;
      if (!cell) held_->whole.push_back(std::move(taken));
    }
    ++kept;
    run = end;
  }
  cells.erase(kept, cells.end());
}

void FigureTableBuilder::list_series(std::uint32_t lineage, std::vector<FigureCell>&& cells) {
  const std::vector<FigureCell>& held = held_->cells.emplace_back(std::move(cells));
  held_->size += held.size();
  for (std::size_t at = 0; at < held.size();) {
    FigureTable::Series series;
    series.lineage = lineage;
    series.indicator = indicator_of(held[at]);
    std::size_t end = at;
    for (; end < held.size() && indicator_of(held[end]) == series.indicator; ++end) {
      series.kinds |= static_cast<std::uint8_t>(1U << static_cast<unsigned>(held_->periods[held[end].period].kind));
    }
    series.cells = std::span(held).subspan(at, end - at);
    held_->series.push_back(series);
    at = end;
  }
}

FigureTable FigureTableBuilder::build(const Settle& settle, Crew& crew) {
  order_all(order_periods(), crew);
  for (std::uint32_t lineage = 0; lineage < cells_.size(); ++lineage) {
    std::vector<FigureCell>& cells = cells_[lineage];
    if (cells.empty()) continue;
    settle_runs(lineage, cells, settle);
    list_series(lineage, std::move(cells));
  }
  forms_.clear();
  periods_.clear();
  cells_.assign(regions_.regions.size(), {});
  return FigureTable(std::exchange(held_, std::make_shared<FigureRef::Held>()));
}

}  // namespace kaohe

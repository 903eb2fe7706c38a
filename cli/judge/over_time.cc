// SPDX-License-Identifier: Apache-2.0
// The value of a period from the figures of finer ones: of a year from its months, quarters or halves.
#include <algorithm>

#include <fmt/format.h>

#include "base/wide.h"
#include "judge/fold.h"
#include "judge/value.h"

namespace kaohe {
namespace {

Phrase kind_name(PeriodKind kind) {
  switch (kind) {
    case PeriodKind::kHalf: return {"半年", "half-year"};
    case PeriodKind::kQuarter: return {"季度", "quarter"};
    case PeriodKind::kMonth: return {"月度", "month"};
    default: return {"逐日", "day"};
  }
}

}  // namespace

const Resolver::Finer& Resolver::finer(Row& row, PeriodKind kind) const {
  const auto known = std::find_if(row.finer.begin(), row.finer.end(), [kind](const Finer& one) { return one.kind == kind; });
  if (known != row.finer.end()) return *known;
  const Fold fold = catalog_.indicators[row.asked.indicator].over_time;
  std::vector<Finer::Part> parts;
  std::vector<std::uint16_t> there;
  for (const Period& part : parts_of(row.asked.period, kind)) {
    parts.push_back({part, figures_.table().period_number(part)});
    if (parts.back().number < figures_.first_after()) there.push_back(static_cast<std::uint16_t>(parts.back().number));
  }
  const auto count = static_cast<std::uint32_t>(parts.size());
  const Phrase& how = name(fold);
  Phrase method{fmt::format("由{}数据汇总（{}）", kind_name(kind).zh, how.zh), fmt::format("{} of {} figures", how.en, kind_name(kind).en)};
  return row.finer.emplace_back(Finer{kind, std::move(parts), std::move(method), PartsSummary{count, count, std::string(word(fold))}, PlainFold(fold, std::move(there), count)});
}

// Of the unit's own figures. Parts are told as they stand: there may be hundreds of thousands in one report.
Value Resolver::folded_over_time(const Want& want, const FigureSeries& series) const {
  const Indicator& indicator = catalog_.indicators[want.indicator()];
  if (indicator.over_time == Fold::kNone) return {};
  for (const PeriodKind kind : kFiner) {
    if (!series.has(kind)) continue;
    const Finer& finer = this->finer(want.row, kind);
    if (finer.parts.empty()) continue;  // it is no finer than what is asked for
    Value folded = folded_alike(finer, series);
    if (!folded.known()) folded = this->folded(want, finer, series);
    if (folded.state == ValueState::kMissing && folded.parts->used == 0) continue;
    folded.method = finer.method;
    return folded;
  }
  return {};
}

Value Resolver::folded(const Want& want, const Finer& finer, const FigureSeries& series) const {
  const Indicator& indicator = catalog_.indicators[want.indicator()];
  Folding folding(indicator.over_time, indicator.range, finer.parts.size());
  std::size_t at = series.place_of(finer.parts.front().number, finer.hint);
  for (const Finer::Part& part : finer.parts) {
    const FigureRef figure = series.find(part.number, at);
    const CellState state = figure ? figure.state() : CellState::kMissing;
    if (state == CellState::kValue) folding.take_number(series.value(figure), figure.place());
    if (state == CellState::kInvalid) folding.take_unusable(figure.place(), unusable_);
    if (state == CellState::kMissing) folding.take_lack(lack_of(want, part.period, figure));
  }
  return folding.value();
}

Value Resolver::folded_alike(const Finer& finer, const FigureSeries& series) const {
  if (months_ == Months::kOneByOne) return {};
  const std::optional<PlainFold::Alike> alike = finer.alike.take_alike(figures_, series.cells());
  const Rational::Fraction* const worth = alike ? figures_.worth(alike->form) : nullptr;
  Rational::Wide above = 0;
  const bool fits = worth != nullptr && worth->above > 0 && multiply(alike->number, worth->above, above);
  if (!fits) return {};
  const std::size_t first = finer.alike.place_in(series.cells());
  std::vector<Place> cells;
  cells.reserve(finer.parts.size());
  for (std::size_t i = 0; i < finer.parts.size(); ++i) cells.push_back(series[first + i].place());
  Value value;
  value.state = ValueState::kKnown;
  value.exact = Rational::ratio(above, worth->below);
  if (finer.alike.how() == Fold::kMean) value.exact /= Rational(static_cast<std::int64_t>(cells.size()));
  value.cells = std::move(cells);
  value.parts = finer.all_used;
  return value;
}

}  // namespace kaohe

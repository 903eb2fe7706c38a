// SPDX-License-Identifier: Apache-2.0
#include "judge/value.h"

#include <algorithm>
#include <functional>

#include <fmt/format.h>

#include "judge/heard_of.h"

namespace kaohe {
namespace {

// The rate that turns numerator / denominator, each in its own unit, into the ratio's unit.
Rational ratio_factor(const IndicatorTable& table, const Indicator& ratio) {
  return table[ratio.numerator].unit.factor / table[ratio.denominator].unit.factor / ratio.unit.factor;
}

bool same(const Bounds& a, const Bounds& b) { return a.low == b.low && a.high == b.high; }

}  // namespace

Period latest_ended(PeriodKind kind, const Date& day) {
  const Period holding = period_holding(kind, day);
  return day < holding.last ? previous_period(holding) : holding;
}

std::size_t Resolver::AskedHash::operator()(const Asked& asked) const {
  const Date& last = asked.period.last;
  const auto day = (static_cast<std::uint64_t>(last.year) * 16 + static_cast<std::uint64_t>(last.month)) * 32 + static_cast<std::uint64_t>(last.day);
  const std::uint64_t when = (day * 8 + static_cast<std::uint64_t>(asked.period.kind)) * 2 + static_cast<std::uint64_t>(asked.own);
  const std::uint64_t mixed = static_cast<std::uint64_t>(asked.indicator) * 0x9E3779B97F4A7C15ULL ^ when * 0xC2B2AE3D27D4EB4FULL;
  return static_cast<std::size_t>(mixed ^ (mixed >> 29)) ^ (std::hash<const void*>{}(asked.combine) << 1);
}

Resolver::Resolver(const Catalog& catalog, const FigureIndex& figures, Months months)
    : catalog_(catalog), figures_(figures), months_(months), heard_of_(lineages_heard_of(catalog.regions, figures.table())),
      own_figure_(Phrase{"直接填报", "own figure"}), unusable_(Phrase{"填报的数值无法使用", "the figure handed in cannot be used"}),
      not_there_(Phrase{"缺少判定所需的数据", "the figures that would decide it are not there"}), handed_in_as_missing_(Phrase{"填报为缺", "handed in as missing"}) {
  has_parts_.resize(catalog.regions.regions.size());
  asked_for_.resize(catalog.regions.regions.size());
  const std::vector<Indicator>& indicators = catalog.indicators.indicators;
  for (std::size_t i = 0; i < indicators.size(); ++i) handed_in_.push_back(figures.has_indicator(i));
  bool more = true;
  while (more) {  // a ratio of ratios comes after its parts, wherever these stand in the table
    more = false;
    for (std::size_t i = 0; i < indicators.size(); ++i) {
      const bool parts = indicators[i].is_ratio() && (handed_in_[indicators[i].numerator] || handed_in_[indicators[i].denominator]);
      if (handed_in_[i] || !parts) continue;
      handed_in_[i] = more = true;
    }
  }
}

Resolver::Row& Resolver::row(const Asked& asked) {
  const auto [at, is_new] = rows_.try_emplace(asked);
  if (is_new) {
    at->second.asked = asked;
    at->second.number = figures_.table().period_number(asked.period);
  }
  return at->second;
}

const Value& Resolver::resolve(std::uint32_t region, std::size_t indicator, const Period& period, Own own,
                               const Combine* combine) {
  Row& row = this->row({indicator, period, own, combine});
  const auto [at, is_new] = row.values.try_emplace(region);
  if (!is_new) return at->second;
  // The place is taken before computing, so that indicators defined by each other end as missing, not in a loop.
  Value& value = at->second;
  ++values_;
  value = compute({region, row});
  if (value.state == ValueState::kMissing || value.state == ValueState::kBounded) value.why = not_there_;
  return value;
}

void Resolver::forget_much() {
  constexpr std::size_t kMuch = 1U << 12;
  if (values_ <= kMuch) return;
  rows_.clear();
  values_ = 0;
}

bool Resolver::has_parts(std::uint32_t region) {
  Known& known = has_parts_[region];
  if (known == Known::kNot) {
    const Region& of = catalog_.regions[region];
    known = !of.members.empty() || catalog_.regions.by_parent.count(of.code) > 0 ? Known::kYes : Known::kNo;
  }
  return known == Known::kYes;
}

const Value* Resolver::resolve_otherwise(std::uint32_t region, std::size_t indicator, const Period& period, const Combine* combine) {
  return has_other_way(region, indicator, combine) ? &resolve(region, indicator, period, Own::kIgnored, combine) : nullptr;
}

bool Resolver::has_other_way(std::uint32_t region, std::size_t indicator, const Combine* combine) {
  const Indicator& what = catalog_.indicators[indicator];
  if (combine != nullptr || what.is_ratio()) return true;
  if (what.over_regions != Fold::kNone && has_parts(region)) return true;
  if (what.over_time == Fold::kNone) return false;
  const FigureSeries series = figures_.of(catalog_.regions[region].lineage, indicator);
  return std::any_of(std::begin(kFiner), std::end(kFiner), [&](PeriodKind kind) { return series.has(kind); });
}

// The first way that gives a value (or proves one unusable) wins; else the first that knows at least something.
Value Resolver::compute(const Want& want) {
  if (!handed_in_[want.indicator()] || silent(want.region)) return lacking(want);
  Value best;
  const auto settles = [&best](Value&& found) {
    const bool settled = found.state != ValueState::kMissing && found.state != ValueState::kBounded;
    const bool knows_more = found.state == ValueState::kBounded && best.state == ValueState::kMissing;
    const bool says_more = found.state == ValueState::kMissing && best.state == ValueState::kMissing && !found.lacks.empty();
    if (settled || knows_more || says_more) best = std::move(found);
    return settled;
  };
  const FigureSeries series = figures_.of(catalog_.regions[want.region].lineage, want.indicator());
  std::size_t at = 0;
  if (want.row.asked.own == Own::kAllowed && settles(own_value(want, series.find(want.row.number, at)))) return best;
  if (settles(folded_over_time(want, series))) return best;
  const bool as_ratio = want.combine() == nullptr && catalog_.indicators[want.indicator()].is_ratio();
  settles(as_ratio ? ratio(want) : from_parts(want));
  if (best.state == ValueState::kMissing && best.lacks.empty()) return lacking(want);
  return best;
}

Value Resolver::lacking(const Want& want) const {
  Value value;
  value.lacks.edit().push_back(lack_of(want, want.period(), {}));
  return value;
}

// `figure`: the mark that says so, if there is one.
Lack Resolver::lack_of(const Want& want, const Period& period, const FigureRef& figure) const {
  Lack lack{want.region, want.indicator(), period, {}, {}, {}};
  if (figure) {
    lack.place = figure.place();
    lack.reason = handed_in_as_missing_;
  }
  return lack;
}

Value Resolver::own_value(const Want& want, const FigureRef& figure) const {
  Value value;
  if (!figure) return value;
  if (figure.state() == CellState::kMissing) {
    value.lacks.edit().push_back(lack_of(want, want.period(), figure));
    return value;
  }
  value.cells.edit().push_back(figure.place());
  if (figure.state() == CellState::kInvalid) {
    value.state = ValueState::kInvalid;
    value.why = unusable_;
    return value;
  }
  value.state = ValueState::kKnown;
  value.exact = figure.value();
  value.figure = figure;
  value.method = own_figure_;
  return value;
}

Value Resolver::ratio(const Want& want) {
  const Indicator& indicator = catalog_.indicators[want.indicator()];
  const Value& numerator = resolve(want.region, indicator.numerator, want.period());
  const Value& denominator = resolve(want.region, indicator.denominator, want.period());
  Value value;
  for (const Value* part : {&numerator, &denominator}) {
    if (part->state == ValueState::kInvalid) return *part;
  }
  for (const Value* part : {&numerator, &denominator}) value.cells.append(part->cells);
  value.parts = numerator.parts;
  if (value.parts) value.parts.edit().how = "ratio";
  const Phrase over = catalog_.indicators[indicator.numerator].name();
  const Phrase under = catalog_.indicators[indicator.denominator].name();
  value.method = {fmt::format("{} ÷ {}", over.zh, under.zh), fmt::format("{} / {}", over.en, under.en)};
  if (numerator.known() && denominator.known()) {
    if (!denominator.exact.is_zero()) {
      value.state = ValueState::kKnown;
      value.exact = numerator.exact / denominator.exact * ratio_factor(catalog_.indicators, indicator);
    } else if (numerator.exact.is_zero()) {
      value.state = ValueState::kExempt;
      value.why = {fmt::format("{}与{}均为0，无考核对象", over.zh, under.zh),
                   fmt::format("{} and {} are both 0: nothing to measure", over.en, under.en)};
    } else {
      value.state = ValueState::kInvalid;
      value.why = {fmt::format("{}为0而{}不为0", under.zh, over.zh), fmt::format("{} is 0 but {} is not", under.en, over.en)};
    }
    return value;
  }
  const auto knows = [](const Value& part) { return part.known() || part.state == ValueState::kBounded; };
  if (!knows(numerator) && !knows(denominator)) return {};
  const RatioBounds sides = ratio_bounds(want, 0);
  const Bounds range = Bounds::of(indicator.range);
  const Bounds bounds = both(scale(divide(sides.numerator, sides.denominator), ratio_factor(catalog_.indicators, indicator)), range);
  value.lacks = numerator.known() ? Shared<std::vector<Lack>>() : numerator.lacks;
  if (!denominator.known()) value.lacks.append(denominator.lacks);
  if (bounds.informative() && !same(bounds, range)) {
    value.state = ValueState::kBounded;
    value.bounds = bounds;
  }
  return value;
}

// Each side bounded from its own parts, and by the ratio's range where only one of the two is known: a county with 12
// sections has between 0 and 12 good ones.
Resolver::RatioBounds Resolver::ratio_bounds(const Want& want, int depth) {
  constexpr int kDeepest = 4;  // province, prefecture, county and one more
  const Indicator& indicator = catalog_.indicators[want.indicator()];
  const Value& numerator = resolve(want.region, indicator.numerator, want.period());
  const Value& denominator = resolve(want.region, indicator.denominator, want.period());
  const auto bounds_of = [this](const Value& value, std::size_t index) {
    const bool has_interval = value.known() || value.state == ValueState::kBounded;
    return has_interval ? value.interval() : Bounds::of(catalog_.indicators[index].range);
  };
  RatioBounds sides{bounds_of(numerator, indicator.numerator), bounds_of(denominator, indicator.denominator)};
  if (numerator.known() && denominator.known()) return sides;
  RatioBounds sum{Bounds::exactly(0), Bounds::exactly(0)};
  static const std::vector<std::uint32_t> kNone;
  const std::vector<std::uint32_t>& parts = depth < kDeepest ? parts_on(want.region, nullptr, want.period().last) : kNone;
  for (const std::uint32_t part : parts) {
    const RatioBounds of_part = ratio_bounds({part, want.row}, depth + 1);
    sum.numerator = add(sum.numerator, of_part.numerator);
    sum.denominator = add(sum.denominator, of_part.denominator);
  }
  if (!parts.empty()) sides = {both(sides.numerator, sum.numerator), both(sides.denominator, sum.denominator)};
  const Rational factor = ratio_factor(catalog_.indicators, indicator);
  const Range& range = indicator.range;
  if (!numerator.known() && sides.denominator.at_least_zero()) {
    Bounds by_range;
    if (range.low && range.low->sign() >= 0) by_range.low = *range.low / factor * *sides.denominator.low;
    if (range.high && sides.denominator.high) by_range.high = *range.high / factor * *sides.denominator.high;
    sides.numerator = both(sides.numerator, by_range);
  }
  if (!denominator.known() && sides.numerator.at_least_zero() && range.high && range.high->sign() > 0) {
    sides.denominator = both(sides.denominator, {*sides.numerator.low / (*range.high / factor), std::nullopt});
  }
  return sides;
}

}  // namespace kaohe

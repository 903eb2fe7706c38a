// SPDX-License-Identifier: Apache-2.0
#include "judge/figures.h"

#include <algorithm>
#include <functional>

namespace kaohe {
namespace {

std::uint64_t unit_key(std::uint32_t lineage, std::size_t indicator) {
  return (static_cast<std::uint64_t>(lineage) << 32) | static_cast<std::uint32_t>(indicator);
}

}  // namespace

std::size_t FigureKeyHash::operator()(const FigureKey& key) const {
  const auto day = static_cast<std::uint64_t>(key.period.last.year) * 512 +
                   static_cast<std::uint64_t>(key.period.last.month) * 32 + static_cast<std::uint64_t>(key.period.last.day);
  const std::uint64_t mixed = unit_key(key.lineage, key.indicator) * 0x9E3779B97F4A7C15ULL ^
                              (day * 8 + static_cast<std::uint64_t>(key.period.kind)) * 0xC2B2AE3D27D4EB4FULL;
  return std::hash<std::uint64_t>{}(mixed ^ (mixed >> 29));
}

FigureIndex::FigureIndex(const std::vector<Figure>& figures, const Register& regions, const Date& as_of) {
  by_key_.reserve(figures.size());
  for (const Figure& figure : figures) {
    if (as_of < figure.period.last) {
      ++set_aside_;
      continue;
    }
    const std::uint32_t lineage = regions[figure.region].lineage;
    by_key_.emplace(FigureKey{lineage, figure.indicator, figure.period}, &figure);
    by_unit_[unit_key(lineage, figure.indicator)].push_back(&figure);
    indicators_.insert(figure.indicator);
  }
  for (auto& [unit, series] : by_unit_) {
    std::sort(series.begin(), series.end(), [](const Figure* a, const Figure* b) { return a->period < b->period; });
  }
}

const Figure* FigureIndex::find(std::uint32_t lineage, std::size_t indicator, const Period& period) const {
  const auto found = by_key_.find({lineage, indicator, period});
  return found == by_key_.end() ? nullptr : found->second;
}

bool FigureIndex::has_kind(std::uint32_t lineage, std::size_t indicator, PeriodKind kind) const {
  const auto found = by_unit_.find(unit_key(lineage, indicator));
  if (found == by_unit_.end()) return false;
  return std::any_of(found->second.begin(), found->second.end(),
                     [kind](const Figure* figure) { return figure->period.kind == kind; });
}

std::vector<const Figure*> FigureIndex::series(std::uint32_t lineage, std::size_t indicator) const {
  std::vector<const Figure*> values;
  const auto found = by_unit_.find(unit_key(lineage, indicator));
  if (found == by_unit_.end()) return values;
  std::copy_if(found->second.begin(), found->second.end(), std::back_inserter(values),
               [](const Figure* figure) { return figure->state == CellState::kValue; });
  return values;
}

}  // namespace kaohe

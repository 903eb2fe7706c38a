// SPDX-License-Identifier: Apache-2.0
#include "load/submission/figure_store.h"

#include <algorithm>
#include <utility>

#include "load/submission/submission_text.h"

namespace kaohe {
namespace {

std::uint32_t lineage_of(const Register& regions, std::uint32_t entry) {
  const std::uint32_t lineage = regions[entry].lineage;
  return lineage == kNoRegion ? entry : lineage;
}

std::uint64_t packed(const Date& date) {
  return static_cast<std::uint64_t>(date.year) * 512 + static_cast<std::uint64_t>(date.month) * 32 +
         static_cast<std::uint64_t>(date.day);
}

std::string number_text(const Figure& figure) { return figure.written.text() + " " + figure.unit; }

}  // namespace

std::size_t FigureStore::KeyHash::operator()(const Key& key) const {
  std::uint64_t mixed = (static_cast<std::uint64_t>(key.lineage) << 32U) | key.indicator;
  mixed = (mixed ^ (key.period * 0x9E3779B97F4A7C15ULL)) * 0xBF58476D1CE4E5B9ULL;
  return static_cast<std::size_t>(mixed ^ (mixed >> 29U));
}

FigureStore::Key FigureStore::key_of(const Figure& figure) const {
  return {lineage_of(catalog_.regions, figure.region), static_cast<std::uint32_t>(figure.indicator),
          (packed(figure.period.first) << 32U) | (packed(figure.period.last) << 4U) |
              static_cast<std::uint64_t>(figure.period.kind)};
}

void FigureStore::reserve(std::size_t figures) {
  figures_.reserve(figures_.size() + figures);
  by_key_.reserve(by_key_.size() + figures);
}

void FigureStore::add(Figure&& figure, std::size_t input) {
  CellCount& cells = inputs_[input].cells;
  ++cells.values;
  const Held fresh{static_cast<std::uint32_t>(figures_.size()), static_cast<std::uint32_t>(input)};
  const auto [at, is_new] = by_key_.try_emplace(key_of(figure), fresh);
  if (!is_new) return meet(at->second, std::move(figure), input);
  switch (figure.state) {
    case CellState::kValue: ++cells.figures; break;
    case CellState::kMissing: ++cells.missing; break;
    case CellState::kInvalid: ++cells.invalid; break;
  }
  figures_.push_back(std::move(figure));
}

// The outcome for the key must not depend on which of the cells came first.
void FigureStore::meet(Held& held, Figure&& figure, std::size_t input) {
  Figure& first = figures_[held.figure];
  CellCount& cells = inputs_[input].cells;
  if (figure.state == CellState::kMissing) {
    ++cells.missing;
    return;
  }
  if (first.state == CellState::kMissing) {
    ++(figure.state == CellState::kValue ? cells.figures : cells.invalid);
    first = std::move(figure);
    held.input = static_cast<std::uint32_t>(input);
    return;
  }
  if (first.state == CellState::kValue && figure.state == CellState::kValue && first.value == figure.value) {
    ++cells.repeated;
    tell_repeated(first, figure);
    return;
  }
  ++cells.invalid;
  if (first.state == CellState::kInvalid && figure.state == CellState::kInvalid) return;
  tell_conflict(first, figure);
  if (first.state == CellState::kValue) {
    --inputs_[held.input].cells.figures;
    ++inputs_[held.input].cells.invalid;
    first.state = CellState::kInvalid;
  }
}

Phrase FigureStore::naming(const Figure& figure) const {
  const Region& region = catalog_.regions[figure.region];
  const Phrase name = catalog_.indicators[figure.indicator].name();
  return {region.name + " " + figure.period.text() + " “" + name.zh + "”",
          "\"" + name.en + "\" of " + region.name + " in " + figure.period.text()};
}

void FigureStore::tell_repeated(const Figure& first, const Figure& later) {
  if (problems_.counted("figure-repeated", later.place)) return;
  const Phrase name = naming(later);
  const Phrase there = spot(problems_, first.place);
  const Phrase here = spot(problems_, later.place);
  problems_.add("figure-repeated", later.place, number_text(later),
                {name.zh + "在 " + here.zh + "与 " + there.zh + "重复，数值相同，只计一次",
                 name.en + " on " + here.en + " repeats " + there.en + " with an equal value and counts once"},
                {});
}

void FigureStore::tell_conflict(const Figure& first, const Figure& later) {
  if (problems_.counted("figure-conflict", later.place)) return;
  const Phrase name = naming(later);
  const Phrase there = spot(problems_, first.place);
  const Phrase here = spot(problems_, later.place);
  const auto said = [](const Figure& figure, const char* unreadable) {
    return figure.written.text().empty() || figure.unit.empty() ? std::string(unreadable) : number_text(figure);
  };
  problems_.add("figure-conflict", later.place, said(later, ""),
                {name.zh + "出现两次而不一致：" + there.zh + "为 " + said(first, "无效值") + "，" + here.zh + "为 " +
                     said(later, "无效值") + "，两者都不采用",
                 name.en + " is given twice and differs: " + said(first, "unusable") + " on " + there.en + ", " +
                     said(later, "unusable") + " on " + here.en + "; neither is taken"},
                {"核实后删去错误的一处", "find out which is right and delete the other"});
}

namespace {

// The order of Period: by last day, then by first day descending, then by kind.
struct Rank {
  std::uint64_t what;    // lineage, indicator
  std::uint64_t period;
  std::uint32_t figure;
  friend bool operator<(const Rank& a, const Rank& b) { return a.what != b.what ? a.what < b.what : a.period < b.period; }
};

std::uint64_t period_rank(const Period& period) {
  constexpr std::uint64_t kAfterAllDays = (1U << 23U) - 1;
  return (packed(period.last) << 32U) | ((kAfterAllDays - packed(period.first)) << 4U) | static_cast<std::uint64_t>(period.kind);
}

}  // namespace

std::vector<Figure> FigureStore::take_sorted() {
  std::vector<Rank> order;
  order.reserve(figures_.size());
  for (const Figure& figure : figures_) {
    const std::uint64_t lineage = lineage_of(catalog_.regions, figure.region);
    order.push_back({(lineage << 32U) | figure.indicator, period_rank(figure.period), static_cast<std::uint32_t>(order.size())});
  }
  if (!std::is_sorted(order.begin(), order.end())) std::sort(order.begin(), order.end());
  std::vector<Figure> sorted;
  sorted.reserve(order.size());
  for (const Rank& rank : order) sorted.push_back(std::move(figures_[rank.figure]));
  figures_.clear();
  by_key_.clear();
  return sorted;
}

}  // namespace kaohe

// SPDX-License-Identifier: Apache-2.0
#include "judge/plain_fold.h"

#include <algorithm>

namespace kaohe {
namespace {

// nullopt: not all are of that form. The sum fits: periods are numbered with 16 bits, and each number has 32.
std::optional<std::int64_t> sum_of(std::span<const FigureCell> cells, std::uint16_t form) {
  std::int64_t sum = 0;
  for (const FigureCell& cell : cells) {
    if (cell.form != form) return std::nullopt;
    sum += cell.number;
  }
  return sum;
}

std::optional<std::int64_t> fold(Fold how, std::span<const FigureCell> cells, std::uint16_t form) {
  std::int64_t result = cells.front().number;
  const bool taken = std::all_of(cells.begin(), cells.end(), [&](const FigureCell& cell) { return cell.form == form && take(how, false, cell.number, result); });
  return taken ? std::optional(result) : std::nullopt;
}

}  // namespace

bool take(Fold how, bool first, std::int64_t number, std::int64_t& result) {
  switch (how) {
    case Fold::kSum:
    case Fold::kMean: return !__builtin_add_overflow(result, number, &result);
    case Fold::kMax: result = first ? number : std::max(result, number); return true;
    case Fold::kMin: result = first ? number : std::min(result, number); return true;
    case Fold::kLast: result = number; return true;
    default: return false;
  }
}

PlainFold::PlainFold(Fold how, std::vector<std::uint16_t> periods, std::uint32_t all)
    : how_(how), periods_(std::move(periods)), all_(all),
      in_a_row_(!periods_.empty() && periods_.back() - periods_.front() + std::size_t{1} == periods_.size()) {}

// Of a series no two cells are of one period, so that between the first and the last of a row there is no other.
bool PlainFold::are_of_all_periods(Cells cells) const {
  if (in_a_row_) return cells.front().period == periods_.front() && cells.back().period == periods_.back();
  return std::equal(cells.begin(), cells.end(), periods_.begin(), [](const FigureCell& cell, std::uint16_t period) { return cell.period == period; });
}

std::optional<PlainFold::Alike> PlainFold::take_alike(const FigureIndex& figures, Cells cells) {
  const std::size_t count = periods_.size();
  if (count < all_) return std::nullopt;
  const std::size_t at = hint_ < cells.size() && cells[hint_].period == periods_.front() ? hint_ : place_in(cells);
  if (cells.size() - at < count) return std::nullopt;
  const Cells mine = cells.subspan(at, count);
  if (!are_of_all_periods(mine)) return std::nullopt;
  const std::uint16_t form = mine.front().form;
  if (!figures.adds_up(form)) return std::nullopt;
  const std::optional<std::int64_t> number = how_ == Fold::kSum || how_ == Fold::kMean ? sum_of(mine, form) : fold(how_, mine, form);
  return number ? std::optional(Alike{*number, form}) : std::nullopt;
}

}  // namespace kaohe

// SPDX-License-Identifier: Apache-2.0
#include "judge/plain_fold.h"

#include <algorithm>

namespace kaohe {
namespace {

// take(number) of each cell; false: not all are of that form, or one was not taken.
template <typename Take>
bool take_each(std::span<const FigureCell> cells, std::uint16_t form, const Take& take) {
  return std::all_of(cells.begin(), cells.end(), [&](const FigureCell& cell) { return cell.form == form && take(cell.number); });
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

std::optional<PlainFold::Alike> PlainFold::take_alike(Cells cells, const std::vector<FigureForm>& forms) {
  const std::size_t count = periods_.size();
  if (count < all_) return std::nullopt;
  const std::size_t at = hint_ < cells.size() && cells[hint_].period == periods_.front() ? hint_ : place_in(cells);
  if (cells.size() - at < count) return std::nullopt;
  const Cells mine = cells.subspan(at, count);
  if (!are_of_all_periods(mine)) return std::nullopt;
  Alike out{mine.front().number, mine.front().form};
  if (out.form >= forms.size() || forms[out.form].large || forms[out.form].state != CellState::kValue) return std::nullopt;
  bool alike = false;
  if (how_ == Fold::kSum || how_ == Fold::kMean) {
    out.number = 0;
    alike = take_each(mine, out.form, [&](std::int64_t number) {
      out.number += number;  // it fits: periods are numbered with 16 bits, and each number has 32
      return true;
    });
  } else {
    alike = take_each(mine, out.form, [&](std::int64_t number) { return take(how_, false, number, out.number); });
  }
  return alike ? std::optional(out) : std::nullopt;
}

}  // namespace kaohe

// SPDX-License-Identifier: Apache-2.0
#include "load/submission/key_cells.h"

#include <algorithm>

#include "load/submission/submission_text.h"

namespace kaohe {
namespace {

bool is_region(Role role) { return role == Role::kRegion || role == Role::kRegionCode; }

}  // namespace

KeyCells::KeyCells(const Layout& layout) : layout_(layout) {
  for (std::size_t i = 0; i < layout.columns.size(); ++i) {
    const Column& column = layout.columns[i];
    const bool key = is_region(column.role) || column.role == Role::kParent || column.role == Role::kIndicator || column.role == Role::kPeriod;
    const bool used = column.role == Role::kParent || (key && layout.column(column.role) == i);
    if (used && !column.repeated) keys_.push_back({i, column.role, {}, {}});
  }
}

void KeyCells::end_block() { any_above_ = false; }

// A row that gives the code need not give the name too, nor the other way round; one that gives its city anew and no
// county is the city's own.
bool KeyCells::takes_above(const Key& key, const Row& row, bool open) const {
  if (!open || !any_above_ || key.above.empty()) return false;
  if (!is_region(key.role)) return true;
  const Role partner = key.role == Role::kRegion ? Role::kRegionCode : Role::kRegion;
  if (layout_.has(partner) && !text_at(row, layout_.column(partner)).empty()) return false;
  return std::all_of(layout_.parents.begin(), layout_.parents.end(), [&](std::size_t column) { return text_at(row, column).empty(); });
}

void KeyCells::take(Key& key, const Row& row, bool& open) {
  KeyCell cell{text_at(row, key.column), place_at(row, key.column)};
  if (!cell.text.empty()) {
    open = false;
    if (cell.text != key.above) key.above = cell.text;
    key.above_place = cell.place;
  } else if (takes_above(key, row, open)) {
    if (taken_.cells++ == 0) taken_.first = cell.place;
    taken_.last = cell.place;
    cell = {key.above, key.above_place};
  } else {
    key.above.clear();
  }
  if (key.role != Role::kParent) {
    cells_[static_cast<std::size_t>(key.role)] = cell;
  } else if (!cell.text.empty()) {
    parents_.push_back(cell);
  }
}

void KeyCells::read(const Row& row) {
  parents_.clear();
  bool open = any_above_ && std::any_of(keys_.begin(), keys_.end(), [&](const Key& key) { return !text_at(row, key.column).empty(); });
  for (Key& key : keys_) take(key, row, open);
  any_above_ = true;
}

void KeyCells::finish(Problems& problems) const {
  if (taken_.cells == 0) return;
  const std::string count = std::to_string(taken_.cells);
  const Phrase first = spot(problems, taken_.first), last = spot(problems, taken_.last);
  problems.add("blank-filled", taken_.first, {},
               {count + " 个空白单元格按合并单元格处理，沿用上方的内容，首处在 " + first.zh + "，末处在 " + last.zh,
                count + (taken_.cells == 1 ? " blank cell is" : " blank cells are") + " taken as merged with the cell above, the first on " +
                    first.en + ", the last on " + last.en},
               {});
}

}  // namespace kaohe

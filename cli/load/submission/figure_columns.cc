// SPDX-License-Identifier: Apache-2.0
// Columns whose header means nothing. In a wide file such a column may be a misspelt indicator, and then its figures
// would go missing in silence: it is an error where its cells are numbers or its name is near an indicator's.
#include <array>
#include <vector>

#include "base/text.h"
#include "load/submission/cells/cell.h"
#include "load/submission/figure_rows.h"
#include "load/submission/submission_text.h"

namespace kaohe {
namespace {

// Columns of numbers that every spreadsheet has.
constexpr std::array<std::string_view, 8> kCounters = {"序号", "编号", "排名", "名次", "no", "no.", "#", "rank"};

bool is_counter(std::string_view header) {
  const std::string key = name_key(header);
  for (const std::string_view counter : kCounters) {
    if (key == counter) return true;
  }
  return false;
}

void tell_unknown_indicator(Problems& problems, const Column& column, const Phrase& hint) {
  if (column.header.empty()) {
    problems.add("column-unknown", column.place, {}, {"有数值的一列没有列名，该列未读取", "a column of numbers has no name and is not read"},
                 {"补上指标名称", "name its indicator"});
    return;
  }
  problems.add("indicator-unknown", column.place, kept(column.header),
               {"列名“" + shown(column.header) + "”不是已知指标，该列未读取",
                "the header \"" + shown(column.header) + "\" is not a known indicator, its column is not read"},
               hint);
}

void tell_unknown_period(Problems& problems, const Column& column) {
  problems.add("column-unknown", column.place, kept(column.header),
               {"列名“" + shown(column.header) + "”不是时期，该列的数值未读取",
                "the header \"" + shown(column.header) + "\" is not a period, the numbers below it are not read"},
               {"填写如 2020、2020年、2020年第3季度", "write it as 2020, 2020-Q3 or 2020-07"});
}

}  // namespace

void FigureRows::watch_unknown_columns(const Row& row) {
  for (std::size_t i = 0; i < unknown_columns_.size(); ++i) {
    if (has_number_[i] != 0) continue;
    const std::string_view text = text_at(row, unknown_columns_[i]);
    if (text.empty() || read_cell(text, work_.words).state != CellState::kValue) continue;
    has_number_[i] = 1;
    std::erase(watched_, unknown_columns_[i]);
  }
}

void FigureRows::finish() {
  values_.finish();
  keys_.finish(work_.problems);
  std::vector<const Column*> ignored;
  for (std::size_t i = 0; i < unknown_columns_.size(); ++i) {
    const Column& column = layout_.columns[unknown_columns_[i]];
    const bool wide_by_indicator = layout_.kind == LayoutKind::kWideIndicators || layout_.kind == LayoutKind::kWideIndicatorYears;
    const Phrase hint = wide_by_indicator && !column.header.empty() ? work_.names.indicator_hint(split_brackets(column.header).name) : Phrase{};
    const bool suspicious = (has_number_[i] != 0 && !is_counter(column.header)) || !hint.empty();
    if (suspicious && wide_by_indicator) {
      tell_unknown_indicator(work_.problems, column, hint);
    } else if (suspicious) {
      tell_unknown_period(work_.problems, column);
    } else if (!column.header.empty()) {
      ignored.push_back(&column);
    }
  }
  tell_ignored(ignored, work_.problems);
}

}  // namespace kaohe

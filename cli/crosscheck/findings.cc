// SPDX-License-Identifier: Apache-2.0
#include "crosscheck/findings.h"

#include <algorithm>

namespace kaohe {

// A column that has so many in this range alone is full by then, or its file was before.
bool Findings::counted(const Place& place) {
  if (place.row == 0) return false;
  Column& column = columns_[{place.file, place.field}];
  if (column.listed < Problems::kListedInColumn) return false;
  column.last = column.more == 0 ? place : std::max(column.last, place);
  ++column.more;
  return true;
}

void Findings::add(const Place& place, std::string text, Phrase message) {
  if (place.row != 0) ++columns_[{place.file, place.field}].listed;
  listed_.push_back({place, std::move(text), std::move(message)});
}

void Findings::tell(std::string_view code, const Phrase& hint, Problems& problems) && {
  for (Finding& finding : listed_) problems.add(code, finding.place, std::move(finding.text), std::move(finding.message), hint);
  for (const auto& [where, column] : columns_) {
    if (column.more > 0) problems.count_more(code, column.last, column.more);
  }
}

}  // namespace kaohe

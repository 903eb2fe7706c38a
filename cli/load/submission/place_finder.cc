// SPDX-License-Identifier: Apache-2.0
#include "load/submission/place_finder.h"

#include <algorithm>
#include <iterator>

#include "load/submission/submission_work.h"

namespace kaohe {
namespace {

using Places = std::vector<Place*>;

// The window that a row stands in, or the one before: a row that a window cut off begins the next.
const WindowMark& window_of(const std::vector<WindowMark>& windows, std::uint32_t row) {
  const auto behind = std::upper_bound(windows.begin(), windows.end(), row, [](std::uint32_t of, const WindowMark& mark) { return of < mark.number; });
  return behind == windows.begin() ? windows.front() : *std::prev(behind);
}

// [first, end) are of one file, by row.
void complete_in(const PlaceFinder::File& file, Places::const_iterator first, Places::const_iterator end) {
  Problems told_before;
  TextStream stream(*file.bytes, file.survey, file.window);
  Row row;
  while (first != end) {
    const WindowMark& mark = window_of(file.windows, (*first)->row);
    stream.seek(mark.offset);
    Reader reader(stream, (*first)->file, file.separator, told_before, mark);
    while (first != end && window_of(file.windows, (*first)->row).number == mark.number && reader.next(row)) {
      for (; first != end && (*first)->row == row.number; ++first) **first = place_at(row, (*first)->field - 1);
    }
    while (first != end && (*first)->row <= row.number) ++first;  // not there any more: they stay as they are
  }
}

}  // namespace

void PlaceFinder::complete(const std::vector<Place*>& places) const {
  Places wanted;
  std::copy_if(places.begin(), places.end(), std::back_inserter(wanted),
               [this](const Place* place) { return place->column == 0 && place->row > 0 && place->field > 0 && files_.count(place->file) > 0; });
  std::sort(wanted.begin(), wanted.end(), [](const Place* a, const Place* b) { return a->file != b->file ? a->file < b->file : a->row < b->row; });
  for (auto first = wanted.begin(); first != wanted.end();) {
    const std::uint32_t of = (*first)->file;
    const auto end = std::find_if(first, wanted.end(), [of](const Place* place) { return place->file != of; });
    complete_in(files_.at(of), first, end);
    first = end;
  }
}

}  // namespace kaohe

// SPDX-License-Identifier: Apache-2.0
// Cells for people: the Excel name first, then the line. Cells that follow each other down a column or along a row are
// told as Excel tells a range (Y3:Y102), so that a province's hundred counties are one entry.
#include <fmt/format.h>

#include "base/text.h"
#include "report/text/text_parts.h"

namespace kaohe {
namespace {

struct Run {
  Place first, last;
  std::size_t cells = 1;
};

bool follows(const Run& run, const Place& next) {
  if (next.file != run.last.file || run.last.field == 0) return false;
  const bool down = next.field == run.last.field && next.row == run.last.row + 1;
  const bool along = next.row == run.last.row && next.field == run.last.field + 1;
  if (run.cells == 1) return down || along;
  return run.first.field == run.last.field ? down : along;
}

// How many there are, and the first `most` of them.
struct Runs {
  std::vector<Run> first;
  std::size_t count = 0;
};

Runs runs_of(const std::vector<Place>& places, std::size_t most) {
  Runs out;
  Run run;
  for (const Place& place : places) {
    if (out.count > 0 && follows(run, place)) {
      run.last = place;
      ++run.cells;
    } else {
      run = {place, place};
      ++out.count;
    }
    if (out.count > most) continue;
    out.first.resize(out.count);
    out.first.back() = run;
  }
  return out;
}

std::string run_text(const Page& page, const Run& run) {
  std::string out = excel_cell(run.first);
  if (run.cells > 1) out += ":" + excel_cell(run.last);
  const std::uint32_t from = run.first.line;
  const std::uint32_t to = run.last.line;
  if (from == 0) return out;
  if (from == to) return out + page.say({fmt::format("（第 {} 行）", from), fmt::format(" (line {})", from)});
  return out + page.say({fmt::format("（第 {} 至 {} 行）", from, to), fmt::format(" (lines {} to {})", from, to)});
}

}  // namespace

std::string place_text(const Page& page, const Report& report, const Place& place) {
  std::string file(report.problems.files.name(place));
  const std::string text(trim(run_text(page, {place, place})));
  if (text.empty()) return file;
  return file + (text.starts_with("（") ? "" : " ") + text;
}

std::string place_list(const Page& page, const Report& report, const std::vector<Place>& places, std::size_t most) {
  const Runs all = runs_of(places, most);
  const std::vector<Run>& runs = all.first;
  std::string out;
  for (std::size_t i = 0; i < runs.size(); ++i) {
    if (i > 0) out += page.say({"、", ", "});
    if (i == 0 || runs[i].first.file != runs[i - 1].first.file) out += std::string(report.problems.files.name(runs[i].first)) + " ";
    out += run_text(page, runs[i]);
  }
  if (all.count > most) out += page.say({"等", " …"});
  if (all.count > most || places.size() > all.count) {
    out += page.say({fmt::format("，共 {} 个单元格", places.size()), fmt::format(", {} cells in all", places.size())});
  }
  return out;
}

}  // namespace kaohe

// SPDX-License-Identifier: Apache-2.0
#include "load/submission/figure_store.h"

#include <algorithm>
#include <span>
#include <utility>

#include "load/submission/submission_text.h"

namespace kaohe {
namespace {

constexpr std::size_t kMostMeetings = 4096;  // told in the order of the file, as long as there are no more

std::uint64_t& of_state(CellCount& cells, CellState state) {
  return state == CellState::kValue ? cells.figures : state == CellState::kMissing ? cells.missing : cells.invalid;
}

std::string number_text(const Figure& figure) { return figure.written.text() + " " + figure.unit; }

}  // namespace

void FigureStore::begin(std::uint32_t file) {
  file_ = file;
  if (accounts_.size() <= file) accounts_.resize(file + 1);
}

void FigureStore::count(const Figure& figure, std::int64_t by) {
  of_state(account_of(figure), figure.state) += static_cast<std::uint64_t>(by);
}

void FigureStore::add(Figure&& figure) {
  CellCount& cells = account_of(figure);
  ++cells.values;
  count(figure, 1);
  const Place place = figure.place;
  const CellState state = figure.state;
  const Period period = figure.period;
  if (builder_.add(std::move(figure))) return;
  --of_state(cells, state);
  ++cells.invalid;
  problems_.add("period-too-many", place, period.text(),
                {"不同的时期过多（超过 65536 个），“" + period.text() + "”的数据未读取", "more than 65536 different periods, the figure of \"" + period.text() + "\" is not read"},
                {"检查时期列是否填错", "check whether the column of periods is what it should be"});
}

void FigureStore::add_plain(const PlainLog& log, const PlainStretch& stretch, std::uint32_t row) {
  CellCount& account = accounts_[file_];
  const std::uint64_t values = stretch.end_cell - stretch.first_cell;
  account.values += values;
  account.missing += stretch.missing;
  account.invalid += stretch.invalid;
  account.figures += values - stretch.missing - stretch.invalid;
  FigureCells& cells = builder_.cells();
  std::size_t at = stretch.first_cell;
  for (std::size_t i = stretch.first_run; i < stretch.end_run; ++i) {
    constexpr std::size_t kAhead = 16;
    if (i + kAhead < stretch.end_run) cells.await(log.runs[i + kAhead].region);
    const PlainLog::Run run = log.runs[i];
    const std::span of_run = std::span(log.cells).subspan(at, run.cells);
    stretch.has_large ? builder_.append(run.region, of_run, row, log.large) : cells.append(run.region, of_run, row);
    at += run.cells;
  }
}

void FigureStore::forget_file() {
  builder_.forget(file_);
  accounts_[file_] = {};
}

// The outcome for the key must not depend on which of the cells came first.
Figure FigureStore::settle(std::vector<Figure>& same) {
  for (const Figure& figure : same) count(figure, -1);
  count(same.front(), 1);
  Figure held = std::move(same.front());
  for (std::size_t i = 1; i < same.size(); ++i) meet(held, std::move(same[i]));
  return held;
}

void FigureStore::meet(Figure& held, Figure&& figure) {
  CellCount& cells = account_of(figure);
  if (figure.state == CellState::kMissing) {
    ++cells.missing;
    return;
  }
  if (held.state == CellState::kMissing) {
    ++of_state(cells, figure.state);
    held = std::move(figure);
    return;
  }
  if (held.state == CellState::kValue && figure.state == CellState::kValue && held.value == figure.value) {
    ++cells.repeated;
    note(held, figure, false);
    return;
  }
  ++cells.invalid;
  if (held.state == CellState::kInvalid && figure.state == CellState::kInvalid) return;
  note(held, figure, true);
  if (held.state == CellState::kValue) {
    --account_of(held).figures;
    ++account_of(held).invalid;
    held.state = CellState::kInvalid;
  }
}

void FigureStore::note(const Figure& first, const Figure& later, bool conflict) {
  meetings_.push_back({first, later, conflict});
  if (meetings_.size() >= kMostMeetings) tell_meetings();
}

void FigureStore::tell_meetings() {
  std::stable_sort(meetings_.begin(), meetings_.end(), [](const Meeting& a, const Meeting& b) { return a.later.place < b.later.place; });
  std::vector<Place*> places;
  for (Meeting& meeting : meetings_) places.push_back(&meeting.later.place);
  if (*complete_places_) (*complete_places_)(places);
  for (const Meeting& meeting : meetings_) meeting.conflict ? tell_conflict(meeting.first, meeting.later) : tell_repeated(meeting.first, meeting.later);
  meetings_.clear();
}

FigureTable FigureStore::finish(std::vector<Input>& inputs, const CompletePlaces& complete_places, Crew& crew) {
  complete_places_ = &complete_places;
  FigureTable table = builder_.build([this](std::vector<Figure>& same) { return settle(same); }, crew);
  tell_meetings();
  for (Input& input : inputs) {
    if (input.file_number >= accounts_.size()) continue;
    const CellCount& more = accounts_[input.file_number];
    input.cells.values += more.values;
    input.cells.figures += more.figures;
    input.cells.missing += more.missing;
    input.cells.invalid += more.invalid;
    input.cells.repeated += more.repeated;
  }
  return table;
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

}  // namespace kaohe

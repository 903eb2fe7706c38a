// SPDX-License-Identifier: Apache-2.0
#include "model/report.h"

#include <algorithm>

namespace kaohe {

namespace {

struct Named {
  std::string_view word;
  Phrase name;
};

const Named& named(Outcome outcome) {
  static const std::array<Named, kOutcomes.size()> all = {{{"pass", {"达标", "pass"}},
                                                           {"fail", {"未达标", "fail"}},
                                                           {"missing", {"缺数据", "missing"}},
                                                           {"invalid", {"数据无效", "invalid"}},
                                                           {"not-due", {"未到期", "not due"}},
                                                           {"exempt", {"不适用", "exempt"}},
                                                           {"waived", {"豁免(已批准)", "waived"}}}};
  return all[static_cast<std::size_t>(outcome)];
}

const Named& named(Outlook outlook) {
  static const std::array<Named, 4> all = {{{"met-early", {"提前达标", "met early"}},
                                            {"on-track", {"进度正常", "on track"}},
                                            {"off-track", {"进度滞后", "off track"}},
                                            {"unknown", {"无法判断", "unknown"}}}};
  return all[static_cast<std::size_t>(outlook)];
}

const Named& named(Change change) {
  static const std::array<Named, kChanges.size()> all = {{{"new", {"新增", "new"}},
                                                          {"still", {"依旧", "still"}},
                                                          {"changed", {"有变化", "changed"}},
                                                          {"fixed", {"已改正", "fixed"}},
                                                          {"gone", {"不再判定", "no longer applies"}}}};
  return all[static_cast<std::size_t>(change)];
}

const Named& named(Course course) {
  static const std::array<Named, 5> all = {{{"better", {"好转", "better"}},
                                            {"worse", {"变差", "worse"}},
                                            {"same", {"未变", "the same"}},
                                            {"other", {"有变化", "changed"}},
                                            {"unknown", {"无法比较", "cannot be told"}}}};
  return all[static_cast<std::size_t>(course)];
}

void add_places(Verdict& verdict, std::vector<Place*>& places) {
  const auto take = [&places](std::vector<Place>& of) {
    for (Place& place : of) places.push_back(&place);
  };
  if (!verdict.figures->empty()) take(verdict.figures.edit());
  if (!verdict.missing->empty()) {
    for (Lack& lack : verdict.missing.edit()) places.push_back(&lack.place);
  }
  for (Shared<std::vector<Step>>* steps : {&verdict.steps, &verdict.intervals, &verdict.tests}) {
    if ((*steps)->empty()) continue;
    for (Step& step : steps->edit()) take(step.places);
  }
}

}  // namespace

std::string_view word(Outcome outcome) { return named(outcome).word; }
const Phrase& name(Outcome outcome) { return named(outcome).name; }
std::string_view word(Outlook outlook) { return named(outlook).word; }
const Phrase& name(Outlook outlook) { return named(outlook).name; }

std::string_view word(Change change) { return named(change).word; }
const Phrase& name(Change change) { return named(change).name; }

std::string_view word(Course course) { return named(course).word; }
const Phrase& name(Course course) { return named(course).name; }

std::string_view word(FailOn fail_on) {
  switch (fail_on) {
    case FailOn::kFail: return "fail";
    case FailOn::kMissing: return "missing";
    case FailOn::kDisputed: return "disputed";
    case FailOn::kOffTrack: return "off-track";
    case FailOn::kNew: break;
  }
  return "new";
}

std::string_view word(DecidedBy by) {
  switch (by) {
    case DecidedBy::kFigure: return "figure";
    case DecidedBy::kParts: return "parts";
    case DecidedBy::kRecord: return "record";
    case DecidedBy::kBounds: break;
  }
  return "bounds";
}

Verdict Report::verdict(std::size_t number) const {
  const Brief& brief = verdicts[number];
  if (const Verdict* kept = verdicts.kept(brief)) return *kept;
  if (!places_told || !complete_places) return verdicts.teller()->tell(*this, brief);
  if (number < ahead_.first || number - ahead_.first >= ahead_.verdicts.size()) ahead_ = made_from(number);
  return ahead_.verdicts[number - ahead_.first];
}

Report::Ahead Report::made_from(std::size_t number) const {
  constexpr std::size_t kMost = 1U << 16;
  Ahead ahead{number, {}};
  std::vector<Place*> places;
  const std::size_t count = std::min(kMost, verdicts.size() - number);
  ahead.verdicts.reserve(count);
  for (std::size_t i = number; i < number + count; ++i) {
    const Verdict* kept = verdicts.kept(verdicts[i]);
    ahead.verdicts.push_back(kept != nullptr ? Verdict{} : verdicts.teller()->tell(*this, verdicts[i]));
    add_places(ahead.verdicts.back(), places);
  }
  complete_places(places);
  return ahead;
}

Verdict VerdictRange::Iterator::operator*() const { return range_->report_.verdict(at_); }

VerdictRange::Iterator VerdictRange::end() const { return {this, report_.verdicts.size()}; }

std::size_t VerdictRange::wanted_from(std::size_t at) const {
  const std::size_t size = report_.verdicts.size();
  while (which_ == Which::kTold && at < size && !report_.in_reading(report_.verdicts[at])) ++at;
  return at;
}

std::size_t VerdictRange::size() const {
  const auto wanted = [this](const Brief& brief) { return which_ == Which::kAll || report_.in_reading(brief); };
  return static_cast<std::size_t>(std::count_if(report_.verdicts.begin(), report_.verdicts.end(), wanted));
}

void complete_places(Report& report) {
  if (!report.complete_places) return;
  report.places_told = true;
  std::vector<Place*> places = report.problems.places();
  for (const Brief& brief : report.verdicts) {
    if (Verdict* kept = report.verdicts.kept(brief)) add_places(*kept, places);
  }
  for (Ranking& ranking : report.rankings) {
    for (Ranked& unit : ranking.units) places.push_back(&unit.place);
  }
  for (TenureRow& row : report.tenure.rows) places.insert(places.end(), {&row.from_place, &row.to_place});
  report.complete_places(places);
}

}  // namespace kaohe

// SPDX-License-Identifier: Apache-2.0
#include "judge/duty_decider.h"

#include <algorithm>

namespace kaohe {
namespace {

// Was nothing handed in that could matter to this duty? `none` says it of the figures of an indicator, of anybody or of some unit;
// records are anybody's. Then it is the same for every unit of which that holds.
template <typename None>
bool nothing_handed_in(const Setting& setting, const Rule& rule, const Duty& duty, const None& none) {
  switch (duty.test.kind) {
    case TestKind::kThreshold: return none(duty.indicator) && none(duty.test.target.reference) && duty.local.empty();
    case TestKind::kTrend: return none(duty.indicator);
    case TestKind::kRecord: return !setting.records.has_rule(rule.full_id);
    case TestKind::kCadence: return none(duty.indicator) && !setting.records.has_rule(rule.full_id);
    case TestKind::kAllOf: return std::all_of(duty.members.begin(), duty.members.end(), [&](const Duty& member) { return nothing_handed_in(setting, rule, member, none); });
    case TestKind::kUmbrella: break;
  }
  return false;
}

Brief not_due() {
  Brief brief;
  brief.outcome = Outcome::kNotDue;
  brief.has_outlook = true;
  brief.outlook_if_any = Outlook::kUnknown;
  return brief;
}

bool nothing_handed_in(const Setting& setting, const Rule& rule, const Duty& duty) {
  return nothing_handed_in(setting, rule, duty, [&setting](std::size_t indicator) { return indicator == kNoIndicator || !setting.resolver.handed_in(indicator); });
}

// Of units without any figure.
bool nothing_but_figures_matters(const Setting& setting, const Rule& rule, const Duty& duty) {
  return nothing_handed_in(setting, rule, duty, [](std::size_t) { return true; });
}

// Whether two figures can be compared depends on the unit, and with it what a trend lacks.
bool lacks_alike(const Duty& duty) {
  return duty.test.kind != TestKind::kTrend && std::all_of(duty.members.begin(), duty.members.end(), lacks_alike);
}

// There will be questions of the next unit's cells soon. They lie together, but far from those of this one, and are fetched part by part,
// between one question and the next: memory brings only so many at a time. They are in pages of their own, too, and whoever fetches from a
// page waits until it is found where that is. Of several it is found at the same time, so those of some units are asked for at once.
class Ahead {
 public:
  // There are `parts` questions of a unit.
  Ahead(PlainValues& plain, std::size_t indicator, std::size_t parts) : plain_(plain), indicator_(indicator), parts_(parts) {}

  // The questions are of this unit now, from that one on.
  void turn_to(const Unit& unit, const std::vector<Unit>& units, std::size_t part) {
    const auto at = static_cast<std::size_t>(&unit - units.data());
    left_ = at + 1 < units.size() ? cells_of(units[at + 1]) : Cells();
    left_ = left_.first(std::min(left_.size(), kMost));
    step_ = (left_.size() + parts_ - 1) / parts_;
    left_ = left_.subspan(std::min(part * step_, left_.size()));
    for (std::size_t i = at + kUnits; at % kUnits == 0 && i < std::min(at + 2 * kUnits, units.size()); ++i) find_pages(cells_of(units[i]));
  }

  void fetch() {
    const std::size_t step = std::min(step_, left_.size());
    for (std::size_t i = 0; i < step; i += kInLine) __builtin_prefetch(&left_[i]);
    left_ = left_.subspan(step);
  }

 private:
  using Cells = std::span<const FigureCell>;
  static constexpr std::size_t kMost = 256, kInLine = 64 / sizeof(FigureCell), kUnits = 4;

  [[nodiscard]] Cells cells_of(const Unit& unit) { return plain_.cells_of(indicator_, unit.region); }
  static void find_pages(Cells cells) {
    if (cells.empty()) return;
    __builtin_prefetch(&cells.front());
    __builtin_prefetch(&cells.back());
  }

  PlainValues& plain_;
  std::size_t indicator_, parts_;
  Cells left_;
  std::size_t step_ = 0;
};

}  // namespace

DutyDecider::DutyDecider(const Setting& setting, Judged& judged, Verdicts& store)
    : setting_(setting), plan_(setting.catalog.plans[judged.plan]), rule_(plan_.rules[judged.rule]), duty_(rule_.duty(judged.reading)),
      nothing_(nothing_handed_in(setting, rule_, duty_)), nothing_of_silent_(nothing_ || nothing_but_figures_matters(setting, rule_, duty_)),
      judged_(judged), store_(store) {
  for (const Slot& slot : schedule(setting, plan_, duty_)) add(slot);
}

// Where they are decided: each thread fetches its own memory.
void DutyDecider::make_room() {
  std::size_t all = 0;
  for (const At& at : at_) all += at.units->size();
  judged_.briefs.resize(all);
}

void DutyDecider::add(const Slot& slot) {
  const Units units = units_or_nobody(setting_, plan_, duty_.who, slot.due.value_or(setting_.as_of));
  at_.push_back({slot, units, store_.add(batch_of(judged_, rule_, slot)), {}});
  setting_.decided.of(at_.back().batch).units = units;
}

// what(verdict, at, unit): of the same units each in all its periods, for the figures of a unit lie side by side.
template <typename Do>
void DutyDecider::in_order(const Do& what) {
  std::uint32_t number = 0;
  const bool alike = std::all_of(at_.begin(), at_.end(), [this](const At& at) { return at.units == at_.front().units; });
  if (alike && !at_.empty()) {
    for (const Unit& unit : *at_.front().units) {
      for (std::size_t i = 0; i < at_.size(); ++i) what(number++, i, unit);
    }
    return;
  }
  for (std::size_t i = 0; i < at_.size(); ++i) {
    for (const Unit& unit : *at_[i].units) what(number++, i, unit);
  }
}

void DutyDecider::at_a_glance(PlainValues& plain) {
  make_room();
  std::vector<PlainThreshold> thresholds;
  if (!nothing_ && duty_.test.kind == TestKind::kThreshold) {
    thresholds.reserve(at_.size());
    for (const At& at : at_) thresholds.emplace_back(setting_, plain, plan_, duty_, at.slot);
  }
  const Unit* before = nullptr;  // a unit's periods follow one another
  bool has_figures = false;
  Ahead ahead(plain, duty_.indicator, at_.size());
  in_order([&](std::uint32_t number, std::size_t at, const Unit& unit) {
    if (&unit != before) {
      has_figures = !thresholds.empty() && unit.exempt.empty() && unit.unknown.empty() && !nothing_of(unit);
      if (has_figures) ahead.turn_to(unit, *at_[at].units, at);
    }
    ahead.fetch();
    before = &unit;
    Brief& brief = judged_.briefs[number];
    if (!(has_figures ? thresholds[at].decide(unit.region, brief) : settle(at_[at], unit, brief))) left_.push_back(number);
    brief.region = unit.region;
    brief.batch = at_[at].batch;
  });
  glanced_ = true;
}

void DutyDecider::with_care() {
  if (glanced_ && left_.empty() && duty_.who.items.empty()) return;
  if (!glanced_) make_room();
  std::vector<std::uint16_t> items;
  for (const std::string& item : duty_.who.items) items.push_back(store_.item_number(item));
  auto left = left_.begin();
  in_order([&](std::uint32_t number, std::size_t at, const Unit& unit) {
    Brief& brief = judged_.briefs[number];
    if (!glanced_ || (left != left_.end() && *left == number)) {
      brief = careful(at_[at], unit);
      brief.region = unit.region;
      brief.batch = at_[at].batch;
      if (glanced_) ++left;
    }
    // Each region has a unit of each item, in their order.
    if (!unit.item.empty()) brief.item = items[static_cast<std::size_t>(&unit - at_[at].units->data()) % items.size()];
  });
}

bool DutyDecider::settle(At& at, const Unit& unit, Brief& brief) const {
  if (!unit.exempt.empty()) {
    brief.outcome = Outcome::kExempt;
    return true;
  }
  if (!unit.unknown.empty()) {
    brief = undecided(at.slot.due);
    return true;
  }
  if (!nothing_of(unit)) return false;
  if (!at.nothing) {
    at.nothing = of_nothing(duty_, at.slot);
    if (!at.nothing) return false;
    at.nothing->nothing = at.nothing->outcome == Outcome::kMissing && lacks_alike(duty_);
  }
  brief = *at.nothing;
  return true;
}

std::optional<Brief> DutyDecider::of_nothing(const Duty& duty, const Slot& slot) const {
  switch (duty.test.kind) {
    case TestKind::kThreshold:
    case TestKind::kRecord: return undecided(slot.due);
    case TestKind::kTrend: {
      const std::optional<Period> base = base_of(duty.test.trend, slot.period);
      if (!base) return Brief();
      return undecided(duty.test.trend.step_by_step ? next_period(*base).last : slot.due);
    }
    case TestKind::kAllOf: {
      OutcomeCount outcomes{};
      for (const Duty& member : duty.members) {
        for (const Slot& of_member : slots_of(setting_, plan_, duty, slot, member)) {
          const std::optional<Brief> one = of_nothing(member, of_member);
          if (!one) return std::nullopt;
          count(outcomes, one->outcome);
        }
      }
      return all_of(outcomes) == Outcome::kMissing ? Brief() : not_due();
    }
    default: return std::nullopt;
  }
}

// Units of which nothing was handed in fare as the first of them does.
Brief DutyDecider::careful(At& at, const Unit& unit) {
  const bool nothing = glanced_ && nothing_of(unit);
  if (nothing && at.nothing) return *at.nothing;
  setting_.resolver.forget_much();
  Brief brief = brief_of(judge_unit({setting_, plan_, rule_, duty_, unit, at.slot}));
  if (nothing) {
    brief.nothing = brief.outcome == Outcome::kMissing && lacks_alike(duty_);
    at.nothing = brief;
  }
  return brief;
}

// What is due is missing, and what is not may turn out any way.
Brief DutyDecider::undecided(const std::optional<Date>& due) const { return !due || *due <= setting_.as_of ? Brief() : not_due(); }

}  // namespace kaohe

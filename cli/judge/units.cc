// SPDX-License-Identifier: Apache-2.0
// Who is judged: the units that exist on the day the rule is due, narrowed by attributes of the register. Codes that a
// rule names are followed to what has become of them. Where membership is not known the unit is judged all the same
// and found missing: never guessed, never exempt.
#include <algorithm>
#include <map>
#include <tuple>

#include <fmt/format.h>

#include "judge/setting.h"

namespace kaohe {
namespace {

// What the entry has become by `day`: itself, its heir, or all that it was divided into.
void follow(const Register& regions, std::uint32_t entry, const Date& day, std::vector<std::uint32_t>& found, int depth = 0) {
  constexpr int kMostChanges = 8;
  if (const auto now = regions.in_lineage(entry, day)) {
    found.push_back(*now);
    return;
  }
  const Region& last = regions[regions[entry].lineage];
  if (!last.to || day < last.from || depth >= kMostChanges) return;
  for (const Successor& heir : last.successors) {
    if (heir.transfer_year != 0) continue;
    if (const auto next = regions.find_code(heir.code, *last.to)) follow(regions, *next, day, found, depth + 1);
  }
}

std::vector<std::uint32_t> named(const Register& regions, const std::vector<std::string>& codes, const Date& issued,
                                 const Date& day) {
  std::vector<std::uint32_t> found;
  for (const std::string& code : codes) {
    if (const auto entry = regions.find_code(code, issued)) follow(regions, *entry, day, found);
  }
  return found;
}

Phrase not_known(const Register& regions, const Attributes& attributes) {
  const Zone* zone = regions.find_zone(attributes.zone);
  const Phrase name = zone != nullptr ? zone->name : Phrase{attributes.zone, attributes.zone};
  return {fmt::format("“{}”名单不完整，无法确定该单位是否属于其中", name.zh),
          fmt::format("the list of \"{}\" is not complete: whether the unit belongs to it is not known", name.en)};
}

Phrase excepted(const Register& regions, const Attributes& attributes) {
  const Zone* zone = attributes.zone.empty() ? nullptr : regions.find_zone(attributes.zone);
  if (zone == nullptr) return {"条款不适用于该单位", "the rule does not apply to this unit"};
  return {fmt::format("属于“{}”，不适用", zone->name.zh), fmt::format("exempt as a member of \"{}\"", zone->name.en)};
}

}  // namespace

struct UnitFinder::Known {
  struct Found {
    Who who;
    std::map<Date, Units> by_day;
  };
  std::map<std::pair<std::uint32_t, Date>, std::vector<std::uint32_t>> below;          // everything in a home
  std::map<std::tuple<std::uint32_t, Each, Date>, std::vector<std::uint32_t>> groups;  // of it, by home
  std::map<std::pair<std::string, Date>, std::vector<Found>> found;  // by the plan's region and day of issue
  std::map<std::string, std::vector<bool>> zones;                    // the lineages of their members
};

UnitFinder::UnitFinder(const Register& regions) : regions_(regions), known_(std::make_shared<Known>()) {}

Membership UnitFinder::matches(std::uint32_t unit, const Attributes& attributes, const std::vector<std::uint32_t>& listed) {
  const std::string& kind = regions_[unit].kind;
  if (!attributes.kinds.empty() && std::find(attributes.kinds.begin(), attributes.kinds.end(), kind) == attributes.kinds.end()) return Membership::kNo;
  if (!attributes.regions.empty() && std::find(listed.begin(), listed.end(), unit) == listed.end()) return Membership::kNo;
  if (attributes.zone.empty()) return Membership::kYes;
  const Zone* zone = regions_.find_zone(attributes.zone);
  if (zone == nullptr) return Membership::kUnknown;
  const auto [lineages, is_new] = known_->zones.try_emplace(attributes.zone);
  if (is_new) lineages->second = regions_.lineages_in(*zone);
  return regions_.member_of(unit, *zone, lineages->second);
}

std::vector<std::uint32_t> UnitFinder::bound(const Plan& plan, Each each, const std::vector<std::string>& codes, const Date& day) {
  if (each == Each::kNamed) return named(regions_, codes, plan.issued, day);
  const auto home = regions_.find_code(plan.region, plan.issued);
  if (!home) return {};
  const auto [group, is_new] = known_->groups.try_emplace({*home, each, day});
  if (!is_new) return group->second;
  if (each == Each::kProvince) return group->second = {*home};
  const auto [below, first_asked] = known_->below.try_emplace({*home, day});
  if (first_asked) below->second = regions_.descendants(*home, day);
  return group->second = units_among(regions_, below->second, each);
}

Units UnitFinder::find(const Plan& plan, const Who& who, const Date& day) {
  std::vector<Known::Found>& all = known_->found[{plan.region, plan.issued}];
  auto of = std::find_if(all.begin(), all.end(), [&who](const Known::Found& found) { return found.who == who; });
  if (of == all.end()) of = all.insert(all.end(), {who, {}});
  const auto [at, is_new] = of->by_day.try_emplace(day);
  if (!is_new) return at->second;
  auto units = std::make_shared<std::vector<Unit>>(look(plan, who, day));
  for (const auto& [other, known] : of->by_day) {
    if (known && *known == *units) return at->second = known;
  }
  return at->second = std::move(units);
}

std::vector<Unit> UnitFinder::look(const Plan& plan, const Who& who, const Date& day) {
  const Register& regions = regions_;  // by code
  std::vector<std::uint32_t> entries = bound(plan, who.each, who.codes, day);
  for (const Each also : who.also) {
    const std::vector<std::uint32_t> more = bound(plan, also, who.codes, day);
    entries.insert(entries.end(), more.begin(), more.end());
  }
  std::sort(entries.begin(), entries.end());
  entries.erase(std::unique(entries.begin(), entries.end()), entries.end());
  const std::vector<std::uint32_t> wanted = named(regions, who.where.regions, plan.issued, day);
  const std::vector<std::uint32_t> left_out = named(regions, who.except.regions, plan.issued, day);
  const Shared<Phrase> exempt = who.except.empty() ? Phrase() : excepted(regions, who.except);
  const std::vector<Shared<std::string>> items(who.items.begin(), who.items.end());
  Shared<Phrase> in_unknown, out_unknown;  // made where it is needed, once
  std::vector<Unit> units;
  units.reserve(entries.size() * std::max<std::size_t>(items.size(), 1));
  for (const std::uint32_t entry : entries) {
    Unit unit{entry, {}, {}, {}};
    const Membership in = matches(entry, who.where, wanted);
    if (in == Membership::kNo) continue;
    if (in == Membership::kUnknown) unit.unknown = in_unknown.has_value() ? in_unknown : in_unknown = not_known(regions, who.where);
    const Membership out = who.except.empty() ? Membership::kNo : matches(entry, who.except, left_out);
    if (out == Membership::kUnknown) unit.unknown = out_unknown.has_value() ? out_unknown : out_unknown = not_known(regions, who.except);
    if (out == Membership::kYes) {
      unit.exempt = exempt;
      unit.unknown.reset();
    }
    if (items.empty()) units.push_back(unit);
    for (const Shared<std::string>& item : items) {
      unit.item = item;
      units.push_back(unit);
    }
  }
  return units;
}

}  // namespace kaohe

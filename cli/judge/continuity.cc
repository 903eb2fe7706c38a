// SPDX-License-Identifier: Apache-2.0
#include "judge/continuity.h"

#include <algorithm>

#include <fmt/format.h>

namespace kaohe {
namespace {

bool between(const Date& day, const Date& from, const Date& to) { return from < day && day <= to; }

// Another unit that ended in between and became part of `unit`.
const Region* absorbed_by(const Register& regions, const Region& unit, const Date& from, const Date& to) {
  for (const Region& ended : regions.regions) {
    if (!ended.to || !between(*ended.to, from, to) || ended.lineage == unit.lineage) continue;
    const bool into = std::any_of(ended.successors.begin(), ended.successors.end(), [&unit](const Successor& heir) {
      return heir.code == unit.code && heir.transfer_year == 0;
    });
    if (into) return &ended;
  }
  return nullptr;
}

void tell_transfers(const Register& regions, const Region& unit, const Date& from, const Date& to, Phrase& note) {
  for (const Region& other : regions.regions) {
    for (const Successor& heir : other.successors) {
      const bool in_time = heir.transfer_year > from.year && heir.transfer_year <= to.year;
      if (!in_time || (other.lineage != unit.lineage && heir.code != unit.code)) continue;
      const auto receiver = regions.find_code(heir.code, to);
      const std::string to_name = receiver ? regions[*receiver].name : heir.code;
      note.zh += fmt::format("{}{}年{}部分区域划入{}", note.zh.empty() ? "" : "；", heir.transfer_year, other.name, to_name);
      note.en += fmt::format("{}in {} part of {} went to {}", note.en.empty() ? "" : "; ", heir.transfer_year, other.name, to_name);
    }
  }
}

}  // namespace

Continuity continuity(const Register& regions, std::uint32_t entry, const Date& from, const Date& to) {
  const Region& unit = regions[entry];
  Continuity result;
  if (unit.level == RegionLevel::kProvince) return result;
  if (!regions.in_lineage(entry, from)) {
    result.broken = true;
    result.reason = {fmt::format("{}于{}设立，{}尚无同口径单位", unit.name, unit.from.text(), from.text()),
                     fmt::format("{} was set up on {}: no comparable unit on {}", unit.name, unit.from.text(), from.text())};
    return result;
  }
  if (const Region* part = absorbed_by(regions, unit, from, to)) {
    result.broken = true;
    result.reason = {fmt::format("{}于{}并入{}，前后数据不可比", part->name, part->to->text(), unit.name),
                     fmt::format("{} was merged into {} on {}: the figures before and after cannot be compared", part->name,
                                 unit.name, part->to->text())};
    return result;
  }
  tell_transfers(regions, unit, from, to, result.note);
  return result;
}

}  // namespace kaohe

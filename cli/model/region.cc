// SPDX-License-Identifier: Apache-2.0
#include "model/region.h"

#include <algorithm>

namespace kaohe {
namespace {

bool administrative(const Region& region) {
  return region.level == RegionLevel::kProvince || region.level == RegionLevel::kPrefecture ||
         region.level == RegionLevel::kCounty;
}

const std::vector<std::uint32_t>& entries_of(const Register& all, std::string_view code) {
  static const std::vector<std::uint32_t> none;
  const auto found = all.by_code.find(code);
  return found == all.by_code.end() ? none : found->second;
}

// Days from `day` to the nearest day on which the region exists; it does not exist on `day`.
std::int64_t distance(const Region& region, const Date& day) {
  if (day < region.from) return days_between(day, region.from);
  return region.to ? days_between(*region.to, day) + 1 : 0;
}

void sort_by_code(std::vector<std::uint32_t>& entries) {
  std::sort(entries.begin(), entries.end());  // as the register is
  entries.erase(std::unique(entries.begin(), entries.end()), entries.end());
}

// The listed members of a basin or zone as they are on `day`.
void add_members(const Register& all, const Region& whole, const Date& day, std::vector<std::uint32_t>& out) {
  for (const std::string& code : whole.members) {
    const auto entry = all.find_code(code, day);
    const auto then = entry ? all.in_lineage(*entry, day) : std::nullopt;
    if (then) out.push_back(*then);
  }
}

// Everything one step below. A zone or basin that lies in a province has it as its parent without being a part of it:
// its land is counted in the counties already.
enum class Below { kParts, kEverything };

std::vector<std::uint32_t> step_down(const Register& all, std::uint32_t entry, const Date& day, Below which) {
  const Region& whole = all[all.in_lineage(entry, day).value_or(entry)];
  std::vector<std::uint32_t> below;
  add_members(all, whole, day, below);
  const auto parts = all.by_parent.find(whole.code);
  if (parts == all.by_parent.end() || whole.code.empty()) return below;
  for (const std::uint32_t i : parts->second) {
    const Region& region = all[i];
    if (!region.exists_on(day)) continue;
    if (which == Below::kParts && administrative(whole) && !administrative(region)) continue;
    below.push_back(i);
  }
  return below;
}

// By entry: could anything be one step below it, on any day? Most have nothing, and need not be looked up to find that out.
std::vector<bool> have_below(const Register& all) {
  std::vector<bool> out(all.regions.size());
  for (const auto& [code, parts] : all.by_parent) {
    for (const std::uint32_t entry : entries_of(all, code)) out[entry] = true;
  }
  for (std::uint32_t i = 0; i < all.regions.size(); ++i) out[i] = out[i] || !all[i].members.empty();
  return out;
}

// Lineages that `entry` is or was ever under, its own included.
std::set<std::uint32_t> lineages_above(const Register& all, std::uint32_t entry) {
  std::set<std::uint32_t> seen = {all.lineage_of(entry)};
  std::vector<std::uint32_t> waiting(seen.begin(), seen.end());
  while (!waiting.empty()) {
    const std::uint32_t lineage = waiting.back();
    waiting.pop_back();
    for (std::uint32_t i = 0; i < all.regions.size(); ++i) {
      if (all.lineage_of(i) != lineage || all[i].parent.empty()) continue;
      for (const std::uint32_t parent : entries_of(all, all[i].parent)) {
        if (seen.insert(all.lineage_of(parent)).second) waiting.push_back(all.lineage_of(parent));
      }
    }
  }
  return seen;
}

std::string_view province_of(const Register& all, std::uint32_t entry) {
  const Region* region = &all[entry];
  std::set<std::string_view> seen;
  while (region->level != RegionLevel::kProvince) {
    const auto& parents = entries_of(all, region->parent);
    if (parents.empty() || !seen.insert(region->code).second) return {};
    region = &all[parents.back()];
  }
  return region->code;
}

}  // namespace

std::string_view word(RegionLevel level) {
  switch (level) {
    case RegionLevel::kProvince: return "province";
    case RegionLevel::kPrefecture: return "prefecture";
    case RegionLevel::kCounty: return "county";
    case RegionLevel::kBasin: return "basin";
    case RegionLevel::kSection: return "section";
    case RegionLevel::kZone: break;
  }
  return "zone";
}

std::optional<std::uint32_t> Register::find_code(std::string_view code, const Date& day) const {
  std::optional<std::uint32_t> best;
  for (const std::uint32_t entry : entries_of(*this, code)) {
    if (regions[entry].exists_on(day)) return entry;
    if (!best || distance(regions[entry], day) < distance(regions[*best], day)) best = entry;
  }
  return best;
}

std::optional<std::uint32_t> Register::in_lineage(std::uint32_t entry, const Date& day) const {
  if (regions[entry].exists_on(day)) return entry;
  const std::uint32_t lineage = lineage_of(entry);
  for (std::uint32_t i = 0; i < regions.size(); ++i) {
    if (lineage_of(i) == lineage && regions[i].exists_on(day)) return i;
  }
  return std::nullopt;
}

std::vector<std::uint32_t> Register::children(std::uint32_t entry, const Date& day) const {
  std::vector<std::uint32_t> parts = step_down(*this, entry, day, Below::kParts);
  sort_by_code(parts);
  return parts;
}

std::vector<std::uint32_t> Register::descendants(std::uint32_t entry, const Date& day) const {
  const std::uint32_t self = in_lineage(entry, day).value_or(entry);
  const std::vector<bool> more = have_below(*this);
  std::vector<bool> seen(regions.size());
  seen[entry] = seen[self] = true;
  std::vector<std::uint32_t> found;
  std::vector<std::uint32_t> waiting = {entry};
  while (!waiting.empty()) {
    const std::uint32_t whole = waiting.back();
    waiting.pop_back();
    for (const std::uint32_t part : step_down(*this, whole, day, Below::kEverything)) {
      if (seen[part]) continue;
      seen[part] = true;
      found.push_back(part);
      if (more[part]) waiting.push_back(part);  // it exists on that day, and is looked for as it is
    }
  }
  sort_by_code(found);
  return found;
}

bool Register::within(std::uint32_t inner, std::uint32_t outer) const {
  const std::set<std::uint32_t> above = lineages_above(*this, inner);
  if (above.count(lineage_of(outer)) > 0) return true;
  for (const std::string& code : regions[outer].members) {
    for (const std::uint32_t member : entries_of(*this, code)) {
      if (above.count(lineage_of(member)) > 0) return true;
    }
  }
  return false;
}

std::vector<bool> Register::lineages_in(const Zone& zone) const {
  std::vector<bool> out(regions.size());
  for (const std::string& code : zone.members) {
    for (const std::uint32_t entry : entries_of(*this, code)) out[lineage_of(entry)] = true;
  }
  return out;
}

Membership Register::member_of(std::uint32_t entry, const Zone& zone, const std::vector<bool>& lineages) const {
  if (lineages[lineage_of(entry)]) return Membership::kYes;
  const std::string_view province = province_of(*this, entry);
  return !province.empty() && zone.complete.count(std::string(province)) > 0 ? Membership::kNo : Membership::kUnknown;
}

const Zone* Register::find_zone(std::string_view id) const {
  const auto found = std::find_if(zones.begin(), zones.end(), [id](const Zone& zone) { return zone.id == id; });
  return found == zones.end() ? nullptr : &*found;
}

}  // namespace kaohe

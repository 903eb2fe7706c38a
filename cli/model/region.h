// SPDX-License-Identifier: Apache-2.0
// The register of regions (data/regions.csv, zones): what existed when, and what became of it.
//
// One row is an *entry*: a code in one span of validity (360402 was 庐山区 until 2016-03-20 and is 濂溪区 since). Entries
// joined by pure succession (one ended whole, one heir born of it alone: 九江县 → 柴桑区) are one *lineage*: figures of
// either are figures of the same unit. Splits and mergers end a lineage; a mere transfer of land ("code[year]") does not.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/phrase.h"
#include "base/place.h"
#include "model/date.h"
#include "model/name_index.h"

namespace kaohe {

enum class RegionLevel : std::uint8_t { kProvince, kPrefecture, kCounty, kBasin, kSection, kZone };

[[nodiscard]] std::string_view word(RegionLevel level);  // "province", "prefecture", "county", "basin", "section", "zone"

inline constexpr std::uint32_t kNoRegion = UINT32_MAX;

struct Successor {
  std::string code;
  int transfer_year = 0;  // 0: the entry became (part of) it when it ended; else land moved in that year
};

struct Region {
  std::string code;
  std::string name;  // full name as registered
  RegionLevel level = RegionLevel::kCounty;
  std::string kind;  // 省, 地级市, 自治州, 地区, 市辖区, 县级市, 县, 自治县, 特区; own words for other levels
  std::string parent;  // code; empty at the top
  Date from;             // first day
  std::optional<Date> to;  // first day it is no more
  std::vector<Successor> successors;
  std::vector<std::string> other_names;  // short forms, former names
  std::string note;
  std::uint32_t lineage = kNoRegion;  // index of the newest entry of its lineage
  bool from_merger = false;  // born from a merger, a split or out of parts of others: no single forebear
  std::vector<std::string> members;  // codes; basins and zones
  bool members_known = true;         // false: the list of members is not known or not complete
  Place place;

  [[nodiscard]] bool exists_on(const Date& day) const { return from <= day && (!to || day < *to); }
};

// An attribute by which rules narrow their units ("former-poverty-county").
struct Zone {
  std::string id;
  Phrase name;
  std::set<std::string> members;   // codes as registered (any entry of a lineage)
  std::set<std::string> complete;  // codes of provinces within which the list is complete
  std::string source;
};

enum class Membership { kYes, kNo, kUnknown };

struct Register {
  std::vector<Region> regions;  // sorted by code, then from
  std::vector<Zone> zones;
  std::map<std::string, std::vector<std::uint32_t>, std::less<>> by_code;
  std::map<std::string, std::vector<std::uint32_t>, std::less<>> by_parent;  // code of the parent → entries
  NameIndex<std::uint32_t> by_name;  // name_key of every name and short form

  [[nodiscard]] const Region& operator[](std::uint32_t index) const { return regions[index]; }
  // The newest entry of its lineage; itself where the register told none.
  [[nodiscard]] std::uint32_t lineage_of(std::uint32_t entry) const {
    const std::uint32_t newest = regions[entry].lineage;
    return newest == kNoRegion ? entry : newest;
  }
  // The entry of `code` on `day`; else the nearest earlier or later entry of that code; nullopt for an unknown code.
  [[nodiscard]] std::optional<std::uint32_t> find_code(std::string_view code, const Date& day) const;
  // The entry of the same lineage that exists on `day`; nullopt where none does.
  [[nodiscard]] std::optional<std::uint32_t> in_lineage(std::uint32_t entry, const Date& day) const;
  // Direct parts on `day`, by code.
  [[nodiscard]] std::vector<std::uint32_t> children(std::uint32_t entry, const Date& day) const;
  // Every entry below (not itself) on `day`, by code; for basins and zones their members.
  [[nodiscard]] std::vector<std::uint32_t> descendants(std::uint32_t entry, const Date& day) const;
  // Is `inner` the same unit as `outer` or below it, at any time?
  [[nodiscard]] bool within(std::uint32_t inner, std::uint32_t outer) const;
  [[nodiscard]] Membership member_of(std::uint32_t entry, const Zone& zone) const { return member_of(entry, zone, lineages_in(zone)); }
  // The same, for who asks of many: `lineages` are those of the zone's members.
  [[nodiscard]] Membership member_of(std::uint32_t entry, const Zone& zone, const std::vector<bool>& lineages) const;
  [[nodiscard]] std::vector<bool> lineages_in(const Zone& zone) const;
  [[nodiscard]] const Zone* find_zone(std::string_view id) const;
};

}  // namespace kaohe

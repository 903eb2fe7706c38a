// SPDX-License-Identifier: Apache-2.0
#include "load/lineage.h"

#include <algorithm>

namespace kaohe {
namespace {

// Data begins here for both provinces: what is older needs no forebear.
constexpr Date kFirstData = {2010, 1, 1};

// The entry of `code` that begins on `day`.
std::uint32_t born_on(const Register& all, const std::string& code, const Date& day) {
  const auto entries = all.by_code.find(code);
  if (entries == all.by_code.end()) return kNoRegion;
  const auto found = std::find_if(entries->second.begin(), entries->second.end(),
                                  [&](std::uint32_t entry) { return all[entry].from == day; });
  return found == entries->second.end() ? kNoRegion : *found;
}

std::vector<std::string> whole_successors(const Region& region) {
  std::vector<std::string> codes;
  for (const Successor& successor : region.successors) {
    if (successor.transfer_year == 0) codes.push_back(successor.code);
  }
  return codes;
}

}  // namespace

void link_lineages(Register& all) {
  const auto count = static_cast<std::uint32_t>(all.regions.size());
  std::vector<int> named(count, 0);                   // ended entries that name it as a whole successor
  std::vector<std::uint32_t> heir(count, kNoRegion);  // of entries with one whole successor born that day
  for (std::uint32_t i = 0; i < count; ++i) {
    const Region& region = all[i];
    if (!region.to) continue;
    const std::vector<std::string> successors = whole_successors(region);
    for (const std::string& code : successors) {
      const std::uint32_t born = born_on(all, code, *region.to);
      if (born == kNoRegion) continue;
      ++named[born];
      if (successors.size() == 1) heir[i] = born;
    }
  }
  std::vector<bool> has_forebear(count, false);
  for (std::uint32_t i = 0; i < count; ++i) {
    if (heir[i] != kNoRegion && named[heir[i]] != 1) heir[i] = kNoRegion;
    if (heir[i] != kNoRegion) has_forebear[heir[i]] = true;
  }
  for (std::uint32_t i = 0; i < count; ++i) {
    std::uint32_t newest = i;
    while (heir[newest] != kNoRegion) newest = heir[newest];  // each heir begins later: no circle
    Region& region = all.regions[i];
    region.lineage = newest;
    const bool land = region.level == RegionLevel::kPrefecture || region.level == RegionLevel::kCounty;
    region.from_merger = land && region.from > kFirstData && !has_forebear[i];
  }
}

}  // namespace kaohe

// SPDX-License-Identifier: Apache-2.0
#include "compare/verdicts.h"

#include <map>
#include <tuple>

namespace kaohe {
namespace {

using UnitKey = std::tuple<std::size_t, std::string, std::string>;  // rule, code of the region, item
using Units = std::map<UnitKey, std::vector<std::size_t>>;          // indices of verdicts, in order

Units units_of(const Report& report) {
  Units out;
  for (std::size_t i = 0; i < report.verdicts.size(); ++i) {
    const Brief& brief = report.verdicts[i];
    const Batch& batch = report.verdicts.batch(brief);
    if (batch.indicative || !report.in_reading(brief)) continue;
    const Register& regions = report.catalog.regions;
    const std::string code = brief.region < regions.regions.size() ? regions[regions[brief.region].lineage].code : std::string();
    out[{batch.rule, code, report.verdicts.item(brief)}].push_back(i);
  }
  return out;
}

}  // namespace

std::vector<VerdictChange> compare_verdicts(const PlanDifference& difference, const Report& before, const Report& after) {
  const Units old_units = units_of(before), new_units = units_of(after);
  std::map<std::size_t, std::size_t> pair_of;  // rule of `after`
  for (std::size_t i = 0; i < difference.pairs.size(); ++i) pair_of[difference.pairs[i].after] = i;
  std::vector<VerdictChange> out;
  for (const auto& [key, verdicts] : new_units) {
    const auto pair = pair_of.find(std::get<0>(key));
    if (pair == pair_of.end()) continue;
    const auto old = old_units.find({difference.pairs[pair->second].before, std::get<1>(key), std::get<2>(key)});
    if (old == old_units.end()) continue;
    const bool single = verdicts.size() == 1 && old->second.size() == 1;
    for (const std::size_t b : verdicts) {
      for (const std::size_t a : old->second) {
        const bool same_period = before.verdicts.batch(before.verdicts[a]).period == after.verdicts.batch(after.verdicts[b]).period;
        if ((single || same_period) && before.verdicts[a].outcome != after.verdicts[b].outcome) out.push_back({pair->second, a, b});
      }
    }
  }
  return out;
}

}  // namespace kaohe

// SPDX-License-Identifier: Apache-2.0
#include "load/unknown.h"

#include <fmt/format.h>

#include "base/text.h"
#include "load/table_reader.h"

namespace kaohe {

void add_unit_problem(const UnitTable& units, const Place& place, const std::string& name, Problems& problems) {
  std::vector<std::string> known;
  for (const UnitOfMeasure& unit : units.units) {
    known.push_back(unit.id);
    known.insert(known.end(), unit.names.begin(), unit.names.end());
  }
  add_once(problems, "unit-unknown", place, name,
           {fmt::format("不认识的单位“{}”", visible(name)), fmt::format("unit \"{}\" is not known", visible(name))},
           did_you_mean(name, known));
}

void add_indicator_problem(const IndicatorTable& indicators, const Place& place, const std::string& id,
                           Problems& problems) {
  Phrase hint;
  const auto named = indicators.by_name.find(name_key(id));
  if (named != indicators.by_name.end() && named->second.size() == 1) {
    const std::string& meant = indicators[named->second.front()].id;
    hint = {fmt::format("请写标识“{}”", meant), fmt::format("write its id, \"{}\"", meant)};
  } else {
    std::vector<std::string> known;
    for (const Indicator& indicator : indicators.indicators) known.push_back(indicator.id);
    hint = did_you_mean(id, known);
  }
  add_once(
      problems, "indicator-unknown", place, id,
      {fmt::format("没有标识为“{}”的指标", visible(id)), fmt::format("no indicator has the id \"{}\"", visible(id))},
      hint);
}

void add_region_problem(const Register& regions, const Place& place, const std::string& code, Problems& problems) {
  Phrase hint;
  const auto named = regions.by_name.find(name_key(code));
  if (named != regions.by_name.end() && !named->second.empty()) {
    const std::string& meant = regions[named->second.back()].code;
    hint = {fmt::format("请写代码“{}”", meant), fmt::format("write its code, \"{}\"", meant)};
  } else {
    std::vector<std::string> known;
    for (const auto& [each, entries] : regions.by_code) known.push_back(each);
    hint = did_you_mean(code, known);
  }
  add_once(problems, "region-unknown", place, code,
           {fmt::format("登记表中没有代码“{}”", visible(code)),
            fmt::format("code \"{}\" is not in the register", visible(code))},
           hint);
}

void add_zone_problem(const Register& regions, const Place& place, const std::string& id, Problems& problems) {
  std::vector<std::string> known;
  for (const Zone& zone : regions.zones) known.push_back(zone.id);
  add_once(problems, "zone-unknown", place, id,
           {fmt::format("没有标识为“{}”的名录", visible(id)), fmt::format("no zone has the id \"{}\"", visible(id))},
           did_you_mean(id, known));
}

}  // namespace kaohe

// SPDX-License-Identifier: Apache-2.0
// The input is a rule file, loaded against a small catalog that is built once. Every problem must stand in the file.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "load/load.h"

namespace {

constexpr const char* kUnits =
    "[[unit]]\nid = \"%\"\ndimension = \"share\"\nfactor = \"1/100\"\n"
    "[[unit]]\nid = \"公顷\"\ndimension = \"area\"\nfactor = \"10000\"\nnames = [\"hm2\"]\n";
constexpr const char* kIndicators =
    "[[indicator]]\nid = \"a\"\nnames = { zh = [\"甲\"], en = [\"a\"] }\nunit = \"%\"\nrange = \"0 % .. 100 %\"\n"
    "[[indicator]]\nid = \"b\"\nnames = { zh = [\"乙\"], en = [\"b\"] }\nunit = \"公顷\"\nover_regions = \"sum\"\n";
constexpr const char* kRegions =
    "code,name,level,parent,kind,valid_from,valid_to,successor,other_names,members,note\n"
    "360000,江西省,province,,省,1981,,,,,\n360100,南昌市,prefecture,360000,地级市,1981,,,,,\n";

const kaohe::Catalog& catalog() {
  static const kaohe::Catalog kept = [] {
    kaohe::Problems problems;
    kaohe::Catalog all;
    all.units = kaohe::load_units({"units.toml", kUnits}, problems);
    all.indicators = kaohe::load_indicators({"indicators.toml", kIndicators}, all.units, problems);
    all.regions = kaohe::load_register({"regions.csv", kRegions}, {"zones.toml", ""},
                                       {"zones.csv", "zone,code,name,date,source\n"}, problems);
    if (!problems.all().empty()) std::abort();
    return all;
  }();
  return kept;
}

}  // namespace

// NOLINTNEXTLINE(readability-identifier-naming): the name that libFuzzer calls
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text(reinterpret_cast<const char*>(data), size);
  const auto lines = static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n')) + 1;
  const kaohe::Catalog& all = catalog();
  kaohe::Problems problems;
  const kaohe::Plan plan = kaohe::load_plan({"fuzz.toml", text}, all, problems);
  if (plan.rules.empty() && !problems.has_errors()) std::abort();  // nothing loaded, nothing told
  for (const kaohe::Problem& problem : problems.all()) {
    if (problem.place.line > lines || problem.place.offset > size) std::abort();
    if (problem.message.zh.empty() || problem.message.en.empty()) std::abort();
  }
  return 0;
}

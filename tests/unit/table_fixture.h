// SPDX-License-Identifier: Apache-2.0
// A few units, indicators and regions, and ways to load a text and to say what was told: "[code] line:column".
#pragma once

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <vector>

#include "load/load.h"

namespace kaohe::fixture {

inline constexpr const char* kUnits = R"(
[[unit]]
id = "%"
dimension = "share"
factor = "1/100"
[[unit]]
id = "pp"
dimension = "share difference"
factor = "1/100"
[[unit]]
id = "公顷"
dimension = "area"
factor = "10000"
names = ["hm2", "hectare"]
[[unit]]
id = "万公顷"
dimension = "area"
factor = "100000000"
[[unit]]
id = "微克"
dimension = "mass"
factor = "0.000001"
[[unit]]
id = "立方米"
dimension = "volume"
factor = "1"
names = ["m3"]
[[unit]]
id = "μg/m³"
dimension = "mass/volume"
factor = "0.000001"
)";

inline constexpr const char* kIndicators = R"(
[[indicator]]
id = "coverage"
names = { zh = ["森林覆盖率"], en = ["forest coverage"] }
unit = "%"
range = "0 % .. 100 %"
better = "higher"
numerator = "forest"
denominator = "land"
[[indicator]]
id = "forest"
names = { zh = ["森林面积"], en = ["forest area"] }
unit = "公顷"
range = "0 公顷 .."
over_regions = "sum"
[[indicator]]
id = "land"
names = { zh = ["土地面积"], en = ["land area"] }
unit = "公顷"
over_regions = "sum"
[[indicator]]
id = "pm25"
names = { zh = ["细颗粒物浓度"], en = ["PM2.5"] }
unit = "μg/m³"
better = "lower"
over_regions = "mean"
)";

inline constexpr const char* kRegions =
    "code,name,level,parent,kind,valid_from,valid_to,successor,other_names,members,note\n"
    "360000,江西省,province,,省,1981,,,,,\n"
    "360100,南昌市,prefecture,360000,地级市,1981,,,洪城,,\n"
    "360102,东湖区,county,360100,市辖区,1983,,360113[2019],,,\n"
    "360105,湾里区,county,360100,市辖区,1983,2019-11-06,360112,,,\n"
    "360112,新建区,county,360100,市辖区,2015-07-23,,360113[2019],,,\n"
    "360113,红谷滩区,county,360100,市辖区,2019-11-06,,,,,\n"
    "360122,新建县,county,360100,县,1981,2015-07-23,360112,,,\n"
    "360400,九江市,prefecture,360000,地级市,1981,,,,,\n"
    "360402,庐山区,county,360400,市辖区,1983,2016-03-20,360402;360483,,,\n"
    "360402,濂溪区,county,360400,市辖区,2016-03-20,,,,,\n"
    "360404,柴桑区,county,360400,市辖区,2017-07-18,,,,,\n"
    "360421,九江县,county,360400,县,1983,2017-07-18,360404,,,\n"
    "360427,星子县,county,360400,县,1983,2016-03-20,360402[2010];360483,,,\n"
    "360483,庐山市,county,360400,县级市,2016-03-20,,,,,\n"
    "360700,赣州市,prefecture,360000,地级市,1999,,,,,\n"
    "360704,赣县区,county,360700,市辖区,2016-09-14,,,,,\n"
    "360721,赣县,county,360700,县,1998,2016-09-14,360704,,,\n"
    "360000-B01,鄱阳湖流域,basin,360000,流域,1981,,,,360100;360400;?,\n"
    "360000-B02,赣江流域,basin,360000,流域,1981,,,,,\n"
    "522300,黔西南布依族苗族自治州,prefecture,,自治州,1981,,,,,\n"
    "520526,威宁彝族回族苗族自治县,county,522300,自治县,2011-10-22,,,,,\n";

inline constexpr const char* kZonesToml = R"(
[[zone]]
id = "poor-county"
name = { zh = "贫困县", en = "poor county" }
complete = ["360000"]
source = "list"
)";
inline constexpr const char* kZones = "zone,code,name,date,source\npoor-county,360427,星子县,2012,list\n";

inline const Catalog& catalog() {
  static const Catalog kept = [] {
    Problems problems;
    Catalog all;
    all.units = load_units({"units.toml", kUnits}, problems);
    all.indicators = load_indicators({"indicators.toml", kIndicators}, all.units, problems);
    all.regions = load_register({"regions.csv", kRegions}, {"zones.toml", kZonesToml}, {"zones.csv", kZones}, problems);
    return problems.all().empty()
               ? all
               : throw std::logic_error("the small catalog is at fault: " + problems.all().front().message.en);
  }();
  return kept;
}

// Everything told, in the order of the file: "[target-syntax] 12:11, [key-missing] 3:1"; empty where nothing was.
inline std::string told(Problems& problems) {
  problems.sort();
  std::string text;
  for (const Problem& problem : problems.all()) {
    text +=
        fmt::format("{}[{}] {}:{}", text.empty() ? "" : ", ", problem.code, problem.place.line, problem.place.column);
  }
  return text;
}

inline std::string replaced(std::string text, std::string_view from, std::string_view to) {
  const std::size_t at = text.find(from);
  return at == std::string::npos ? text : text.replace(at, from.size(), to);
}

}  // namespace kaohe::fixture

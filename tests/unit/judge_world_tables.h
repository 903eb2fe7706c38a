// SPDX-License-Identifier: Apache-2.0
// The tables of the made-up world of judge_world.h, as the files they would stand in.
#pragma once

#include <string_view>

namespace kaohe::test {

inline constexpr std::string_view kUnits = R"toml(
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
[[unit]]
id = "万公顷"
dimension = "area"
factor = "100000000"
[[unit]]
id = "个"
dimension = "count"
factor = "1"
[[unit]]
id = "微克"
dimension = "mass"
factor = "1/1000000"
[[unit]]
id = "吨"
dimension = "mass"
factor = "1000000"
[[unit]]
id = "立方米"
dimension = "volume"
factor = "1"
[[unit]]
id = "万元"
dimension = "money"
factor = "10000"
)toml";

inline constexpr std::string_view kIndicators = R"toml(
[[indicator]]
id = "rate"
names = { zh = ["比率"], en = ["rate"] }
unit = "%"
range = "0 % .. 100 %"
better = "higher"
period = "year"
[[indicator]]
id = "good"
names = { zh = ["优良数"], en = ["good"] }
unit = "个"
range = "0 个 .."
better = "higher"
period = "year"
over_regions = "sum"
[[indicator]]
id = "all"
names = { zh = ["总数"], en = ["all"] }
unit = "个"
range = "0 个 .."
better = "neither"
period = "year"
over_regions = "sum"
[[indicator]]
id = "share"
names = { zh = ["优良比例"], en = ["share"] }
unit = "%"
range = "0 % .. 100 %"
better = "higher"
period = "year"
numerator = "good"
denominator = "all"
[[indicator]]
id = "area"
names = { zh = ["面积"], en = ["area"] }
unit = "公顷"
range = "0 公顷 .."
better = "higher"
period = "year"
over_time = "last"
over_regions = "sum"
[[indicator]]
id = "quota"
names = { zh = ["指标数"], en = ["quota"] }
unit = "万公顷"
range = "0 万公顷 .."
better = "neither"
period = "year"
over_regions = "sum"
[[indicator]]
id = "pm"
names = { zh = ["浓度"], en = ["pm"] }
unit = "微克/立方米"
range = "0 微克/立方米 .. 1000 微克/立方米"
better = "lower"
period = "year"
over_time = "mean"
over_regions = "mean"
[[indicator]]
id = "cover"
names = { zh = ["盖度"], en = ["cover"] }
unit = "%"
range = "0 % .. 100 %"
better = "higher"
period = "year"
weight = "grass"
[[indicator]]
id = "grass"
names = { zh = ["草地"], en = ["grass"] }
unit = "公顷"
range = "0 公顷 .."
better = "neither"
period = "year"
over_regions = "sum"
[[indicator]]
id = "peak"
names = { zh = ["峰值"], en = ["peak"] }
unit = "吨"
range = "0 吨 .. 500 吨"
better = "lower"
period = "year"
over_time = "max"
over_regions = "max"
[[indicator]]
id = "floor"
names = { zh = ["谷值"], en = ["floor"] }
unit = "吨"
range = "0 吨 .. 500 吨"
better = "higher"
period = "year"
over_time = "min"
over_regions = "min"
[[indicator]]
id = "used"
names = { zh = ["用量"], en = ["used"] }
unit = "吨"
range = "0 吨 .."
better = "lower"
period = "year"
over_time = "sum"
over_regions = "sum"
[[indicator]]
id = "gdp"
names = { zh = ["产值"], en = ["gdp"] }
unit = "万元"
range = "0 万元 .."
better = "higher"
period = "year"
over_time = "sum"
over_regions = "sum"
[[indicator]]
id = "intensity"
names = { zh = ["单耗"], en = ["intensity"] }
unit = "吨/万元"
range = "0 吨/万元 .."
better = "lower"
period = "year"
numerator = "used"
denominator = "gdp"
[[indicator]]
id = "reuse"
names = { zh = ["回用率"], en = ["reuse"] }
unit = "%"
range = "0 % .. 100 %"
better = "higher"
period = "year"
over_time = "mean"
weight = "used"
[[indicator]]
id = "monthly"
names = { zh = ["月值"], en = ["monthly"] }
unit = "%"
range = "0 % .. 100 %"
better = "higher"
period = "month"
)toml";

// 99: two cities of two counties each, as they always were. 98: a county renamed, one merged, one new, land moved.
inline constexpr std::string_view kRegions =
    "code,name,level,parent,kind,valid_from,valid_to,successor,other_names,members,note\n"
    "980000,丙省,province,,省,1980,,,,,\n"
    "980100,丙市,prefecture,980000,地级市,1980,,,,,\n"
    "980101,承区,county,980100,市辖区,2018-03-01,,,,,\n"
    "980121,承县,county,980100,县,1980,2018-03-01,980101,,,\n"
    "980122,并县,county,980100,县,1980,2019-05-01,980123,,,\n"
    "980123,收县,county,980100,县,1980,,980124[2019],,,\n"
    "980124,邻县,county,980100,县,1980,,,,,\n"
    "980126,新区,county,980100,市辖区,2019-05-01,,,,,\n"
    "990000,丁省,province,,省,1980,,,,,\n"
    "990100,丁一市,prefecture,990000,地级市,1980,,,,,\n"
    "990101,丁东区,county,990100,市辖区,1980,,,,,\n"
    "990102,丁西区,county,990100,市辖区,1980,,,,,\n"
    "990200,丁二州,prefecture,990000,自治州,1980,,,,,\n"
    "990201,丁南县,county,990200,县,1980,,,,,\n"
    "990281,丁北市,county,990200,县级市,1980,,,,,\n";

inline constexpr std::string_view kZones = R"toml(
[[zone]]
id = "poor"
name = { zh = "贫困县", en = "poor counties" }
complete = ["990000"]
source = "made up"
[[zone]]
id = "dry"
name = { zh = "缺水县", en = "dry counties" }
complete = []
source = "made up"
)toml";

inline constexpr std::string_view kZoneMembers = "zone,code,name,date,source\npoor,990201,丁南县,2016,made up\ndry,990201,丁南县,2016,made up\n";

inline constexpr std::string_view kPlanHead = R"toml(
[plan]
id = "t"
title = { zh = "测试规划", en = "test plan" }
issuer = { zh = "测试机关", en = "test office" }
status = "in force"
issued = 2017-01-01
ends = 2020-12-31
region = "990000"
baseline = 2016

[[rule]]
id = "r"
title = { zh = "测试规则", en = "test rule" }
source = { clause = "一", anchor = "测试", ledger = [1] }
tier = "binding"
)toml";

}  // namespace kaohe::test

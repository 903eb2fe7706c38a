// SPDX-License-Identifier: Apache-2.0
// One report that holds every outcome, both readings, every kind of test and every remark, built in memory: what each
// format is tried on.
#pragma once

#include "model/report.h"

namespace kaohe::sample {

inline constexpr std::size_t kCounties = 12;

inline Place cell(std::uint32_t field, std::uint32_t row) { return {0, row + 1, field * 5, field, row, row * 40ULL + field}; }

inline Rule rule(std::string id, Phrase title, Tier tier, TestKind kind) {
  Rule out;
  out.id = id;
  out.full_id = "sample/" + id;
  out.title = std::move(title);
  out.source = {"二（三）", "原文“" + id + "”", {1}};
  out.tier = tier;
  out.plain.test.kind = kind;
  return out;
}

inline void add_region(Register& regions, std::string code, std::string name, RegionLevel level, std::string parent) {
  Region region;
  region.code = code;
  region.name = std::move(name);
  region.level = level;
  region.parent = std::move(parent);
  region.from = {2010, 1, 1};
  const auto index = static_cast<std::uint32_t>(regions.regions.size());
  region.lineage = index;
  regions.regions.push_back(std::move(region));
  regions.by_code[code].push_back(index);
  regions.by_parent[regions.regions.back().parent].push_back(index);
}

inline Catalog catalog() {
  Catalog out;
  add_region(out.regions, "360000", "江西省", RegionLevel::kProvince, "");
  add_region(out.regions, "360100", "南昌市", RegionLevel::kPrefecture, "360000");
  add_region(out.regions, "360200", "景德镇市", RegionLevel::kPrefecture, "360000");
  for (std::size_t i = 0; i < kCounties; ++i) {
    add_region(out.regions, std::to_string(360301 + i), "样" + std::to_string(i + 1) + "县", RegionLevel::kCounty, "360200");
  }
  for (const auto& [id, zh, en] : {std::array{"water", "水质优良比例", "good water"}, std::array{"pm25", "PM2.5 浓度", "PM2.5"},
                                   std::array{"wetland", "湿地面积", "wetland area"}}) {
    Indicator indicator;
    indicator.id = id;
    indicator.names_zh = {zh};
    indicator.names_en = {en};
    out.indicators.by_id[id] = out.indicators.indicators.size();
    out.indicators.indicators.push_back(std::move(indicator));
  }
  Plan plan;
  plan.id = "sample";
  plan.title = {"样例方案", "Sample Plan"};
  plan.issued = {2017, 10, 2};
  plan.region = "360000";
  plan.file = "rules/sample.toml";
  plan.sha256 = std::string(64, 'a');
  plan.rules = {rule("water", {"地表水水质优良比例", "Good surface water"}, Tier::kBinding, TestKind::kThreshold),
                rule("pm25", {"细颗粒物浓度", "PM2.5"}, Tier::kBinding, TestKind::kThreshold),
                rule("forest", {"森林覆盖率", "Forest coverage"}, Tier::kBinding, TestKind::kThreshold),
                rule("wetland", {"湿地面积保有", "Wetland kept"}, Tier::kExpected, TestKind::kThreshold),
                rule("energy", {"能耗强度下降", "Energy intensity falls"}, Tier::kExpected, TestKind::kTrend),
                rule("zones", {"贫困县专项", "Former poverty counties"}, Tier::kMeasure, TestKind::kCadence),
                rule("permit", {"排污许可证", "Discharge permits"}, Tier::kMeasure, TestKind::kRecord),
                rule("river", {"断面水质", "River sections"}, Tier::kBinding, TestKind::kThreshold)};
  plan.rules[4].plain.test.trend.baseline = 2015;
  plan.rules[4].plain.test.trend.by_text = ">= 15 %";
  plan.rules[5].plain.test.every = Interval{IntervalUnit::kYear, 2, "2 years"};
  plan.rules[6].plain.test.record = DeedStatus::kIssued;
  plan.rules[7].strict = plan.rules[7].plain;
  plan.rules[7].reading = {"从严按每个断面判", "strictly, each section is judged"};
  out.plans.push_back(std::move(plan));
  out.data = {{"data/regions.csv", std::string(64, 'b')}};
  return out;
}

inline Verdict verdict(std::size_t rule, std::uint32_t region, Outcome outcome) {
  Verdict out;
  out.rule = rule;
  out.region = region;
  out.outcome = outcome;
  out.period = year_of(2020);
  out.due = Date{2020, 12, 31};
  return out;
}

inline void measured(Verdict& verdict, Rational value, std::string value_text, std::string unit, std::string target, Rational margin,
                     std::string margin_text) {
  verdict.value = value;
  verdict.value_text = std::move(value_text);
  verdict.unit = std::move(unit);
  verdict.target = std::move(target);
  verdict.margin = margin;
  verdict.margin_text = std::move(margin_text);
  verdict.decided_by = DecidedBy::kFigure;
}

inline std::vector<Verdict> number_verdicts() {
  std::vector<Verdict> out;
  out.push_back(verdict(0, 0, Outcome::kPass));
  measured(out.back(), {1706, 20}, "85.3", "%", ">= 85.3 %", 0, "0.0");
  out.back().disputed = Alternative{Outcome::kFail, "85.2"};
  out.back().figures = {cell(4, 6)};
  out.push_back(verdict(1, 1, Outcome::kFail));
  measured(out.back(), {3504, 100}, "35.04", "μg/m³", "<= 35 μg/m³", {-4, 100}, "-0.04");
  out.back().reason = {"高于目标", "above the target"};
  out.back().would_pass = {"不超过 35 μg/m³", "35 μg/m³ or less"};
  out.back().rounded = Alternative{Outcome::kPass, "35"};
  out.back().figures = {cell(4, 7)};
  out.push_back(verdict(1, 2, Outcome::kPass));
  measured(out.back(), 28, "28", "μg/m³", "<= 35 μg/m³", 7, "7");
  out.push_back(verdict(2, 0, Outcome::kInvalid));
  out.back().reason = {"“63..1”不是数", "\"63..1\" is no number"};
  out.back().figures = {cell(4, 9)};
  for (std::uint32_t i = 0; i < kCounties; ++i) {
    out.push_back(verdict(3, 3 + i, Outcome::kMissing));
    out.back().missing = {Lack{3 + i, 2, year_of(2020), {}, {}, Phrase{"没有报", "not handed in"}}};
  }
  return out;
}

inline std::vector<Verdict> other_verdicts() {
  std::vector<Verdict> out;
  out.push_back(verdict(4, 0, Outcome::kNotDue));
  out.back().outlook = Outlook::kOffTrack;
  out.back().due = Date{2025, 12, 31};
  out.back().steps = {Step{"2015->2020", Outcome::kFail, "0.9", "0.88", "-0.115", "", {"降幅不足", "falls too little"}, {}}};
  out.push_back(verdict(5, 2, Outcome::kExempt));
  out.back().reason = {"不是原贫困县", "not a former poverty county"};
  out.push_back(verdict(6, 1, Outcome::kWaived));
  out.back().item = "造纸\x1b[31m";  // a cell must not steer the terminal
  out.back().waiver = 0;
  out.push_back(verdict(7, 0, Outcome::kPass));
  out.back().reading = Reading::kPlain;
  measured(out.back(), {901, 10}, "90.1", "%", ">= 90 %", {1, 10}, "0.1");
  out.push_back(verdict(7, 0, Outcome::kFail));
  out.back().reading = Reading::kStrict;
  measured(out.back(), {899, 10}, "89.9", "%", ">= 90 %", {-1, 10}, "-0.1");
  return out;
}

inline RuleOutcome outcome(std::size_t rule, Outcome plain, std::initializer_list<std::pair<Outcome, std::uint64_t>> units) {
  RuleOutcome out;
  out.rule = rule;
  out.outcome = out.plain = out.strict = plain;
  for (const auto& [one, count] : units) out.units[static_cast<std::size_t>(one)] = count;
  return out;
}

inline Report report(Language language) {
  Report out;
  out.as_of = {{2020, 12, 31}, "figures"};
  out.language = language;
  out.tiers = {Tier::kBinding};
  out.catalog = catalog();
  out.problems.files.add("figures.csv");
  out.problems.add("number-invalid", cell(4, 9), "63..1", {"“63..1”不是数", "\"63..1\" is no number"}, {"应为一个十进制数", "a decimal was expected"});
  Waiver waiver;
  waiver.rule = "sample/permit";
  waiver.region = "360100";
  waiver.from = {2020, 1, 1};
  waiver.until = {2021, 12, 31};
  waiver.reason = "机构改革";
  waiver.approved_by = "省政府";
  out.waivers = {waiver};
  Input input;
  input.file = "figures.csv";
  input.sha256 = std::string(64, 'c');
  input.bytes = 400;
  input.encoding = "gb18030";
  input.encoding_how = "detected";
  input.layout = "long";
  input.rows = {10, 1, 7, 1, 1};
  input.cells = {7, 5, 1, 1, 0};
  out.inputs = {input};
  out.verdicts = number_verdicts();
  for (Verdict& one : other_verdicts()) out.verdicts.push_back(std::move(one));
  using O = Outcome;
  out.rules = {outcome(0, O::kPass, {{O::kPass, 1}}),       outcome(1, O::kFail, {{O::kFail, 1}, {O::kPass, 1}}),
               outcome(2, O::kInvalid, {{O::kInvalid, 1}}), outcome(3, O::kMissing, {{O::kMissing, kCounties}}),
               outcome(4, O::kNotDue, {{O::kNotDue, 1}}),   outcome(5, O::kExempt, {{O::kExempt, 1}}),
               outcome(6, O::kWaived, {{O::kWaived, 1}}),   outcome(7, O::kPass, {{O::kPass, 1}})};
  out.rules[7].strict = Outcome::kFail;
  for (const RuleOutcome& one : out.rules) {
    const Rule& judged = out.catalog.plans[0].rules[one.rule];
    ++out.summary[static_cast<std::size_t>(judged.tier)][static_cast<std::size_t>(one.outcome)];
  }
  out.exit = 2;
  return out;
}

}  // namespace kaohe::sample

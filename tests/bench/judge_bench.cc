// SPDX-License-Identifier: Apache-2.0
// Judging alone, at the size of a ministry: counties × 600 thresholds on thirty indicators, each judged in so many years. The
// register, the indicators and the plan are made up here; tables, rules and figures are read outside the measured time.
#include <benchmark/benchmark.h>
#include <fmt/format.h>

#include <stdexcept>
#include <string>
#include <utility>

#include "judge/judge.h"
#include "load/load.h"

namespace {

constexpr int kIndicators = 30;
constexpr int kRules = 600;
constexpr int kFirstYear = 2015;
constexpr int kCountiesInPrefecture = 16;

constexpr int kPrefectures = 90;

std::string county_code(int county) {
  const int all = kPrefectures * kCountiesInPrefecture;  // in the first round; the next is numbered behind it
  return fmt::format("36{:02}{:02}", county / kCountiesInPrefecture % kPrefectures + 1, county % kCountiesInPrefecture + 1 + county / all * kCountiesInPrefecture);
}

std::string regions(int counties) {
  std::string out = "code,name,level,parent,kind,valid_from,valid_to,successor,other_names,members,note\n360000,甲省,province,,省,1981-01-01,,,,,\n";
  for (int county = 0; county < counties; ++county) {
    const std::string code = county_code(county);
    const std::string prefecture = code.substr(0, 4) + "00";
    if (county % kCountiesInPrefecture == 0 && county < kPrefectures * kCountiesInPrefecture) out += fmt::format("{},市{},prefecture,360000,地级市,1981-01-01,,,,,\n", prefecture, prefecture);
    out += fmt::format("{},县{},county,{},县,1981-01-01,,,,,\n", code, code, prefecture);
  }
  return out;
}

std::string indicators() {
  std::string out;
  for (int i = 0; i < kIndicators; ++i) {
    out += fmt::format("[[indicator]]\nid = \"i{}\"\nnames = {{ zh = [\"指标{}\"], en = [\"i{}\"] }}\nunit = \"%\"\nrange = \"0 % .. 100 %\"\n"
                       "better = \"higher\"\nperiod = \"year\"\nover_time = \"mean\"\nover_regions = \"mean\"\n", i, i, i);
  }
  return out;
}

std::string plan(int years) {
  std::string out = "[plan]\nid = \"bench\"\ntitle = { zh = \"方案\", en = \"Plan\" }\nissuer = { zh = \"某部\", en = \"A ministry\" }\n"
                    "status = \"in force\"\nissued = 2014-01-01\nregion = \"360000\"\n";
  for (int rule = 0; rule < kRules; ++rule) {
    out += fmt::format("[[rule]]\nid = \"r{}\"\ntitle = {{ zh = \"任务{}\", en = \"duty {}\" }}\nsource = {{ clause = \"一\", anchor = \"任务{}\" }}\n"
                       "tier = \"binding\"\nindicator = \"i{}\"\nfor = \"each county\"\nrequire = \">= {}.{} %\"\n{}due = {}-12-31\n",
                       rule, rule, rule, rule, rule % kIndicators, 20 + rule / kIndicators, rule % 10,
                       years > 1 ? fmt::format("met = \"every year\"\nfrom = {}-01-01\n", kFirstYear) : "", kFirstYear + 9);
  }
  return out;
}

std::string figures(int counties) {
  std::string out = "代码,时期,指标,数值\n";
  unsigned digit = 7;
  for (int county = 0; county < counties; ++county) {
    for (int i = 0; i < kIndicators; ++i) {
      for (int year = kFirstYear; year < kFirstYear + 10; ++year) {
        digit = digit * 1103515245U + 12345U;
        out += fmt::format("{},{},指标{},{}.{:02}\n", county_code(county), year, i, 15 + digit / 65536 % 80, digit / 8192 % 100);
      }
    }
  }
  return out;
}

struct World {
  kaohe::Sources embedded = kaohe::embedded_sources();
  kaohe::Problems problems;
  kaohe::Catalog catalog;
  kaohe::Submission submission;

  World(int counties, int years) {
    kaohe::Sources sources;
    sources.data = {{"checks.toml", ""}, *embedded.data_file("headers.toml"), {"indicators.toml", indicators()}, {"regions.csv", regions(counties)},
                    *embedded.data_file("units.toml"), {"zones.csv", "zone,code,name,date,source\n"}, {"zones.toml", "[[zone]]\nid = \"none\"\nname = { zh = \"无\", en = \"none\" }\n"}};
    catalog = kaohe::load_tables(sources, problems);
    catalog.plans = {kaohe::load_plan({"bench.toml", plan(years)}, catalog, problems)};
    const kaohe::HeaderWords words = kaohe::load_headers(*embedded.data_file("headers.toml"), problems);
    submission = kaohe::load_submission({{"figures.csv", figures(counties)}}, catalog, words, {}, problems);
    if (problems.has_errors()) throw std::logic_error(problems.all().front().message.en + ": " + problems.all().front().text);
  }
};

// Arguments: counties, years that each rule judges.
void judging(benchmark::State& state) {
  const World world(static_cast<int>(state.range(0)), static_cast<int>(state.range(1)));
  kaohe::Question question;
  question.plans_named = true;
  question.plans = {"bench"};
  std::size_t verdicts = 0;
  for (auto _ : state) {
    state.PauseTiming();
    kaohe::Catalog catalog = world.catalog;
    kaohe::Submission submission = world.submission;
    kaohe::Problems problems = world.problems;
    state.ResumeTiming();
    const auto report = kaohe::judge(std::move(catalog), std::move(submission), {}, std::move(problems), question);
    state.PauseTiming();
    verdicts = report.verdicts.size();
    benchmark::DoNotOptimize(verdicts);
    state.ResumeTiming();  // taking the report apart counts too
  }
  state.counters["verdicts"] = static_cast<double>(verdicts);
}
BENCHMARK(judging)->Args({100, 1})->Args({100, 10})->Args({2844, 1})->Unit(benchmark::kMillisecond);

}  // namespace

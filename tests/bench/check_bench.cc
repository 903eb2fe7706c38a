// SPDX-License-Identifier: Apache-2.0
// CPU time of the whole way from bytes to bytes, for a submission of everyday size: every county of Jiangxi, 40
// indicators, five years.
#include <benchmark/benchmark.h>
#include <fmt/format.h>

#include <algorithm>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "judge/judge.h"
#include "load/load.h"
#include "report/format.h"

namespace {

constexpr std::size_t kCounties = 100;
constexpr std::size_t kIndicators = 40;
constexpr int kFirstYear = 2016;
constexpr int kLastYear = 2020;

kaohe::Catalog load_all(const kaohe::Sources& sources, kaohe::Problems& problems) {
  kaohe::Catalog catalog = kaohe::load_tables(sources, problems);
  for (const kaohe::Source& file : sources.rules) catalog.plans.push_back(kaohe::load_plan(file, catalog, problems));
  return catalog;
}

// The submission as a spreadsheet would write it: a figure a row, regions by code.
std::string made_up_submission(const kaohe::Catalog& catalog) {
  const kaohe::Date end{kLastYear, 12, 31};
  std::vector<std::string> counties;
  for (const kaohe::Region& region : catalog.regions.regions) {
    if (region.level == kaohe::RegionLevel::kCounty && region.code.rfind("36", 0) == 0 && region.exists_on(end)) {
      counties.push_back(region.code);
    }
  }
  counties.resize(std::min(counties.size(), kCounties));
  std::vector<const kaohe::Indicator*> indicators;
  for (const kaohe::Indicator& indicator : catalog.indicators.indicators) {
    if (indicator.period == kaohe::PeriodKind::kYear && indicators.size() < kIndicators) indicators.push_back(&indicator);
  }
  if (counties.size() < kCounties || indicators.size() < kIndicators) throw std::logic_error("tables too small to measure");

  std::string text = "地区代码,时期,指标,数值,单位\n";
  int digit = 0;
  for (const std::string& county : counties) {
    for (const kaohe::Indicator* indicator : indicators) {
      for (int year = kFirstYear; year <= kLastYear; ++year) {
        digit = (digit + 7) % 100;
        text += fmt::format("{},{},{},{}.{:02},{}\n", county, year, indicator->names_zh.front(), 30 + digit % 9, digit,
                            indicator->unit.id);
      }
    }
  }
  return text;
}

struct Prepared {
  kaohe::Sources sources = kaohe::embedded_sources();
  kaohe::Problems problems;
  kaohe::Catalog catalog = load_all(sources, problems);
  kaohe::HeaderWords words = kaohe::load_headers(*sources.data_file("headers.toml"), problems);
  std::vector<kaohe::Source> files = {{"figures.csv", made_up_submission(catalog)}};
};

const Prepared& prepared() {
  static const Prepared all;
  return all;
}

using Format = std::string (*)(const kaohe::Report&, const kaohe::Style&);

std::string check(const Prepared& base, kaohe::Catalog catalog, const kaohe::HeaderWords& words, kaohe::Problems problems, Format format) {
  kaohe::Submission submission = kaohe::load_submission(base.files, catalog, words, {}, problems);
  kaohe::Report report = kaohe::judge(std::move(catalog), std::move(submission), {}, std::move(problems), {});
  return format(report, {});
}

void check_whole(benchmark::State& state, Format format) {
  const Prepared& base = prepared();
  for (auto _ : state) {
    kaohe::Problems problems;
    kaohe::Catalog catalog = load_all(base.sources, problems);
    const kaohe::HeaderWords words = kaohe::load_headers(*base.sources.data_file("headers.toml"), problems);
    std::string text = check(base, std::move(catalog), words, std::move(problems), format);
    benchmark::DoNotOptimize(text.data());
  }
}
BENCHMARK_CAPTURE(check_whole, text, kaohe::write_text)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(check_whole, json, kaohe::write_json)->Unit(benchmark::kMillisecond);

void tables_and_plans(benchmark::State& state) {
  for (auto _ : state) {
    kaohe::Problems problems;
    kaohe::Catalog catalog = load_all(prepared().sources, problems);
    benchmark::DoNotOptimize(catalog);
  }
}
kaohe::Question on_every_plan(const Prepared& base) {
  kaohe::Question question;
  question.as_of = kaohe::Date{kLastYear, 12, 31};
  question.plans_named = true;
  for (const kaohe::Plan& plan : base.catalog.plans) question.plans.push_back(plan.id);
  return question;
}

// Every plan that the program carries, loaded and judged on all counties.
void every_plan(benchmark::State& state) {
  const Prepared& base = prepared();
  const kaohe::Question question = on_every_plan(base);
  for (auto _ : state) {
    kaohe::Problems problems;
    kaohe::Catalog catalog = load_all(base.sources, problems);
    kaohe::Submission submission = kaohe::load_submission(base.files, catalog, base.words, {}, problems);
    kaohe::Report report = kaohe::judge(std::move(catalog), std::move(submission), {}, std::move(problems), question);
    benchmark::DoNotOptimize(report);
  }
}
BENCHMARK(every_plan)->Unit(benchmark::kMillisecond);

void judging_alone(benchmark::State& state) {
  const Prepared& base = prepared();
  const kaohe::Question question = on_every_plan(base);
  for (auto _ : state) {
    state.PauseTiming();
    kaohe::Problems problems;
    kaohe::Catalog catalog = base.catalog;
    kaohe::Submission submission = kaohe::load_submission(base.files, catalog, base.words, {}, problems);
    state.ResumeTiming();
    kaohe::Report report = kaohe::judge(std::move(catalog), std::move(submission), {}, std::move(problems), question);
    benchmark::DoNotOptimize(report);
  }
}
BENCHMARK(judging_alone)->Unit(benchmark::kMillisecond);

BENCHMARK(tables_and_plans)->Unit(benchmark::kMillisecond);

void submission_only(benchmark::State& state) {
  const Prepared& base = prepared();
  for (auto _ : state) {
    kaohe::Problems problems;
    kaohe::Submission submission = kaohe::load_submission(base.files, base.catalog, base.words, {}, problems);
    benchmark::DoNotOptimize(submission);
  }
}
BENCHMARK(submission_only)->Unit(benchmark::kMillisecond);

}  // namespace

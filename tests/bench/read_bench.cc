// SPDX-License-Identifier: Apache-2.0
// The parts of reading, each by itself: bytes a second of finding the ends of fields, of checking UTF-8, of decoding
// GB18030, and of a whole submission by one thread and by two.
#include <benchmark/benchmark.h>
#include <fmt/format.h>

#include <cstddef>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>

#include "csv/bad_bytes.h"
#include "csv/decode.h"
#include "csv/marks.h"
#include "load/load.h"

namespace {

constexpr std::size_t kSize = std::size_t{8} << 20U;

struct Tables {
  Tables() : sources(kaohe::embedded_sources()), catalog(kaohe::load_tables(sources, problems)), words(kaohe::load_headers(*sources.data_file("headers.toml"), problems)) {}
  kaohe::Problems problems;
  kaohe::Sources sources;
  kaohe::Catalog catalog;
  kaohe::HeaderWords words;
};

const Tables& tables() {
  static const Tables kTables;
  return kTables;
}

// A figure a row, county after county: every month of five years of as many indicators as it takes.
std::string made_up_rows() {
  const kaohe::Date end{2020, 12, 31};
  std::string text = "地区代码,地区,时期,指标,数值,单位\n";
  for (const kaohe::Region& region : tables().catalog.regions.regions) {
    if (region.level != kaohe::RegionLevel::kCounty || !region.exists_on(end) || !region.exists_on({2015, 12, 31})) continue;
    for (unsigned month = 0; month < 60; ++month) {
      for (std::size_t i = 0; i < 25; ++i) {
        const kaohe::Indicator& indicator = tables().catalog.indicators.indicators[i];
        text += fmt::format("{},{},{}-{:02},{},{}.{:02},{}\n", region.code, region.name, 2016 + month / 12, month % 12 + 1, indicator.names_zh.front(), i + month % 60,
                            (i * 7 + month) % 100, indicator.unit.id);
      }
    }
    if (text.size() > kSize) return text;
  }
  throw std::logic_error("tables too small to measure");
}

const std::string& text() {
  static const std::string kText = made_up_rows();
  return kText;
}

void find_marks(benchmark::State& state) {
  kaohe::Marks marks;
  for (auto _ : state) {
    marks.look_at(text(), ',');
    for (std::size_t at = 0; at < text().size(); at += kaohe::Marks::kPiece) benchmark::DoNotOptimize(*marks.from(at));
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations() * text().size()));
}
BENCHMARK(find_marks);

void check_utf8(benchmark::State& state) {
  for (auto _ : state) {
    bool bad = kaohe::find_bad_utf8(text()).has_value();
    benchmark::DoNotOptimize(bad);
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations() * text().size()));
}
BENCHMARK(check_utf8);

// 南昌市 and so on, in the bytes of GB18030.
void decode_gb18030(benchmark::State& state) {
  std::string bytes;
  while (bytes.size() < kSize) bytes += "360100,\xC4\xCF\xB2\xFD\xCA\xD0,2020-07,\xCA\xAA\xB5\xD8\xC3\xE6\xBB\xFD,63.1,\xB9\xAB\xC7\xEA\n";
  for (auto _ : state) {
    const kaohe::Decoded decoded = kaohe::decode_piece(bytes, kaohe::Encoding::kGb18030, 0);
    benchmark::DoNotOptimize(decoded.text.data());
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations() * bytes.size()));
}
BENCHMARK(decode_gb18030);

void read_submission(benchmark::State& state) {
  kaohe::InputOptions options;
  options.threads = static_cast<std::size_t>(state.range(0));
  for (auto _ : state) {
    kaohe::Problems told;
    const kaohe::Submission submission = kaohe::load_submission({{"rows.csv", kaohe::FileBytes::borrow(text())}}, tables().catalog, tables().words, options, told);
    if (submission.inputs.front().rows.error > 0) throw std::logic_error("rows in error");
    benchmark::DoNotOptimize(submission.figures.size());
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations() * text().size()));
}
BENCHMARK(read_submission)->Arg(1)->Arg(2)->UseRealTime()->Unit(benchmark::kMillisecond);

}  // namespace

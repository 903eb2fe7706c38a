// SPDX-License-Identifier: Apache-2.0
// Any bytes are a submission: it is read to the end, both sums hold, no figure stands twice, and what is kept is in order.
// However it is read, the same comes of it.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "../unit/submission_reading.h"
#include "base/text.h"

namespace {

void require(bool holds) {
  if (!holds) std::abort();
}

void check(const kaohe::small::ReadBack& reading, std::size_t bytes) {
  require(kaohe::small::adds_up(reading.submission));
  std::vector<kaohe::Place> found;
  for (const kaohe::FigureRef figure : reading.submission.figures) {
    require(figure.region() != kaohe::kNoRegion);
    found.push_back(figure.place());
  }
  std::vector<kaohe::Place*> places;
  for (kaohe::Place& place : found) places.push_back(&place);
  reading.submission.complete_places(places);
  for (const kaohe::Place& place : found) require(place.known() && place.offset <= bytes && place.line > 0);
  for (const kaohe::Record& record : reading.submission.records) {
    require(record.region != kaohe::kNoRegion && !record.rules.empty());
  }
  for (const kaohe::Problem& problem : reading.problems.all()) {
    require(!problem.message.zh.empty() && !problem.message.en.empty());
    require(kaohe::is_utf8(problem.message.zh) && kaohe::is_utf8(problem.message.en) && kaohe::is_utf8(problem.text));
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  check(kaohe::small::read_files({{"one.csv", bytes}}), size);
  // Windows that cut everywhere change nothing, nor does an encoding told by the first of them, nor rows taken at a glance,
  // by one thread or several. In a small window hardly a row is whole, in a larger one several are read ahead.
  constexpr std::size_t kWindows[] = {8, 13, 31, 64, 100, 200, 400, 1000};
  constexpr std::size_t kHeads[] = {2, 4, 1};
  kaohe::InputOptions careful, quick;
  careful.head_rows = quick.head_rows = kHeads[size / 24 % 3];
  careful.plain_from = UINT64_MAX;
  quick.plain_from = 0;
  quick.window = kWindows[size % 8];
  quick.threads = 1 + size / 8 % 3;
  require(kaohe::small::everything(kaohe::small::read_files({{"one.csv", bytes}}, careful)) ==
          kaohe::small::everything(kaohe::small::read_files({{"one.csv", bytes}}, quick)));
  // The same again in two files: every figure meets itself.
  check(kaohe::small::read_files({{"one.csv", bytes}, {"two.csv", bytes}}), size);
  return 0;
}

// SPDX-License-Identifier: Apache-2.0
// Any bytes are a submission: it is read to the end, both sums hold, no figure stands twice, and what is kept is in order.
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
  // Windows that cut everywhere change nothing, nor do rows taken at a glance, by one thread or several.
  kaohe::InputOptions careful, options;
  careful.head_rows = options.head_rows = 2;
  careful.plain_from = UINT64_MAX;
  options.plain_from = 0;
  options.window = 8 + size % 24;
  options.threads = 1 + size % 3;
  const kaohe::small::ReadBack whole = kaohe::small::read_files({{"one.csv", bytes}}, careful);
  const kaohe::small::ReadBack pieces = kaohe::small::read_files({{"one.csv", bytes}}, options);
  require(kaohe::small::figures(whole.submission) == kaohe::small::figures(pieces.submission));
  require(kaohe::small::account(whole.submission.inputs[0]) == kaohe::small::account(pieces.submission.inputs[0]));
  require(whole.problems.all().size() == pieces.problems.all().size());
  // The same again in two files: every figure meets itself.
  check(kaohe::small::read_files({{"one.csv", bytes}, {"two.csv", bytes}}), size);
  return 0;
}

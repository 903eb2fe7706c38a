// SPDX-License-Identifier: Apache-2.0
// Passes over the rows of a file that can be taken at a glance (plain/plain_rows.h): those that were read ahead, and those
// of the reader's own window.
#pragma once

#include <cstdint>
#include <memory>
#include <utility>

#include "csv/reader.h"
#include "load/submission/plain/plain_lanes.h"
#include "load/submission/progress.h"
#include "load/submission/submission_file.h"

namespace kaohe {

class Glance {
 public:
  // All must outlive it.
  Glance(SubmissionFile& file, FigureStore& figures, Reader& reader, const PlainLanes::File& bytes, Crew& crew, Progress& progress)
      : file_(file), figures_(figures), reader_(reader), bytes_(bytes), crew_(crew), progress_(progress) {}

  // As far as that goes. `room` is for the last row that was taken.
  void pass(Row& room);

 private:
  void begin(const FigureRows::Plain& plain);
  [[nodiscard]] bool pass_ahead(const FigureRows::Plain& plain);
  [[nodiscard]] bool pass_window(const FigureRows::Plain& plain);
  // Its first row has that number and stands on that line.
  void take(const PlainLog& log, const PlainStretch& stretch, std::uint32_t number, std::uint32_t line);

  SubmissionFile& file_;
  FigureStore& figures_;
  Reader& reader_;
  const PlainLanes::File bytes_;
  Crew& crew_;
  Progress& progress_;
  std::unique_ptr<PlainLanes> lanes_;
  std::uint64_t block_ = UINT64_MAX;  // of the lanes, that was noted last
  std::unique_ptr<PlainRows> rows_;
  PlainLog log_;
  std::pair<std::uint64_t, std::size_t> window_{UINT64_MAX, 0};  // that they look at
  std::uint64_t tried_ = 0, taken_ = 0;  // rows
};

}  // namespace kaohe

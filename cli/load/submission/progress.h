// SPDX-License-Identifier: Apache-2.0
// Tells how far reading has come, in bytes of the files as they are.
#pragma once

#include <cstdint>
#include <vector>

#include "load/load.h"

namespace kaohe {

class Progress {
 public:
  Progress(const InputOptions& options, const std::vector<InputFile>& files) : report_(options.progress) {
    for (const InputFile& file : files) all_ += file.bytes->size();
  }
  void begin() { next_ = kStep; }
  void at(std::uint64_t offset) {
    if (offset < next_) return;
    next_ = offset + kStep;
    if (report_) report_(before_ + offset, all_);
  }
  void end(std::uint64_t bytes) {
    before_ += bytes;
    if (report_) report_(before_, all_);
  }

 private:
  static constexpr std::uint64_t kStep = 4U << 20U;

  const std::function<void(std::uint64_t, std::uint64_t)>& report_;
  std::uint64_t all_ = 0, before_ = 0, next_ = 0;
};

}  // namespace kaohe

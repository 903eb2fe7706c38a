// SPDX-License-Identifier: Apache-2.0
#include "command/progress.h"

#include <unistd.h>

#include <cstdio>

namespace kaohe {
namespace {

// Less than this is read before anybody could see a percentage. A size, not a time: the clock is never read.
constexpr std::uint64_t kLongWork = 8U << 20U;

}  // namespace

Progress::Progress(Language language) : language_(language), on_(isatty(STDERR_FILENO) != 0) {}

Progress::~Progress() {
  if (shown_ >= 0) std::fputs("\r                                \r", stderr);
}

void Progress::operator()(std::uint64_t done, std::uint64_t all) {
  if (!on_ || all < kLongWork) return;
  const int percent = done >= all ? 100 : static_cast<int>(done / (all / 100));
  if (percent == shown_) return;
  shown_ = percent;
  std::fprintf(stderr, language_ == Language::kZh ? "\r正在读取 %d%%" : "\rreading %d%%", percent);
  std::fflush(stderr);
}

}  // namespace kaohe

// SPDX-License-Identifier: Apache-2.0
// One line on standard error that says how far reading has come: only on a terminal, only where it takes a while,
// and gone when it is done.
#pragma once

#include <cstdint>

#include "base/phrase.h"

namespace kaohe {

class Progress {
 public:
  explicit Progress(Language language);
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;
  ~Progress();

  void operator()(std::uint64_t done, std::uint64_t all);

 private:
  Language language_;
  bool on_;
  int shown_ = -1;  // percent on the screen
};

}  // namespace kaohe

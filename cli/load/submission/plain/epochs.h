// SPDX-License-Identifier: Apache-2.0
// Spans of days within which the register gives the same answer to every question: nothing begins or ends in one, nor
// does a year of grace.
#pragma once

#include <cstdint>
#include <vector>

#include "model/date.h"
#include "model/region.h"

namespace kaohe {

class Epochs {
 public:
  explicit Epochs(const Register& regions);
  [[nodiscard]] std::uint32_t of(const Date& day) const;
  [[nodiscard]] std::uint32_t count() const { return static_cast<std::uint32_t>(begins_.size()) + 1; }

 private:
  std::vector<std::int64_t> begins_;  // days since 1970, in order
};

}  // namespace kaohe

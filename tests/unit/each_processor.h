// SPDX-License-Identifier: Apache-2.0
// What was compiled for several kinds of processor, tried as each of them that this one can be.
#pragma once

#include <doctest/doctest.h>
#include <hwy/highway.h>

#include <cstdint>

namespace kaohe {

template <typename Try>
void on_each_processor(const Try& attempt) {
  CHECK(hwy::SupportedAndGeneratedTargets().size() > 1);
  for (const std::int64_t kind : hwy::SupportedAndGeneratedTargets()) {
    CAPTURE(hwy::TargetName(kind));
    hwy::SetSupportedTargetsForTest(kind);
    hwy::GetChosenTarget().Update(hwy::SupportedTargets());
    attempt();
  }
  hwy::SetSupportedTargetsForTest(0);
  hwy::GetChosenTarget().Update(hwy::SupportedTargets());
}

}  // namespace kaohe

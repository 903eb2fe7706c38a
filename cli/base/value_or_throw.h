// SPDX-License-Identifier: Apache-2.0
// For a way of many steps, each of which the machine may refuse: the Refusal is thrown to whoever leads the way.
#pragma once

#include <utility>

#include "base/file.h"

namespace kaohe {

template <typename T>
[[nodiscard]] T value_or_throw(Result<T> result) {
  if (!result.ok()) throw Refusal(result.refusal());
  return std::move(result.value());
}

}  // namespace kaohe

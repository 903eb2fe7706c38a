// SPDX-License-Identifier: Apache-2.0
#include "load/submission/plain/plain_log.h"

namespace kaohe {

std::int32_t PlainLog::add_large(PlainStretch& stretch, std::int64_t digits) {
  stretch.has_large = true;
  large.push_back(digits);
  return static_cast<std::int32_t>(large.size() - 1);
}

}  // namespace kaohe

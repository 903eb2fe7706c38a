// SPDX-License-Identifier: Apache-2.0
#include "load/submission/plain/plain_number.h"

namespace kaohe {

std::size_t read_long_number_at(const char* at, PlainNumber& number) {
  std::size_t length = *at == '-' ? 1 : 0;
  while (length < kNumberRoom && ((at[length] >= '0' && at[length] <= '9') || at[length] == '.')) ++length;
  return read_plain_number({at, length}, number) ? length : 0;
}

}  // namespace kaohe

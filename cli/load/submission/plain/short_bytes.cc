// SPDX-License-Identifier: Apache-2.0
#include "load/submission/plain/short_bytes.h"

namespace kaohe {

bool same_long_bytes(const char* a, const char* b, std::size_t size) {
  for (; size > kRoom; a += kRoom, b += kRoom, size -= kRoom) {
    if (!same_bytes(a, b, kRoom)) return false;
  }
  return same_bytes(a, b, size);
}

std::uint64_t hash_of_long_text(std::string_view text, std::uint64_t seed) {
  for (; text.size() > kRoom; text.remove_prefix(kRoom)) seed = hash_of_text(text.substr(0, kRoom), seed);
  return hash_of_text(text, seed);
}

}  // namespace kaohe

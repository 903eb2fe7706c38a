// SPDX-License-Identifier: Apache-2.0
#include "base/pages.h"

#include <sys/mman.h>

#include <new>

namespace kaohe {

Pages::~Pages() {
  if (data_ != nullptr) ::munmap(data_, size_);
}

void Pages::grow(std::size_t size) {
  void* const grown = data_ == nullptr ? ::mmap(nullptr, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0)
                                       : ::mremap(data_, size_, size, MREMAP_MAYMOVE);
  if (grown == MAP_FAILED) throw std::bad_alloc();
  data_ = grown;
  size_ = size;
}

}  // namespace kaohe

// SPDX-License-Identifier: Apache-2.0
#include "base/heap.h"

#include <malloc.h>
#include <sys/mman.h>
#include <unistd.h>

#include <cstdint>
#include <cstdlib>

namespace kaohe {

void prepare_heap() {
  constexpr int kStep = 32 << 20;
  constexpr std::uintptr_t kLargePage = 2U << 20U;
  // Where glibc itself arrives at after a while, and a step.
  if (mallopt(M_MMAP_THRESHOLD, kStep) == 0 || mallopt(M_TRIM_THRESHOLD, 2 * kStep) == 0 || mallopt(M_TOP_PAD, kStep) == 0) return;
  mallopt(M_ARENA_MAX, 1);  // threads that help take what others left
  const auto before = reinterpret_cast<std::uintptr_t>(::sbrk(0));
  void* volatile first = std::malloc(kLargePage);  // makes the first step
  std::free(first);
  const auto behind = reinterpret_cast<std::uintptr_t>(::sbrk(0));
  const std::uintptr_t from = (before + kLargePage - 1) / kLargePage * kLargePage;
  const std::uintptr_t to = behind / kLargePage * kLargePage;
  if (from < to) ::madvise(reinterpret_cast<void*>(from), to - from, MADV_HUGEPAGE);  // NOLINT(performance-no-int-to-ptr): where the break is
}

}  // namespace kaohe

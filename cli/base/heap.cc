// SPDX-License-Identifier: Apache-2.0
#include "base/heap.h"

#include <malloc.h>
#include <sys/mman.h>
#include <unistd.h>

#include <climits>
#include <cstdint>
#include <cstdlib>

namespace kaohe {

void prepare_heap() {
  constexpr int kFirst = 64 << 20, kStep = 32 << 20;
  constexpr std::uintptr_t kLargePage = 2U << 20U, kBefore = 1U << 20U, kHead = 1U << 12U;
  mallopt(M_ARENA_MAX, 1);  // threads that help take what others left
  // Nothing is given back: there will be use for it, and the process ends soon.
  if (mallopt(M_MMAP_THRESHOLD, kStep) == 0 || mallopt(M_TRIM_THRESHOLD, INT_MAX) == 0 || mallopt(M_TOP_PAD, kFirst) == 0) return;
  // A large page is only had where nothing was touched yet. So what makes the first step, being more than there is left of the heap, ends
  // a little before a border of large pages; it is kept, never touched, and what else the step brought begins behind it.
  const auto end = reinterpret_cast<std::uintptr_t>(::sbrk(0));
  const std::uintptr_t from = (end + kBefore + kLargePage - 1) / kLargePage * kLargePage;
  if (reinterpret_cast<std::uintptr_t>(::sbrk(static_cast<std::intptr_t>(from - kBefore - end))) == end) {
    static void* volatile step = std::malloc(kBefore - kHead);
    const std::uintptr_t to = reinterpret_cast<std::uintptr_t>(::sbrk(0)) / kLargePage * kLargePage;
    if (step != nullptr && from < to) ::madvise(reinterpret_cast<void*>(from), to - from, MADV_HUGEPAGE);  // NOLINT(performance-no-int-to-ptr): where the break is
  }
  mallopt(M_TOP_PAD, kStep);
}

}  // namespace kaohe

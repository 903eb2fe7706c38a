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
  constexpr std::uintptr_t kLargePage = 2U << 20U, kHead = 1U << 12U;
  mallopt(M_ARENA_MAX, 1);  // threads that help take what others left
  // Nothing is given back: there will be use for it, and the process ends soon.
  if (mallopt(M_MMAP_THRESHOLD, kStep) == 0 || mallopt(M_TRIM_THRESHOLD, INT_MAX) == 0 || mallopt(M_TOP_PAD, kFirst) == 0) return;
  // The first step begins a little before a border of large pages, for a large page is only had where nothing was touched yet; what lies
  // between is never touched at all.
  const auto end = reinterpret_cast<std::uintptr_t>(::sbrk(0));
  const std::uintptr_t from = (end + kHead + kLargePage - 1) / kLargePage * kLargePage;
  if (reinterpret_cast<std::uintptr_t>(::sbrk(static_cast<std::intptr_t>(from - kHead - end))) == end) {
    void* volatile first = std::malloc(kLargePage);  // makes the step
    std::free(first);
    const std::uintptr_t to = reinterpret_cast<std::uintptr_t>(::sbrk(0)) / kLargePage * kLargePage;
    if (from < to) ::madvise(reinterpret_cast<void*>(from), to - from, MADV_HUGEPAGE);  // NOLINT(performance-no-int-to-ptr): where the break is
  }
  mallopt(M_TOP_PAD, kStep);
}

}  // namespace kaohe

// SPDX-License-Identifier: Apache-2.0
// Which of the ways that Highway compiled this processor can go. libhwy would say the same, but it measures the clock's
// resolution too whenever it is loaded, which takes longer than all else that a start does; so on x86-64 we say it
// ourselves, and the program does without that library (CMakeLists.txt).
#include <hwy/targets.h>

#if HWY_ARCH_X86_64

#include <cpuid.h>

namespace hwy {
namespace {

// What the compiler has no word for. Both came with AVX2 on every processor so far, but nobody promised it.
bool has_f16c_and_lzcnt() {
  unsigned a = 0, b = 0, c = 0, d = 0;
  const bool f16c = __get_cpuid(1, &a, &b, &c, &d) != 0 && (c >> 29U & 1U) != 0;
  return f16c && __get_cpuid(0x80000001, &a, &b, &c, &d) != 0 && (c >> 5U & 1U) != 0;
}

// As hwy/ops/set_macros-inl.h compiles them, each with all of those before it.
std::int64_t targets_of_processor() {
  __builtin_cpu_init();
  std::int64_t targets = HWY_EMU128 | HWY_SCALAR;
  if (!__builtin_cpu_supports("ssse3")) return targets;
  targets |= HWY_SSSE3;
  if (!__builtin_cpu_supports("sse4.1") || !__builtin_cpu_supports("sse4.2") || !__builtin_cpu_supports("pclmul") || !__builtin_cpu_supports("aes")) return targets;
  targets |= HWY_SSE4;
  const bool avx2 = __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma") && __builtin_cpu_supports("bmi") && __builtin_cpu_supports("bmi2");
  if (!avx2 || !has_f16c_and_lzcnt()) return targets;
  targets |= HWY_AVX2;
  const bool avx3 = __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512vl") && __builtin_cpu_supports("avx512dq") && __builtin_cpu_supports("avx512bw");
  return avx3 ? targets | HWY_AVX3 : targets;
}

std::int64_t for_test = 0;
ChosenTarget chosen;

}  // namespace

std::int64_t SupportedTargets() {
  static const std::int64_t targets = targets_of_processor();
  return for_test != 0 ? for_test : targets;
}

void SetSupportedTargetsForTest(std::int64_t targets) {
  for_test = targets;
  chosen.DeInit();
}

ChosenTarget& GetChosenTarget() { return chosen; }

}  // namespace hwy

#endif

// SPDX-License-Identifier: Apache-2.0
// Is a text well-formed UTF-8? As many bytes at a time as the processor takes: what is wrong with two neighbouring bytes shows in the upper half
// of the first, its lower half, and the upper half of the second; each half has a table of the faults it allows, and a
// fault is what all three allow (J. Keiser and D. Lemire, Validating UTF-8 in less than one instruction per byte, 2021).
// That a third and a fourth byte stand where they must is checked beside it.
#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "csv/utf8_check.cc"
#include <hwy/foreach_target.h>
#include <hwy/highway.h>

#include <algorithm>
#include <array>
#include <cstdint>

#include "base/text.h"
#include "csv/bad_bytes.h"

HWY_BEFORE_NAMESPACE();
namespace kaohe {
namespace HWY_NAMESPACE {

#if HWY_TARGET == HWY_SCALAR

bool is_well_formed(const std::uint8_t* text, std::size_t size) { return is_utf8(std::string_view(reinterpret_cast<const char*>(text), size)); }

#else

namespace hn = hwy::HWY_NAMESPACE;

constexpr std::uint8_t kTooShort = 1, kTooLong = 2, kOverlong3 = 4, kTooLarge = 8, kSurrogate = 16, kOverlong2 = 32, kOverlong4 = 64,
                       kTwoContinue = 128, kAnyway = kTooShort | kTooLong | kTwoContinue, kLarge = kTooLarge | kOverlong4;
alignas(16) constexpr std::array<std::uint8_t, 16> kFirstHigh = {
    kTooLong, kTooLong, kTooLong, kTooLong, kTooLong, kTooLong, kTooLong, kTooLong, kTwoContinue, kTwoContinue, kTwoContinue, kTwoContinue,
    kTooShort | kOverlong2, kTooShort, kTooShort | kOverlong3 | kSurrogate, kTooShort | kLarge};
alignas(16) constexpr std::array<std::uint8_t, 16> kFirstLow = {
    kAnyway | kOverlong2 | kOverlong3 | kOverlong4, kAnyway | kOverlong2, kAnyway, kAnyway, kAnyway | kTooLarge, kAnyway | kLarge,
    kAnyway | kLarge, kAnyway | kLarge, kAnyway | kLarge, kAnyway | kLarge, kAnyway | kLarge, kAnyway | kLarge, kAnyway | kLarge,
    kAnyway | kLarge | kSurrogate, kAnyway | kLarge, kAnyway | kLarge};
constexpr std::uint8_t kSecond = kTooLong | kOverlong2 | kTwoContinue;
alignas(16) constexpr std::array<std::uint8_t, 16> kSecondHigh = {
    kTooShort, kTooShort, kTooShort, kTooShort, kTooShort, kTooShort, kTooShort, kTooShort, kSecond | kOverlong3 | kOverlong4,
    kSecond | kOverlong3 | kTooLarge, kSecond | kSurrogate | kTooLarge, kSecond | kSurrogate | kTooLarge, kTooShort, kTooShort, kTooShort, kTooShort};

constexpr std::size_t kPiece = 64;  // bytes: all vectors are as long, or shorter

// `size` is a multiple of kPiece. Three bytes can be read before the text, and are what stands there.
bool is_well_formed_behind(const std::uint8_t* text, std::size_t size) {
  const hn::CappedTag<std::uint8_t, kPiece> d;
  const auto first_high = hn::LoadDup128(d, kFirstHigh.data()), first_low = hn::LoadDup128(d, kFirstLow.data()), second_high = hn::LoadDup128(d, kSecondHigh.data());
  const auto low_half = hn::Set(d, 0x0F), top = hn::Set(d, 0x80);
  auto faults = hn::Zero(d);
  for (const std::uint8_t* at = text; at < text + size; at += hn::Lanes(d)) {
    const auto bytes = hn::LoadU(d, at), back1 = hn::LoadU(d, at - 1), back2 = hn::LoadU(d, at - 2), back3 = hn::LoadU(d, at - 3);
    const auto of_pair = hn::And(hn::TableLookupBytes(first_high, hn::ShiftRight<4>(back1)),
                                 hn::And(hn::TableLookupBytes(first_low, hn::And(back1, low_half)), hn::TableLookupBytes(second_high, hn::ShiftRight<4>(bytes))));
    const auto third = hn::SaturatedSub(back2, hn::Set(d, 0xE0 - 0x80));
    const auto fourth = hn::SaturatedSub(back3, hn::Set(d, 0xF0 - 0x80));
    faults = hn::Or(faults, hn::Xor(hn::And(hn::Or(third, fourth), top), of_pair));
  }
  return hn::AllTrue(d, hn::Eq(faults, hn::Zero(d)));
}

// The first bytes and the last are looked at between zeros, which are ASCII: nothing before or behind the text completes it.
bool is_well_formed(const std::uint8_t* text, std::size_t size) {
  std::array<std::uint8_t, 3 * kPiece> ends{};
  const std::size_t first = std::min(size, kPiece), whole = (size - first) / kPiece * kPiece, rest = size - first - whole;
  std::copy_n(text, first, ends.data() + kPiece);
  if (!is_well_formed_behind(ends.data() + kPiece, size == first ? 2 * kPiece : kPiece)) return false;
  if (size == first) return true;
  if (!is_well_formed_behind(text + first, whole)) return false;
  ends = {};
  constexpr std::size_t kBefore = 3;
  std::copy_n(text + size - rest - kBefore, kBefore + rest, ends.data() + kPiece - kBefore);
  return is_well_formed_behind(ends.data() + kPiece, 2 * kPiece);
}

#endif

}  // namespace HWY_NAMESPACE
}  // namespace kaohe
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace kaohe {

HWY_EXPORT(is_well_formed);

bool is_well_formed_utf8(std::string_view text) {
  return HWY_DYNAMIC_DISPATCH(is_well_formed)(reinterpret_cast<const std::uint8_t*>(text.data()), text.size());
}

}  // namespace kaohe
#endif

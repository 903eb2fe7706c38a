// SPDX-License-Identifier: Apache-2.0
// Is a text well-formed UTF-8? Sixteen bytes at a time: what is wrong with two neighbouring bytes shows in the upper half
// of the first, its lower half, and the upper half of the second; each half has a table of the faults it allows, and a
// fault is what all three allow (J. Keiser and D. Lemire, Validating UTF-8 in less than one instruction per byte, 2021).
// That a third and a fourth byte stand where they must is checked beside it.
#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "csv/utf8_check.cc"
#include <hwy/foreach_target.h>
#include <hwy/highway.h>

#include <array>
#include <cstring>

#include "base/text.h"
#include "csv/bad_bytes.h"

HWY_BEFORE_NAMESPACE();
namespace kaohe {
namespace HWY_NAMESPACE {

#if HWY_TARGET == HWY_SCALAR

// The last character may be cut off, it is looked at twice.
bool is_well_formed(const std::uint8_t* text, std::size_t size) {
  std::size_t back = 1;
  while (back < 4 && back < size && (text[size - back] & 0xC0) == 0x80) ++back;
  const std::uint8_t lead = size == 0 ? 0 : text[size - back];
  const std::size_t length = lead < 0xC0 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
  return is_utf8(std::string_view(reinterpret_cast<const char*>(text), length > back ? size - back : size));
}

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

// `size` is a multiple of 16, and the last bytes are ASCII.
bool is_well_formed(const std::uint8_t* text, std::size_t size) {
  const hn::FixedTag<std::uint8_t, 16> d;
  const auto first_high = hn::Load(d, kFirstHigh.data()), first_low = hn::Load(d, kFirstLow.data()), second_high = hn::Load(d, kSecondHigh.data());
  const auto low_half = hn::Set(d, 0x0F), top = hn::Set(d, 0x80);
  auto before = hn::Zero(d), faults = hn::Zero(d);
  for (std::size_t at = 0; at < size; at += 16) {
    const auto bytes = hn::LoadU(d, text + at);
    const auto back1 = hn::CombineShiftRightBytes<15>(d, bytes, before);
    const auto back2 = hn::CombineShiftRightBytes<14>(d, bytes, before);
    const auto back3 = hn::CombineShiftRightBytes<13>(d, bytes, before);
    const auto of_pair = hn::And(hn::TableLookupBytes(first_high, hn::ShiftRight<4>(back1)),
                                 hn::And(hn::TableLookupBytes(first_low, hn::And(back1, low_half)), hn::TableLookupBytes(second_high, hn::ShiftRight<4>(bytes))));
    const auto third = hn::SaturatedSub(back2, hn::Set(d, 0xE0 - 0x80));
    const auto fourth = hn::SaturatedSub(back3, hn::Set(d, 0xF0 - 0x80));
    faults = hn::Or(faults, hn::Xor(hn::And(hn::Or(third, fourth), top), of_pair));
    before = bytes;
  }
  return hn::AllTrue(d, hn::Eq(faults, hn::Zero(d)));
}

#endif

}  // namespace HWY_NAMESPACE
}  // namespace kaohe
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace kaohe {

HWY_EXPORT(is_well_formed);

bool is_well_formed_utf8(std::string_view text) {
  const std::size_t whole = text.size() / 16 * 16;
  // A character may lie across the last whole sixteen bytes: the end is looked at again, with what comes before it.
  std::array<std::uint8_t, 48> end{};
  std::size_t from = whole;
  while (from > 0 && whole - from < 3 && (static_cast<unsigned char>(text[from - 1]) & 0xC0) == 0x80) --from;
  if (from > 0 && static_cast<unsigned char>(text[from - 1]) >= 0xC0) --from;
  std::memcpy(end.data(), text.data() + from, text.size() - from);
  if (!HWY_DYNAMIC_DISPATCH(is_well_formed)(end.data(), end.size())) return false;
  return HWY_DYNAMIC_DISPATCH(is_well_formed)(reinterpret_cast<const std::uint8_t*>(text.data()), whole);
}

}  // namespace kaohe
#endif

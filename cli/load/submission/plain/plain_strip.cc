// SPDX-License-Identifier: Apache-2.0
// Compiled once for each kind of processor; the best that is there is chosen when the program runs.
#include "load/submission/plain/plain_strip.h"

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "load/submission/plain/plain_strip.cc"
#include <hwy/foreach_target.h>
#include <hwy/highway.h>

#include <algorithm>
#include <cstring>
#include <string_view>

HWY_BEFORE_NAMESPACE();
namespace kaohe {
namespace HWY_NAMESPACE {

// One cell of so many bytes; false where it has a quote in it.
HWY_INLINE bool read_value(std::string_view text, PlainRowValues& values, std::size_t value) {
  PlainNumber number;
  if (read_number_of(text, number)) {
    values.set(value, number);
    return true;
  }
  values.set(value, text);
  return text.find('"') == std::string_view::npos;
}

#if HWY_TARGET == HWY_SCALAR

struct Several {
  static constexpr std::size_t lanes() { return 1; }
  static bool read(const char* /*text*/, const std::uint32_t* /*ends*/, std::int64_t* /*digits*/, std::uint64_t* /*scales*/) { return false; }
};

#else

// As read_digits_of has it (plain_number.h), for several cells at once.
struct Several {
  static constexpr hwy::HWY_NAMESPACE::CappedTag<std::uint64_t, 8> d = {};
  static HWY_INLINE std::size_t lanes() { return hwy::HWY_NAMESPACE::Lanes(d); }

  // The bytes of each cell, behind as many zeros as it has fewer than eight. False where not all have one to eight.
  template <typename V>
  static HWY_INLINE bool load(const char* text, const std::uint32_t* ends, V& values, V& in_front) {
    namespace hn = hwy::HWY_NAMESPACE;
    const hn::Rebind<std::uint32_t, decltype(d)> d32;
    HWY_ALIGN std::uint64_t bytes[8];
    for (std::size_t i = 0; i < lanes(); ++i) std::memcpy(&bytes[i], text + std::uint32_t{ends[i - 1] + 1}, sizeof bytes[i]);
    const auto sizes = hn::Sub(hn::LoadU(d32, ends), hn::LoadU(d32, ends - 1));  // one more than of the cells
    const auto short_ones = hn::Eq(hn::ShiftRight<3>(hn::Sub(sizes, hn::Set(d32, 2))), hn::Zero(d32));
    in_front = hn::ShiftLeft<3>(hn::Sub(hn::Set(d, 9), hn::PromoteTo(d, sizes)));
    values = hn::Shl(hn::Xor(hn::Load(d, bytes), hn::Set(d, kZeros)), in_front);
    return hn::AllTrue(d32, short_ones);
  }

  // Each ends where the one behind it begins but for a byte. False where not all are plain.
  static HWY_INLINE bool read(const char* text, const std::uint32_t* ends, std::int64_t* numbers, std::uint64_t* scales) {
    namespace hn = hwy::HWY_NAMESPACE;
    const hn::Repartition<std::uint8_t, decltype(d)> d8;
    const hn::Repartition<std::uint16_t, decltype(d)> d16;
    const hn::Repartition<std::uint32_t, decltype(d)> d32;
    const auto none = hn::Zero(d), tops = hn::Set(d, 0x8080808080808080U);
    auto bytes = none, in_front = none;
    if (!load(text, ends, bytes, in_front)) return false;
    const auto others = hn::And(hn::Or(hn::Add(hn::AndNot(tops, bytes), hn::Set(d, 0x7676767676767676U)), bytes), tops);
    const auto dots = hn::And(hn::BitCast(d, hn::VecFromMask(d8, hn::Eq(hn::BitCast(d8, bytes), hn::Set(d8, std::uint8_t{'.' ^ '0'})))), tops);
    // A point must be the only one, neither the first byte nor the last.
    const auto more = hn::And(others, hn::Sub(others, hn::Set(d, 1)));
    const auto at_ends = hn::And(others, hn::Or(hn::Shl(hn::Set(d, 0x80), in_front), hn::Set(d, 0x8000000000000000U)));
    if (!hn::AllTrue(d, hn::Eq(hn::Or(hn::Xor(others, dots), hn::Or(more, at_ends)), none))) return false;
    const auto point = hn::ShiftRight<7>(others);  // its lowest bit
    const auto before = hn::Sub(point, hn::Set(d, 1));
    const auto behind = hn::AndNot(hn::Or(hn::ShiftLeft<8>(before), hn::Set(d, 0xFF)), bytes);
    const auto closed = hn::Or(hn::ShiftLeft<8>(hn::And(bytes, before)), behind);
    const auto digits = hn::IfThenElse(hn::Eq(point, none), bytes, closed);
    const auto pairs = hn::ShiftRight<8>(hn::Mul(hn::BitCast(d16, digits), hn::Set(d16, std::uint16_t{2561})));
    const auto fours = hn::ShiftRight<16>(hn::Mul(hn::BitCast(d32, pairs), hn::Set(d32, 6553601U)));
    const auto all = hn::Add(hn::MulEven(fours, hn::Set(d32, 10000U)), hn::ShiftRight<32>(hn::BitCast(d, fours)));
    hn::StoreU(hn::BitCast(hn::RebindToSigned<decltype(d)>(), all), hn::RebindToSigned<decltype(d)>(), numbers);
    const auto bytes_behind = hn::And(hn::Sub(none, hn::ShiftLeft<8>(point)), hn::Set(d, 0x0101010101010101U));
    hn::StoreU(hn::SumsOf8(hn::BitCast(d8, bytes_behind)), d, scales);
    return true;
  }
};

#endif

// `count` cells one by one.
bool read_each(const char* text, const std::uint32_t* ends, PlainRowValues& values, std::size_t first, std::size_t count) {
  for (std::size_t i = 0; i < count; ++i) {
    const std::uint32_t begin = ends[i - 1] + 1;
    if (!read_value({text + begin, ends[i] - begin}, values, first + i)) return false;
  }
  return true;
}

bool read_cells(const char* text, char separator, const std::uint32_t* ends, PlainRowValues& values, std::size_t first, std::size_t count) {
  for (std::size_t i = 0; i + 1 < count; ++i) {
    if (text[ends[i]] != separator) return false;
  }
  const std::size_t lanes = Several::lanes();
  if (count < lanes) return read_each(text, ends, values, first, count);
  for (std::size_t done = 0; done < count; done += lanes) {
    const std::size_t i = std::min(done, count - lanes);  // the last ones may be read twice
    if (!Several::read(text, ends + i, values.digits() + first + i, values.scales() + first + i) && !read_each(text, ends + i, values, first + i, lanes)) return false;
  }
  return true;
}

}  // namespace HWY_NAMESPACE
}  // namespace kaohe
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace kaohe {

HWY_EXPORT(read_cells);

bool read_strip(const char* text, char separator, const std::uint32_t* ends, PlainRowValues& values, std::size_t first, std::size_t count) {
  return HWY_DYNAMIC_DISPATCH(read_cells)(text, separator, ends, values, first, count);
}

}  // namespace kaohe
#endif

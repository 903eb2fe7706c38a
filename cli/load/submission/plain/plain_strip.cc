// SPDX-License-Identifier: Apache-2.0
// Compiled once for each kind of processor; the best that is there is chosen when the program runs.
#include "load/submission/plain/plain_strip.h"

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "load/submission/plain/plain_strip.cc"
#include <hwy/foreach_target.h>
#include <hwy/highway.h>

#include <algorithm>
#include <string_view>

#include "csv/eight_bytes.h"

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

HWY_INLINE std::size_t lanes() { return 1; }
HWY_INLINE bool read_several(const char* /*text*/, const std::uint32_t* /*ends*/, std::int64_t* /*numbers*/, std::uint64_t* /*scales*/) { return false; }

#else

namespace hn = hwy::HWY_NAMESPACE;
constexpr std::size_t kMostLanes = 8;
using D = hn::CappedTag<std::uint64_t, kMostLanes>;  // a cell in each
using V = hn::Vec<D>;

HWY_INLINE std::size_t lanes() { return hn::Lanes(D()); }

// The bytes of each cell without what makes them digits, behind as many zeros (bits: `in_front`) as it has fewer than eight.
// False where not all have one to eight.
HWY_INLINE bool load(const char* text, const std::uint32_t* ends, V& values, V& in_front) {
  const D d;
  const hn::Rebind<std::uint32_t, D> d32;
  HWY_ALIGN std::uint64_t bytes[kMostLanes];
  for (std::size_t i = 0; i < lanes(); ++i) bytes[i] = eight_bytes(text + std::uint32_t{ends[i - 1] + 1});
  const auto sizes = hn::Sub(hn::LoadU(d32, ends), hn::LoadU(d32, ends - 1));  // one more than of the cells
  const auto short_ones = hn::Eq(hn::ShiftRight<3>(hn::Sub(sizes, hn::Set(d32, 2))), hn::Zero(d32));
  in_front = hn::ShiftLeft<3>(hn::Sub(hn::Set(d, 9), hn::PromoteTo(d, sizes)));
  values = hn::Shl(hn::Xor(hn::Load(d, bytes), hn::Set(d, kZeros)), in_front);
  return hn::AllTrue(d32, short_ones);
}

// A high bit at the point of each; none where it has none. False where anything else is no digit, or a point is not the only
// one, or the first byte or the last.
HWY_INLINE bool find_points(V values, V in_front, V& points) {
  const D d;
  const hn::Repartition<std::uint8_t, D> d8;
  const auto tops = hn::Set(d, kHighBits);
  points = hn::And(hn::Or(hn::Add(hn::AndNot(tops, values), hn::Set(d, kEachByte * 0x76)), values), tops);  // all that are no digits
  const auto is_point = hn::Eq(hn::BitCast(d8, values), hn::Set(d8, std::uint8_t{'.' ^ '0'}));
  const auto others = hn::Xor(points, hn::And(hn::BitCast(d, hn::VecFromMask(d8, is_point)), tops));
  const auto more = hn::And(points, hn::Sub(points, hn::Set(d, 1)));
  const auto at_ends = hn::And(points, hn::Or(hn::Shl(hn::Set(d, 0x80), in_front), hn::Set(d, 0x8000000000000000U)));
  return hn::AllTrue(d, hn::Eq(hn::Or(others, hn::Or(more, at_ends)), hn::Zero(d)));
}

// The numbers of eight digits each, the first in the lowest byte, as eight_digits has it.
HWY_INLINE V numbers_of(V digits) {
  const D d;
  const hn::Repartition<std::uint16_t, D> d16;
  const hn::Repartition<std::uint32_t, D> d32;
  const auto pairs = hn::ShiftRight<8>(hn::Mul(hn::BitCast(d16, digits), hn::Set(d16, std::uint16_t{2561})));
  const auto fours = hn::ShiftRight<16>(hn::Mul(hn::BitCast(d32, pairs), hn::Set(d32, 6553601U)));
  return hn::Add(hn::MulEven(fours, hn::Set(d32, 10000U)), hn::ShiftRight<32>(hn::BitCast(d, fours)));
}

// As read_digits_of has it (plain_number.h), of several cells. False where not all are plain.
HWY_INLINE bool read_several(const char* text, const std::uint32_t* ends, std::int64_t* numbers, std::uint64_t* scales) {
  const D d;
  const hn::RebindToSigned<D> d_signed;
  auto values = hn::Zero(d), in_front = hn::Zero(d), points = hn::Zero(d);
  if (!load(text, ends, values, in_front) || !find_points(values, in_front, points)) return false;
  const auto point = hn::ShiftRight<7>(points);  // its lowest bit
  const auto before = hn::Sub(point, hn::Set(d, 1));
  const auto behind = hn::AndNot(hn::Or(hn::ShiftLeft<8>(before), hn::Set(d, 0xFF)), values);
  const auto closed = hn::Or(hn::ShiftLeft<8>(hn::And(values, before)), behind);
  const auto digits = hn::IfThenElse(hn::Eq(point, hn::Zero(d)), values, closed);
  hn::StoreU(hn::BitCast(d_signed, numbers_of(digits)), d_signed, numbers);
  const auto bytes_behind = hn::And(hn::Sub(hn::Zero(d), hn::ShiftLeft<8>(point)), hn::Set(d, kEachByte));
  hn::StoreU(hn::SumsOf8(hn::BitCast(hn::Repartition<std::uint8_t, D>(), bytes_behind)), d, scales);
  return true;
}

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
  const std::size_t together = lanes();
  if (count < together) return read_each(text, ends, values, first, count);
  for (std::size_t done = 0; done < count; done += together) {
    const std::size_t i = std::min(done, count - together);  // the last ones may be read twice
    const std::size_t at = first + i;
    if (!read_several(text, ends + i, values.digits() + at, values.scales() + at) && !read_each(text, ends + i, values, at, together)) return false;
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

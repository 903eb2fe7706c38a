// SPDX-License-Identifier: Apache-2.0
// Compiled once for each kind of processor; the best that is there is chosen when the program runs.
#include "csv/marks.h"

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "csv/marks.cc"
#include <hwy/foreach_target.h>
#include <hwy/highway.h>

#include <bit>
#include <cstring>

HWY_BEFORE_NAMESPACE();
namespace kaohe {
namespace HWY_NAMESPACE {

// A bit for each of 64 bytes that is one of the three.
#if HWY_TARGET == HWY_SCALAR

HWY_INLINE std::uint64_t marks_of(const std::uint8_t* text, std::uint8_t separator) {
  std::uint64_t bits = 0;
  for (std::size_t i = 0; i < 64; ++i) {
    const bool found = text[i] == separator || text[i] == '\n' || text[i] == '\r';
    bits |= std::uint64_t{found} << i;
  }
  return bits;
}

#else

HWY_INLINE std::uint64_t marks_of(const std::uint8_t* text, std::uint8_t separator) {
  namespace hn = hwy::HWY_NAMESPACE;
  const hn::CappedTag<std::uint8_t, 64> d;
  const auto separators = hn::Set(d, separator), feeds = hn::Set(d, '\n'), returns = hn::Set(d, '\r');
  std::uint64_t bits = 0;
  std::uint8_t room[8] = {};
  for (std::size_t at = 0; at < 64; at += hn::Lanes(d)) {
    const auto bytes = hn::LoadU(d, text + at);
    const auto found = hn::Or(hn::Eq(bytes, separators), hn::Or(hn::Eq(bytes, feeds), hn::Eq(bytes, returns)));
    hn::StoreMaskBits(d, found, room + at / 8);
  }
  std::memcpy(&bits, room, sizeof bits);
  return bits;
}

#endif

// `size` is a multiple of 64, `first` the place of the first byte; there is room for that many places and eight more. Eight are written at a time, whether there are
// as many or not: no branch depends on how many there are, but for those where there are more.
std::size_t find(const std::uint8_t* text, std::size_t size, std::uint8_t separator, std::uint32_t first, std::uint32_t* places) {
  std::size_t count = 0;
  for (std::size_t at = 0; at < size; at += 64) {
    std::uint64_t bits = marks_of(text + at, separator);
    const auto more = static_cast<std::size_t>(std::popcount(bits));
    for (std::size_t i = 0; i < more; i += 8) {
      std::uint32_t* const to = places + count + i;
      for (std::size_t j = 0; j < 8; ++j) {
        to[j] = first + static_cast<std::uint32_t>(at) + static_cast<std::uint32_t>(std::countr_zero(bits));
        bits &= bits - 1;
      }
    }
    count += more;
  }
  return count;
}

}  // namespace HWY_NAMESPACE
}  // namespace kaohe
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace kaohe {

HWY_EXPORT(find);

void Marks::look_at(std::string_view text, char separator) {
  text_ = text;
  separator_ = separator;
  begin_ = end_ = count_ = next_ = 0;
}

bool Marks::farther(std::size_t at) {
  if (end_ == text_.size()) return false;
  find(at, at == begin_ ? 2 * (end_ - begin_) : kPiece);
  return true;
}

void Marks::find(std::size_t at, std::size_t size) {
  constexpr std::size_t kWord = 64, kMore = 8;
  begin_ = at;
  next_ = 0;
  const std::string_view piece = text_.substr(at, size);
  end_ = at + piece.size();
  const std::size_t whole = piece.size() / kWord * kWord;
  if (places_.size() < 1 + piece.size() + kMore) places_.resize(1 + piece.size() + kMore);
  places_.front() = static_cast<std::uint32_t>(at) - 1;
  std::uint32_t* const places = places_.data() + 1;
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(piece.data());
  count_ = HWY_DYNAMIC_DISPATCH(find)(bytes, whole, static_cast<std::uint8_t>(separator_), static_cast<std::uint32_t>(at), places);
  for (std::size_t i = whole; i < piece.size(); ++i) {
    if (piece[i] == separator_ || piece[i] == '\n' || piece[i] == '\r') places[count_++] = static_cast<std::uint32_t>(at + i);
  }
  places[count_] = static_cast<std::uint32_t>(text_.size());
}

}  // namespace kaohe
#endif

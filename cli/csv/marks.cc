// SPDX-License-Identifier: Apache-2.0
// Compiled once for each kind of processor; the best that is there is chosen when the program runs.
#include "csv/marks.h"

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "csv/marks.cc"
#include <hwy/foreach_target.h>
#include <hwy/highway.h>

HWY_BEFORE_NAMESPACE();
namespace kaohe {
namespace HWY_NAMESPACE {

#if HWY_TARGET == HWY_SCALAR

void mark(const std::uint8_t* text, std::size_t size, std::uint8_t separator, std::uint8_t* bits) {
  for (std::size_t at = 0; at < size; ++at) {
    const bool found = text[at] == separator || text[at] == '\n' || text[at] == '\r';
    bits[at / 8] = static_cast<std::uint8_t>(bits[at / 8] | (found ? 1U << (at % 8) : 0U));
  }
}

#else

// `size` is a multiple of 64.
void mark(const std::uint8_t* text, std::size_t size, std::uint8_t separator, std::uint8_t* bits) {
  const hwy::HWY_NAMESPACE::CappedTag<std::uint8_t, 64> d;
  namespace hn = hwy::HWY_NAMESPACE;
  const auto separators = hn::Set(d, separator), feeds = hn::Set(d, '\n'), returns = hn::Set(d, '\r');
  const std::size_t lanes = hn::Lanes(d);
  for (std::size_t at = 0; at < size; at += lanes) {
    const auto bytes = hn::LoadU(d, text + at);
    const auto found = hn::Or(hn::Eq(bytes, separators), hn::Or(hn::Eq(bytes, feeds), hn::Eq(bytes, returns)));
    hn::StoreMaskBits(d, found, bits + at / 8);
  }
}

#endif

}  // namespace HWY_NAMESPACE
}  // namespace kaohe
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace kaohe {

HWY_EXPORT(mark);

void Marks::find(std::string_view text, char separator) {
  constexpr std::size_t kWord = 64;
  size_ = text.size();
  bits_.assign((text.size() + kWord - 1) / kWord, 0);
  const std::size_t whole = text.size() / kWord * kWord;
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  auto* bits = reinterpret_cast<std::uint8_t*>(bits_.data());
  HWY_DYNAMIC_DISPATCH(mark)(bytes, whole, static_cast<std::uint8_t>(separator), bits);
  for (std::size_t at = whole; at < text.size(); ++at) {
    const bool found = text[at] == separator || text[at] == '\n' || text[at] == '\r';
    if (found) bits_[at / kWord] |= std::uint64_t{1} << (at % kWord);
  }
}

}  // namespace kaohe
#endif

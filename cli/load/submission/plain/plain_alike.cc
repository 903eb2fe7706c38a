// SPDX-License-Identifier: Apache-2.0
// Compiled once for each kind of processor; the best that is there is chosen when the program runs.
#include "load/submission/plain/plain_alike.h"

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "load/submission/plain/plain_alike.cc"
#include <hwy/foreach_target.h>
#include <hwy/highway.h>

#include <algorithm>

#include "load/submission/plain/plain_number.h"
#include "load/submission/plain/short_bytes.h"

HWY_BEFORE_NAMESPACE();
namespace kaohe {
namespace HWY_NAMESPACE {

#if HWY_TARGET == HWY_SCALAR

HWY_INLINE bool is_same(std::string_view expected, const char* at) { return same_bytes(expected.data(), at, expected.size()); }

#else

// As same_bytes.
HWY_INLINE bool is_same(std::string_view expected, const char* at) {
  namespace hn = hwy::HWY_NAMESPACE;
  if (HWY_UNLIKELY(expected.size() > kRoom)) return same_long_bytes(expected.data(), at, expected.size());
  const hn::CappedTag<std::uint8_t, kRoom> d;
  const auto* const a = reinterpret_cast<const std::uint8_t*>(expected.data());
  const auto* const b = reinterpret_cast<const std::uint8_t*>(at);
  bool same = true;
  for (std::size_t i = 0; i < kRoom; i += hn::Lanes(d)) {
    const auto looked_at = hn::FirstN(d, expected.size() > i ? expected.size() - i : 0);
    same &= hn::AllFalse(d, hn::And(looked_at, hn::Ne(hn::LoadU(d, a + i), hn::LoadU(d, b + i))));
  }
  return same;
}

#endif

// Where its texts end, if they are there; else nullptr.
HWY_INLINE const char* pass_texts(const PlainRun* runs, const std::string_view* above, const std::string_view* example, std::size_t first, std::size_t end, const char* at) {
  for (std::size_t run = first; run != end; ++run) {
    const std::string_view expected = (runs[run].source == PlainRun::Source::kAbove ? above : example)[run];
    if (!is_same(expected, at)) return nullptr;
    at += expected.size();
  }
  return at;
}

void pass_rows(AlikeRows& rows, FigureCell* cells) {
  const AlikeRows in = rows;
  const std::size_t known = std::min(in.followers.size(), in.examples.size());
  const char* at = in.text.data() + in.at;
  const char* last = at;
  const char* const limit = in.text.data() + in.limit;
  const char* const reach = in.text.data() + in.text.size() - in.above_size;
  std::uint32_t before = in.words;
  FigureCell* to = cells;
  while (to != cells + AlikeRows::kMost && at < limit && before < known) {
    const std::uint32_t words = in.followers[before];
    if (words >= known) break;
    const PlainExample& example = in.examples[words];
    if (example.asked != in.asked || reach - at < static_cast<std::ptrdiff_t>(example.reach)) break;
    const std::string_view* const expected = example.texts.runs.data();
    const char* behind = pass_texts(in.runs.data(), in.above, expected, 0, in.value, at);
    if (behind == nullptr) break;
    PlainNumber number;
    std::size_t digits = 0;
    const std::size_t size = read_number_before(expected[in.value], behind, number, digits);
    if (size == 0 || digits == 0) break;
    behind = pass_texts(in.runs.data(), in.above, expected, in.value + 1, in.runs.size(), behind + size);
    if (behind == nullptr) break;
    const PlainMeaning::Common& common = (*example.commons)[static_cast<std::size_t>(number.scale)];
    if (!common.holds(number.digits)) break;
    *to = {static_cast<std::int32_t>(number.digits), in.cell.row + static_cast<std::uint32_t>(to - cells), common.form, in.cell.period};
    ++to;
    last = at;
    at = behind;
    before = words;
  }
  rows.count = static_cast<std::size_t>(to - cells);
  rows.last = static_cast<std::size_t>(last - in.text.data());
  rows.at = static_cast<std::size_t>(at - in.text.data());
  rows.words = before;
}

}  // namespace HWY_NAMESPACE
}  // namespace kaohe
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace kaohe {

HWY_EXPORT(pass_rows);

void pass_alike(AlikeRows& rows, FigureCell* cells) { HWY_DYNAMIC_DISPATCH(pass_rows)(rows, cells); }

}  // namespace kaohe
#endif

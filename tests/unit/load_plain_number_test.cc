// SPDX-License-Identifier: Apache-2.0
// Eight characters read at once say what they say read one after the other, alone and in a cell that others stand behind.
#include <doctest/doctest.h>

#include <random>
#include <string>

#include "load/submission/plain/plain_strip.h"

namespace kaohe {
namespace {

struct Expected {
  bool plain;
  std::int64_t digits;
  int scale;
};

// One character after the other.
Expected slowly(std::string_view text) {
  const bool negative = !text.empty() && text.front() == '-';
  if (negative) text.remove_prefix(1);
  Expected out{!text.empty(), 0, 0};
  std::size_t point = text.size(), digits = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '.' && point == text.size() && i > 0 && i + 1 < text.size()) {
      point = i;
    } else if (text[i] >= '0' && text[i] <= '9' && ++digits <= 18) {
      out.digits = out.digits * 10 + (text[i] - '0');
    } else {
      out.plain = false;
    }
  }
  if (point < text.size()) out.scale = static_cast<int>(text.size() - point - 1);
  if (negative) out.digits = -out.digits;
  return out;
}

}  // namespace

TEST_CASE("plain numbers of every length") {
  std::mt19937 random(7);
  constexpr std::string_view kOf = "0123456789012345678901234567890123456789....--+ e,\xEF/:";
  int plain = 0;
  for (int i = 0; i < 400'000; ++i) {
    std::string text;
    const std::size_t length = random() % 21;
    const std::size_t letters = random() % 4 == 0 ? kOf.size() : 44;
    for (std::size_t at = 0; at < length; ++at) text += kOf[random() % letters];
    const Expected expected = slowly(text);
    PlainNumber number;
    const bool found = read_plain_number(text, number);
    CAPTURE(text);
    REQUIRE(found == expected.plain);
    PlainNumber in_cell;
    REQUIRE(read_number_of((text + ",12345.6").data(), text.size(), in_cell) == found);
    if (!found) continue;
    ++plain;
    for (const PlainNumber& one : {number, in_cell}) {
      REQUIRE(one.digits == expected.digits);
      REQUIRE(one.scale == expected.scale);
    }
  }
  CHECK(plain > 50'000);
}

}  // namespace kaohe

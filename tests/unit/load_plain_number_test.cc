// SPDX-License-Identifier: Apache-2.0
// Eight characters read at once, and cells read several at once, say what they say read one after the other.
#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include "each_processor.h"
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
    if (!found) continue;
    ++plain;
    REQUIRE(number.digits == expected.digits);
    REQUIRE(number.scale == expected.scale);
  }
  CHECK(plain > 50'000);
}

namespace {

struct Strip {
  std::string text = "x,";
  std::vector<std::string> cells;
  std::vector<std::uint32_t> ends = {1};  // of what stands before them, then of each
};

// Of every other one all cells are short numbers.
Strip strip(std::mt19937& random) {
  Strip out;
  const std::size_t count = 2 + random() % 30;
  const bool odd = random() % 2 == 0;
  for (std::size_t i = 0; i < count; ++i) {
    std::string cell;
    const std::size_t length = odd && random() % 8 == 0 ? random() % 21 : 1 + random() % 8;
    for (std::size_t at = 0; at < length; ++at) cell += static_cast<char>('0' + random() % 10);
    if (length > 2 && random() % 2 == 0) cell[1 + random() % (length - 2)] = '.';
    if (odd && length > 0 && random() % 4 == 0) cell[random() % length] = "./:- e\xEF"[random() % 7];
    out.text += cell + (i + 1 < count ? "," : "\n");
    out.cells.push_back(cell);
    out.ends.push_back(static_cast<std::uint32_t>(out.text.size() - 1));
  }
  out.text += "12345678";
  return out;
}

void check_strip(const Strip& of) {
  PlainRowValues values(of.cells.size() + 1);
  CAPTURE(of.text);
  REQUIRE(read_strip(of.text.data(), ',', of.ends.data() + 1, values, 1, of.cells.size()));
  for (std::size_t i = 0; i < of.cells.size(); ++i) {
    CAPTURE(i);
    const Expected expected = slowly(of.cells[i]);
    REQUIRE(values.is_number(i + 1) == expected.plain);
    if (expected.plain) {
      REQUIRE(values.number(i + 1).digits == expected.digits);
      REQUIRE(values.number(i + 1).scale == expected.scale);
    } else {
      REQUIRE(values.text(i + 1) == of.cells[i]);
    }
  }
}

}  // namespace

TEST_CASE("cells side by side, on every kind of processor") {
  on_each_processor([] {
    std::mt19937 random(11);
    for (int i = 0; i < 4'000; ++i) {
      Strip of = strip(random);
      check_strip(of);
      PlainRowValues values(of.cells.size());
      const std::size_t at = random() % of.cells.size();
      of.text[of.ends[at + 1]] = '\n';
      REQUIRE(read_strip(of.text.data(), ',', of.ends.data() + 1, values, 0, of.cells.size()) == (at + 1 == of.cells.size()));
    }
    Strip of;
    of.text += "1,\"2,3,4,5,6,7,8,9\n12345678";
    of.ends = {1, 3, 6, 8, 10, 12, 14, 16, 18, 20};
    PlainRowValues values(9);
    CHECK_FALSE(read_strip(of.text.data(), ',', of.ends.data() + 1, values, 0, 9));
  });
}

}  // namespace kaohe

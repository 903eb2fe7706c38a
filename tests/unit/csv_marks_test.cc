// SPDX-License-Identifier: Apache-2.0
// Marks asked for so many at a time are those that a look at each byte finds.
#include <doctest/doctest.h>

#include <random>
#include <string>
#include <vector>

#include "csv/marks.h"

namespace kaohe {

TEST_CASE("the next marks, wherever pieces of the text end and whether they are asked for in their order or not") {
  std::mt19937 random(3);
  for (const unsigned fields : {2U, 40U, 4000U}) {  // of so many bytes, about
    std::string text;
    std::vector<std::uint32_t> all;
    while (text.size() < 5 * Marks::kPiece) {
      text.append(random() % fields, 'x');
      all.push_back(static_cast<std::uint32_t>(text.size()));
      text += ",\n\r"[random() % 3];
    }
    text += "xyz";
    Marks marks;
    marks.look_at(text, ',');
    std::size_t at = 0;
    for (int turn = 0; turn < 3000; ++turn) {
      at = random() % 50 == 0 ? random() % text.size() : std::min(at + random() % (3 * std::size_t{fields}), text.size());
      const std::size_t count = 1 + random() % 70;
      const auto first = static_cast<std::size_t>(std::lower_bound(all.begin(), all.end(), at) - all.begin());
      const std::uint32_t* const found = marks.next(at, count);
      CAPTURE(at);
      CAPTURE(count);
      REQUIRE((found != nullptr) == (first + count <= all.size()));
      if (found != nullptr) REQUIRE(std::vector(found, found + count) == std::vector(all.begin() + static_cast<std::ptrdiff_t>(first), all.begin() + static_cast<std::ptrdiff_t>(first + count)));
    }
  }
}

}  // namespace kaohe

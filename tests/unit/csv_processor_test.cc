// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>
#include <hwy/targets.h>

#include <random>
#include <string>

#include "base/text.h"
#include "csv/bad_bytes.h"

namespace kaohe {
namespace {

TEST_CASE("every kind of processor finds the same texts well-formed") {
  const std::string pieces[] = {"1,23.5\n", "地区,", "\u00e9", "\U00020087", "\xC3", "\xE5\x9C", "\xFF", "\xED\xA0\x80", "abcdefghijklmnop"};
  const auto kinds = hwy::SupportedAndGeneratedTargets();
  REQUIRE_FALSE(kinds.empty());
  std::mt19937 random(11);
  for (int round = 0; round < 500; ++round) {
    std::string text;
    for (unsigned i = random() % 40; i > 0; --i) text += pieces[random() % (round % 2 == 0 ? 4 : 9)];
    const bool expected = is_utf8(text);
    for (const auto kind : kinds) {
      hwy::SetSupportedTargetsForTest(kind);
      CAPTURE(text);
      CAPTURE(kind);
      CHECK(is_well_formed_utf8(text) == expected);
    }
  }
  hwy::SetSupportedTargetsForTest(0);
}

}  // namespace
}  // namespace kaohe

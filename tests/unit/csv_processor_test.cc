// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <random>
#include <string>

#include "base/text.h"
#include "csv/bad_bytes.h"
#include "each_processor.h"

namespace kaohe {
namespace {

void check_all_kinds(const std::string& text) {
  const bool expected = is_utf8(text);
  CAPTURE(text);
  on_each_processor([&] { CHECK(is_well_formed_utf8(text) == expected); });
}

TEST_CASE("every kind of processor finds the same texts well-formed") {
  const std::string pieces[] = {"1,23.5\n", "地区,", "\u00e9", "\U00020087", "\xC3", "\xE5\x9C", "\xFF", "\xED\xA0\x80", "abcdefghijklmnop"};
  std::mt19937 random(11);
  for (int round = 0; round < 500; ++round) {
    std::string text;
    for (unsigned i = random() % 40; i > 0; --i) text += pieces[random() % (round % 2 == 0 ? 4 : 9)];
    check_all_kinds(text);
  }
}

TEST_CASE("a text that is cut off, or has one byte that does not fit, is not well-formed wherever that is") {
  std::string text;
  while (text.size() < 210) text += text.size() % 4 == 0 ? "\U00020087" : "区x";
  for (std::size_t at = 0; at <= text.size(); ++at) {
    check_all_kinds(text.substr(0, at));
    check_all_kinds(text.substr(0, at) + "\x80" + text.substr(at));
    check_all_kinds(text.substr(0, at) + "\xE5\x9C" + text.substr(at));
  }
}

}  // namespace
}  // namespace kaohe

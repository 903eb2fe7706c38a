// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <set>
#include <string>
#include <utility>
#include <vector>

#include "load/submission/plain/short_bytes.h"
#include "load/submission/plain/word_table.h"

using namespace kaohe;

namespace {

constexpr std::size_t kLongest = 100;

// A text of so many bytes, and others behind it that must not matter.
struct Roomy {
  Roomy(std::size_t count, char behind) : bytes(count + kRoom, behind), size(count) {
    for (std::size_t i = 0; i < size; ++i) bytes[i] = static_cast<char>('a' + i % 26);
  }
  [[nodiscard]] std::string_view text() const { return std::string_view(bytes).substr(0, size); }
  std::string bytes;
  std::size_t size;
};

}  // namespace

TEST_CASE("texts are the same by their bytes alone, wherever they differ") {
  for (std::size_t size = 0; size <= kLongest; ++size) {
    CAPTURE(size);
    const Roomy one(size, 'x');
    Roomy other(size, 'y');
    CHECK(same_text(one.text(), other.text()));
    CHECK(hash_of_text(one.text(), 1) == hash_of_text(other.text(), 1));
    CHECK_FALSE(same_text(one.text(), Roomy(size + 1, 'x').text()));
    for (std::size_t at = 0; at < size; ++at) {
      CAPTURE(at);
      const char was = std::exchange(other.bytes[at], '#');
      CHECK_FALSE(same_text(one.text(), other.text()));
      other.bytes[at] = was;
    }
  }
  CHECK(same_text({}, Roomy(0, 'x').text()));  // one that is nowhere
}

TEST_CASE("words that differ in one byte are spread over a table, whichever byte that is") {
  for (const std::size_t size : {1, 6, 7, 8, 9, 16, 24, 31, 32, 33, 64, 70}) {
    for (std::size_t at = 0; at < size; ++at) {
      CAPTURE(size);
      CAPTURE(at);
      Roomy text(size, 'x');
      std::set<std::uint64_t> slots;  // of 4096
      for (char c = '0'; c <= '9'; ++c) {
        text.bytes[at] = c;
        slots.insert(hash_of_text(text.text(), 0) % 4096);
      }
      CHECK(slots.size() >= 9);
    }
  }
}

TEST_CASE("words are found again by all of their columns") {
  using Pairs = WordTable<kRoom, 16>;
  Pairs table;
  const std::vector<std::string> names = {"", "一", "二二", std::string("二\0", 4), "exactly thirty-two bytes, no more", "a name of more than thirty-two bytes, and so on", "a name of more than thirty-two bytes, and so forth"};
  std::uint32_t count = 0;
  for (const std::string& a : names) {
    for (const std::string& b : names) {
      CHECK(table.add({a, b}) == count);
      CHECK(table.add({a, b}) == count++);
    }
  }
  CHECK(table.size() == count);
  std::string first, second;
  const auto roomy = [](std::string& room, const std::string& name) { return std::string_view(room = name + std::string(kRoom, 'x')).substr(0, name.size()); };
  for (std::uint32_t number = 0; number < count; ++number) {
    CHECK(table.find({roomy(first, names[number / names.size()]), roomy(second, names[number % names.size()])}) == number);
  }
  CHECK(table.find({roomy(first, "三"), kNoText}) == kNoWord);
  CHECK(table.find({roomy(first, names.back()), roomy(second, names.back() + "x")}) == kNoWord);
}

template <std::size_t kShort>
void check_many_words() {
  using Words = WordTable<kShort>;
  constexpr int kWords = 5000;
  Words table;
  const auto name = [](int i) { return std::string(static_cast<std::size_t>(i % 40), 'x') + std::to_string(i); };
  for (int i = 0; i < kWords; ++i) REQUIRE(table.add({name(i)}) == static_cast<std::uint32_t>(i));
  for (int i = 0; i < 2 * kWords; ++i) {
    const std::string roomy = name(i) + std::string(kRoom, '1');
    REQUIRE(table.find({std::string_view(roomy).substr(0, roomy.size() - kRoom)}) == (i < kWords ? static_cast<std::uint32_t>(i) : kNoWord));
  }
}

TEST_CASE("words are found again however many there are, and others are not") {
  check_many_words<kRoom>();
  check_many_words<16>();
}

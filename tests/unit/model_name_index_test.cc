// SPDX-License-Identifier: Apache-2.0
#include "model/name_index.h"

#include <doctest/doctest.h>

#include <utility>

namespace kaohe {
namespace {

using Index = NameIndex<std::uint32_t>;

Index some() {
  Index out;
  out.add("南昌", 1);
  out.add("南昌市", 1);
  out.add("市", 1);
  out.add("市", 70000);
  out.add("市", 70000);
  out.add("", 3);
  return out;
}

TEST_CASE("a name means what it was given, in whichever way it is kept") {
  const Index own = some();
  const std::string bytes = own.packed();
  Index packed;
  packed.take_packed(bytes);
  CHECK((packed.packed() == bytes));
  for (const Index* index : {&own, static_cast<const Index*>(&packed)}) {
    CHECK(index->find("南昌")->second == std::vector<std::uint32_t>{1});
    CHECK(index->find("南昌市")->second == std::vector<std::uint32_t>{1});
    CHECK(index->find("市")->second == std::vector<std::uint32_t>{1, 70000});
    CHECK(index->find("")->second == std::vector<std::uint32_t>{3});
    for (const char* name : {"南", "南昌市人", "a", "区", "鿿"}) CHECK(index->find(name) == index->end());
  }
}

TEST_CASE("thousands of names are each found, with all that they mean and in that order") {
  Index own;  // grows as it takes them
  constexpr std::uint32_t kNames = 5000;
  for (const std::uint32_t round : {0U, 1U}) {
    for (std::uint32_t i = 0; i < kNames; ++i) own.add("县" + std::to_string(i), i + round * (i % 2));
  }
  const std::string bytes = own.packed();
  Index packed;
  packed.take_packed(bytes);
  for (const Index* index : {&std::as_const(own), static_cast<const Index*>(&packed)}) {
    for (std::uint32_t i = 0; i < kNames; ++i) {
      const std::vector<std::uint32_t> meant = i % 2 == 0 ? std::vector<std::uint32_t>{i} : std::vector<std::uint32_t>{i, i + 1};
      CHECK(index->find("县" + std::to_string(i))->second == meant);
    }
    CHECK(index->find("县" + std::to_string(kNames)) == index->end());
  }
}

TEST_CASE("an index of nothing knows no name") {
  const Index own;
  const std::string bytes = own.packed();
  Index packed;
  packed.take_packed(bytes);
  CHECK(own.find("南昌") == own.end());
  CHECK(packed.find("南昌") == packed.end());
}

}  // namespace
}  // namespace kaohe

// SPDX-License-Identifier: Apache-2.0
#include "model/name_index.h"

#include <doctest/doctest.h>

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

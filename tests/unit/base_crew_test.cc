// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <atomic>
#include <stdexcept>
#include <vector>

#include "base/crew.h"

using namespace kaohe;

TEST_CASE("each number is worked on once, by however many") {
  for (const std::size_t threads : {1, 2, 7}) {
    Crew crew(threads);
    for (const std::size_t count : {0, 1, 2, 6, 100}) {
      std::vector<std::atomic<int>> done(count);
      crew.each(count, [&](std::size_t number) { ++done[number]; });
      for (const std::atomic<int>& times : done) CHECK(times == 1);
    }
  }
}

TEST_CASE("what the work throws comes to the owner, after all have stopped") {
  for (const std::size_t threads : {1, 2, 7}) {
    Crew crew(threads);
    CHECK_THROWS_AS(crew.each(50, [](std::size_t number) { if (number == 13) throw std::runtime_error("13"); }), std::runtime_error);
    std::atomic<int> done = 0;
    crew.each(5, [&](std::size_t) { ++done; });
    CHECK(done == 5);
  }
}

// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include "model/figure_cells.h"

using namespace kaohe;

namespace {

constexpr std::uint32_t kLineages = 40;

struct Coming {  // so many cells of a lineage, one after the other
  std::uint32_t lineage;
  std::size_t count;
};

// Each cell's number tells when it came, its row the run that it came in.
struct Filled {
  FigureCells cells{kLineages};
  std::vector<std::vector<std::int64_t>> expected = std::vector<std::vector<std::int64_t>>(kLineages);
  std::int64_t count = 0;

  void add(const Coming& run, bool singly) {
    std::vector<FigureCell> all(run.count);
    for (FigureCell& cell : all) {
      cell.number = count++;
      cell.row = 7;
      expected[run.lineage].push_back(cell.number);
    }
    if (!singly) return cells.append(run.lineage, all, 100);
    for (FigureCell& cell : all) {
      cell.row += 100;
      cells.append(run.lineage, cell);
    }
  }
};

std::vector<std::vector<std::int64_t>> gathered(FigureCells& cells) {
  cells.gather();
  std::vector<std::vector<std::int64_t>> numbers(kLineages);
  bool rows_hold = true;
  for (std::uint32_t lineage = 0; lineage < kLineages; ++lineage) {
    for (const FigureCell& cell : cells.of(lineage)) {
      numbers[lineage].push_back(cell.number);
      rows_hold &= cell.row == 107;
    }
  }
  CHECK(rows_hold);
  return numbers;
}

struct Case {
  std::string name;
  std::vector<Coming> runs;
};

std::vector<Coming> one_after_the_other(std::size_t each) {
  std::vector<Coming> runs;
  for (std::uint32_t lineage = kLineages; lineage-- > 0;) runs.push_back({lineage, each});
  return runs;
}

std::vector<Coming> in_no_order(std::size_t count, std::size_t longest) {
  std::mt19937 random(static_cast<unsigned>(count + longest));
  std::vector<Coming> runs;
  for (std::size_t i = 0; i < count; ++i) runs.push_back({static_cast<std::uint32_t>(random() % (kLineages - 1)), random() % longest});  // one has none
  return runs;
}

}  // namespace

TEST_CASE("the cells of each lineage stand side by side as they came") {
  const std::vector<Case> cases = {
      {"none", {}},
      {"one", {{3, 1}}},
      {"less than a block", one_after_the_other(63)},
      {"a block", one_after_the_other(64)},
      {"a little more", one_after_the_other(65)},
      {"one by one in turns", in_no_order(20'000, 2)},
      {"in runs over borders of blocks", in_no_order(2'000, 200)},
      {"more than the first room holds", in_no_order(3'000, 300)},
  };
  for (const Case& one : cases) {
    for (const bool singly : {true, false}) {
      CAPTURE(one.name);
      CAPTURE(singly);
      Filled filled;
      for (const Coming& run : one.runs) filled.add(run, singly);
      CHECK(gathered(filled.cells) == filled.expected);
    }
  }
}

TEST_CASE("cells that are taken back leave no gap, and others may follow") {
  const auto unwanted = [](const FigureCell& cell) { return cell.number % 3 == 1; };
  Filled filled;
  for (const Coming& run : in_no_order(1'000, 150)) filled.add(run, false);
  filled.cells.erase_if(unwanted);
  for (std::vector<std::int64_t>& of : filled.expected) std::erase_if(of, [](std::int64_t number) { return number % 3 == 1; });
  for (const Coming& run : in_no_order(500, 100)) filled.add(run, false);
  CHECK(gathered(filled.cells) == filled.expected);
}

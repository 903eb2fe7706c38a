// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <string>

#include "model/verdicts.h"

namespace kaohe {
namespace {

std::vector<Brief> briefs(std::vector<std::uint32_t> regions) {
  std::vector<Brief> out;
  for (const std::uint32_t region : regions) out.emplace_back().region = region;
  return out;
}

std::string from(const Verdicts& all, std::size_t number) {
  std::string out;
  for (auto at = all.from(number); at != all.end(); ++at) out += std::to_string(at->region) + " ";
  return out;
}

}  // namespace

TEST_CASE("verdicts of rule after rule have one order and one number each") {
  Verdicts all;
  CHECK(all.empty());
  CHECK(all.begin() == all.end());
  const std::uint32_t batch = all.add(Batch{});
  all.append(briefs({10, 11, 12}));
  all.append({});
  all.append(briefs({20}));
  Verdict kept;
  kept.region = 30;
  all.push_back(kept);
  all.append(briefs({40, 41}));
  CHECK(all.size() == 7);
  CHECK(from(all, 0) == "10 11 12 20 30 40 41 ");
  CHECK(from(all, 2) == "12 20 30 40 41 ");
  CHECK(from(all, 3) == "20 30 40 41 ");
  CHECK(from(all, 6) == "41 ");
  CHECK(from(all, 7).empty());
  CHECK(from(all, SIZE_MAX).empty());
  CHECK(all[0].region == 10);
  CHECK(all[3].region == 20);
  CHECK(all[4].region == 30);
  CHECK(all[5].region == 40);
  CHECK(all.kept(all[4])->region == 30);
  Verdict changed;
  changed.region = 50;
  all.set(5, changed);
  CHECK(all.kept(all[5])->region == 50);
  CHECK(all[5].batch == batch);
  CHECK(from(all, 0) == "10 11 12 20 30 50 41 ");
}

TEST_CASE("how near a pass is, whether its verdict is kept whole or not") {
  static_assert(sizeof(Brief) == 16);
  Verdict near;
  near.outcome = Outcome::kPass;
  near.value = Rational(11);
  near.margin = Rational(1);
  near.target = std::string(">= 10");
  const std::uint32_t edge = brief_of(near).edge_or_kept;
  CHECK(edge == 999'999);  // a tenth of the target, rounded down
  Verdicts all;
  all.append(briefs({1, 2}));
  all.push_back(Verdict());
  all.push_back(near);
  CHECK(all.edge(all[0]) == Brief::kNoEdge);
  CHECK(all.edge(all[2]) == Brief::kNoEdge);
  CHECK(all.edge(all[3]) == edge);
  all.set(0, near);
  all.set(3, Verdict());
  CHECK(all.edge(all[0]) == edge);
  CHECK(all.edge(all[3]) == Brief::kNoEdge);
  CHECK(all.kept(all[1]) == nullptr);
}

}  // namespace kaohe

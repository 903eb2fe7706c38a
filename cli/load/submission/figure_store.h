// SPDX-License-Identifier: Apache-2.0
// All figures of a submission, one for each lineage, indicator and period. The same figure twice: equal values count as
// one, a missing mark gives way to a value, and of two that differ neither is taken, since nothing says which is right.
#pragma once

#include <cstdint>
#include <unordered_map>
#include <vector>

#include "base/problem.h"
#include "model/catalog.h"
#include "model/submission.h"

namespace kaohe {

class FigureStore {
 public:
  FigureStore(const Catalog& catalog, Problems& problems, std::vector<Input>& inputs)
      : catalog_(catalog), problems_(problems), inputs_(inputs) {}

  void reserve(std::size_t figures);
  // Counts the cell in the account of inputs[input].
  void add(Figure&& figure, std::size_t input);
  // The figures in order of lineage, indicator, period; the store is empty afterwards.
  [[nodiscard]] std::vector<Figure> take_sorted();

 private:
  struct Key {
    std::uint32_t lineage;
    std::uint32_t indicator;
    std::uint64_t period;
    friend bool operator==(const Key&, const Key&) = default;
  };
  struct KeyHash {
    std::size_t operator()(const Key& key) const;
  };
  struct Held {
    std::uint32_t figure;
    std::uint32_t input;
  };
  [[nodiscard]] Key key_of(const Figure& figure) const;
  void meet(Held& held, Figure&& figure, std::size_t input);
  void tell_repeated(const Figure& first, const Figure& later);
  void tell_conflict(const Figure& first, const Figure& later);
  [[nodiscard]] Phrase naming(const Figure& figure) const;

  const Catalog& catalog_;
  Problems& problems_;
  std::vector<Input>& inputs_;
  std::vector<Figure> figures_;
  std::unordered_map<Key, Held, KeyHash> by_key_;
};

}  // namespace kaohe

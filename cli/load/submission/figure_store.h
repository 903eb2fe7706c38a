// SPDX-License-Identifier: Apache-2.0
// All figures of a submission, one for each lineage, indicator and period. The same figure twice: equal values count as
// one, a missing mark gives way to a value, and of two that differ neither is taken, since nothing says which is right.
#pragma once

#include <cstdint>
#include <vector>

#include "base/problem.h"
#include "load/submission/plain/plain_log.h"
#include "model/catalog.h"
#include "model/figure_builder.h"
#include "model/submission.h"

namespace kaohe {

class FigureStore {
 public:
  FigureStore(const Catalog& catalog, Problems& problems) : catalog_(catalog), problems_(problems), builder_(catalog.regions) {}

  // What is added from here on is of this file, and counted in its account.
  void begin(std::uint32_t file);
  // A row of the file, before what it holds is added.
  void begin_row(std::uint32_t row, std::uint32_t line) { builder_.stands(file_, row, line); }
  void add(Figure&& figure);
  // For cells whose form and period the builder has numbered.
  [[nodiscard]] FigureTableBuilder& builder() { return builder_; }
  [[nodiscard]] std::uint32_t file() const { return file_; }
  // A stretch of rows that were taken at a glance, the first of them number `row`.
  void add_plain(const PlainLog& log, const PlainStretch& stretch, std::uint32_t row);
  // The file at hand turned out to be unreadable.
  void forget_file();
  // The account of the files, by their numbers, is put into `inputs`, and what stands twice is told.
  [[nodiscard]] FigureTable finish(std::vector<Input>& inputs, const CompletePlaces& complete_places, Crew& crew);

 private:
  struct Meeting {  // of two cells of one figure
    Figure first, later;
    bool conflict = false;
  };
  [[nodiscard]] CellCount& account_of(const Figure& figure) { return accounts_[figure.place.file]; }
  void count(const Figure& figure, std::int64_t by);
  Figure settle(std::vector<Figure>& same);
  void meet(Figure& held, Figure&& figure);
  void note(const Figure& first, const Figure& later, bool conflict);
  void tell_meetings();
  void tell_repeated(const Figure& first, const Figure& later);
  void tell_conflict(const Figure& first, const Figure& later);
  [[nodiscard]] Phrase naming(const Figure& figure) const;

  const Catalog& catalog_;
  Problems& problems_;
  FigureTableBuilder builder_;
  std::uint32_t file_ = 0;
  std::vector<CellCount> accounts_;   // by the number of the file
  std::vector<Meeting> meetings_;
  const CompletePlaces* complete_places_ = nullptr;
};

}  // namespace kaohe

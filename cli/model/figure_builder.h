// SPDX-License-Identifier: Apache-2.0
// Makes a table of figures (model/figure_table.h) from cells in any order.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <set>
#include <span>
#include <unordered_map>
#include <vector>

#include "base/crew.h"
#include "model/figure_cells.h"
#include "model/figure_table.h"
#include "model/region.h"

namespace kaohe {

class FigureTableBuilder {
 public:
  // The register must outlive the builder.
  explicit FigureTableBuilder(const Register& regions);
  ~FigureTableBuilder();
  FigureTableBuilder(const FigureTableBuilder&) = delete;
  FigureTableBuilder& operator=(const FigureTableBuilder&) = delete;

  // The line that a row of a file begins on, in the order of the rows; only rows that do not stand on the line of their
  // number matter.
  void stands(std::uint32_t file, std::uint32_t row, std::uint32_t line);
  // False where there is no room for one more period.
  [[nodiscard]] bool add(Figure figure);
  // The parts of `add`, for cells that are known to fit. nullopt: no room.
  [[nodiscard]] std::optional<std::uint16_t> number_of(const FigureForm& form);
  [[nodiscard]] std::optional<std::uint16_t> number_of(const Period& period);
  [[nodiscard]] FigureCells& cells() { return cells_; }
  // Cells whose form and period have their numbers, as FigureCells::append(); those of large forms say where in `large` their digits are.
  void append(std::uint32_t lineage, std::span<const FigureCell> cells, std::uint32_t row, const std::vector<std::int64_t>& large);

  void forget(std::uint32_t file);

  // What is taken of figures of one lineage, indicator and period, in the order of their places.
  using Settle = std::function<Figure(std::vector<Figure>& same)>;
  // The builder is empty afterwards.
  [[nodiscard]] FigureTable build(const Settle& settle, Crew& crew);

 private:
  struct FormHash {
    std::size_t operator()(const FigureForm& form) const;
  };
  struct PeriodHash {
    std::size_t operator()(const Period& period) const;
  };
  [[nodiscard]] std::int32_t keep_large(std::int64_t digits);
  [[nodiscard]] std::optional<FigureCell> compact(const Figure& figure);
  [[nodiscard]] FigureCell cell_of(Figure&& figure, std::uint16_t period);
  [[nodiscard]] std::vector<std::uint16_t> order_periods();
  void order(const std::vector<std::uint16_t>& ranks, Crew& crew);
  void settle(FigureTable::Series& series, const Settle& settle);
  [[nodiscard]] std::set<std::uint32_t> regions(Crew& crew) const;
  [[nodiscard]] std::set<std::uint32_t> regions_of(std::span<const FigureTable::Series> all) const;

  const Register& regions_;
  std::shared_ptr<FigureRef::Held> held_;
  FigureCells cells_;
  std::vector<std::size_t> repeated_;  // series that have several cells of one period
  std::unordered_map<FigureForm, std::uint16_t, FormHash> forms_;
  std::unordered_map<Period, std::uint16_t, PeriodHash> periods_;
};

}  // namespace kaohe

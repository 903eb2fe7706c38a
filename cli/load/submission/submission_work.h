// SPDX-License-Identifier: Apache-2.0
// What the parts of reading a submission share: the tables, what was understood so far, and what one file gave.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/problem.h"
#include "csv/reader.h"
#include "load/submission/datapackage.h"
#include "load/submission/figure_store.h"
#include "load/submission/regions/region_lookup.h"
#include "load/submission/submission_names.h"
#include "load/submission/submission_words.h"
#include "model/catalog.h"
#include "model/submission.h"

namespace kaohe {

struct SubmissionWork {
  SubmissionWork(const Catalog& tables, const WordIndex& index, const InputOptions& given, Problems& list)
      : catalog(tables), words(index), options(given), problems(list), names(tables), regions(tables.regions, index), figures(tables, list) {}

  const Catalog& catalog;
  const WordIndex& words;
  const InputOptions& options;
  PackageHints package;  // of the file at hand; as made where nothing describes it
  Problems& problems;
  SubmissionNames names;
  RegionLookup regions;
  FigureStore figures;
};

inline constexpr std::size_t kNoRecord = SIZE_MAX;

// A row, or cell, of a total or of a name that several regions bear: whose it is can be told only when the regions of
// the whole file are known.
struct TotalRow {
  Place place;
  std::string text;
  std::vector<std::uint32_t> candidates;  // of a name; empty: a total
  bool one_cell = false;                  // of a column of regions: the rest of its row does not depend on it
  std::size_t first = 0, count = 0;     // its cells in FileYield::deferred
  std::size_t record = kNoRecord;       // or its record in FileYield::records
  std::size_t listed_from = 0;          // the regions between the total before and this one, in FileYield::listed
  std::size_t listed_to = 0;
};

// What was read of one file beside its figures, before totals are told apart.
struct FileYield {
  std::vector<Figure> deferred;  // figures of rows of totals: their region is not known yet
  std::vector<Record> records;
  std::vector<std::uint32_t> listed;  // the regions of data rows, each once between two totals
  std::vector<TotalRow> totals;
  CellState lost_state = CellState::kInvalid;  // of the last cell whose region could not be told
  CellCount without_region;      // cells of data rows that belong to no region in their period

  void list(std::uint32_t region) {
    if (listed_after.size() <= region) listed_after.resize(region + 1, SIZE_MAX);
    if (listed_after[region] == totals.size()) return;
    listed_after[region] = totals.size();
    listed.push_back(region);
  }
  std::vector<std::size_t> listed_after;  // how many totals stood before the region was listed last
};

enum class RowOutcome : std::uint8_t { kData, kError };

// The text of a column in this row, trimmed; empty where the row is shorter or there is no such column.
[[nodiscard]] std::string_view text_at(const Row& row, std::size_t column);
// The place of a field, or of where it would be in a row that is too short.
[[nodiscard]] Place place_at(const Row& row, std::size_t column);

}  // namespace kaohe

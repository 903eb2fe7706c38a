// SPDX-License-Identifier: Apache-2.0
// Rows of records: which duty a deed was done for, when, and how far it went.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "load/submission/layout/layout.h"
#include "load/submission/submission_work.h"

namespace kaohe {

// Rules by id, full id, title and alias; a word may name rules of several plans. Made when the first record asks: most
// submissions have none.
class DutyIndex {
 public:
  // Both must outlive the index; `before` is called before the rules of the plans are looked at.
  DutyIndex(const std::vector<Plan>& plans, const std::function<void()>& before) : plans_(plans), before_(before) {}
  [[nodiscard]] const std::vector<std::string>* find(std::string_view duty);
  [[nodiscard]] Phrase hint(std::string_view duty);

 private:
  void fill();
  void add(std::string_view name, const Rule& rule);
  const std::vector<Plan>& plans_;
  const std::function<void()>& before_;
  TextMap<std::vector<std::string>> rules_;
  std::vector<std::string> names_;
};

// For one file.
class RecordRows {
 public:
  RecordRows(SubmissionWork& work, DutyIndex& duties, const Layout& layout, FileYield& yield)
      : work_(work), duties_(duties), layout_(layout), yield_(yield) {}

  [[nodiscard]] RowOutcome read(const Row& row);
  // After the last row: names the columns that were not used.
  void finish();

 private:
  [[nodiscard]] bool is_blank(const Row& row) const;
  bool read_duty(const Row& row, Record& record);
  bool read_region(const Row& row, Record& record);
  void read_status(const Row& row, Record& record);
  void read_period(const Row& row, Record& record);
  void tell_date_missing(const Place& place, Record& record);
  [[nodiscard]] std::optional<Date> read_date(const Row& row, Role role, Record& record);
  [[nodiscard]] std::string text(const Row& row, Role role) const;

  SubmissionWork& work_;
  DutyIndex& duties_;
  const Layout& layout_;
  FileYield& yield_;
  TextSet taken_;
};

}  // namespace kaohe

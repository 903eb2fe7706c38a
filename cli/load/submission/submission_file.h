// SPDX-License-Identifier: Apache-2.0
// One file: title rows, unit line, header, data rows, notes; the account of its rows.
#pragma once

#include <array>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/file.h"
#include "load/submission/figure_rows.h"
#include "load/submission/layout/head.h"
#include "load/load.h"
#include "load/submission/record_rows.h"
#include "load/submission/submission_work.h"

namespace kaohe {

// Rows that hold nothing to be judged.
enum class SkippedKind : std::uint8_t { kBlank, kTitle, kUnitLine, kNote, kHeaderAgain, kLabel, kDeleted, kCount };

// Reads the rows of one file into a yield. Use once.
class SubmissionFile {
 public:
  SubmissionFile(SubmissionWork& work, const HeaderWords& words, DutyIndex& duties, Input& input)
      : work_(work), words_(words), duties_(duties), input_(input), head_(work.options.head_rows) {}

  void read_row(const Row& row);
  // What the rows so far taught of rows like them (plain/plain_rows.h); nullptr where none can be taken so.
  [[nodiscard]] const FigureRows::Plain* plain() const { return figures_ ? figures_->plain() : nullptr; }
  // Next to nothing is plain: no row is to be taken so any more.
  void leave_plain_rows() { figures_->leave_plain_rows(); }
  // Rows that were taken so: the regions they are of, how many they are, what is wrong in them. The first of them has that
  // number and stands on that line.
  void count_plain(const PlainLog& log, const PlainStretch& stretch, std::uint32_t number, std::uint32_t line);
  // The last of those.
  void pass(const Row& row) { figures_->pass(row); }
  // The row was cut off by bytes that could not be decoded, or its quoting is broken: told elsewhere.
  void count_broken() { ++input_.rows.read, ++input_.rows.error; }
  void finish(bool cut_short, const Place& whole_file);
  [[nodiscard]] FileYield& yield() { return yield_; }
  [[nodiscard]] char separator() const { return input_.reading.separator; }

 private:
  struct Shape {  // of a row
    std::size_t filled = 0;  // fields that are not blank
    std::size_t first = kNoColumn;
  };
  [[nodiscard]] static Shape shape_of(const Row& row);
  void read_head();
  void read_head_row(const Row& row, const Shape& shape);
  void read_body(const Row& row, const Shape& shape);
  [[nodiscard]] bool accept_header(std::size_t at);
  [[nodiscard]] Layout header_of_package(std::size_t at);
  [[nodiscard]] bool is_comment(const Row& row) const;
  void use_layout(const Row& row);
  void tell_title_facts(const Row& row);
  bool take_unit_line(const Row& row);
  void settle_period(const Row& row);
  [[nodiscard]] bool is_note(const Row& row, const Shape& shape) const;
  [[nodiscard]] bool is_header_again(const Row& row) const;
  [[nodiscard]] bool has_extra_fields(const Row& row);
  void skip(SkippedKind kind, const Row& row);
  void tell_skipped();

  SubmissionWork& work_;
  const HeaderWords& words_;
  DutyIndex& duties_;
  Input& input_;
  FileYield yield_;

  Layout layout_;                     // kNone until the header is found
  std::optional<Layout> likeliest_;   // of the rows that were no header
  Head head_;                         // the first rows, until the header is found among them
  bool head_read_ = false;
  std::vector<std::vector<std::string>> header_;  // the header rows, to know them again
  TitleText title_;
  std::uint32_t unit_ = kNoUnit;      // of the unit line
  std::optional<Period> period_;      // of the title
  bool no_period_ = false;            // neither a column nor the title tells a period: no row can be read
  bool after_note_ = false;
  std::unique_ptr<FigureRows> figures_;
  std::unique_ptr<RecordRows> records_;
  std::array<std::uint64_t, static_cast<std::size_t>(SkippedKind::kCount)> skipped_{};
  std::array<Place, static_cast<std::size_t>(SkippedKind::kCount)> first_skipped_;
};

}  // namespace kaohe

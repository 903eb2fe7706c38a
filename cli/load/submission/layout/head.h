// SPDX-License-Identifier: Apache-2.0
// The first rows of a file, kept until it is clear which of them is the header: a header of several rows can only be told
// from the rows below it.
#pragma once

#include <deque>
#include <optional>
#include <string>
#include <vector>

#include "load/submission/layout/layout.h"

namespace kaohe {

class Head {
 public:
  explicit Head(std::size_t most_rows) : most_rows_(most_rows) {}
  // A copy that outlives the reader's row.
  void add(const Row& row);
  // So many rows, or so large, that the header must be among them.
  [[nodiscard]] bool full() const;
  [[nodiscard]] const std::deque<Row>& rows() const { return rows_; }
  void clear();

 private:
  std::size_t most_rows_;
  std::deque<Row> rows_;
  std::deque<std::string> texts_;  // of their fields
  std::size_t fields_ = 0, bytes_ = 0;
};

// The header that begins at `rows[at]`, of as many rows as go on with it; kind is kNone where there is none.
[[nodiscard]] Layout header_at(const std::deque<Row>& rows, std::size_t at, const TitleText& title, const WordIndex& words,
                               SubmissionNames& names, const Register& regions);

}  // namespace kaohe

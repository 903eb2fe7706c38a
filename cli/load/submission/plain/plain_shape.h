// SPDX-License-Identifier: Apache-2.0
// Which columns of a layout a row must have in order to be taken at a glance, and what each of them is for.
#pragma once

#include <cstddef>
#include <vector>

#include "load/submission/datapackage.h"
#include "load/submission/layout/layout.h"
#include "load/submission/plain/epochs.h"
#include "load/submission/submission_words.h"

namespace kaohe {

struct PlainShape {
  // Both must outlive it; `value_columns` are those of the layout.
  PlainShape(const Layout& of, const PackageHints& package, const std::vector<std::size_t>& value_columns);

  const Layout& layout;
  bool able = false;           // else the file has what the careful way alone understands
  std::vector<std::size_t> values;
  std::vector<std::size_t> regions;   // columns that name the region; none of them may be blank
  std::vector<std::size_t> meanings;  // that name the indicator and the unit; empty: the headers do
  std::vector<std::size_t> blank;     // in which anything is uncommon
  std::size_t period = kNoColumn;     // of the row; else every value column has one
  bool has_own_periods = false;       // any value column
  bool first_is_word = false;         // the first column is one whose words must be known: it begins no note
};

// What all threads look at and nobody changes.
struct PlainGround {
  PlainShape shape;
  const Register& regions;
  const WordIndex& words;
  Epochs epochs;
};

}  // namespace kaohe

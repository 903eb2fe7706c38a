// SPDX-License-Identifier: Apache-2.0
// Rows that are, byte for byte, like rows before them but for their values: the region as in the row above, indicator,
// unit and what else there is as in a row with the same words. Such a row need not be cut nor its words be looked up, for
// its fields end where those of the others do. Whatever is not like that is left to those who cut.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "csv/marks.h"
#include "load/submission/plain/plain_alike.h"
#include "load/submission/plain/plain_example.h"
#include "load/submission/plain/plain_row_values.h"
#include "load/submission/plain/plain_shape.h"

namespace kaohe {

class PlainMould {
 public:
  static constexpr std::size_t kNotAlike = SIZE_MAX;

  // A text that is `encoded` is not in UTF-8: what was not seen before in it is told easily in ASCII only.
  PlainMould(const PlainShape& shape, bool encoded);

  // The text at hand, which must outlive what is asked; what was kept of another is forgotten.
  void look_at(std::string_view text, char separator);
  // Nothing is known of the row above; a number in these columns would mean something.
  void begin(const std::vector<std::size_t>& watched);
  // The row from `at` to `behind`, whose fields were cut and mean something, the words of its meaning having that number.
  void keep(std::size_t at, std::size_t behind, const std::vector<std::string_view>& fields, std::uint32_t words) {
    has_above_ = false;
    if (!gives_up()) keep_row(at, behind, fields, words);
  }
  // Else no row is alike.
  [[nodiscard]] bool has_above() const { return has_above_; }

  // What words mean may have changed: nobody has said what numbers are common under any.
  void ask_anew() { ++asked_; }
  // It may be said of rows with those words: one of this text was kept.
  [[nodiscard]] bool asks(std::uint32_t words) const { return words < examples_.size() && examples_[words].asked != asked_ && examples_[words].age == age_; }
  // Until then these are, in those rows.
  void answer(std::uint32_t words, const PlainMeaning::Commons& commons) {
    examples_[words].asked = asked_;
    examples_[words].commons = &commons;
  }
  // The next rows may be alike but for a number. Where what is not alike is never common, that is so now and then only.
  [[nodiscard]] bool tries_alike() { return has_above_ && has_one_value_ && (misses_ < kMisses || ++misses_ % kMisses == 0); }
  // Rows from `at` on that begin before `limit`, behind one with those words. Those that are alike but for a number of
  // which that was said go to `cells`, the first of which is like `first`.
  [[nodiscard]] AlikeRows pass_alike(std::size_t at, std::size_t limit, std::uint32_t words, std::span<const std::uint32_t> followers, const FigureCell& first, FigureCell* cells);

  // Where the row at `at` ends, if it is like the one above and like one with those words: its values go to `values`.
  [[nodiscard]] std::size_t match(std::size_t at, std::uint32_t words, PlainRowValues& values);
  // Of the row that was matched, where that is not the one of the row above it; else empty.
  [[nodiscard]] std::string_view other_period() const { return other_period_; }

 private:
  static constexpr int kPatience = 1024, kRest = 1 << 16;  // rows
  static constexpr unsigned kMisses = 32;
  enum class Kind : std::uint8_t { kAbove, kPeriod, kWords, kOther, kValue };
  struct Step {  // fields that stand together and are alike in kind
    Kind kind;
    std::size_t first, end;
  };
  using Run = PlainRun;
  using Texts = PlainExample::Texts;
  [[nodiscard]] static Kind kind_of(const PlainShape& shape, std::size_t column);
  void add_column(std::size_t column, Kind kind);
  void count_values();
  // Where rows are hardly ever alike, it is not worth the trouble; it may be later on.
  [[nodiscard]] bool gives_up() {
    if (--patience_ > 0) return false;
    if (patience_ < -kRest) patience_ = kPatience;
    return true;
  }
  void keep_row(std::size_t at, std::size_t behind, const std::vector<std::string_view>& fields, std::uint32_t words);
  [[nodiscard]] bool passes(std::string_view expected, std::size_t& at) const;
  [[nodiscard]] bool is_told(std::string_view field) const;
  [[nodiscard]] std::string_view pass_field(std::string_view expected, std::size_t& at) const;
  [[nodiscard]] bool pass_other(const Step& step, std::string_view expected, std::size_t& at) const;
  [[nodiscard]] bool pass_period(std::size_t step, std::size_t& at);
  [[nodiscard]] bool pass_steps(const Run& run, const Texts& example, std::size_t& at);
  [[nodiscard]] std::size_t pass_values(const Run& run, const std::string_view* expected, std::size_t at, PlainRowValues& values, std::size_t first);
  [[nodiscard]] std::size_t pass_oddly(const Run& run, const Texts& example, std::size_t at, PlainRowValues& values, std::size_t value);

  Marks marks_;  // of value cells that stand side by side
  std::vector<Step> steps_;
  std::vector<Run> runs_;
  std::vector<std::size_t> watched_;
  std::string_view text_;
  char separator_ = ',';
  Texts above_;                    // of the row above
  std::vector<PlainExample> examples_;  // by the words of the row
  std::uint64_t age_ = 1;          // changes when all are forgotten
  std::uint64_t asked_ = 1;        // changes when what their numbers mean is forgotten
  bool has_one_value_, encoded_;
  std::size_t only_value_ = 0;     // its run
  bool has_above_ = false;
  std::size_t above_size_ = 0;     // bytes of that row
  std::string_view other_period_;  // of the row at hand
  int patience_ = kPatience;       // with rows that are like no other
  unsigned misses_ = 0;            // so often one after the other no row was alike
};

}  // namespace kaohe

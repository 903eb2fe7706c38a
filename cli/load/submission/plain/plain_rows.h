// SPDX-License-Identifier: Apache-2.0
// The quick way for rows like those before them: every field in its place, every word seen before, every value a plain
// number in its range, or a text that cannot be used as so many before it that it is counted only. Such a row says nothing
// that is to be told, so its figures may go straight into the table. All that is known here was learnt from rows that were
// read with care (FigureRows), which alone says what a row means, or is asked of the register and of the one reader of cells
// (cells/cell.h); whatever is not just so is left to the careful way.
#pragma once

#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

#include "load/submission/plain/plain_cells.h"
#include "load/submission/plain/plain_cut.h"
#include "load/submission/plain/plain_decoded.h"
#include "load/submission/plain/plain_knowledge.h"
#include "load/submission/plain/plain_log.h"
#include "load/submission/plain/plain_mould.h"
#include "load/submission/plain/plain_regions.h"
#include "load/submission/plain/plain_shape.h"

namespace kaohe {

// For one thread.
class PlainRows {
 public:
  // For texts in UTF-8. The ground must outlive it.
  explicit PlainRows(const PlainGround& ground) : PlainRows(ground, nullptr) {}
  // For pieces of a file as they stand there, where separators, line ends and quotes are bytes that are never part of a character.
  PlainRows(const PlainGround& ground, const Survey& file) : PlainRows(ground, file.encoding == Encoding::kUtf8 ? nullptr : &file) {}
  PlainRows(const PlainRows&) = delete;  // its parts know each other
  PlainRows& operator=(const PlainRows&) = delete;

  // The text at hand, of less than 4 GiB; it must outlive what is taken of it.
  void look_at(std::string_view text, char separator);
  static constexpr std::size_t kNotPlain = PlainCut::kNotCut;
  struct Stop {
    std::size_t at;      // where the row begins that was not taken, or where all that begin before `limit` were
    std::size_t behind;  // where the next one begins, if that can be told without care; else kNotPlain
  };
  // Rows that begin at `at` and before `limit`, up to the first that is not plain; never one that ends the text. They become
  // a stretch of the log, if there are any.
  Stop take(std::size_t at, std::size_t limit, const PlainKnowledge& knowledge, PlainLog& log);

 private:
  PlainRows(const PlainGround& ground, const Survey* encoded)
      : shape_(ground.shape),
        cut_(shape_.layout.columns.size()),
        decoded_(encoded != nullptr ? std::make_unique<PlainDecoded>(*encoded, shape_.layout.columns.size()) : nullptr),
        fields_(decoded_ ? decoded_->fields() : cut_.fields()),
        regions_(ground, cut_, fields_),
        mould_(shape_, encoded != nullptr),
        cells_(ground),
        values_(shape_.values.size()) {}
  [[nodiscard]] bool is_bare(const PlainKnowledge& knowledge);
  [[nodiscard]] std::uint32_t likely_words() const;
  [[nodiscard]] bool find_words(const PlainKnowledge& knowledge);
  [[nodiscard]] bool read_fields(const PlainKnowledge& knowledge, std::string_view row);
  [[nodiscard]] bool match(std::size_t at, const PlainKnowledge& knowledge, std::size_t& behind);
  void find_lineage() { lineage_ = period_ != nullptr ? regions_.on(period_->epoch, period_->last) : kNoRegion; }
  [[nodiscard]] bool log_dated_row(const PlainKnowledge& knowledge, const PlainStretch& stretch, FigureCell* cells, PlainLog& log);
  [[nodiscard]] std::size_t take_alike(std::size_t at, std::size_t limit, PlainStretch& stretch, PlainLog& log);
  [[nodiscard]] bool log_row(const PlainKnowledge& knowledge, const PlainStretch& stretch, PlainLog& log);

  const PlainShape& shape_;
  std::string_view text_;
  char separator_ = ',';
  PlainCut cut_;
  std::unique_ptr<PlainDecoded> decoded_;        // where the text is not in UTF-8
  const std::vector<std::string_view>& fields_;  // of the row that was cut, in UTF-8
  PlainRegions regions_;
  PlainMould mould_;
  PlainCells cells_;
  // Of the row at hand:
  PlainRowValues values_;
  std::vector<std::string_view> bare_;  // of watched columns, as it stands: a text without a number that stood there
  const PlainKnowledge::KnownPeriod* period_ = nullptr;
  std::uint32_t lineage_ = kNoRegion;    // on that period
  std::uint32_t words_ = 0;              // that named the meaning of the row before, …
  std::vector<std::uint32_t> followers_; // … and by them, those of the row that came behind it last time
};

}  // namespace kaohe

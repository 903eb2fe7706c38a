// SPDX-License-Identifier: Apache-2.0
#include "load/submission/plain/plain_regions.h"

#include <algorithm>

#include "load/submission/submission_text.h"

namespace kaohe {

PlainRegions::PlainRegions(const PlainGround& ground, const PlainCut& cut)
    : ground_(ground), cut_(cut), lookup_(ground.regions, ground.words, RegionHints::kNone), cells_(side_by_side(ground.shape.regions)), words_(cells_.size()), answers_(ground.epochs.count()) {}

std::vector<PlainRegions::Cells> PlainRegions::side_by_side(std::vector<std::size_t> columns) {
  std::sort(columns.begin(), columns.end());
  std::vector<Cells> cells;
  for (const std::size_t column : columns) {
    if (cells.empty() || cells.back().last + 1 != column) cells.push_back({column, column});
    cells.back().last = column;
  }
  return cells;
}

// As FigureRows::region_of_row has it, where no cell is blank.
RegionQuestion PlainRegions::question() const {
  const Layout& layout = ground_.shape.layout;
  const auto cell = [this](std::size_t column) { return trimmed(cut_.fields()[column]); };
  RegionQuestion question;
  if (layout.has(Role::kRegionCode)) question.code = cell(layout.column(Role::kRegionCode));
  if (layout.has(Role::kRegion)) question.name = ground_.words.without_of_which(cell(layout.column(Role::kRegion)));
  if (!layout.parents.empty()) question.parent = cell(layout.parents.back());
  return question;
}

std::uint32_t PlainRegions::ask(std::uint32_t epoch, const Date& day) {
  for (const std::size_t column : ground_.shape.regions) {
    if (trimmed(cut_.fields()[column]).empty()) return kNoRegion;  // it may go on from the row above
  }
  RegionQuestion asked = question();
  asked.day = day;
  const RegionAnswer answer = lookup_.answer(asked);
  if (answer.fault != RegionFault::kNone || answer.how != RegionHow::kAsIs) return kNoRegion;
  if (ground_.regions.lineage_of(answer.entry) != answer.entry) return kNoRegion;
  if (row_ == kNoWord) {
    std::vector<std::string_view> texts;
    for (std::size_t i = 0; i < cells_.size(); ++i) texts.push_back(text(i));
    row_ = words_.add(texts);
  }
  std::vector<std::uint32_t>& answers = answers_[epoch];
  if (answers.size() <= row_) answers.resize(words_.size(), kNoRegion);
  return answers[row_] = answer.entry;
}

}  // namespace kaohe

// SPDX-License-Identifier: Apache-2.0
#include "load/submission/plain/plain_regions.h"

#include <algorithm>

#include "load/submission/submission_text.h"

namespace kaohe {

PlainRegions::PlainRegions(const PlainGround& ground, const PlainCut& cut, const std::vector<std::string_view>& fields)
    : ground_(ground), cut_(cut), fields_(fields), lookup_(ground.regions, ground.words, RegionHints::kNone), answers_(ground.epochs.count()) {
  for (const std::size_t column : ground_.shape.regions) {
    first_ = std::min(first_, column);
    last_ = std::max(last_, column);
  }
  stand_together_ = last_ - first_ + 1 == ground_.shape.regions.size();
}

// Each behind its size, so that no two rows are joined to the same.
std::string_view PlainRegions::joined() {
  joined_.clear();
  for (const std::size_t column : ground_.shape.regions) {
    const std::string_view cell = fields_[column];
    const std::size_t size = cell.size();
    joined_.append(reinterpret_cast<const char*>(&size), sizeof size);
    joined_ += cell;
  }
  const std::size_t size = joined_.size();
  joined_.append(kRoom, '\0');
  return std::string_view(joined_).substr(0, size);
}

// As FigureRows::region_of_row has it, where no cell is blank.
RegionQuestion PlainRegions::question() const {
  const Layout& layout = ground_.shape.layout;
  const auto cell = [this](std::size_t column) { return trimmed(fields_[column]); };
  RegionQuestion question;
  if (layout.has(Role::kRegionCode)) question.code = cell(layout.column(Role::kRegionCode));
  if (layout.has(Role::kRegion)) question.name = ground_.words.without_of_which(cell(layout.column(Role::kRegion)));
  if (!layout.parents.empty()) question.parent = cell(layout.parents.back());
  return question;
}

std::uint32_t PlainRegions::ask(std::uint32_t epoch, const Date& day) {
  for (const std::size_t column : ground_.shape.regions) {
    if (trimmed(fields_[column]).empty()) return kNoRegion;  // it may go on from the row above
  }
  RegionQuestion asked = question();
  asked.day = day;
  const RegionAnswer answer = lookup_.answer(asked);
  if (answer.fault != RegionFault::kNone || answer.how != RegionHow::kAsIs) return kNoRegion;
  if (ground_.regions.lineage_of(answer.entry) != answer.entry) return kNoRegion;
  if (row_ == kNoWord) row_ = words_.add({text()});
  std::vector<std::uint32_t>& answers = answers_[epoch];
  if (answers.size() <= row_) answers.resize(words_.size(), kNoRegion);
  return answers[row_] = answer.entry;
}

}  // namespace kaohe

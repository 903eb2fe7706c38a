// SPDX-License-Identifier: Apache-2.0
#include "load/submission/plain/plain_regions.h"

#include "load/submission/plain/short_bytes.h"
#include "load/submission/submission_text.h"

namespace kaohe {

bool PlainRegions::look_at(const std::vector<std::string_view>& fields) {
  bool same = same_;
  for (std::size_t i = 0; same && i < ground_.shape.regions.size(); ++i) same = same_text(fields[ground_.shape.regions[i]], texts_[i]);
  if (same) return true;
  same_ = false;
  texts_.clear();
  for (const std::size_t column : ground_.shape.regions) {
    if (fields[column].empty()) return false;  // it may go on from the row above
    texts_.push_back(fields[column]);
  }
  row_ = words_.find([this](std::size_t i) { return texts_[i]; });
  same_ = true;
  return true;
}

// As FigureRows::region_of_row has it, where no cell is blank.
RegionQuestion PlainRegions::question() const {
  const Layout& layout = ground_.shape.layout;
  RegionQuestion question;
  std::size_t at = 0;
  if (layout.has(Role::kRegionCode)) question.code = trimmed(texts_[at++]);
  if (layout.has(Role::kRegion)) question.name = ground_.words.without_of_which(trimmed(texts_[at]));
  if (!layout.parents.empty()) question.parent = trimmed(texts_.back());
  return question;
}

std::uint32_t PlainRegions::ask(std::uint32_t epoch, const Date& day) {
  for (const std::string_view text : texts_) {
    if (trimmed(text).empty()) return kNoRegion;
  }
  RegionQuestion asked = question();
  asked.day = day;
  const RegionAnswer answer = lookup_.answer(asked);
  if (answer.fault != RegionFault::kNone || answer.how != RegionHow::kAsIs) return kNoRegion;
  if (ground_.regions.lineage_of(answer.entry) != answer.entry) return kNoRegion;
  if (row_ == kNoWord) {
    row_ = words_.add(texts_);
    const std::size_t end = (std::size_t{row_} + 1) * ground_.epochs.count();
    if (answers_.size() < end) answers_.resize(end, kNoRegion);
  }
  return answers_[std::size_t{row_} * ground_.epochs.count() + epoch] = answer.entry;
}

}  // namespace kaohe

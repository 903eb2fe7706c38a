// SPDX-License-Identifier: Apache-2.0
#include "judge/heard_of.h"

#include <algorithm>

namespace kaohe {
namespace {

class HeardOf {
 public:
  explicit HeardOf(const Register& regions) : regions_(regions), lineages_(regions.regions.size()) {}

  void hear(std::uint32_t lineage) {
    if (lineage < lineages_.size()) lineages_[lineage] = true;
  }

  // One step up: to what lies above each lineage, and to what has one among its members. False where that was nobody new.
  bool spread() {
    bool more = false;
    const auto hear_of_code = [&](const std::string& code) {
      const auto entries = regions_.by_code.find(code);
      if (entries == regions_.by_code.end()) return;
      for (const std::uint32_t entry : entries->second) {
        const auto lineage = regions_.lineage_of(entry);
        more = more || !lineages_[lineage];
        lineages_[lineage] = true;
      }
    };
    std::string_view last;  // those of one parent mostly follow one another
    for (std::uint32_t i = 0; i < regions_.regions.size(); ++i) {
      const Region& region = regions_[i];
      if (is_heard_of(i)) {
        if (region.parent != last && !region.parent.empty()) hear_of_code(region.parent);
        last = region.parent;
      } else if (std::any_of(region.members.begin(), region.members.end(), [this](const std::string& code) { return has_entry_heard_of(code); })) {
        lineages_[regions_.lineage_of(i)] = more = true;
      }
    }
    return more;
  }

  [[nodiscard]] std::vector<bool> take() { return std::move(lineages_); }

 private:
  [[nodiscard]] bool is_heard_of(std::uint32_t entry) const { return lineages_[regions_.lineage_of(entry)]; }
  [[nodiscard]] bool has_entry_heard_of(const std::string& code) const {
    const auto entries = regions_.by_code.find(code);
    return entries != regions_.by_code.end() && std::any_of(entries->second.begin(), entries->second.end(), [this](std::uint32_t entry) { return is_heard_of(entry); });
  }

  const Register& regions_;
  std::vector<bool> lineages_;
};

}  // namespace

std::vector<bool> lineages_heard_of(const Register& regions, const FigureTable& figures) {
  HeardOf all(regions);
  for (const FigureTable::Series& series : figures.series()) all.hear(series.lineage);
  while (all.spread()) {
  }
  return all.take();
}

}  // namespace kaohe

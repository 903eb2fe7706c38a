// SPDX-License-Identifier: Apache-2.0
#include "load/submission/regions/totals.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <map>
#include <optional>
#include <set>
#include <tuple>

#include "base/text.h"
#include "load/submission/submission_text.h"

namespace kaohe {
namespace {

using Listed = std::set<std::uint32_t>;

bool administrative(const Region& region) {
  return region.level == RegionLevel::kProvince || region.level == RegionLevel::kPrefecture ||
         region.level == RegionLevel::kCounty;
}

// The region and everything above it, itself first.
std::vector<std::uint32_t> chain_of(const Register& regions, std::uint32_t entry, const Date& day) {
  constexpr std::size_t kMostLevels = 8;  // a register may be wrong
  std::vector<std::uint32_t> chain = {entry};
  while (chain.size() < kMostLevels && !regions[chain.back()].parent.empty()) {
    const auto parent = regions.find_code(regions[chain.back()].parent, day);
    if (!parent) break;
    chain.push_back(*parent);
  }
  return chain;
}

// Regions above all of the listed (or one of them), lowest first.
std::vector<std::uint32_t> common_chain(const Register& regions, const Listed& listed, const Date& day) {
  std::vector<std::uint32_t> common;
  bool first = true;
  for (const std::uint32_t entry : listed) {
    if (!administrative(regions[entry])) continue;
    const std::vector<std::uint32_t> chain = chain_of(regions, entry, day);
    if (first) {
      common = chain;
      first = false;
      continue;
    }
    common.erase(std::remove_if(common.begin(), common.end(),
                                [&](std::uint32_t above) { return std::find(chain.begin(), chain.end(), above) == chain.end(); }),
                 common.end());
  }
  return common;
}

enum class TotalOf { kProvince, kPrefecture, kCounty, kAny };

TotalOf total_of(std::string_view key) {
  constexpr std::array<std::string_view, 3> kProvinceWords = {"省", "province", "provincial"};
  constexpr std::array<std::string_view, 4> kPrefectureWords = {"全市", "全州", "市合计", "州合计"};
  constexpr std::array<std::string_view, 2> kCountyWords = {"全县", "全区"};
  const auto has = [key](std::string_view word) { return key.find(word) != std::string_view::npos; };
  if (std::any_of(kProvinceWords.begin(), kProvinceWords.end(), has)) return TotalOf::kProvince;
  if (std::any_of(kPrefectureWords.begin(), kPrefectureWords.end(), has)) return TotalOf::kPrefecture;
  if (std::any_of(kCountyWords.begin(), kCountyWords.end(), has)) return TotalOf::kCounty;
  return TotalOf::kAny;
}

std::uint32_t region_of_total(const Register& regions, const Listed& listed, TotalOf what, const Date& day) {
  const std::vector<std::uint32_t> common = common_chain(regions, listed, day);
  if (common.empty()) return kNoRegion;
  if (what == TotalOf::kAny) return listed.contains(common.front()) ? kNoRegion : common.front();
  const RegionLevel level = what == TotalOf::kProvince     ? RegionLevel::kProvince
                            : what == TotalOf::kPrefecture ? RegionLevel::kPrefecture
                                                           : RegionLevel::kCounty;
  for (const std::uint32_t above : common) {
    if (regions[above].level == level) return above;
  }
  return kNoRegion;
}

class Totals {
 public:
  Totals(SubmissionWork& work, FileYield& yield) : work_(work), yield_(yield) {
    all_.insert(yield.listed.begin(), yield.listed.end());
  }

  // False where its whole row is lost.
  bool resolve(const TotalRow& total) {
    const bool known = total.candidates.empty() ? resolve_total(total) : resolve_name(total);
    if (known || !total.one_cell) return known;
    ++yield_.without_region.values;
    ++(yield_.lost_state == CellState::kMissing ? yield_.without_region.missing : yield_.without_region.invalid);
    return true;
  }

 private:
  // A name that several regions bear: the one that is of the same level as all other regions of the file, or lies with
  // them in one region, or in the region of a plan that was named.
  bool resolve_name(const TotalRow& row) {
    const Neighbours& near = neighbours();
    std::vector<std::uint32_t> fitting = row.candidates;
    const Register& regions = work_.catalog.regions;
    const auto keep = [&](auto fits) {
      if (fitting.size() < 2) return;
      std::vector<std::uint32_t> some;
      std::copy_if(fitting.begin(), fitting.end(), std::back_inserter(some), fits);
      if (!some.empty()) fitting = std::move(some);
    };
    if (near.level) keep([&](std::uint32_t entry) { return regions[entry].level == *near.level; });
    if (near.parent) keep([&](std::uint32_t entry) { return regions[entry].parent == *near.parent; });
    if (!work_.options.plan_regions.empty()) {
      keep([&](std::uint32_t entry) {
        return std::any_of(work_.options.plan_regions.begin(), work_.options.plan_regions.end(), [&](const std::string& code) {
          const auto outer = regions.by_code.find(code);
          return outer != regions.by_code.end() && regions.within(entry, outer->second.front());
        });
      });
    }
    if (fitting.size() != 1) return drop_name(row);
    for (std::size_t i = row.first; i < row.first + row.count; ++i) {
      Figure& figure = yield_.deferred[i];
      const RegionAnswer answer = work_.regions.as_of(fitting.front(), figure.period.last);
      if (answer.fault != RegionFault::kNone) return drop_name(row);
      figure.region = answer.entry;
    }
    if (told_.insert(name_key(row.text) + std::to_string(fitting.front())).second) {
      const Region& region = regions[fitting.front()];
      work_.problems.add("region-by-context", row.place, kept(row.text),
                         {"“" + shown(row.text) + "”可指多个地区，按同表其他地区或所选规划取 " + region.code + " " + region.name,
                          "\"" + shown(row.text) + "\" may be several regions, the others of the file, or the plan, say " + region.code + " " + region.name},
                         {});
    }
    return true;
  }

  bool drop_name(const TotalRow& row) {
    lose_cells(row);
    RegionAnswer answer;
    answer.fault = RegionFault::kAmbiguous;
    answer.candidates = row.candidates;
    tell_region_fault(work_.problems, work_.catalog.regions, answer, row.place, row.text, {});
    return false;
  }

  // What the regions of the file that are clear by themselves have in common.
  struct Neighbours {
    std::optional<RegionLevel> level;
    std::optional<std::string> parent;
  };
  const Neighbours& neighbours() {
    if (near_) return *near_;
    near_.emplace();
    bool one_level = true, one_parent = true;
    for (const std::uint32_t entry : all_) {
      const Region& region = work_.catalog.regions[entry];
      if (near_->level && *near_->level != region.level) one_level = false;
      if (near_->parent && *near_->parent != region.parent) one_parent = false;
      near_->level = region.level;
      near_->parent = region.parent;
    }
    if (!one_level) near_->level.reset();
    if (!one_parent) near_->parent.reset();
    return *near_;
  }

  bool resolve_total(const TotalRow& total) {
    const std::string key = name_key(total.text);
    const bool block = key.find("小计") != std::string::npos || key.find("subtotal") != std::string::npos;
    Listed part;
    if (block) {
      part.insert(yield_.listed.begin() + static_cast<std::ptrdiff_t>(total.listed_from),
                  yield_.listed.begin() + static_cast<std::ptrdiff_t>(total.listed_to));
    }
    const Listed& listed = block ? part : all_;
    const TotalOf what = total_of(key);
    std::uint32_t taken = kNoRegion;
    for (std::size_t i = total.first; i < total.first + total.count; ++i) {
      Figure& figure = yield_.deferred[i];
      figure.region = find(listed, block, what, figure.period.last);
      if (figure.region == kNoRegion) return drop(total);
      taken = figure.region;
    }
    if (total.record != kNoRecord) {
      Record& record = yield_.records[total.record];
      const std::optional<Date> day = record.period ? std::optional<Date>(record.period->last) : record.date;
      record.region = day ? find(listed, block, what, *day) : kNoRegion;
      if (record.region == kNoRegion) return drop(total);
      taken = record.region;
    }
    if (taken != kNoRegion) tell_taken(total, taken);
    return true;
  }

  std::uint32_t find(const Listed& listed, bool block, TotalOf what, const Date& day) {
    if (block) {
      const std::uint32_t whole = region_of_total(work_.catalog.regions, listed, what, day);
      return whole != kNoRegion && is_whole(listed, whole, day) ? whole : kNoRegion;
    }
    const auto key = std::make_tuple(what, day);
    const auto known = known_.find(key);
    if (known != known_.end()) return known->second;
    return known_[key] = region_of_total(work_.catalog.regions, listed, what, day);
  }

  // A 小计 of some parts is no region's figure.
  bool is_whole(const Listed& listed, std::uint32_t whole, const Date& day) const {
    const std::vector<std::uint32_t> parts = work_.catalog.regions.children(whole, day);
    return std::all_of(parts.begin(), parts.end(), [&](std::uint32_t part) {
      return std::any_of(listed.begin(), listed.end(), [&](std::uint32_t one) { return work_.catalog.regions.within(one, part); });
    });
  }

  void lose_cells(const TotalRow& total) {
    for (std::size_t i = total.first; i < total.first + total.count; ++i) {
      yield_.deferred[i].region = kNoRegion;
      yield_.lost_state = yield_.deferred[i].state;
    }
  }

  bool drop(const TotalRow& total) {
    lose_cells(total);
    work_.problems.add("total-unclear", total.place, kept(total.text),
                       {"“" + shown(total.text) + "”是哪个地区的合计无法由文件中的其他地区判定",
                        "the other regions of the file do not tell whose total \"" + shown(total.text) + "\" is"},
                       {"改写为地区的名称或代码", "write the region's name or code instead"});
    return false;
  }

  void tell_taken(const TotalRow& total, std::uint32_t entry) {
    if (!told_.insert(name_key(total.text) + std::to_string(entry)).second) return;
    const Region& region = work_.catalog.regions[entry];
    work_.problems.add("total-taken", total.place, kept(total.text),
                       {"“" + shown(total.text) + "”作为 " + region.code + " " + region.name + " 的数据",
                        "\"" + shown(total.text) + "\" is taken as the figure of " + region.code + " " + region.name},
                       {});
  }

  SubmissionWork& work_;
  FileYield& yield_;
  Listed all_;
  std::optional<Neighbours> near_;
  std::map<std::tuple<TotalOf, Date>, std::uint32_t> known_;
  TextSet told_;
};

}  // namespace

std::uint64_t resolve_totals(SubmissionWork& work, FileYield& yield) {
  if (yield.totals.empty()) return 0;
  Totals totals(work, yield);
  std::uint64_t dropped = 0;
  for (const TotalRow& total : yield.totals) {
    if (!totals.resolve(total)) ++dropped;
  }
  for (Figure& figure : yield.deferred) {
    if (figure.region != kNoRegion) work.figures.add(std::move(figure));
  }
  yield.records.erase(std::remove_if(yield.records.begin(), yield.records.end(),
                                     [](const Record& record) { return record.region == kNoRegion; }),
                      yield.records.end());
  return dropped;
}

}  // namespace kaohe

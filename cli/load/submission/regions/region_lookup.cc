// SPDX-License-Identifier: Apache-2.0
#include "load/submission/regions/region_lookup.h"

#include <algorithm>

#include "base/text.h"
#include "load/submission/submission_text.h"

namespace kaohe {
namespace {

constexpr int kPrefixDepth = 3;            // 江西省 / 九江市 / 柴桑区
constexpr std::size_t kLongestName = 120;  // bytes: longer text is no region's name

Date year_after(const Date& day) {
  Date later = day;
  ++later.year;
  if (!later.valid()) --later.day;  // 29 February
  return later;
}

void add_unique(std::vector<std::uint32_t>& list, std::uint32_t entry) {
  if (std::find(list.begin(), list.end(), entry) == list.end()) list.push_back(entry);
}

RegionAnswer fault_of(RegionFault fault, std::vector<std::uint32_t> candidates = {}) {
  RegionAnswer answer;
  answer.fault = fault;
  if (!candidates.empty()) answer.named = candidates.front();
  answer.candidates = std::move(candidates);
  return answer;
}

}  // namespace

const RegionAnswer& RegionLookup::find(const RegionQuestion& question) {
  key_.assign(question.code);
  key_ += '\x1f';
  key_ += question.name;
  key_ += '\x1f';
  key_ += question.parent;
  key_ += '\x1f';
  if (question.day) {
    const std::int64_t number = days_since_epoch(*question.day);
    key_.append(reinterpret_cast<const char*>(&number), sizeof number);
  }
  const auto found = answers_.find(key_);
  if (found != answers_.end()) return found->second;
  return answers_.emplace(key_, answer(question)).first->second;
}

// Ended regions: the last form of the lineage before that day; else the first form after it.
RegionAnswer RegionLookup::as_of(std::uint32_t entry, const std::optional<Date>& day) const {
  RegionAnswer answer;
  answer.named = entry;
  answer.entry = entry;
  if (!day) {
    answer.entry = regions_.lineage_of(entry);
    return answer;
  }
  if (const auto now = regions_.in_lineage(entry, *day)) {
    answer.entry = *now;
    answer.how = *now == entry ? RegionHow::kAsIs : RegionHow::kMapped;
    return answer;
  }
  std::uint32_t before = kNoRegion, after = kNoRegion;
  for (std::uint32_t i = 0; i < regions_.regions.size(); ++i) {
    const Region& region = regions_[i];
    if (regions_.lineage_of(i) != regions_.lineage_of(entry)) continue;
    if (region.to && *region.to <= *day) {
      if (before == kNoRegion || *regions_[before].to < *region.to) before = i;
    } else if (after == kNoRegion || region.from < regions_[after].from) {
      after = i;
    }
  }
  if (before != kNoRegion && *day <= year_after(*regions_[before].to)) {
    answer.entry = before;
    answer.how = RegionHow::kGrace;
  } else if (after != kNoRegion && regions_[after].from <= year_after(*day)) {
    answer.entry = after;
    answer.how = RegionHow::kEarly;
  } else {
    answer.entry = kNoRegion;
    answer.fault = before != kNoRegion ? RegionFault::kEnded : RegionFault::kNotYet;
    answer.named = before != kNoRegion ? before : after;
  }
  return answer;
}

RegionAnswer RegionLookup::answer(const RegionQuestion& question) const {
  const std::string code_key = name_key(question.code);
  std::string name = name_key(question.name);
  if (!code_key.empty() && words_.total(name)) name.clear();  // 360000,全省
  if (code_key.empty() && name.empty()) return fault_of(RegionFault::kMissing);
  if (code_key.size() > kLongestName || name.size() > kLongestName) return fault_of(RegionFault::kUnknown);
  Entries coded = by_code(code_key);
  if (coded.empty() && !code_key.empty()) coded = by_name(code_key, 0);  // a name in the code's column
  Entries named = by_name(name, 0);
  if (named.empty() && !name.empty()) named = by_code(name);
  if (!code_key.empty() && coded.empty()) {
    RegionAnswer unknown = fault_of(RegionFault::kUnknown);
    unknown.hint = named.empty() ? hint(question.code) : Phrase{};
    for (const std::uint32_t entry : named) add_unique(unknown.candidates, regions_.lineage_of(entry));
    return unknown;
  }
  if (!name.empty() && named.empty() && code_key.empty()) {
    RegionAnswer unknown = fault_of(RegionFault::kUnknown);
    unknown.hint = hint(question.name);
    return unknown;
  }
  if (code_key.empty()) return answer_within(named, name, question);
  if (name.empty()) return answer_within(coded, code_key, question);
  const Entries agreed = both(coded, named);
  if (!agreed.empty()) return answer_within(agreed, name, question);
  coded.insert(coded.end(), named.begin(), named.end());
  return fault_of(RegionFault::kMismatch, std::move(coded));
}

// The parent's column decides between regions of one name, and must hold for the others. One that we do not know decides
// nothing.
RegionAnswer RegionLookup::answer_within(const Entries& named, std::string_view key, const RegionQuestion& question) const {
  const std::string parent_key = name_key(question.parent);
  if (parent_key.empty() || parent_key.size() > kLongestName) return choose(named, key, question.day);
  Entries above = by_name(parent_key, 0);
  if (above.empty()) above = by_code(parent_key);
  if (above.empty()) return choose(named, key, question.day);
  Entries inside;
  for (const std::uint32_t entry : named) {
    if (std::any_of(above.begin(), above.end(), [&](std::uint32_t outer) { return regions_.within(entry, outer); })) inside.push_back(entry);
  }
  if (inside.empty()) return fault_of(RegionFault::kOutside, named);
  return choose(inside, key, question.day);
}

RegionLookup::Entries RegionLookup::both(const Entries& coded, const Entries& named) const {
  Entries agreed;
  for (const std::uint32_t entry : coded) {
    const bool same = std::any_of(named.begin(), named.end(),
                                  [&](std::uint32_t other) { return regions_.lineage_of(other) == regions_.lineage_of(entry); });
    if (same) agreed.push_back(entry);
  }
  return agreed;
}

// Those that exist on the day come first, then other forms of them, then those in their year of grace.
RegionAnswer RegionLookup::choose(const Entries& named, std::string_view key, const std::optional<Date>& day) const {
  std::vector<RegionAnswer> ranks[4];
  RegionAnswer refused;
  Entries refusals;
  for (const std::uint32_t entry : named) {
    RegionAnswer one = as_of(entry, day);
    if (one.fault != RegionFault::kNone) {
      if (refusals.empty() || one.fault == RegionFault::kEnded) refused = one;
      add_unique(refusals, entry);
      continue;
    }
    std::vector<RegionAnswer>& rank = ranks[static_cast<std::size_t>(one.how)];
    const bool seen = std::any_of(rank.begin(), rank.end(), [&](const RegionAnswer& a) { return a.entry == one.entry; });
    if (!seen) rank.push_back(std::move(one));
  }
  for (std::vector<RegionAnswer>& rank : ranks) {
    if (rank.empty()) continue;
    if (rank.size() == 1) return rank.front();
    Entries full, all;
    const RegionAnswer* only = nullptr;
    for (const RegionAnswer& one : rank) {  // a full name outranks another's short form
      all.push_back(one.entry);
      if (name_key(regions_[one.named].name) != key) continue;
      full.push_back(one.entry);
      only = &one;
    }
    if (only != nullptr && full.size() == 1) return *only;
    return fault_of(RegionFault::kAmbiguous, full.empty() ? all : full);
  }
  refused.candidates = std::move(refusals);
  return refused;
}

RegionLookup::Entries RegionLookup::by_code(std::string_view code) const {
  if (code.size() == 12 && code.substr(6) == "000000") code = code.substr(0, 6);  // the statistical bureau's long form
  std::string registered(code);  // own codes have capitals (360000-B01), keys of cells do not
  for (char& c : registered) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  const auto found = regions_.by_code.find(registered);
  return found == regions_.by_code.end() ? Entries{} : found->second;
}

// The name itself; else a region's name in front of the name of one of its parts (江西省九江市柴桑区).
RegionLookup::Entries RegionLookup::by_name(const std::string& key, int depth) const {
  const auto found = regions_.by_name.find(key);
  if (found != regions_.by_name.end()) return found->second;
  Entries parts;
  if (depth >= kPrefixDepth) return parts;
  for (std::size_t at = 0; at < key.size();) {
    const std::size_t length = utf8_length(std::string_view(key).substr(at));
    at += length == 0 ? 1 : length;
    if (at >= key.size()) break;
    const auto prefix = regions_.by_name.find(std::string_view(key).substr(0, at));
    if (prefix == regions_.by_name.end()) continue;
    for (const std::uint32_t inner : by_name(key.substr(at), depth + 1)) {
      for (const std::uint32_t outer : prefix->second) {
        if (regions_.lineage_of(inner) != regions_.lineage_of(outer) && regions_.within(inner, outer)) add_unique(parts, inner);
      }
    }
  }
  return parts;
}

Phrase RegionLookup::hint(std::string_view text) const {
  if (!gives_hints_ || ++hints_ > kMostHints) return {};
  std::vector<std::string> names;
  for (const Region& region : regions_.regions) {
    if (names.empty() || names.back() != region.name) names.push_back(region.name);
  }
  Phrase near = nearest_hint(trim(text), names);
  if (!near.empty()) return near;
  names.clear();
  for (const Region& region : regions_.regions) {
    if (names.empty() || names.back() != region.code) names.push_back(region.code);
  }
  return nearest_hint(trim(text), names);
}

}  // namespace kaohe

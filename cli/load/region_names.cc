// SPDX-License-Identifier: Apache-2.0
#include "load/region_names.h"

#include <algorithm>
#include <array>
#include <unordered_map>

#include "base/text.h"

namespace kaohe {
namespace {

// Longer ones first.
constexpr std::array<std::string_view, 9> kSuffixes = {"自治县", "自治州", "特区", "地区", "市",
                                                       "县",     "区",     "州",   "省"};
// The 55 peoples as they stand in names of autonomous places.
constexpr std::array<std::string_view, 55> kPeoples = {
    "蒙古族",   "回族",       "藏族",     "维吾尔族",   "苗族",   "彝族",     "壮族",   "布依族",
    "朝鲜族",   "满族",       "侗族",     "瑶族",       "白族",   "土家族",   "哈尼族", "哈萨克族",
    "傣族",     "黎族",       "傈僳族",   "佤族",       "畲族",   "高山族",   "拉祜族", "水族",
    "东乡族",   "纳西族",     "景颇族",   "柯尔克孜族", "土族",   "达斡尔族", "仫佬族", "羌族",
    "布朗族",   "撒拉族",     "毛南族",   "仡佬族",     "锡伯族", "阿昌族",   "普米族", "塔吉克族",
    "怒族",     "乌孜别克族", "俄罗斯族", "鄂温克族",   "德昂族", "保安族",   "裕固族", "京族",
    "塔塔尔族", "独龙族",     "鄂伦春族", "赫哲族",     "门巴族", "珞巴族",   "基诺族"};

bool cut_end(std::string_view& text, std::string_view end) {
  if (text.size() <= end.size() || text.substr(text.size() - end.size()) != end) return false;
  text.remove_suffix(end.size());
  return true;
}

bool has_suffix(const Region& region) {
  return region.level == RegionLevel::kProvince || region.level == RegionLevel::kPrefecture ||
         region.level == RegionLevel::kCounty;
}

bool long_enough(std::string_view name) { return code_points(name) >= 2; }

using Names = std::vector<std::string>;

// The forms of every entry of `code` (a parent may have had another name).
Names forms_of_code(const Register& all, const std::string& code) {
  Names forms;
  const auto entries = all.by_code.find(code);
  if (entries == all.by_code.end()) return forms;
  for (const std::uint32_t entry : entries->second) {
    for (std::string& form : name_forms(all[entry])) {
      if (std::find(forms.begin(), forms.end(), form) == forms.end()) forms.push_back(std::move(form));
    }
  }
  return forms;
}

const Region* parent_of(const Register& all, const Region& region) {
  const auto entries = all.by_code.find(region.parent);
  return region.parent.empty() || entries == all.by_code.end() ? nullptr : &all[entries->second.back()];
}

// What may stand in front of an entry: 赣州市, 赣州, 江西省, 江西, 江西省赣州市, 江西赣州 … The same for all that have its parent.
Names prefixes(const Register& all, const Region& region) {
  Names found = {""};
  const Region* parent = parent_of(all, region);
  if (parent == nullptr) return found;
  const Names near = forms_of_code(all, region.parent);
  found.insert(found.end(), near.begin(), near.end());
  const Region* top = parent_of(all, *parent);
  if (top == nullptr) return found;
  for (const std::string& far : forms_of_code(all, parent->parent)) {
    found.push_back(far);
    for (const std::string& form : near) found.push_back(far + form);
  }
  return found;
}

}  // namespace

std::vector<std::string> name_forms(const Region& region) {
  Names forms = {region.name};
  if (!has_suffix(region)) return forms;
  for (const std::string_view suffix : kSuffixes) {
    std::string_view stem = region.name;
    if (!cut_end(stem, suffix)) continue;
    const bool autonomous = suffix == "自治县" || suffix == "自治州";
    bool cut = autonomous;
    while (cut) {
      cut = std::any_of(kPeoples.begin(), kPeoples.end(),
                        [&stem](std::string_view people) { return cut_end(stem, people); });
    }
    if (!long_enough(stem)) break;
    if (autonomous) forms.push_back(std::string(stem) + (suffix == "自治县" ? "县" : "州"));
    forms.emplace_back(stem);
    break;
  }
  return forms;
}

void index_names(Register& all) {
  std::unordered_map<std::string, Names> prefixes_within;  // as keys, by the parent's code
  for (std::uint32_t i = 0; i < all.regions.size(); ++i) {
    const Region& region = all[i];
    const auto [known, is_new] = prefixes_within.try_emplace(region.parent);
    Names& within = known->second;
    if (is_new) {
      for (const std::string& prefix : prefixes(all, region)) within.push_back(name_key(prefix));
    }
    const auto add = [&all, i](std::string_view key) { all.by_name.add(key, i); };
    Names forms = name_forms(region);
    for (std::string& form : forms) form = name_key(form);
    std::string key;
    for (const std::string& before : within) {  // a key is made character by character
      for (const std::string& form : forms) {
        key = before;
        add(key += form);
      }
    }
    for (const std::string& name : region.other_names) add(name_key(name));
  }
}

}  // namespace kaohe

// SPDX-License-Identifier: Apache-2.0
#include "command/region_option.h"

#include <map>
#include <set>

#include "base/text.h"
#include "command/usage_error.h"

namespace kaohe {
namespace {

UsageError unknown(const Register& regions, const std::string& given) {
  std::vector<std::string> names;
  for (const Region& region : regions.regions) {
    names.push_back(region.name);
    names.push_back(region.code);
  }
  std::string near;
  std::set<std::string> told;
  for (const std::string& name : nearest(given, names)) {
    if (told.insert(name).second) near += (near.empty() ? "" : ", ") + name;
  }
  UsageError error = {{"登记表中没有地区“" + given + "”", "no region \"" + given + "\" in the register"}, {}};
  if (!near.empty()) error.hint = {"相近的有：" + near, "the nearest are: " + near};
  return error;
}

}  // namespace

std::string region_code(const Register& regions, const std::string& given) {
  if (given.empty()) return {};
  const std::string_view word = trim(given);
  if (regions.by_code.find(word) != regions.by_code.end()) return std::string(word);
  const auto named = regions.by_name.find(name_key(word));
  if (named == regions.by_name.end()) throw unknown(regions, given);
  // Entries of one lineage are one unit; its newest code stands for it.
  std::map<std::string, std::string> codes;  // with the name
  for (const std::uint32_t entry : named->second) {
    const std::uint32_t newest = regions[entry].lineage;
    const Region& region = regions[newest == kNoRegion ? entry : newest];
    codes.emplace(region.code, region.name);
  }
  if (codes.size() == 1) return codes.begin()->first;
  std::string all;
  for (const auto& code : codes) all += (all.empty() ? "" : ", ") + code.first + " " + code.second;
  throw UsageError{{"地区“" + given + "”不止一个：" + all, "the region \"" + given + "\" is ambiguous: " + all},
                   {"请用代码或全称指定", "give the code or the full name"}};
}

}  // namespace kaohe

// SPDX-License-Identifier: Apache-2.0
// What is said of a region that could not be taken as written.
#include <algorithm>

#include "load/submission/cells/spoiled.h"
#include "load/submission/regions/region_lookup.h"
#include "load/submission/submission_text.h"

namespace kaohe {
namespace {

std::string called(const Region& region) { return region.code + " " + region.name; }

std::string list(const Register& regions, const std::vector<std::uint32_t>& entries, std::string_view between) {
  std::vector<std::string> names;
  for (const std::uint32_t entry : entries) {
    std::string name = called(regions[entry]);
    if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(std::move(name));
  }
  return joined(names, between);
}

Phrase of_period(const std::string& when) {
  return when.empty() ? Phrase{} : Phrase{when + " 期，", " in " + when};
}

Phrase successors_hint(const Register& regions, const Region& ended) {
  std::vector<std::string> heirs;
  for (const Successor& successor : ended.successors) {
    if (successor.transfer_year != 0) continue;
    const auto entry = ended.to ? regions.find_code(successor.code, *ended.to) : std::nullopt;
    heirs.push_back(entry ? called(regions[*entry]) : successor.code);
  }
  if (heirs.empty()) return {};
  return {"其后继为：" + joined(heirs, "、"), "it was succeeded by " + joined(heirs, ", ")};
}

void tell_ended(Problems& problems, const Register& regions, const RegionAnswer& answer, const Place& place,
                std::string_view text, const std::string& when) {
  const Region& region = regions[answer.named];
  const std::string to = region.to ? region.to->text() : std::string();
  const Phrase period = of_period(when);
  problems.add("region-ended", place, kept(text),
               {"“" + shown(text) + "”（" + called(region) + "）已于 " + to + " 撤销，" + period.zh + "且无唯一的后继",
                "\"" + shown(text) + "\" (" + called(region) + ") ended on " + to + " and has no single successor" + period.en},
               successors_hint(regions, region));
}

void tell_not_yet(Problems& problems, const Register& regions, const RegionAnswer& answer, const Place& place,
                  std::string_view text, const std::string& when) {
  const Region& region = regions[answer.named];
  const std::string from = region.from.text();
  problems.add("region-not-yet", place, kept(text),
               {"“" + shown(text) + "”（" + called(region) + "）" + from + " 才设立，" + when + " 期尚不存在",
                "\"" + shown(text) + "\" (" + called(region) + ") was founded on " + from + " and did not exist in " + when},
               {"核对时期，或改用当时的行政区划", "check the period, or name the region of that time"});
}

void tell_unknown(Problems& problems, const Register& regions, const RegionAnswer& answer, const Place& place,
                  std::string_view text) {
  Phrase hint = spoiled_hint(text, Spoiled::kCode);
  if (hint.empty()) hint = answer.hint;
  if (!answer.candidates.empty()) {
    hint = {"同一行的名称对应：" + list(regions, answer.candidates, "、"),
            "the name on this row is that of " + list(regions, answer.candidates, ", ")};
  }
  problems.add("region-unknown", place, kept(text),
               {"“" + shown(text) + "”不在区划表中，应为行政区划代码或名称",
                "\"" + shown(text) + "\" is not in the register, expected a region's code or name"},
               std::move(hint));
}

}  // namespace

void tell_region_fault(Problems& problems, const Register& regions, const RegionAnswer& answer, const Place& place,
                       std::string_view text, const std::string& when) {
  constexpr std::string_view kUnknownCode = "region-unknown";
  if (answer.fault == RegionFault::kUnknown && problems.counted(kUnknownCode, place)) return;
  switch (answer.fault) {
    case RegionFault::kNone: return;
    case RegionFault::kMissing:
      problems.add("region-missing", place, kept(text), {"本行没有地区，应有代码或名称", "no region on this row, expected a code or a name"},
                   {"合并单元格导出后只有首行有值，请逐行填写", "merged cells leave blanks when exported: fill in every row"});
      return;
    case RegionFault::kUnknown: return tell_unknown(problems, regions, answer, place, text);
    case RegionFault::kAmbiguous:
      problems.add("region-ambiguous", place, kept(text),
                   {"“" + shown(text) + "”可指多个地区：" + list(regions, answer.candidates, "、"),
                    "\"" + shown(text) + "\" may be any of " + list(regions, answer.candidates, ", ")},
                   {"写全称或代码，或增加上级地区一栏", "write the full name or the code, or add a column for the region above"});
      return;
    case RegionFault::kMismatch:
      problems.add("region-mismatch", place, kept(text),
                   {"代码与名称“" + shown(text) + "”不是同一地区，该代码为 " + called(regions[answer.candidates.front()]),
                    "\"" + shown(text) + "\" is not the region of the code, which is " + called(regions[answer.candidates.front()])},
                   {"改正代码或名称", "correct the code or the name"});
      return;
    case RegionFault::kOutside:
      problems.add("region-mismatch", place, kept(text),
                   {"“" + shown(text) + "”（" + called(regions[answer.candidates.front()]) + "）不在上级地区栏所写的地区内",
                    "\"" + shown(text) + "\" (" + called(regions[answer.candidates.front()]) + ") does not lie in the region that its row names above it"},
                   {"改正其中之一", "correct the one or the other"});
      return;
    case RegionFault::kEnded: return tell_ended(problems, regions, answer, place, text, when);
    case RegionFault::kNotYet: return tell_not_yet(problems, regions, answer, place, text, when);
  }
}

void tell_region_taken(Problems& problems, const Register& regions, const RegionAnswer& answer, const Place& place,
                       std::string_view text, const std::string& when) {
  const Region& taken = regions[answer.entry];
  if (answer.how == RegionHow::kMapped) {
    problems.add("region-mapped", place, kept(text),
                 {"“" + shown(text) + "”在 " + when + " 期为 " + called(taken),
                  "\"" + shown(text) + "\" is " + called(taken) + " in " + when},
                 {});
  } else if (answer.how != RegionHow::kAsIs) {
    const bool ended = answer.how == RegionHow::kGrace;
    const std::string zh = ended ? "已于 " + taken.to->text() + " 撤销" : taken.from.text() + " 才设立";
    const std::string en = ended ? "ended on " + taken.to->text() : "was founded on " + taken.from.text();
    problems.add("region-grace", place, kept(text),
                 {"“" + shown(text) + "”（" + called(taken) + "）" + zh + "，与 " + when + " 期相距不足一年，按原样采用",
                  "\"" + shown(text) + "\" (" + called(taken) + ") " + en + ", less than a year from " + when + ", and is kept"},
                 {});
  }
}

}  // namespace kaohe

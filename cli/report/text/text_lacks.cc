// SPDX-License-Identifier: Apache-2.0
// What would decide a verdict and is not there: the same indicator and period of many regions is one line.
#include <fmt/format.h>

#include <algorithm>
#include <tuple>

#include "report/text/text_parts.h"

namespace kaohe {
namespace {

constexpr std::size_t kFewGroups = 3;
constexpr std::size_t kFewNames = 6;

struct Group {
  const Lack* first;
  std::vector<std::string> regions;  // each once, in the order met
};

auto kind_of(const Lack& lack) { return std::tie(lack.indicator, lack.period, lack.reason->zh); }

std::vector<Group> groups_of(const Page& page, const Report& report, const std::vector<Lack>& lacks) {
  std::vector<Group> out;
  for (const Lack& lack : lacks) {
    auto group = std::find_if(out.begin(), out.end(), [&](const Group& one) { return kind_of(*one.first) == kind_of(lack); });
    if (group == out.end()) group = out.insert(out.end(), {&lack, {}});
    std::string region = region_name(report, lack.region);
    if (!lack.item.empty()) region += page.say({"（" + lack.item + "）", " (" + lack.item + ")"});
    auto& regions = group->regions;
    if (std::find(regions.begin(), regions.end(), region) == regions.end()) regions.push_back(std::move(region));
  }
  return out;
}

std::string group_text(const Page& page, const Report& report, const Group& group, std::size_t most) {
  const Lack& lack = *group.first;
  const bool one = group.regions.size() == 1;
  std::string what = lack.period ? lack.period->text() + " " : std::string();
  what += lack.indicator != kNoIndicator ? page.say(report.catalog.indicators[lack.indicator].name()) : page.say({"办理记录", "record"});
  std::string out = one ? group.regions.front() + " " + what : what + page.say({"：", ": "}) + name_list(page, group.regions, most);
  if (one && lack.place.known()) {
    const std::string place = place_text(page, report, lack.place);
    out += page.say({"，见 " + place, ", see " + place});
  }
  if (!lack.reason.empty()) out += page.say({"（" + lack.reason->zh + "）", " (" + lack.reason->en + ")"});
  return out;
}

// An umbrella lacks verdicts, not figures or records.
void write_rules_below(Page& page, const Verdict& verdict, std::size_t indent, bool full) {
  const std::size_t most = full ? verdict.missing.size() : kFewGroups;
  for (std::size_t i = 0; i < verdict.missing.size() && i < most; ++i) labelled(page, indent, {"缺", "missing"}, page.say(verdict.missing[i].reason));
  if (verdict.missing.size() <= most) return;
  const std::size_t more = verdict.missing.size() - most;
  page.line(indent, page.say({fmt::format("另有 {} 条任务缺数据（-v 全部列出）", more), fmt::format("{} more rules are missing (-v lists all)", more)}), Ink::kDim);
}

}  // namespace

bool is_umbrella(const Report& report, const Verdict& verdict) {
  return report.rule_of(verdict).duty(verdict.reading.value_or(report.reading)).test.kind == TestKind::kUmbrella;
}

bool is_umbrella(const Report& report, const Brief& brief) {
  return report.rule_of(brief).duty(report.verdicts.batch(brief).reading.value_or(report.reading)).test.kind == TestKind::kUmbrella;
}

std::vector<std::string> lack_lines(const Page& page, const Report& report, const Verdict& verdict, std::size_t most, std::size_t names) {
  std::vector<std::string> out;
  if (is_umbrella(report, verdict)) {
    for (std::size_t i = 0; i < verdict.missing.size() && i < most; ++i) out.push_back(page.say(verdict.missing[i].reason));
    return out;
  }
  const std::vector<Group> groups = groups_of(page, report, verdict.missing);
  for (std::size_t i = 0; i < groups.size() && i < most; ++i) out.push_back(group_text(page, report, groups[i], names));
  if (groups.size() > most) {
    out.push_back(page.say({fmt::format("另缺 {} 类数据", groups.size() - most), fmt::format("{} more kinds missing", groups.size() - most)}));
  }
  return out;
}

void write_lacks(Page& page, const Report& report, const Verdict& verdict, std::size_t indent, Detail detail) {
  const bool full = detail == Detail::kFull;
  if (is_umbrella(report, verdict)) return write_rules_below(page, verdict, indent, full);
  const std::vector<Group> groups = groups_of(page, report, verdict.missing);
  const std::size_t most = full ? groups.size() : kFewGroups;
  for (std::size_t i = 0; i < groups.size() && i < most; ++i) {
    labelled(page, indent, {"缺", "missing"}, group_text(page, report, groups[i], full ? SIZE_MAX : kFewNames));
  }
  if (groups.size() <= most) return;
  const std::size_t more = groups.size() - most;
  page.line(indent, page.say({fmt::format("另缺 {} 类数据（-v 全部列出）", more), fmt::format("{} more kinds missing (-v lists all)", more)}), Ink::kDim);
}

}  // namespace kaohe

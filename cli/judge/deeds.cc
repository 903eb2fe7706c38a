// SPDX-License-Identifier: Apache-2.0
#include "judge/deeds.h"

#include <algorithm>
#include <tuple>

#include <fmt/format.h>

namespace kaohe {
namespace {

std::string item_key(const std::string& item) {
  std::string key;
  for (const char c : item) {
    if (c != ' ' && c != '\t') key += c;
  }
  return key;
}

auto identity(const Record* record) {
  return std::tie(record->date, record->status, record->period, record->item, record->document, record->evidence, record->note,
                  record->ended);
}

}  // namespace

RecordIndex::RecordIndex(const std::vector<Record>& records, const Register& regions, const Date& as_of) {
  for (const Record& record : records) {
    if (record.blank || (record.date && as_of < *record.date)) continue;
    for (const std::string& rule : record.rules) by_rule_[{rule, regions[record.region].lineage}].push_back(&record);
  }
}

bool RecordIndex::has_rule(const std::string& rule) const {
  const auto found = by_rule_.lower_bound({rule, 0});
  return found != by_rule_.end() && found->first.first == rule;
}

std::vector<const Record*> RecordIndex::find(const std::string& rule, std::uint32_t lineage, const std::string& item) const {
  if (by_rule_.empty()) return {};
  const auto found = by_rule_.find({rule, lineage});
  if (found == by_rule_.end()) return {};
  if (item.empty()) return found->second;
  std::vector<const Record*> of_item;
  const std::string key = item_key(item);
  std::copy_if(found->second.begin(), found->second.end(), std::back_inserter(of_item),
               [&key](const Record* record) { return item_key(record->item) == key; });
  return of_item;
}

bool satisfies(DeedStatus deed, DeedStatus wanted) {
  if (deed == wanted) return true;
  return wanted == DeedStatus::kStarted && deed != DeedStatus::kNotDone;
}

Deeds deeds_of(const Task& task) {
  Deeds deeds;
  const std::uint32_t lineage = task.region().lineage;
  for (const Record* record : task.setting.records.find(task.rule.full_id, lineage, task.unit.item)) {
    const bool not_done = !record->invalid && record->status == DeedStatus::kNotDone;
    const bool usable = !record->invalid && record->date && record->status;
    (not_done ? deeds.not_done : usable ? deeds.dated : deeds.unusable).push_back(record);
  }
  const auto earlier = [](const Record* a, const Record* b) { return identity(a) < identity(b); };
  const auto equal = [](const Record* a, const Record* b) { return identity(a) == identity(b); };
  std::sort(deeds.dated.begin(), deeds.dated.end(), earlier);
  std::sort(deeds.not_done.begin(), deeds.not_done.end(), earlier);
  deeds.dated.erase(std::unique(deeds.dated.begin(), deeds.dated.end(), equal), deeds.dated.end());
  return deeds;
}

std::string deed_text(const Record& record) {
  if (!record.date) return record.document;
  return record.document.empty() ? record.date->text() : fmt::format("{} ({})", record.date->text(), record.document);
}

void take_unusable(const Deeds& deeds, Verdict& verdict) {
  verdict.outcome = Outcome::kInvalid;
  for (const Record* record : deeds.unusable) verdict.figures.edit().push_back(record->place);
  verdict.reason = {"填报的记录日期或状态无法识别", "the record handed in has a date or status that cannot be read"};
}

Lack lacking_deed(const Task& task, std::optional<Period> period, Shared<Phrase> reason) {
  return {task.unit.region, kNoIndicator, period, task.unit.item, {}, std::move(reason)};
}

}  // namespace kaohe

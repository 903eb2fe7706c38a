// SPDX-License-Identifier: Apache-2.0
#include "load/submission/record_rows.h"

#include <algorithm>

#include "base/text.h"
#include "load/submission/cells/spoiled.h"
#include "load/submission/figure_rows.h"
#include "load/submission/submission_text.h"

namespace kaohe {

void DutyIndex::fill() {
  if (!names_.empty()) return;
  if (before_) before_();
  for (const Plan& plan : plans_) {
    for (const Rule& rule : plan.rules) {
      add(rule.id, rule);
      add(rule.full_id, rule);
      add(rule.title.zh, rule);
      add(rule.title.en, rule);
      for (const std::string& alias : rule.aliases) add(alias, rule);
    }
  }
}

void DutyIndex::add(std::string_view name, const Rule& rule) {
  std::string key = name_key(name);
  if (key.empty()) return;
  std::vector<std::string>& rules = rules_[std::move(key)];
  if (rules.empty()) names_.emplace_back(name);
  if (std::find(rules.begin(), rules.end(), rule.full_id) == rules.end()) rules.push_back(rule.full_id);
}

const std::vector<std::string>* DutyIndex::find(std::string_view duty) {
  fill();
  const auto found = rules_.find(name_key(duty));
  return found == rules_.end() ? nullptr : &found->second;
}

Phrase DutyIndex::hint(std::string_view duty) {
  fill();
  return nearest_hint(duty, names_);
}

std::string RecordRows::text(const Row& row, Role role) const { return std::string(text_at(row, layout_.column(role))); }

// A row without a region or a duty is in error. A date or a status that is not there or cannot be read leaves an
// invalid record, so that the verdict can point to it.
RowOutcome RecordRows::read(const Row& row) {
  Record record;
  record.place = row.fields.front().place;
  const bool has_duty = read_duty(row, record);
  read_period(row, record);
  record.blank = is_blank(row);
  if (!record.blank) {
    read_status(row, record);
    record.date = read_date(row, Role::kDate, record);
    record.ended = read_date(row, Role::kEnded, record);
  }
  const std::size_t totals = yield_.totals.size();
  const bool has_region = read_region(row, record);
  if (!has_duty || !has_region) {
    yield_.totals.resize(totals);
    return RowOutcome::kError;
  }
  record.item = text(row, Role::kItem);
  record.document = text(row, Role::kDocument);
  record.evidence = text(row, Role::kEvidence);
  record.note = text(row, Role::kNote);
  if (record.region != kNoRegion) yield_.list(record.region);
  yield_.records.push_back(std::move(record));
  return RowOutcome::kData;
}

// A row of a form that nobody filled in: what it would tell is missing.
bool RecordRows::is_blank(const Row& row) const {
  for (const Role role : {Role::kDate, Role::kStatus, Role::kEnded, Role::kDocument, Role::kEvidence}) {
    const std::string_view written = text_at(row, layout_.column(role));
    if (!written.empty() && !work_.words.missing(name_key(written))) return false;
  }
  return true;
}

bool RecordRows::read_duty(const Row& row, Record& record) {
  const std::size_t column = layout_.column(Role::kDuty);
  record.duty = text(row, Role::kDuty);
  if (record.duty.empty()) {
    work_.problems.add("duty-missing", place_at(row, column), {}, {"本行没有任务", "no duty on this row"},
                       {"填写规则的代号、名称或别名", "give a rule's id, title or alias"});
    return false;
  }
  if (const std::vector<std::string>* rules = duties_.find(record.duty)) {
    record.rules = *rules;
    return true;
  }
  Phrase hint = duties_.hint(record.duty);
  if (hint.empty()) hint = {"用 kaohe rules 列出全部任务", "kaohe rules lists all duties"};
  work_.problems.add("duty-unknown", place_at(row, column), kept(record.duty),
                     {"“" + shown(record.duty) + "”不是任何规划中的任务，应为规则的代号、名称或别名",
                      "\"" + shown(record.duty) + "\" is no duty of any plan, expected a rule's id, title or alias"},
                     std::move(hint));
  return false;
}

bool RecordRows::read_region(const Row& row, Record& record) {
  const RowRegion region = region_of_row(row, layout_);
  std::optional<Date> day = record.date;
  if (record.period) day = record.period->last;
  const RegionAnswer& answer = work_.regions.find({region.code, region.name, day, region.parent});
  const std::string when = record.period ? record.period->text() : day ? day->text() : std::string();
  if (answer.fault == RegionFault::kUnknown && (region.code.empty() || region.name.empty()) &&
      work_.words.total(name_key(region.text))) {
    TotalRow total;
    total.place = region.place;
    total.text = std::string(region.text);
    total.record = yield_.records.size();
    total.listed_to = yield_.listed.size();
    yield_.totals.push_back(std::move(total));
    return true;
  }
  if (answer.fault != RegionFault::kNone) {
    tell_row_region(work_, answer, region, when);
    return false;
  }
  record.region = answer.entry;
  if (answer.how != RegionHow::kAsIs && taken_.insert(std::string(region.text)).second) {
    tell_region_taken(work_.problems, work_.catalog.regions, answer, region.place, region.text, when);
  }
  return true;
}

void RecordRows::read_status(const Row& row, Record& record) {
  const std::size_t column = layout_.column(Role::kStatus);
  const std::string status = text(row, Role::kStatus);
  record.status = work_.words.status(name_key(status));
  if (record.status) return;
  record.invalid = true;
  const Phrase expected{"应为 启动、印发、建立、完成、施行、未完成 等", "expected started, issued, established, completed, in force or not done"};
  if (status.empty()) {
    work_.problems.add("status-missing", place_at(row, column), {}, {"本行没有状态，" + expected.zh, "no status on this row, " + expected.en}, {});
    return;
  }
  work_.problems.add("status-unknown", place_at(row, column), kept(status),
                     {"“" + shown(status) + "”不是已知状态，" + expected.zh, "\"" + shown(status) + "\" is not a known status, " + expected.en},
                     nearest_hint(status, work_.words.status_words()));
}

void RecordRows::read_period(const Row& row, Record& record) {
  const std::size_t column = layout_.column(Role::kPeriod);
  const std::string_view written = text_at(row, column);
  if (written.empty() || work_.words.missing(name_key(written))) return;
  record.period = work_.names.period(written);
  if (record.period) return;
  record.invalid = true;
  work_.problems.add("period-invalid", place_at(row, column), kept(written),
                     {"“" + shown(written) + "”不是时期", "\"" + shown(written) + "\" is not a period"},
                     {"填写如 2020、2020年第3季度、2020-07", "write it as 2020, 2020-Q3 or 2020-07"});
}

void RecordRows::tell_date_missing(const Place& place, Record& record) {
  record.invalid = true;
  work_.problems.add("date-missing", place, {}, {"本行没有日期", "no date on this row"},
                     {"填写到日，如 2020-12-31；尚未完成的，状态写“未完成”",
                      "write it to the day, as 2020-12-31; for what is not done, write \"not done\" as its status"});
}

std::optional<Date> RecordRows::read_date(const Row& row, Role role, Record& record) {
  const std::size_t column = layout_.column(role);
  const std::string_view written = text_at(row, column);
  if (written.empty() || work_.words.missing(name_key(written))) {
    // What is not done has no day.
    if (role == Role::kDate && record.status != DeedStatus::kNotDone) tell_date_missing(place_at(row, column), record);
    return std::nullopt;
  }
  std::optional<Date> date = parse_date(written);
  if (date) return date;
  record.invalid = true;
  Phrase hint = spoiled_hint(written, Spoiled::kDate);
  if (hint.empty()) hint = {"填写到日，如 2020-12-31 或 2020年12月31日", "write it to the day, as 2020-12-31"};
  work_.problems.add("date-invalid", place_at(row, column), kept(written),
                     {"“" + shown(written) + "”不是日期", "\"" + shown(written) + "\" is not a date"}, std::move(hint));
  return std::nullopt;
}

void RecordRows::finish() {
  std::vector<const Column*> ignored;
  for (const Column& column : layout_.columns) {
    if (column.role == Role::kNone && !column.repeated && !column.header.empty()) ignored.push_back(&column);
  }
  tell_ignored(ignored, work_.problems);
}

}  // namespace kaohe

// SPDX-License-Identifier: Apache-2.0
// Record: a deed of the status asked for, dated not before `from` and not after the deadline; the earliest sufficient
// one counts, with `number` the n-th. Dated later, or said not to be done: fail. No deed that would decide it: missing.
#include <fmt/format.h>

#include "judge/deeds.h"
#include "judge/manual.h"

namespace kaohe {
namespace {

// The deeds sorted by what they are worth for the duty.
struct Sorted {
  std::vector<const Record*> in_time;
  std::vector<const Record*> late;
  const Record* ended = nullptr;     // sufficient but no longer in force when it had to be
  const Record* not_done = nullptr;  // the latest that says it is not done
  const Record* lesser = nullptr;    // of another status, or before `from`
};

Date day_in_force(const Task& task) {
  const bool now = !task.slot.due || !task.is_due();
  return now ? task.setting.as_of : task.slot.deadline;
}

Sorted sort_deeds(const Task& task, const Deeds& deeds) {
  const Test& test = task.duty.test;
  Sorted sorted;
  if (!deeds.not_done.empty()) sorted.not_done = deeds.not_done.back();
  for (const Record* deed : deeds.dated) {
    if (!satisfies(*deed->status, test.record) || (test.from && *deed->date < *test.from)) {
      sorted.lesser = deed;
    } else if (deed->ended && *deed->ended <= day_in_force(task)) {
      sorted.ended = deed;
    } else if (*deed->date <= task.slot.deadline) {
      sorted.in_time.push_back(deed);
    } else {
      sorted.late.push_back(deed);
    }
  }
  return sorted;
}

void point_to(const Record& deed, Verdict& verdict) {
  verdict.value_text = deed_text(deed);
  verdict.figures.edit().push_back(deed.place);
}

void set_margin(const Task& task, const Record& deed, Verdict& verdict) {
  verdict.margin = Rational(days_between(*deed.date, task.slot.deadline));
  verdict.margin_text = verdict.margin->decimal_text(0);
}

std::string deadline_text(const Task& task) { return task.slot.due ? task.slot.deadline.text() : "open"; }

void fail_with(const Record& deed, Phrase reason, Verdict& verdict) {
  verdict.outcome = Outcome::kFail;
  verdict.decided_by = DecidedBy::kRecord;
  point_to(deed, verdict);
  verdict.reason = std::move(reason);
}

void miss_deed(const Task& task, const Sorted& sorted, std::size_t wanted, Verdict& verdict) {
  const Phrase& status = name(task.duty.test.record);
  Shared<Phrase> reason = task.setting.pool.phrase(status.en, [&] { return Phrase{"没有“" + status.zh + "”记录", "no record that it was " + status.en}; });
  if (!sorted.in_time.empty()) {
    reason = {fmt::format("需{}项，仅有{}项记录", wanted, sorted.in_time.size()),
              fmt::format("{} deeds are needed, records show {}", wanted, sorted.in_time.size())};
  } else if (sorted.lesser != nullptr) {
    const Phrase& seen = name(*sorted.lesser->status);
    reason = {fmt::format("仅有“{}”记录（{}），不足以判定", seen.zh, deed_text(*sorted.lesser)),
              fmt::format("only a record of \"{}\" on {}, which does not decide it", seen.en, deed_text(*sorted.lesser))};
    verdict.figures.edit().push_back(sorted.lesser->place);
  }
  verdict.outcome = Outcome::kMissing;
  verdict.missing.edit().push_back(lacking_deed(task, std::nullopt, reason));
  verdict.reason = std::move(reason);
}

void judge_due(const Task& task, const Deeds& deeds, const Sorted& sorted, std::size_t wanted, Verdict& verdict) {
  if (!deeds.unusable.empty()) return take_unusable(deeds, verdict);
  if (sorted.in_time.size() + sorted.late.size() >= wanted && !sorted.late.empty()) {
    const Record& late = *sorted.late[wanted - sorted.in_time.size() - 1];
    set_margin(task, late, verdict);
    const std::int64_t days = days_between(task.slot.deadline, *late.date);
    return fail_with(late, {fmt::format("逾期{}天", days), fmt::format("{} day{} late", days, days == 1 ? "" : "s")}, verdict);
  }
  if (sorted.not_done != nullptr) return fail_with(*sorted.not_done, {"填报为未完成", "said not to be done"}, verdict);
  if (sorted.ended != nullptr) {
    const std::string day = sorted.ended->ended->text();
    return fail_with(*sorted.ended, {fmt::format("已于{}停止施行", day), fmt::format("no longer in force from {}", day)}, verdict);
  }
  miss_deed(task, sorted, wanted, verdict);
}

}  // namespace

void judge_record(const Task& task, Verdict& verdict) {
  const Test& test = task.duty.test;
  const auto wanted = static_cast<std::size_t>(test.at_least.value_or(1));
  verdict.unit = task.setting.pool.text("days");
  std::string target(word(test.record));
  if (wanted > 1) target += " x" + std::to_string(wanted);
  if (task.slot.due) target += " by " + deadline_text(task);
  verdict.target = task.setting.pool.text(target);
  const Deeds deeds = deeds_of(task);
  const Sorted sorted = sort_deeds(task, deeds);
  const bool enough = sorted.in_time.size() >= wanted;
  if (enough) {
    const Record& deed = *sorted.in_time[wanted - 1];
    for (std::size_t i = 0; i + 1 < wanted; ++i) verdict.figures.edit().push_back(sorted.in_time[i]->place);
    point_to(deed, verdict);
    set_margin(task, deed, verdict);
    verdict.decided_by = DecidedBy::kRecord;
    verdict.outcome = Outcome::kPass;
  }
  if (!task.is_due()) {
    verdict.outcome = Outcome::kNotDue;
    verdict.outlook = enough ? Outlook::kMetEarly : Outlook::kUnknown;
    verdict.decided_by.reset();
    return;
  }
  if (!enough) judge_due(task, deeds, sorted, wanted, verdict);
  if (verdict.outcome == Outcome::kFail || verdict.outcome == Outcome::kMissing) {
    const std::string limit = task.slot.due ? task.slot.deadline.text() : task.setting.as_of.text();
    verdict.would_pass = task.setting.pool.phrase(limit + name(test.record).en, [&] {
      return Phrase{limit + "前（含当日）“" + name(test.record).zh + "”的记录", "a record of \"" + name(test.record).en + "\" dated " + limit + " or before"};
    });
  }
}

const Phrase& record_manual() {
  static const Phrase kManual = {
      "看办理记录：指明该任务的一件事，状态达到要求，日期不晚于期限，有 from 的不早于 from。\n"
      "状态有启动、印发、建立、完成、施行。后四种都算已启动；其余要求的状态须完全相符。施行的事项在期限那天仍须有效。\n"
      "number = \">= 3\" 要求几件，最早的够数的几件算数，同一件填两次只算一件。\n"
      "达标：最早的合格记录不晚于期限，余量是提前的天数。未达标：日期晚于期限，或填报“未完成”，或已停止施行。没有记录是缺数据，不是未达标。\n",
      "A record is looked for: a deed that names this duty, of the status asked for, dated not after the deadline and, with from, not before that.\n"
      "The statuses are started, issued, established, completed and in force. Each of the last four counts as started too; otherwise the status must be the one asked for. What is to be in force must still be so on the day of the deadline.\n"
      "number = \">= 3\" asks for several deeds: the earliest that suffice count, and one handed in twice counts once.\n"
      "pass: the earliest sufficient deed is not after the deadline; the margin is the days before it. fail: it is dated later, or said not to be done, or no longer in force. No record at all is missing, not fail.\n"};
  return kManual;
}

}  // namespace kaohe

// SPDX-License-Identifier: Apache-2.0
// Cadence: one deed (or figure) in, or for, each whole calendar interval counted from `from` that has ended by the
// as-of date; a record that names its period counts for that period, not for the day it is dated (the index of 2018 is
// published in 2019). `gap` instead bounds the time between one deed and the next.
#include <algorithm>

#include <fmt/format.h>

#include "judge/deeds.h"
#include "judge/manual.h"

namespace kaohe {
namespace {

struct Span {
  Date first;
  Date last;
};

std::string text_of(const Span& span) { return span.first.text() + ".." + span.last.text(); }

Date add_months(const Date& date, int months) {
  const int number = date.year * 12 + (date.month - 1) + months;
  const Date last = last_day_of_month(number / 12, number % 12 + 1);
  return {last.year, last.month, std::min(date.day, last.day)};
}

Date add(const Date& date, const Interval& interval) {
  switch (interval.unit) {
    case IntervalUnit::kDay: return date_of(days_since_epoch(date) + interval.count);
    case IntervalUnit::kMonth: return add_months(date, interval.count);
    case IntervalUnit::kQuarter: return add_months(date, 3 * interval.count);
    case IntervalUnit::kYear: break;
  }
  return add_months(date, 12 * interval.count);
}

// The first day of the first whole calendar month, quarter or year that does not begin before `from`.
Date first_start(const Date& from, IntervalUnit unit) {
  if (unit == IntervalUnit::kDay) return from;
  const PeriodKind kind = unit == IntervalUnit::kYear ? PeriodKind::kYear
                          : unit == IntervalUnit::kQuarter ? PeriodKind::kQuarter : PeriodKind::kMonth;
  const Period holding = period_holding(kind, from);
  return holding.first == from ? from : next_period(holding).first;
}

// Blocks that have ended by the as-of date and by the deadline.
std::vector<Span> blocks(const Task& task, const Date& from) {
  const Interval& every = *task.duty.test.every;
  const Date limit = std::min(task.setting.as_of, task.slot.deadline);
  std::vector<Span> spans;
  for (Date start = first_start(from, every.unit); start <= limit;) {
    const Date next = add(start, every);
    const Span span{start, date_of(days_since_epoch(next) - 1)};
    if (limit < span.last || next <= start) break;
    spans.push_back(span);
    start = next;
  }
  return spans;
}

bool holds(const Span& span, const Date& first, const Date& last) { return span.first <= first && last <= span.last; }

bool counts_for(const Record& deed, const Span& span) {
  if (deed.period) return holds(span, deed.period->first, deed.period->last);
  return deed.date && holds(span, *deed.date, *deed.date);
}

Step judge_block(const Task& task, const Deeds& deeds, const Span& span) {
  Step step;
  step.name = text_of(span);
  step.outcome = Outcome::kMissing;
  if (task.duty.indicator != kNoIndicator) {
    for (const FigureRef& figure : task.setting.figures.series(task.region().lineage, task.duty.indicator)) {
      if (!holds(span, figure.period().first, figure.period().last)) continue;
      step.outcome = Outcome::kPass;
      step.places.push_back(figure.place());
      return step;
    }
    return step;
  }
  const auto take = [&step](const Record& deed, Outcome outcome) {
    step.outcome = outcome;
    step.places = {deed.place};
    step.to_value = deed_text(deed);
  };
  for (const Record* deed : deeds.not_done) {
    if (counts_for(*deed, span)) take(*deed, Outcome::kFail);
  }
  const auto done = std::find_if(deeds.dated.begin(), deeds.dated.end(), [&](const Record* deed) {
    return counts_for(*deed, span) && satisfies(*deed->status, task.duty.test.record);
  });
  if (done != deeds.dated.end()) take(**done, Outcome::kPass);
  return step;
}

// From the start to the first deed, from deed to deed, and from the last deed to the as-of date.
std::vector<Step> judge_gaps(const Task& task, const Deeds& deeds, const Date& from) {
  const Interval& gap = *task.duty.test.gap;
  const Date limit = std::min(task.setting.as_of, task.slot.deadline);
  std::vector<Step> steps;
  Date last = from;
  for (const Record* deed : deeds.dated) {
    if (!satisfies(*deed->status, task.duty.test.record) || *deed->date < from) continue;
    Step step;
    step.name = text_of({last, *deed->date});
    step.outcome = *deed->date <= add(last, gap) ? Outcome::kPass : Outcome::kFail;
    step.places.push_back(deed->place);
    steps.push_back(std::move(step));
    last = *deed->date;
  }
  if (add(last, gap) < limit) {
    Step open;
    open.name = text_of({last, limit});
    open.outcome = Outcome::kMissing;
    steps.push_back(std::move(open));
  }
  return steps;
}

void sum_up(const Task& task, Verdict& verdict) {
  OutcomeCount outcomes{};
  for (const Step& step : verdict.intervals) {
    count(outcomes, step.outcome);
    verdict.figures.append(step.places);
    if (step.outcome != Outcome::kMissing) continue;
    verdict.missing.edit().push_back(lacking_deed(task, std::nullopt, Phrase{step.name, step.name}));
  }
  verdict.outcome = verdict.intervals.empty() ? Outcome::kNotDue : all_of(outcomes);
  if (verdict.outcome == Outcome::kPass && !task.is_due()) verdict.outcome = Outcome::kNotDue;
  if (verdict.outcome == Outcome::kNotDue) verdict.outlook = verdict.intervals.empty() ? Outlook::kUnknown : Outlook::kOnTrack;
  const std::size_t lacking = verdict.missing.size();
  if (lacking == 0) return;
  verdict.reason = {fmt::format("应有{}期，缺{}期", verdict.intervals.size(), lacking),
                    fmt::format("{} of {} intervals lack their record", lacking, verdict.intervals.size())};
}

}  // namespace

void judge_cadence(const Task& task, Verdict& verdict) {
  const Test& test = task.duty.test;
  const Date from = test.from.value_or(task.plan.issued);
  const Interval& interval = test.every ? *test.every : *test.gap;
  verdict.target = (test.every ? "every " : "gap <= ") + interval.text + " from " + from.text();
  verdict.unit = "intervals";
  const Deeds deeds = deeds_of(task);
  if (!deeds.unusable.empty() && task.duty.indicator == kNoIndicator) return take_unusable(deeds, verdict);
  if (test.every) {
    for (const Span& span : blocks(task, from)) verdict.intervals.edit().push_back(judge_block(task, deeds, span));
  } else {
    verdict.intervals = judge_gaps(task, deeds, from);
  }
  sum_up(task, verdict);
  if (verdict.outcome == Outcome::kPass || verdict.outcome == Outcome::kFail) {
    verdict.decided_by = task.duty.indicator == kNoIndicator ? DecidedBy::kRecord : DecidedBy::kFigure;
  }
}

const Phrase& cadence_manual() {
  static const Phrase kManual = {
      "定期要做的事：every 从 from 起按日历划出一段段完整的时段（月、季、年、两年），每一段已经结束的都要有一件记录（或一个数）；gap 则限定前后两件相隔多久。\n"
      "记录写明时期的，算在那个时期，不看落款日期：2018 年的指数 2019 年公布，仍算 2018 年的。没有写时期的，看日期。\n"
      "还没有结束的时段不看。一段也没有结束就是未到期。缺哪几段，报告逐段列出；填报“未完成”的那一段是未达标。\n",
      "A duty that recurs: with every, whole calendar intervals (months, quarters, years, blocks of two years) are counted from from, and each that has ended needs its record, or figure; with gap the time between one deed and the next is bounded.\n"
      "A record that names its period counts for that period whatever its date: the index of 2018 published in 2019 is that of 2018. One that names none counts by its date.\n"
      "An interval that has not ended is not looked at; if none has, the rule is not due. Each interval that lacks its record is listed; one that is said not to be done fails.\n"};
  return kManual;
}

}  // namespace kaohe

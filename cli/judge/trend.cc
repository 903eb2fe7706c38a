// SPDX-License-Identifier: Apache-2.0
// Trend: the value of one period against that of another. Against the baseline: the end against the base year. Step by
// step ("previous"): each period against the one before, each due at its own end; one decided step that fails is enough.
// `by` says by how much: of the base (%), or in percentage points (pp). Each comparison is turned into a threshold on
// the later value, so that bounds, margins and "what would pass" are those of thresholds.
#include <algorithm>

#include <fmt/format.h>

#include "judge/compare.h"
#include "judge/continuity.h"
#include "judge/manual.h"
#include "judge/setting.h"
#include "judge/test_value.h"

namespace kaohe {
namespace {

// What the later value must be, given the earlier one; nullopt: not defined (a relative change of nothing).
std::optional<Target> step_target(const Task& task, const Rational& base) {
  const Trend& trend = task.duty.test.trend;
  Target target;
  target.unit = task.indicator().unit;
  target.value = base;
  const bool down = trend.kind == TrendKind::kFalls || trend.kind == TrendKind::kDoesNotRise;
  const bool may_stay = trend.kind == TrendKind::kDoesNotRise || trend.kind == TrendKind::kDoesNotFall;
  bool inclusive = may_stay;
  if (trend.by) {
    if (!trend.by_points && base.sign() <= 0) return std::nullopt;
    const Rational change = trend.by_points ? *trend.by : base * *trend.by;
    target.value = down ? base - change : base + change;
    inclusive = !trend.by_strictly;
  }
  target.op = down ? (inclusive ? Op::kAtMost : Op::kBelow) : (inclusive ? Op::kAtLeast : Op::kAbove);
  target.scale = std::clamp(target.value.decimal_digits().value_or(4), 0, 8);
  return target;
}

std::string trend_text(const Task& task, const Period& base) {
  const Trend& trend = task.duty.test.trend;
  const std::string by = trend.by_text.empty() ? "" : " by " + trend.by_text;
  return fmt::format("{}{} (base {})", word(trend.kind), by, base.text());
}

const Value& value_in(const Task& task, const Period& period, Own own = Own::kAllowed) {
  return task.setting.resolver.resolve(task.unit.region, task.duty.indicator, period, own, combine_of(task));
}

void miss(Verdict& verdict, const Value& value) {
  Shared<std::vector<Lack>> all = std::exchange(verdict.missing, {});
  take_lacks(value, verdict);
  all.append(verdict.missing);
  verdict.missing = std::move(all);
}

// The later value judged against each end of what the base could be; decided when both ends agree.
void judge_against(const Task& task, const Value& base, const Value& end, Verdict& verdict) {
  const Bounds interval = base.interval();
  const std::optional<Target> low = interval.low ? step_target(task, *interval.low) : std::nullopt;
  const std::optional<Target> high = interval.high ? step_target(task, *interval.high) : std::nullopt;
  if (base.known() && !low) {
    verdict.outcome = Outcome::kInvalid;
    verdict.figures = base.cells;
    verdict.reason = {"基期数值不为正，无法计算变化幅度", "the base is not positive: a relative change is not defined"};
    return;
  }
  if (!low || !high) return miss(verdict, base);
  judge_value(end, *low, Compare::kExact, verdict);
  if (base.known()) return;
  Verdict other;
  judge_value(end, *high, Compare::kExact, other);
  const bool decided = other.outcome == verdict.outcome && verdict.outcome != Outcome::kMissing;
  if (!decided) return miss(verdict, base);
  verdict.decided_by = DecidedBy::kBounds;
  if (!other.margin || (verdict.margin && *other.margin < *verdict.margin)) verdict.margin = other.margin;
  verdict.missing.append(base.lacks);
}

void judge_pair(const Task& task, const Period& from, const Period& to, Own own, Verdict& verdict) {
  const Continuity series = continuity(task.setting.catalog.regions, task.unit.region, from.last, to.last);
  const Value& base = value_in(task, from);
  const Value& end = value_in(task, to, own);
  verdict.unit = task.indicator().unit.id;
  if (series.broken) {
    verdict.outcome = Outcome::kMissing;
    verdict.missing.edit().push_back({task.unit.region, task.duty.indicator, from, {}, {}, series.reason});
    verdict.reason = series.reason;
    return;
  }
  for (const Value* value : {&base, &end}) {
    if (value->state == ValueState::kInvalid || value->state == ValueState::kExempt) return take_lacks(*value, verdict);
  }
  if (base.state == ValueState::kMissing) miss(verdict, base);
  if (end.state == ValueState::kMissing) miss(verdict, end);
  if (!verdict.missing.empty()) return;
  judge_against(task, base, end, verdict);
  Shared<std::vector<Place>> cells = base.cells;
  cells.append(verdict.figures);
  verdict.figures = std::move(cells);
  if (verdict.reason.empty()) verdict.reason = series.note;
}

std::string value_text_of(const Value& value) {
  if (!value.known()) return {};
  return value.figure && value.figure.as_written() ? value.figure.written().text() : show(value.exact, 6);
}

Step step_of(const Task& task, const Period& from, const Period& to, Verdict& verdict) {
  Step step;
  step.name = from.text() + " -> " + to.text();
  verdict.region = task.unit.region;
  if (task.setting.as_of < to.last) {
    verdict.outcome = Outcome::kNotDue;
    step.outcome = Outcome::kNotDue;
    return step;
  }
  judge_pair(task, from, to, Own::kAllowed, verdict);
  step.outcome = verdict.outcome;
  step.from_value = value_text_of(value_in(task, from));
  step.to_value = value_text_of(value_in(task, to));
  step.margin = verdict.margin_text;
  step.reason = verdict.reason;
  step.places = verdict.figures;
  return step;
}

// Of all decided steps the one with the least margin speaks for the verdict.
void take_worst(const Verdict& step, Verdict& verdict) {
  if (!step.margin || (verdict.margin && *verdict.margin <= *step.margin)) return;
  verdict.value = step.value;
  verdict.value_text = step.value_text;
  verdict.margin = step.margin;
  verdict.margin_text = step.margin_text;
  verdict.decided_by = step.decided_by;
  verdict.method = step.method;
  verdict.parts = step.parts;
  verdict.would_pass = step.would_pass;
}

void judge_steps(const Task& task, const Period& base, const Period& end, Verdict& verdict) {
  OutcomeCount outcomes{};
  bool some_step_met = false;
  for (Period from = base; from < end; from = next_period(from)) {
    Verdict of_step;
    verdict.steps.edit().push_back(step_of(task, from, next_period(from), of_step));
    count(outcomes, of_step.outcome);
    some_step_met = some_step_met || of_step.outcome == Outcome::kPass;
    take_worst(of_step, verdict);
    verdict.missing.append(of_step.missing);
    for (const Place& place : of_step.figures) {
      if (std::find(verdict.figures.begin(), verdict.figures.end(), place) == verdict.figures.end()) verdict.figures.edit().push_back(place);
    }
    const bool tells = of_step.outcome == Outcome::kFail || of_step.outcome == Outcome::kInvalid || of_step.outcome == Outcome::kMissing;
    if (tells && verdict.reason.empty()) {
      verdict.reason = {verdict.steps.back().name + "：" + (of_step.reason.empty() ? "未达到要求" : of_step.reason->zh),
                        verdict.steps.back().name + ": " + (of_step.reason.empty() ? "not met" : of_step.reason->en)};
    }
  }
  verdict.unit = task.indicator().unit.id;
  verdict.outcome = all_of(outcomes);
  if (verdict.outcome == Outcome::kPass && !task.is_due()) verdict.outcome = Outcome::kNotDue;
  if (verdict.outcome == Outcome::kNotDue) verdict.outlook = some_step_met ? Outlook::kOnTrack : Outlook::kUnknown;
}

void look_ahead(const Task& task, const Period& base, Verdict& verdict) {
  verdict.outcome = Outcome::kNotDue;
  verdict.outlook = Outlook::kUnknown;
  const Period latest = latest_period(task, task.slot.period);
  const Value& from = value_in(task, base);
  const Value& now = value_in(task, latest);
  verdict.unit = task.indicator().unit.id;
  if (!from.known() || !now.known() || !(base < latest)) return;
  if (continuity(task.setting.catalog.regions, task.unit.region, base.last, latest.last).broken) return;
  const std::optional<Target> target = step_target(task, from.exact);
  if (!target) return;
  set_value(now, *target, verdict);
  const Path path{from.exact, base.last, task.slot.period.last};
  verdict.outlook = outlook_on(&path, *target, Compare::kExact, now.exact, latest.last);
}

}  // namespace

std::optional<Period> base_of(const Trend& trend, const Period& end) {
  if (trend.baseline == 0 || !(year_of(trend.baseline).last < end.last)) return std::nullopt;
  Date day = end.last;
  day.year = static_cast<std::int16_t>(trend.baseline);
  if (!day.valid()) day.day = 28;
  return period_holding(end.kind, day);
}

void judge_trend(const Task& task, Verdict& verdict) {
  const Trend& trend = task.duty.test.trend;
  const Period end = task.slot.period;
  verdict.unit = task.indicator().unit.id;
  const std::optional<Period> known_base = base_of(trend, end);
  if (!known_base) {
    verdict.outcome = Outcome::kMissing;
    verdict.reason = {"没有可用的基期", "there is no base period to compare with"};
    verdict.missing.edit().push_back({task.unit.region, task.duty.indicator, std::nullopt, {}, {}, verdict.reason});
    return;
  }
  const Period& base = *known_base;
  verdict.target = trend_text(task, base);
  if (trend.step_by_step) return judge_steps(task, base, end, verdict);
  if (!task.is_due()) return look_ahead(task, base, verdict);
  judge_pair(task, base, end, Own::kAllowed, verdict);
  const Value& own = value_in(task, end);
  if (!own.figure || !value_in(task, end, Own::kIgnored).known()) return;
  Verdict other;
  judge_pair(task, base, end, Own::kIgnored, other);
  const bool decides = other.outcome == Outcome::kPass || other.outcome == Outcome::kFail;
  if (decides && other.outcome != verdict.outcome) verdict.disputed = Alternative{other.outcome, other.value_text};
}

const Phrase& trend_manual() {
  static const Phrase kManual = {
      "比较同一单位两个时期的数，要求下降、上升、不上升或不下降。\n"
      "against = \"baseline\"（不写即是）：期限所在时期与基期比；基期用规则的 baseline，没有就用方案的。against = \"previous\"：逐期相比，每一步在该期结束时到期，有一步不符就是未达标。\n"
      "by 是最小幅度：“>= 15 %”相对于前一个数，“>= 2 pp”是百分点。没有 by 时，“下降”“上升”必须真的变化，持平不算；“不上升”“不下降”可以持平。\n"
      "两头的数缺一就是缺数据。其间单位由合并、拆分而来，前后不是同一单位，也作缺数据处理并写明原因；仅划转土地的，照比并注明。\n",
      "Two figures of the same unit are compared: the value must fall, rise, not rise or not fall.\n"
      "against = \"baseline\" (the default): the period of the deadline against the base year, which is the rule's baseline, else the plan's. against = \"previous\": each period against the one before, each step due at its own end; one step that goes the wrong way is enough to fail.\n"
      "by is the least change: \">= 15 %\" of the earlier value, \">= 2 pp\" in percentage points. Without it \"falls\" and \"rises\" need a change, and \"does not rise\" and \"does not fall\" are met by staying.\n"
      "missing: either end is lacking, or the unit came out of a merger or a split in between and is not the same unit; a mere transfer of land is compared and noted.\n"};
  return kManual;
}

}  // namespace kaohe

// SPDX-License-Identifier: Apache-2.0
// What every kind of test is given: the loaded tables, the figures and records that count by the as-of date, and the
// one duty, unit and period in question.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "judge/decided.h"
#include "judge/text_pool.h"
#include "judge/units.h"
#include "judge/value.h"
#include "model/report.h"

namespace kaohe {

// Records by the rule they name and the unit they are of; those dated after the as-of date are set aside.
class RecordIndex {
 public:
  RecordIndex(const std::vector<Record>& records, const Register& regions, const Date& as_of);
  [[nodiscard]] bool has_rule(const std::string& rule) const;
  // In the order handed in; `item` empty: whatever their item.
  [[nodiscard]] std::vector<const Record*> find(const std::string& rule, std::uint32_t lineage, const std::string& item) const;

 private:
  std::map<std::pair<std::string, std::uint32_t>, std::vector<const Record*>> by_rule_;
};

struct Setting {
  const Catalog& catalog;
  const FigureIndex& figures;
  const RecordIndex& records;
  Resolver& resolver;
  UnitFinder& units;
  Decided& decided;
  TextPool& pool;
  Date as_of;
};

// One period that a duty is judged on. `due`: the day from which it must be met; nullopt: open.
struct Slot {
  Period period;
  std::optional<Date> due;
  Date deadline;  // the day the clause names (the as-of date when open)
};

struct Task {
  const Setting& setting;
  const Plan& plan;
  const Rule& rule;
  const Duty& duty;
  const Unit& unit;
  const Slot& slot;

  [[nodiscard]] bool is_due() const { return !slot.due || *slot.due <= setting.as_of; }
  [[nodiscard]] const Region& region() const { return setting.catalog.regions[unit.region]; }
  [[nodiscard]] const Indicator& indicator() const { return setting.catalog.indicators[duty.indicator]; }
};

// One file for each kind of test. Each fills outcome, value, margin, reasons and places of a verdict whose plan, rule,
// region, item, period and due are set already.
void judge_threshold(const Task& task, Verdict& verdict);
void judge_trend(const Task& task, Verdict& verdict);
void judge_record(const Task& task, Verdict& verdict);
void judge_cadence(const Task& task, Verdict& verdict);

// What a trend compares a period with: the same season of the base year. None: there is no base before it.
[[nodiscard]] std::optional<Period> base_of(const Trend& trend, const Period& end);

// The periods a duty is judged on, in order.
[[nodiscard]] std::vector<Slot> schedule(const Setting& setting, const Plan& plan, const Duty& duty);
// Those of a member of an all_of duty that belong to one of the duty's own.
[[nodiscard]] std::vector<Slot> slots_of(const Setting& setting, const Plan& plan, const Duty& all, const Slot& slot, const Duty& member);
[[nodiscard]] inline Units units_of(const Setting& setting, const Plan& plan, const Who& who, const Date& day) {
  return setting.units.find(plan, who, day);
}
// Likewise; a duty that binds nobody in the register is told on the plan's own region: it must not vanish.
[[nodiscard]] Units units_or_nobody(const Setting& setting, const Plan& plan, const Who& who, const Date& day);
// A verdict of the task, without plan and rule, before anything is decided.
[[nodiscard]] Verdict new_verdict(const Task& task);
// The whole verdict. Not for umbrella duties.
[[nodiscard]] Verdict judge_unit(const Task& task);

// The outcome of several periods, steps, intervals or units that must all be met: fail before invalid before missing
// before not-due before waived before pass; exempt only if all are.
[[nodiscard]] Outcome all_of(const OutcomeCount& count);
inline void count(OutcomeCount& counts, Outcome outcome) { ++counts[static_cast<std::size_t>(outcome)]; }

// A path from a base to a target, for the outlook of what is not due.
struct Path {
  Rational base;   // in the target's unit
  Date from;
  Date to;
};
[[nodiscard]] Outlook outlook_on(const Path* path, const Target& target, Compare compare, const Rational& latest, const Date& at);

}  // namespace kaohe

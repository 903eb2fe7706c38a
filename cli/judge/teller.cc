// SPDX-License-Identifier: Apache-2.0
// Tells what was decided: the task of a brief is judged once more, with care and in full. What that says is what was
// decided; otherwise the report would contradict itself, and none is made.
#include <algorithm>
#include <stdexcept>

#include "judge/figure_status.h"
#include "judge/session.h"

namespace kaohe {
namespace {

const Unit* find_unit(const std::vector<Unit>& units, const Brief& brief, const std::string& item) {
  auto at = std::partition_point(units.begin(), units.end(), [&](const Unit& unit) { return unit.region < brief.region; });
  for (; at != units.end() && at->region == brief.region; ++at) {
    if (*at->item == item) return &*at;
  }
  return nullptr;
}

// What judging looks things up in, for one report.
struct Library {
  Library(const Report& report, Decided& decided)
      : catalog(&report.catalog), figures(report.figures, report.as_of.date), records(report.records, report.catalog.regions, report.as_of.date),
        resolver(report.catalog, figures, decided.months), units(report.catalog.regions), marks(report.figures),
        setting{report.catalog, figures, records, resolver, units, decided, pool, report.as_of.date} {}

  const Catalog* catalog;
  FigureIndex figures;
  RecordIndex records;
  Resolver resolver;
  UnitFinder units;
  TextPool pool;
  FigureMarks marks;
  Setting setting;
};

class JudgeTeller final : public Teller {
 public:
  explicit JudgeTeller(Decided decided) : decided_(std::move(decided)) {}
  [[nodiscard]] Verdict tell(const Report& report, const Brief& brief) const override {
    // A report may have been moved since.
    if (library_ == nullptr || library_->catalog != &report.catalog) library_ = std::make_unique<Library>(report, decided_);
    Verdict verdict = kaohe::tell(library_->setting, report.verdicts, brief);
    if (verdict.outcome != brief.outcome) throw std::logic_error("a verdict is not what was decided: " + report.rule_of(brief).full_id);
    library_->marks.note(verdict);
    return verdict;
  }

 private:
  mutable Decided decided_;
  mutable std::unique_ptr<Library> library_;
};

}  // namespace

Verdict verdict_of(const Judged& judged, const Rule& rule) {
  Verdict verdict;
  verdict.plan = static_cast<std::uint32_t>(judged.plan);
  verdict.rule = static_cast<std::uint32_t>(judged.rule);
  if (rule.strict) verdict.reading = judged.reading;
  return verdict;
}

Batch batch_of(const Judged& judged, const Rule& rule, const Slot& slot) {
  Batch batch;
  const Verdict head = verdict_of(judged, rule);
  batch.plan = head.plan;
  batch.rule = head.rule;
  batch.reading = head.reading;
  batch.duty = judged.reading;
  batch.period = slot.period;
  batch.due = slot.due;
  batch.due_from = rule.duty(judged.reading).due.from;
  batch.deadline = slot.deadline;
  return batch;
}

Verdict tell(const Setting& setting, const Verdicts& store, const Brief& brief) {
  if (const Verdict* kept = store.kept(brief)) return *kept;
  const Batch& batch = store.batch(brief);
  const Plan& plan = setting.catalog.plans[batch.plan];
  const Rule& rule = plan.rules[batch.rule];
  const Duty& duty = rule.duty(batch.duty);
  const Decided::OfBatch& decided = setting.decided.of(brief.batch);
  const Slot slot{batch.period, batch.due, batch.deadline};
  Verdict verdict;
  if (decided.below != nullptr) {
    verdict = new_verdict({setting, plan, rule, duty, Unit{brief.region}, slot});
    verdict.outcome = brief.outcome;
    tell_umbrella(setting.catalog, *decided.below, verdict);
  } else {
    const Unit* unit = find_unit(*decided.units, brief, store.item(brief));
    if (unit == nullptr) throw std::logic_error("a verdict's unit is not there any more: " + rule.full_id);
    setting.resolver.forget_much();
    verdict = judge_unit({setting, plan, rule, duty, *unit, slot});
  }
  verdict.plan = batch.plan;
  verdict.rule = batch.rule;
  verdict.reading = batch.reading;
  return verdict;
}

void set_teller(Report& report, Decided decided) {
  const FigureMarks marks(report.figures);
  if (!marks.empty()) {
    for (const Brief& brief : report.verdicts) {
      if (Verdict* kept = report.verdicts.kept(brief)) marks.note(*kept);
    }
  }
  report.verdicts.set_teller(std::make_shared<JudgeTeller>(std::move(decided)));
}

}  // namespace kaohe

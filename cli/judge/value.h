// SPDX-License-Identifier: Apache-2.0
// The value of a unit (SPEC §4): its own figure; else its own numerator and denominator; else its direct parts, each
// resolved likewise. Time is folded before regions. What is missing stays missing; where the known parts and the
// indicator's range bound it, the bounds are given. An invalid part makes the value invalid and is never bounded away.
#pragma once

#include <deque>
#include <map>
#include <optional>
#include <set>
#include <unordered_map>
#include <utility>
#include <vector>

#include "judge/bounds.h"
#include "judge/figures.h"
#include "judge/plain_fold.h"
#include "model/report.h"

namespace kaohe {

enum class ValueState : std::uint8_t { kKnown, kBounded, kMissing, kInvalid, kExempt };

struct Value {
  ValueState state = ValueState::kMissing;
  Rational exact;                // kKnown, in the indicator's unit
  Shared<Bounds> bounds;         // kBounded
  FigureRef figure;                // the own figure, where the value is one
  Shared<std::vector<Lack>> lacks;  // kMissing, kBounded
  Shared<std::vector<Place>> cells;  // what decided it; the unusable cells with kInvalid
  Shared<PartsSummary> parts;
  Shared<Phrase> method;
  Shared<Phrase> why;                    // it is not known

  [[nodiscard]] bool known() const { return state == ValueState::kKnown; }
  // The interval that holds it, kKnown and kBounded only.
  [[nodiscard]] Bounds interval() const { return known() ? Bounds::exactly(exact) : *bounds; }
};

// Which way the value of the unit itself may be had; its parts are always resolved the full way.
enum class Own : std::uint8_t { kAllowed, kIgnored };

class Resolver {
 public:
  // All must outlive the resolver.
  Resolver(const Catalog& catalog, const FigureIndex& figures, Months months = Months::kAtAGlance);

  // What was found is kept for whoever asks again. Between two questions it may be forgotten where there is much of it:
  // what was given out is no longer there then.
  void forget_much();
  // Was the indicator, or what it is computed from, handed in by anybody?
  [[nodiscard]] bool handed_in(std::size_t indicator) const { return handed_in_[indicator]; }
  // Nobody handed in any figure of this region nor of anything that is or was a part of it.
  [[nodiscard]] bool silent(std::uint32_t region) const { return !heard_of_[catalog_.regions.lineage_of(region)]; }
  [[nodiscard]] bool has_parts(std::uint32_t region);
  // The parts of a region, on `day`, that a value is computed from.
  [[nodiscard]] const std::vector<std::uint32_t>& parts_on(std::uint32_t region, const Combine* combine, const Date& day);

  // `combine` overrides how the indicator adds up from parts.
  [[nodiscard]] const Value& resolve(std::uint32_t region, std::size_t indicator, const Period& period,
                                     Own own = Own::kAllowed, const Combine* combine = nullptr);
  // Without the unit's own figure; nullptr where there is no other way to its value.
  [[nodiscard]] const Value* resolve_otherwise(std::uint32_t region, std::size_t indicator, const Period& period, const Combine* combine);

 private:
  struct Asked {
    std::size_t indicator;
    Period period;
    Own own;
    const Combine* combine;
    friend bool operator==(const Asked&, const Asked&) = default;
  };
  struct AskedHash {
    std::size_t operator()(const Asked& asked) const;
  };
  // The finer periods that make up one, and what is said of a value that is had from them.
  struct Finer {
    struct Part {
      Period period;
      std::size_t number;  // in the table of figures
    };
    PeriodKind kind;
    std::vector<Part> parts;
    Shared<Phrase> method;
    Shared<PartsSummary> all_used;  // what is said where all of them are there
    mutable PlainFold alike;
    mutable std::size_t hint = 0;  // where the first of them stood in the last series
  };
  // Rules ask for one indicator and period of unit after unit: what these have in common is found once.
  struct Row {
    Asked asked;
    std::size_t number;        // of the period, in the table of figures
    std::deque<Finer> finer;   // those asked for so far
    std::unordered_map<std::uint32_t, Value> values;  // by entry; they stay where they are
  };
  struct Want {  // the question, once, for the steps that answer it
    std::uint32_t region;
    Row& row;
    [[nodiscard]] std::size_t indicator() const { return row.asked.indicator; }
    [[nodiscard]] const Period& period() const { return row.asked.period; }
    [[nodiscard]] const Combine* combine() const { return row.asked.combine; }
  };
  struct RatioBounds {
    Bounds numerator, denominator;
  };

  Row& row(const Asked& asked);
  const Finer& finer(Row& row, PeriodKind kind) const;
  [[nodiscard]] bool has_other_way(std::uint32_t region, std::size_t indicator, const Combine* combine);
  Value compute(const Want& want);
  Value lacking(const Want& want) const;
  Lack lack_of(const Want& want, const Period& period, const FigureRef& figure) const;
  Value own_value(const Want& want, const FigureRef& figure) const;
  Value folded_over_time(const Want& want, const FigureSeries& series) const;
  Value folded(const Want& want, const Finer& finer, const FigureSeries& series) const;
  // The same where all cells are there and written alike; missing where they are not.
  Value folded_alike(const Finer& finer, const FigureSeries& series) const;
  Value ratio(const Want& want);
  Value from_parts(const Want& want);
  Value fold_parts(const Want& want, const std::vector<std::uint32_t>& parts);
  RatioBounds ratio_bounds(const Want& want, int depth);

  const Catalog& catalog_;
  const FigureIndex& figures_;
  const Months months_;
  enum class Known : std::uint8_t { kNot, kYes, kNo };
  std::vector<Known> has_parts_;  // by entry of the register: has it parts, at any time?
  // By indicator: was it, or what it is computed from, handed in by anybody? Else there is no use in asking every part.
  std::vector<bool> handed_in_;
  std::vector<bool> heard_of_;  // by lineage
  std::unordered_map<Asked, Row, AskedHash> rows_;
  std::size_t values_ = 0;
  // The parts of a region are mostly the same from day to day, and those of few regions are asked for.
  std::set<std::vector<std::uint32_t>> part_lists_;
  std::vector<std::uint32_t> asked_for_;  // by entry: its number among those whose parts were asked for, from 1; 0: they were not
  std::uint32_t asked_ = 0;
  using Day = std::pair<std::optional<Each>, Date>;  // nullopt: the parts next below
  std::map<Day, std::vector<const std::vector<std::uint32_t>*>> parts_;  // by that number
  // What is said again and again; each resolver has its own, since those who share a phrase must be of one thread.
  const Shared<Phrase> own_figure_, unusable_, not_there_, handed_in_as_missing_;
};

// The latest period of this kind that has ended by `day`.
[[nodiscard]] Period latest_ended(PeriodKind kind, const Date& day);
// Is this region one of `each`? Cities are those at county level and above: 地级市 and 县级市.
[[nodiscard]] bool is_each(const Region& region, Each each);
// The cities, counties … of `each` within `region` on `day`, by code. Province: the region itself.
[[nodiscard]] std::vector<std::uint32_t> units_within(const Register& regions, std::uint32_t region, Each each,
                                                      const Date& day);
// Of all that lies in a region.
[[nodiscard]] std::vector<std::uint32_t> units_among(const Register& regions, std::vector<std::uint32_t> below, Each each);

}  // namespace kaohe

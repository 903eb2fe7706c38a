// SPDX-License-Identifier: Apache-2.0
// What judging says, whole: whatever a format may want to print is here, so that a format is a pure function.
// Field meanings follow the JSON contract of SPEC §6.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/exact.h"
#include "base/phrase.h"
#include "base/place.h"
#include "base/problem.h"
#include "model/catalog.h"
#include "model/date.h"
#include "model/plan.h"
#include "model/submission.h"
#include "model/verdicts.h"
#include "model/waiver.h"

namespace kaohe {

using OutcomeCount = std::array<std::uint64_t, kOutcomes.size()>;  // by Outcome's number

struct RuleOutcome {
  std::size_t plan = 0;
  std::size_t rule = 0;
  Outcome outcome = Outcome::kMissing;  // in the reading that counts
  bool partial = false;                 // judged on only some of its units: no outcome of the rule
  bool by_bounds = false;               // share or count decided whatever the missing units are
  OutcomeCount units{};                 // verdicts of the reading that counts, by unit
  Outcome plain = Outcome::kMissing;
  Outcome strict = Outcome::kMissing;
};

struct Selection {
  std::string region;              // code; empty: all
  std::vector<std::string> only;
  std::uint64_t rules_left_out = 0;
  std::uint64_t units_left_out = 0;
  std::uint64_t figures_after_as_of = 0;
  std::string region_hint;         // code: figures of only this city or county were handed in
};

struct AsOf {
  Date date;
  std::string from;  // "option" or "figures"
};

// A verdict of the earlier report that fell short and that no verdict of this one answers.
struct GoneVerdict {
  std::string rule, code, region, item, period;
  Outcome outcome = Outcome::kFail;
  std::string value, target;
  Phrase why;  // why it no longer applies
};

struct Since {
  std::string file;    // empty: no --since
  std::string sha256;
  std::string as_of;   // of the earlier report; empty: none
  std::vector<GoneVerdict> gone;  // by rule, code, item, period
  std::array<std::uint64_t, kChanges.size()> counts{};  // by Change's number, of every tier
};

// Units of one level by an indicator's value in one period, the best first (--rank).
struct Ranked {
  std::uint32_t region = kNoRegion;
  std::uint64_t rank = 0;  // equal values share one, and the next is left out
  bool tied = false;
  std::string value;       // in the indicator's unit
  std::string margin;      // to its verdict's target; empty: none
  std::string target;
  std::optional<Outcome> outcome;  // the gravest of its verdicts of that indicator; nullopt: no rule judges it
  std::string previous;    // value a period before; empty: none
  std::string change;      // from the previous to this value, signed
  bool worse = false;
  bool much_worse = false; // by a tenth of the previous value or more
  Place place;
};
struct Ranking {
  std::size_t indicator = kNoIndicator;  // kNoIndicator: no --rank
  Period period;
  RegionLevel level = RegionLevel::kCounty;
  std::vector<Ranked> units;
  std::vector<std::uint32_t> without;  // of that level and province, no value
};

// An indicator of one unit at the beginning and at the end of a term of office (--from, --to), as audits of leaving
// officials ask. It changes no verdict.
enum class Course : std::uint8_t { kBetter, kWorse, kSame, kOther, kUnknown };  // kOther: no direction is the better one
[[nodiscard]] std::string_view word(Course course);  // "better", "worse", "same", "other", "unknown"
[[nodiscard]] const Phrase& name(Course course);

struct TenureRow {
  std::size_t indicator = kNoIndicator;
  std::uint32_t region = kNoRegion;
  std::string from, to;             // in the indicator's unit; empty: none
  std::string change;               // from the first to the last, signed; empty where one is not there
  Course course = Course::kUnknown;
  std::optional<Outcome> outcome;   // the gravest of its verdicts of periods that end in the term; nullopt: no rule judges it
  std::string rule, target;         // of that verdict
  Place from_place, to_place;       // unknown where the value was computed from parts
};
struct Tenure {
  std::optional<Period> from, to;   // nullopt: not asked for
  std::vector<TenureRow> rows;      // by indicator as in data/indicators.toml, then by region code
};

enum class FailOn : std::uint8_t { kFail, kMissing, kDisputed, kOffTrack, kNew };
[[nodiscard]] std::string_view word(FailOn fail_on);  // "fail", "missing", "disputed", "off-track", "new"

struct Report;

// Verdicts of a report in its order, each made in full as one comes to it: for (const Verdict& verdict : report.in_full()).
class VerdictRange {
 public:
  enum class Which : std::uint8_t { kAll, kTold };
  VerdictRange(const Report& report, Which which) : report_(report), which_(which) {}

  class Iterator {
   public:
    Iterator(const VerdictRange* range, std::size_t at) : range_(range), at_(range->wanted_from(at)) {}
    Verdict operator*() const;
    Iterator& operator++() {
      at_ = range_->wanted_from(at_ + 1);
      return *this;
    }
    friend bool operator!=(const Iterator& a, const Iterator& b) { return a.at_ != b.at_; }

   private:
    const VerdictRange* range_;
    std::size_t at_;
  };
  [[nodiscard]] Iterator begin() const { return {this, 0}; }
  [[nodiscard]] Iterator end() const;
  [[nodiscard]] std::size_t size() const;

 private:
  [[nodiscard]] std::size_t wanted_from(std::size_t at) const;

  const Report& report_;
  Which which_;
};

struct Report {
  AsOf as_of;
  Reading reading = Reading::kPlain;
  Language language = Language::kZh;
  std::vector<Tier> tiers;            // that count for the exit status
  FailOn fail_on = FailOn::kMissing;
  Selection selection;
  Catalog catalog;                    // plans: those judged, in order
  std::vector<Waiver> waivers;
  std::vector<Input> inputs;
  FigureTable figures;                // what was read, for formats that show series
  std::vector<Record> records;
  Verdicts verdicts;                  // by plan, rule in the file, reading, region code, item, period
  std::vector<RuleOutcome> rules;     // by plan, rule in the file
  Problems problems;
  std::array<OutcomeCount, 3> summary{};  // by Tier's number: rules, in the reading that counts
  bool nothing_due = false;
  Since since;
  std::vector<Ranking> rankings;      // a level each, provinces first
  Tenure tenure;
  int exit = 2;
  CompletePlaces complete_places;     // for the formats that tell columns and offsets; may be empty
  bool places_told = false;           // whole verdicts are to be made with them

  [[nodiscard]] const Plan& plan_of(const Verdict& verdict) const { return catalog.plans[verdict.plan]; }
  [[nodiscard]] const Rule& rule_of(const Verdict& verdict) const { return catalog.plans[verdict.plan].rules[verdict.rule]; }
  [[nodiscard]] const Rule& rule_of(const Brief& brief) const { return catalog.plans[verdicts.batch(brief).plan].rules[verdicts.batch(brief).rule]; }
  // Is it of the reading that counts, or of a rule that has but one?
  [[nodiscard]] bool in_reading(const Brief& brief) const { return verdicts.batch(brief).reading.value_or(reading) == reading; }
  // The verdict with this number, whole: as it was kept, or made now. Best asked for in their order.
  [[nodiscard]] Verdict verdict(std::size_t number) const;
  [[nodiscard]] VerdictRange in_full() const { return {*this, VerdictRange::Which::kAll}; }
  // Those of the reading that counts.
  [[nodiscard]] VerdictRange told() const { return {*this, VerdictRange::Which::kTold}; }

 private:
  // Looking into a file for each verdict alone would take for ever: so many are made at once.
  struct Ahead {
    std::size_t first = 0;
    std::vector<Verdict> verdicts;
  };
  [[nodiscard]] Ahead made_from(std::size_t number) const;
  mutable Ahead ahead_;
};

// Every cell that the report points to gets its line, column and offset; those of verdicts that are not kept whole when they are told.
void complete_places(Report& report);

}  // namespace kaohe

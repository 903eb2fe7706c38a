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
#include "model/shared.h"
#include "model/submission.h"
#include "model/waiver.h"

namespace kaohe {

enum class Outcome : std::uint8_t { kPass, kFail, kMissing, kInvalid, kNotDue, kExempt, kWaived };
inline constexpr std::array<Outcome, 7> kOutcomes = {Outcome::kPass,   Outcome::kFail,   Outcome::kMissing, Outcome::kInvalid,
                                                     Outcome::kNotDue, Outcome::kExempt, Outcome::kWaived};
[[nodiscard]] std::string_view word(Outcome outcome);  // "pass", "fail", "missing", "invalid", "not-due", "exempt", "waived"
[[nodiscard]] const Phrase& name(Outcome outcome);     // 达标, 未达标, 缺数据 …

enum class Outlook : std::uint8_t { kMetEarly, kOnTrack, kOffTrack, kUnknown };
[[nodiscard]] std::string_view word(Outlook outlook);  // "met-early", "on-track", "off-track", "unknown"
[[nodiscard]] const Phrase& name(Outlook outlook);

enum class DecidedBy : std::uint8_t { kFigure, kParts, kRecord, kBounds };
[[nodiscard]] std::string_view word(DecidedBy by);  // "figure", "parts", "record", "bounds"

// What became of a shortfall (fail, missing, invalid) since an earlier report (--since), verdict by verdict.
enum class Change : std::uint8_t { kNew, kStill, kChanged, kFixed, kGone };
inline constexpr std::array<Change, 5> kChanges = {Change::kNew, Change::kStill, Change::kChanged, Change::kFixed, Change::kGone};
[[nodiscard]] std::string_view word(Change change);  // "new", "still", "changed", "fixed", "gone"
[[nodiscard]] const Phrase& name(Change change);

// Something that would decide a verdict and is not there (or is a missing mark at `place`).
struct Lack {
  std::uint32_t region = kNoRegion;
  std::size_t indicator = kNoIndicator;  // kNoIndicator: a record
  std::optional<Period> period;
  std::string item;
  Place place;   // of the missing mark, where there is one
  Shared<Phrase> reason;  // why it cannot be had from what was handed in
};

// One step of a trend, one interval of a cadence, or one member of all_of.
struct Step {
  std::string name;  // "2016→2017"; "2017-01-01..2018-12-31"; the member's indicator id
  Outcome outcome = Outcome::kMissing;
  std::string from_value, to_value;  // trend
  std::string margin;
  std::string target;                // all_of member
  Phrase reason;
  std::vector<Place> places;
};

struct PartsSummary {
  std::uint64_t used = 0;    // parts with a value
  std::uint64_t wanted = 0;  // parts there are
  std::string how;           // "sum", "ratio", "mean", "weighted-mean", "max", "min", "months"
};

struct Alternative {  // the other value of a disputed verdict, or of the other comparison
  Outcome outcome = Outcome::kMissing;
  std::string value;
};

// There may be millions: what most have not, or share, is held apart.
struct Verdict {
  std::uint32_t plan = 0;  // index into Report::catalog.plans
  std::uint32_t rule = 0;  // index into that plan's rules
  std::optional<Reading> reading;  // nullopt: both (the rule has one reading)
  std::uint32_t region = kNoRegion;
  Shared<std::string> item;        // empty: none
  Period period;                   // the period judged
  std::optional<Date> due;         // the day it is due; nullopt: open
  DueFrom due_from = DueFrom::kRule;
  Outcome outcome = Outcome::kMissing;
  std::optional<Outlook> outlook;  // with kNotDue
  Shared<Rational> value;          // in the unit
  std::string value_text;
  Shared<std::string> unit;        // "days" for records
  Shared<std::string> target;      // as the plan or the local target says it
  Shared<Rational> margin;         // in the unit; days for records
  std::string margin_text;
  Shared<Phrase> would_pass;       // what would make a failing or missing verdict pass; may be empty
  std::optional<DecidedBy> decided_by;
  Shared<std::string> bounds;      // "58.2 .. 64.9" when decided_by bounds
  Shared<Phrase> method;           // how the value was had
  Shared<PartsSummary> parts;
  Shared<std::vector<Lack>> missing;
  Shared<Alternative> disputed;    // the value from parts where it decides otherwise
  Shared<Alternative> rounded;     // the other comparison (GB/T 8170) where it decides otherwise
  bool indicative = false;
  Shared<Phrase> reason;
  Shared<std::vector<Place>> figures;  // cells that decide
  std::optional<std::uint32_t> waiver;  // index into Report::waivers
  Shared<std::vector<Step>> steps, intervals, tests;
  std::optional<Change> change;    // with --since, where it falls short or did
  std::optional<Outcome> before;   // in the earlier report, where it was there
  Shared<std::string> before_value;
};

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
  std::vector<Verdict> verdicts;      // by plan, rule in the file, reading, region code, item, period
  std::vector<RuleOutcome> rules;     // by plan, rule in the file
  Problems problems;
  std::array<OutcomeCount, 3> summary{};  // by Tier's number: rules, in the reading that counts
  bool nothing_due = false;
  Since since;
  std::vector<Ranking> rankings;      // a level each, provinces first
  Tenure tenure;
  int exit = 2;
  CompletePlaces complete_places;     // for the formats that tell columns and offsets; may be empty

  [[nodiscard]] const Plan& plan_of(const Verdict& verdict) const { return catalog.plans[verdict.plan]; }
  [[nodiscard]] const Rule& rule_of(const Verdict& verdict) const { return catalog.plans[verdict.plan].rules[verdict.rule]; }
};

// Every cell that the report points to gets its line, column and offset.
void complete_places(Report& report);

}  // namespace kaohe

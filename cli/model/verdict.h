// SPDX-License-Identifier: Apache-2.0
// What one unit is told of one rule, whole. Field meanings follow the JSON contract of SPEC §6.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/exact.h"
#include "base/phrase.h"
#include "base/place.h"
#include "model/date.h"
#include "model/plan.h"
#include "model/region.h"
#include "model/shared.h"

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

// What most have not, or share, is held apart.
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

}  // namespace kaohe

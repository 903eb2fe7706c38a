// SPDX-License-Identifier: Apache-2.0
// A plan and its rules, as rule files (SPEC §2, rules/*.toml) say them. A rule holds one Duty for each reading; a Duty
// says who is judged, what value is taken, which test it must pass and how the units roll up.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/exact.h"
#include "base/phrase.h"
#include "base/place.h"
#include "model/date.h"
#include "model/indicator.h"
#include "model/region.h"
#include "model/shared.h"

namespace kaohe {

enum class Tier : std::uint8_t { kBinding, kExpected, kMeasure };
inline constexpr Tier kTiers[] = {Tier::kBinding, Tier::kExpected, Tier::kMeasure};
[[nodiscard]] std::string_view word(Tier tier);  // "binding", "expected", "measure"
[[nodiscard]] std::optional<Tier> parse_tier(std::string_view word);

struct Clause {
  std::string path;    // "二（三）"
  std::string anchor;  // a phrase that occurs in the plan's text exactly so
  std::vector<int> ledger;  // row numbers in the ledger of the plan's duties
  std::vector<Place> ledger_places = {};  // of each
};

// ---- who -------------------------------------------------------------------------------------------------------

enum class Each : std::uint8_t { kProvince, kPrefecture, kCounty, kCity, kNamed };

// Narrowing by register attributes; empty members do not narrow. All that are set must hold.
struct Attributes {
  std::string zone;                  // id of a Zone
  std::vector<std::string> kinds;    // Region::kind
  std::vector<std::string> regions;  // codes
  [[nodiscard]] bool empty() const { return zone.empty() && kinds.empty() && regions.empty(); }

  friend bool operator==(const Attributes&, const Attributes&) = default;
};

struct Who {
  Each each = Each::kProvince;
  std::vector<Each> also;          // `for` is a list of several: the units of these too (["province", "each city"])
  std::vector<std::string> codes;  // with kNamed, in `each` or `also`
  bool open = false;               // the list ends in 等: the named are the minimum
  std::vector<std::string> items;  // each (region, item) is a unit; empty: one unit a region
  Attributes where;
  Attributes except;

  friend bool operator==(const Who&, const Who&) = default;
};

// ---- what and which test -----------------------------------------------------------------------------------------

enum class Op : std::uint8_t { kAtLeast, kAtMost, kEqual, kBelow, kAbove, kWithin };
[[nodiscard]] std::string_view word(Op op);  // ">=", "<=", "=", "<", ">", ".."

struct Target {
  Op op = Op::kAtLeast;
  Rational value;          // in the indicator's unit; the low end with kWithin
  Rational high;           // with kWithin
  int scale = 0;           // last digit of the target as written, in `unit` (the finer of the two ends with kWithin)
  UnitOfMeasure unit;      // the unit the target is written in
  Rational to_unit{1};     // multiply a value in the indicator's unit by this to have it in `unit`
  std::size_t reference = kNoIndicator;  // ">= @farmland_quota": another indicator of the same unit and period
  std::string text;        // as written, blanks tidied: ">= 85.3 %"

  friend bool operator==(const Target&, const Target&) = default;
};

struct Combine {  // overrides how the indicator adds up from parts
  Each parts = Each::kPrefecture;
  Fold how = Fold::kMean;

  friend bool operator==(const Combine&, const Combine&) = default;
};

enum class TrendKind : std::uint8_t { kFalls, kRises, kDoesNotRise, kDoesNotFall };
[[nodiscard]] std::string_view word(TrendKind kind);  // "falls", "rises", "does not rise", "does not fall"

struct Trend {
  TrendKind kind = TrendKind::kFalls;
  bool step_by_step = false;    // against = "previous"
  int baseline = 0;             // year; the rule's `baseline`, else the plan's; 0: none known
  std::optional<Rational> by;   // as a fraction of the base (relative), or in percentage points of the indicator's unit
  bool by_points = false;       // "pp"
  bool by_strictly = false;     // "> 2 pp"
  std::string by_text;          // ">= 15 %"

  friend bool operator==(const Trend&, const Trend&) = default;
};

enum class DeedStatus : std::uint8_t { kStarted, kIssued, kEstablished, kCompleted, kInForce, kNotDone };
[[nodiscard]] std::string_view word(DeedStatus status);  // "started" … "in force", "not done"

enum class IntervalUnit : std::uint8_t { kDay, kMonth, kQuarter, kYear };

struct Interval {
  IntervalUnit unit = IntervalUnit::kYear;
  int count = 1;
  std::string text;  // "2 years"

  friend bool operator==(const Interval&, const Interval&) = default;
};

enum class TestKind : std::uint8_t { kThreshold, kTrend, kRecord, kCadence, kAllOf, kUmbrella };
[[nodiscard]] std::string_view word(TestKind kind);  // "threshold", "trend", "record", "cadence", "all-of", "umbrella"

struct Test {
  TestKind kind = TestKind::kThreshold;
  // threshold
  Target target;
  bool hold = false;                       // every later period too, up to `until`
  std::optional<Date> until;
  std::optional<PeriodKind> met;           // "every year": each period from `from` to `due`
  // trend
  Trend trend;
  // record
  DeedStatus record = DeedStatus::kStarted;
  std::optional<int> at_least;             // number = ">= 3"
  // cadence: `every` or `gap`; of figures where the duty names an indicator, else of deeds with `record`
  std::optional<Interval> every;
  std::optional<Interval> gap;
  // record, cadence, met: not before
  std::optional<Date> from;
  // umbrella
  std::vector<std::string> rules;          // id globs, "plan/rule"

  friend bool operator==(const Test&, const Test&) = default;
};

// ---- due, roll-up, reading ----------------------------------------------------------------------------------------

enum class DueFrom : std::uint8_t { kRule, kPlan, kOpen };
[[nodiscard]] std::string_view word(DueFrom from);  // "rule", "plan", "open"

struct Due {
  std::vector<Date> stages;  // one, or several in order; empty when open
  DueFrom from = DueFrom::kRule;

  friend bool operator==(const Due&, const Due&) = default;
};

enum class RollUpKind : std::uint8_t { kAll, kShare, kCount };

struct RollUp {
  RollUpKind kind = RollUpKind::kAll;
  Rational at_least;    // a fraction of the units (share), or a number of units (count)
  bool strictly = false;  // "> 70 %"
  std::string text;     // ">= 70 %"

  friend bool operator==(const RollUp&, const RollUp&) = default;
};

enum class Compare : std::uint8_t { kExact, kRounded };

struct Duty {
  Who who;
  std::size_t indicator = kNoIndicator;
  std::optional<Combine> combine;
  Test test;
  Due due;
  RollUp roll_up;
  Compare compare = Compare::kExact;
  std::map<std::string, Target> local;  // region code → target handed down
  std::vector<Duty> members;            // all_of: each with its own indicator and test, the rest inherited

  friend bool operator==(const Duty&, const Duty&) = default;
};

enum class Reading : std::uint8_t { kPlain, kStrict };
[[nodiscard]] std::string_view word(Reading reading);  // "plain", "strict"

struct Rule {
  std::string id;       // within the plan
  std::string full_id;  // "plan/rule"
  Phrase title;
  std::vector<std::string> aliases;  // other names that records may use
  Clause source;
  Phrase reading;       // what was read into the clause that its text does not hold; may be empty
  Phrase note;          // anything a reader of the verdict must know
  Tier tier = Tier::kBinding;
  Duty plain;
  Shared<Duty> strict;  // few rules have one
  Place place;
  // Of the values of these keys; where a key is absent, of the rule.
  Place title_place, test_place, roll_up_place, strict_place;

  [[nodiscard]] const Duty& duty(Reading which) const {
    return which == Reading::kStrict && strict ? *strict : plain;
  }
};

struct Unchecked {  // what no submission could show
  Clause source;
  Phrase why;
  Place place;
};

struct Plan {
  std::string id;
  Phrase title;
  Phrase issuer;
  bool draft = false;
  Date issued;
  std::optional<Date> ends;
  Phrase ends_by;      // what says that duties without a date of their own end then; may be empty
  std::string region;  // code
  int baseline = 0;    // year; 0: none
  std::string replaces;
  std::string file;    // as opened: "rules/jiangxi-2017.toml"
  std::string sha256;
  std::vector<Rule> rules;
  std::vector<Unchecked> unchecked;
  Place place;
};

}  // namespace kaohe

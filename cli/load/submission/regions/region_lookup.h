// SPDX-License-Identifier: Apache-2.0
// Which entry of the register a submission means by a code, a name, or both, on the last day of a period.
//
// An older or newer form is followed within its lineage (360421 九江县 in 2020 is 360404 柴桑区). Statistics often
// follow a change only in the next year's report: a region that ended, or was founded, within a year of that day is kept
// as itself. A name that several regions bear is taken only where one of them exists on that day.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/problem.h"
#include "load/submission/submission_words.h"
#include "model/region.h"

namespace kaohe {

enum class RegionFault : std::uint8_t { kNone, kMissing, kUnknown, kAmbiguous, kMismatch, kOutside, kEnded, kNotYet };
// kGrace: it ended within a year before; kEarly: it was founded within a year after.
enum class RegionHow : std::uint8_t { kAsIs, kMapped, kGrace, kEarly };

struct RegionAnswer {
  std::uint32_t entry = kNoRegion;        // set without a fault
  RegionFault fault = RegionFault::kNone;
  RegionHow how = RegionHow::kAsIs;
  std::uint32_t named = kNoRegion;        // the entry whose code or name was given, where one was
  std::vector<std::uint32_t> candidates;  // ambiguous: these; mismatch: the code's, then the name's; outside: the named
  Phrase hint;                            // nearest names, where unknown
};

// Blank texts are not given. `day` is empty where the row says no period: then the region's lineage alone must be clear.
struct RegionQuestion {
  std::string_view code;
  std::string_view name;
  std::optional<Date> day;
  std::string_view parent;  // what the row says it lies in; empty: nothing
};

enum class RegionHints : std::uint8_t { kGiven, kNone };

class RegionLookup {
 public:
  RegionLookup(const Register& regions, const WordIndex& words, RegionHints hints = RegionHints::kGiven)
      : regions_(regions), words_(words), gives_hints_(hints == RegionHints::kGiven) {}

  // The answer lives as long as the lookup.
  [[nodiscard]] const RegionAnswer& find(const RegionQuestion& question);
  // The same, of which nothing is kept.
  [[nodiscard]] RegionAnswer answer(const RegionQuestion& question) const;
  // Another form of a known entry as of `day`.
  [[nodiscard]] RegionAnswer as_of(std::uint32_t entry, const std::optional<Date>& day) const;

 private:
  using Entries = std::vector<std::uint32_t>;
  [[nodiscard]] RegionAnswer answer_within(const Entries& named, std::string_view key, const RegionQuestion& question) const;
  [[nodiscard]] RegionAnswer choose(const Entries& named, std::string_view key, const std::optional<Date>& day) const;
  [[nodiscard]] Entries by_code(std::string_view code) const;
  [[nodiscard]] Entries by_name(const std::string& key, int depth) const;
  [[nodiscard]] Entries both(const Entries& coded, const Entries& named) const;
  [[nodiscard]] Phrase hint(std::string_view text) const;

  const Register& regions_;
  const WordIndex& words_;
  bool gives_hints_;
  mutable std::size_t hints_ = 0;
  TextMap<RegionAnswer> answers_;
  std::string key_;
};

// Tells why `answer` has no entry. `place` is of the cell that named it, `when` the period as text (may be empty).
void tell_region_fault(Problems& problems, const Register& regions, const RegionAnswer& answer, const Place& place,
                       std::string_view text, const std::string& when);
// Tells that an older or newer form, or a region in its year of grace, was taken.
void tell_region_taken(Problems& problems, const Register& regions, const RegionAnswer& answer, const Place& place,
                       std::string_view text, const std::string& when);

}  // namespace kaohe

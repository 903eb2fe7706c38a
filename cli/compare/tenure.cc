// SPDX-License-Identifier: Apache-2.0
#include "compare/tenure.h"

#include <algorithm>
#include <map>

namespace kaohe {
namespace {

constexpr int kMoreDigits = 4;

struct End {
  std::optional<Rational> value;
  std::string text;
  int scale = 0;
  Place place;
  std::uint32_t region = kNoRegion;
};

struct Pair {
  End from, to;
};

// The gravest first.
constexpr std::array kGravest = {Outcome::kFail, Outcome::kInvalid, Outcome::kMissing, Outcome::kNotDue, Outcome::kWaived, Outcome::kPass, Outcome::kExempt};

bool graver(Outcome a, Outcome b) { return std::find(kGravest.begin(), kGravest.end(), a) < std::find(kGravest.begin(), kGravest.end(), b); }

class Term {
 public:
  Term(Report& report, const Period& from, const Period& to) : report_(report), regions_(report.catalog.regions), from_(from), to_(to) {}

  void run() {
    for (const FigureRef figure : report_.figures) take(figure);
    for (const Verdict& verdict : report_.verdicts) take(verdict);
    report_.tenure.from = from_;
    report_.tenure.to = to_;
    for (const auto& [key, pair] : pairs_) report_.tenure.rows.push_back(row_of(key, pair));
    std::stable_sort(report_.tenure.rows.begin(), report_.tenure.rows.end(), [&](const TenureRow& a, const TenureRow& b) {
      if (a.indicator != b.indicator) return a.indicator < b.indicator;
      return regions_[a.region].code < regions_[b.region].code;
    });
  }

 private:
  using Key = std::pair<std::size_t, std::uint32_t>;  // indicator, lineage

  End* end_of(std::size_t indicator, std::uint32_t region, const Period& period) {
    if (region >= regions_.regions.size() || (!(period == from_) && !(period == to_))) return nullptr;
    Pair& pair = pairs_[{indicator, regions_[region].lineage}];
    return period == from_ ? &pair.from : &pair.to;
  }

  void take(const FigureRef& figure) {
    if (!figure.has_value()) return;
    End* end = end_of(figure.indicator(), figure.region(), figure.period());
    if (end != nullptr) *end = {figure.value(), value_text(figure), figure.scale(), figure.place(), figure.region()};
  }

  // A unit without a figure of its own may have a value from its parts.
  void take(const Verdict& verdict) {
    const Reading reading = verdict.reading.value_or(report_.reading);
    const std::size_t indicator = report_.rule_of(verdict).duty(reading).indicator;
    if (verdict.indicative || reading != report_.reading || indicator == kNoIndicator || verdict.region >= regions_.regions.size()) return;
    if (verdict.period.last <= to_.last && from_.first <= verdict.period.last) {
      auto& gravest = verdicts_[{indicator, regions_[verdict.region].lineage}];
      if (gravest == nullptr || graver(verdict.outcome, gravest->outcome)) gravest = &verdict;
    }
    const Indicator& of = report_.catalog.indicators[indicator];
    const bool computed = verdict.value && verdict.unit == of.unit.id && report_.rule_of(verdict).duty(reading).test.kind == TestKind::kThreshold;
    if (!computed) return;
    End* end = end_of(indicator, verdict.region, verdict.period);
    if (end != nullptr && !end->value) *end = {*verdict.value, verdict.value_text, 0, {}, verdict.region};
  }

  [[nodiscard]] Course course_of(Better better, int sign) const {
    if (sign == 0) return Course::kSame;
    if (better == Better::kNeither) return Course::kOther;
    return (sign > 0) == (better == Better::kHigher) ? Course::kBetter : Course::kWorse;
  }

  [[nodiscard]] TenureRow row_of(const Key& key, const Pair& pair) const {
    TenureRow row;
    row.indicator = key.first;
    row.region = pair.to.region != kNoRegion ? pair.to.region : pair.from.region;
    row.from = pair.from.text;
    row.to = pair.to.text;
    row.from_place = pair.from.place;
    row.to_place = pair.to.place;
    if (pair.from.value && pair.to.value) {
      const Rational change = *pair.to.value - *pair.from.value;
      row.change = (change.sign() > 0 ? "+" : "") + show(change, std::max(pair.from.scale, pair.to.scale) + kMoreDigits);
      row.course = course_of(report_.catalog.indicators[key.first].better, change.sign());
    }
    const auto verdict = verdicts_.find(key);
    if (verdict == verdicts_.end()) return row;
    row.outcome = verdict->second->outcome;
    row.rule = report_.rule_of(*verdict->second).full_id;
    row.target = verdict->second->target;
    return row;
  }

  Report& report_;
  const Register& regions_;
  const Period& from_;
  const Period& to_;
  std::map<Key, Pair> pairs_;
  std::map<Key, const Verdict*> verdicts_;
};

}  // namespace

void compare_term(Report& report, const Period& from, const Period& to) { Term(report, from, to).run(); }

}  // namespace kaohe

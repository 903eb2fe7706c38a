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
    for (std::size_t i = 0; i < report_.verdicts.size(); ++i) take(i);
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
  void take(std::size_t number) {
    const Brief& brief = report_.verdicts[number];
    const Batch& batch = report_.verdicts.batch(brief);
    const Duty& duty = report_.rule_of(brief).duty(report_.reading);
    if (batch.indicative || !report_.in_reading(brief) || duty.indicator == kNoIndicator || brief.region >= regions_.regions.size()) return;
    if (batch.period.last <= to_.last && from_.first <= batch.period.last) {
      const auto [gravest, is_new] = verdicts_.try_emplace({duty.indicator, regions_[brief.region].lineage}, number);
      if (!is_new && graver(brief.outcome, report_.verdicts[gravest->second].outcome)) gravest->second = number;
    }
    const bool of_an_end = batch.period == from_ || batch.period == to_;
    if (of_an_end && brief.has_figures && duty.test.kind == TestKind::kThreshold) take_value(duty.indicator, report_.verdict(number));
  }

  void take_value(std::size_t indicator, const Verdict& verdict) {
    if (!verdict.value || verdict.unit != report_.catalog.indicators[indicator].unit.id) return;
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
    const Verdict gravest = report_.verdict(verdict->second);
    row.outcome = gravest.outcome;
    row.rule = report_.rule_of(gravest).full_id;
    row.target = gravest.target;
    return row;
  }

  Report& report_;
  const Register& regions_;
  const Period& from_;
  const Period& to_;
  std::map<Key, Pair> pairs_;
  std::map<Key, std::size_t> verdicts_;
};

}  // namespace

void compare_term(Report& report, const Period& from, const Period& to) { Term(report, from, to).run(); }

}  // namespace kaohe

// SPDX-License-Identifier: Apache-2.0
#include "compare/since.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace kaohe {
namespace {

using Key = std::tuple<std::string, std::string, std::string, std::string>;  // rule, code, item, period

bool falls_short(Outcome outcome) {
  return outcome == Outcome::kFail || outcome == Outcome::kMissing || outcome == Outcome::kInvalid;
}

// A region that only got a new code is the same unit.
std::string newest_code(const Register& regions, const std::string& code, const Date& day) {
  const auto entry = regions.find_code(code, day);
  if (!entry || regions[*entry].lineage >= regions.regions.size()) return code;
  return regions[regions[*entry].lineage].code;
}

bool counts(const Report& report, Tier tier) {
  return std::find(report.tiers.begin(), report.tiers.end(), tier) != report.tiers.end();
}

// Of one that falls short, or did.
Change change_of(const Verdict& now, const PastVerdict* before) {
  const bool was = before != nullptr && falls_short(before->outcome);
  const bool is = falls_short(now.outcome);
  if (!was) return Change::kNew;
  // What could not be told and fails now is a failure nobody has seen.
  if (is && now.outcome == Outcome::kFail && before->outcome != Outcome::kFail) return Change::kNew;
  if (is) {
    const bool same = now.outcome == before->outcome && now.value_text == before->value && now.target == before->target;
    return same ? Change::kStill : Change::kChanged;
  }
  if (now.outcome == Outcome::kPass) return Change::kFixed;
  return now.outcome == Outcome::kWaived ? Change::kChanged : Change::kGone;
}

class Comparison {
 public:
  Comparison(const PastReport& past, Report& report) : report_(report) {
    for (const PastVerdict& verdict : past.verdicts) {
      before_.insert({{verdict.rule, newest_code(report.catalog.regions, verdict.code, report.as_of.date), verdict.item,
                       verdict.period},
                      &verdict});
    }
    for (const PastRule& rule : past.rules) {
      if (!rule.partial) rules_before_[rule.rule] = rule.outcome;
    }
  }

  void mark() {
    for (std::size_t i = 0; i < report_.verdicts.size(); ++i) {
      const Brief& brief = report_.verdicts[i];
      if (report_.verdicts.batch(brief).indicative || !report_.in_reading(brief)) continue;
      const auto found = before_.find(key_of(brief));
      const PastVerdict* before = found == before_.end() ? nullptr : found->second;
      if (before != nullptr) answered_[found->first] = true;
      const bool was = before != nullptr && falls_short(before->outcome);
      if (!was && !falls_short(brief.outcome)) continue;  // nothing is said of it
      Verdict verdict = report_.verdict(i);
      verdict.change = change_of(verdict, before);
      if (before != nullptr) {
        verdict.before = before->outcome;
        verdict.before_value = before->value;
      }
      count(*verdict.change);
      report_.verdicts.set(i, std::move(verdict));
    }
  }

  void collect_gone() {
    for (const auto& [key, before] : before_) {
      if (answered_.count(key) > 0 || !falls_short(before->outcome)) continue;
      report_.since.gone.push_back({before->rule, before->code, before->region, before->item, before->period,
                                    before->outcome, before->value, before->target, why(*before)});
      count(Change::kGone);
    }
  }

  [[nodiscard]] int exit_status() const {
    bool fails = false, lacks = false;
    for (const RuleOutcome& rule : report_.rules) {
      const Rule& of = report_.catalog.plans[rule.plan].rules[rule.rule];
      if (!counts(report_, of.tier)) continue;
      const auto [new_fail, new_lack] = new_of(rule);
      if (rule.partial) {
        fails = fails || new_fail;
        lacks = lacks || new_lack;
        continue;
      }
      // The rule as a whole may fall short anew though none of its units does: fewer units, another share.
      const auto before = rules_before_.find(of.full_id);
      const bool anew = before == rules_before_.end() || !falls_short(before->second);
      const bool worse =
          before != rules_before_.end() && before->second != Outcome::kFail && rule.outcome == Outcome::kFail;
      if (rule.outcome == Outcome::kFail) fails = fails || new_fail || anew || worse;
      if (rule.outcome == Outcome::kFail || rule.outcome == Outcome::kMissing)
        lacks = lacks || new_lack || (anew && rule.outcome == Outcome::kMissing);
    }
    if (fails) return 1;
    return lacks || (report_.nothing_due && report_.exit == 3) ? 3 : 0;
  }

 private:
  [[nodiscard]] Key key_of(const Brief& brief) const {
    const Register& regions = report_.catalog.regions;
    const std::string code = brief.region < regions.regions.size()
                                 ? newest_code(regions, regions[brief.region].code, report_.as_of.date)
                                 : std::string();
    return {report_.rule_of(brief).full_id, code, report_.verdicts.item(brief), report_.verdicts.batch(brief).period.text()};
  }

  void count(Change change) { ++report_.since.counts[static_cast<std::size_t>(change)]; }

  // Is there a new failing, a new missing verdict of the rule?
  [[nodiscard]] std::pair<bool, bool> new_of(const RuleOutcome& rule) const {
    std::pair<bool, bool> out{false, false};
    for (const Brief& brief : report_.verdicts) {
      const Verdict* kept = report_.verdicts.kept(brief);  // what has a change is kept whole
      if (kept == nullptr || kept->plan != rule.plan || kept->rule != rule.rule || kept->change != Change::kNew) continue;
      out.first = out.first || brief.outcome == Outcome::kFail;
      out.second = out.second || brief.outcome == Outcome::kMissing;
    }
    return out;
  }

  [[nodiscard]] Phrase why(const PastVerdict& before) const {
    const std::string plan = before.rule.substr(0, before.rule.find('/'));
    bool plan_judged = false;
    for (const Plan& one : report_.catalog.plans) plan_judged = plan_judged || one.id == plan;
    if (!plan_judged) return {"这次没有判方案 " + plan, "the plan " + plan + " was not judged this time"};
    for (const RuleOutcome& rule : report_.rules) {
      if (report_.catalog.plans[rule.plan].rules[rule.rule].full_id == before.rule) {
        return {"这条任务这次不判该单位或该时期", "the rule does not judge this unit or period this time"};
      }
    }
    return {"这条任务不在这次判定之列", "the rule is not among those judged this time"};
  }

  Report& report_;
  std::map<Key, const PastVerdict*> before_;
  std::map<Key, bool> answered_;
  std::map<std::string, Outcome> rules_before_;
};

}  // namespace

void compare_with_past(const PastReport& past, Report& report) {
  report.since.file = past.file;
  report.since.sha256 = past.sha256;
  report.since.as_of = past.as_of;
  Comparison comparison(past, report);
  comparison.mark();
  comparison.collect_gone();
  if (report.fail_on == FailOn::kNew && report.exit != 2) report.exit = comparison.exit_status();
}

}  // namespace kaohe

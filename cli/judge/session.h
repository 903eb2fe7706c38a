// SPDX-License-Identifier: Apache-2.0
// The steps of judging over a whole report, each adding to it. judge.cc calls them in order.
#pragma once

#include <set>
#include <vector>

#include "judge/judge.h"
#include "judge/rollup.h"
#include "judge/setting.h"

namespace kaohe {

// What is known of one rule in one reading before any selection.
struct Judged {
  std::size_t plan = 0;
  std::size_t rule = 0;
  Reading reading = Reading::kPlain;
  std::vector<Brief> briefs;
  RolledUp whole;  // what they come to, the indicative left out
};

// An empty verdict of that rule and reading.
[[nodiscard]] Verdict verdict_of(const Judged& judged, const Rule& rule);
[[nodiscard]] Batch batch_of(const Judged& judged, const Rule& rule, const Slot& slot);
// Decides all verdicts of all rules, each rule's by unit and period; what they refer to is added to `store`. Umbrella duties have none yet.
void decide_rules(const Question& question, const Setting& setting, std::vector<Judged>& all, Verdicts& store);

// --as-of, else the end of the latest figure period; nullopt (and a problem) where there is neither.
[[nodiscard]] std::optional<AsOf> find_as_of(const Question& question, const Submission& submission, Problems& problems);
// The regions that figures or records are of.
// Keeps in `plans` those asked for, or those that bind what was handed in; problems where there are none.
void select_plans(const Question& question, const Submission& submission, const Register& regions, const Date& as_of,
                  std::vector<Plan>& plans, Problems& problems);
// Umbrella duties, from the outcomes of the rules that they name in the same reading; `counting` is the report's.
void judge_umbrellas(const Setting& setting, Reading counting, std::vector<Judged>& all, Verdicts& store);

// What a waiver did.
struct WaiverEffect {
  bool matched = false;  // some verdict is of its rule and region
  bool used = false;     // one of them fails or lacks figures
};
// Turns covered failures and gaps into waived ones; may be called again when verdicts were added.
void cover_verdicts(const std::vector<Waiver>& waivers, const Setting& setting, std::vector<Judged>& all,
                    Verdicts& store, std::vector<WaiverEffect>& effects);
// Tells each waiver that did nothing.
void tell_waivers(const std::vector<Waiver>& waivers, const std::vector<WaiverEffect>& effects, const Date& as_of, Problems& problems);
// Each county and city against the province's own target.
[[nodiscard]] std::vector<Verdict> judge_indicative(const Setting& setting, const Plan& plan, const Rule& rule, const Duty& duty);
// Keeps what --region and --only ask for; fills report.verdicts, report.rules and the counts of what was left out.
void select_verdicts(const Question& question, std::vector<Judged>& all, Report& report);
// Summary and exit status.
void tally(const Question& question, const std::vector<Judged>& all, Report& report);

[[nodiscard]] bool is_umbrella(const Rule& rule, Reading reading);

// Of what was decided, the whole verdict.
[[nodiscard]] Verdict tell(const Setting& setting, const Verdicts& store, const Brief& brief);
// Of an umbrella duty, what the rules that it names say; the outcome stands already.
void tell_umbrella(const Catalog& catalog, const std::vector<Decided::Below>& all, Verdict& verdict);
// Makes the report tell its verdicts (teller.cc).
void set_teller(Report& report, Decided decided);

}  // namespace kaohe

// SPDX-License-Identifier: Apache-2.0
#include "compare/runs.h"

#include <algorithm>
#include <set>
#include <tuple>

namespace kaohe {
namespace {

using Key = std::tuple<std::string, std::string, std::string, std::string, std::string, bool>;

Key key_of(const RunVerdict& verdict) { return {verdict.rule, verdict.code, verdict.item, verdict.period, verdict.reading, verdict.indicative}; }

using Names = std::map<std::string, std::string>;

class Comparison {
 public:
  Comparison(const Run& before, const Run& after, RunDetail detail) : before_(before), after_(after), all_(detail == RunDetail::kEverything) {}

  RunDifference run() {
    compare_one(Cause::kProgram, "kaohe", before_.program, after_.program);
    compare_one(Cause::kAsOf, "as-of", before_.as_of, after_.as_of);
    compare_names(Cause::kOptions, before_.options, after_.options);
    compare_names(Cause::kRules, before_.plans, after_.plans);
    compare_names(Cause::kTables, before_.tables, after_.tables);
    for (const auto& [hash, name] : before_.inputs) {
      if (after_.inputs.count(hash) == 0) out_.settings.push_back({Cause::kFigures, name, hash, {}});
    }
    for (const auto& [hash, name] : after_.inputs) {
      if (before_.inputs.count(hash) == 0) out_.settings.push_back({Cause::kFigures, name, {}, hash});
    }
    compare_verdicts();
    out_.rest = all_ && (before_.diagnostics != after_.diagnostics || before_.exit != after_.exit);
    return std::move(out_);
  }

 private:
  void compare_one(Cause cause, const std::string& what, const std::string& before, const std::string& after) {
    if (before != after) out_.settings.push_back({cause, what, before, after});
  }

  void compare_names(Cause cause, const Names& before, const Names& after) {
    std::set<std::string> names;
    for (const auto& one : before) names.insert(one.first);
    for (const auto& one : after) names.insert(one.first);
    const auto value = [](const Names& in, const std::string& name) {
      const auto found = in.find(name);
      return found == in.end() ? std::string() : found->second;
    };
    for (const std::string& name : names) compare_one(cause, name, value(before, name), value(after, name));
  }

  void compare_verdicts() {
    std::map<Key, std::pair<std::optional<std::size_t>, std::optional<std::size_t>>> pairs;
    for (std::size_t i = 0; i < before_.verdicts.size(); ++i) pairs[key_of(before_.verdicts[i])].first = i;
    for (std::size_t i = 0; i < after_.verdicts.size(); ++i) pairs[key_of(after_.verdicts[i])].second = i;
    for (const auto& [key, pair] : pairs) {
      if (!pair.first || !pair.second) {
        out_.verdicts.push_back({pair.first, pair.second, true, of_one(before_.verdicts, after_.verdicts, pair)});
        continue;
      }
      const RunVerdict& a = before_.verdicts[*pair.first];
      const RunVerdict& b = after_.verdicts[*pair.second];
      const bool outcome = a.outcome != b.outcome;
      if (!outcome && a.value == b.value && a.target == b.target && a.due == b.due && a.margin == b.margin && a.waiver == b.waiver && (!all_ || a.rest == b.rest)) {
        ++out_.same;
      } else {
        out_.verdicts.push_back({pair.first, pair.second, outcome, of_both(a, b)});
      }
    }
  }

  [[nodiscard]] bool differ(Cause cause) const {
    return std::any_of(out_.settings.begin(), out_.settings.end(), [&](const RunSetting& one) { return one.cause == cause; });
  }
  [[nodiscard]] bool plan_differs(const std::string& rule) const {
    const std::string plan = rule.substr(0, rule.find('/'));
    return std::any_of(out_.settings.begin(), out_.settings.end(), [&](const RunSetting& one) { return one.cause == Cause::kRules && one.what == plan; });
  }

  // Whatever differs between the runs and could decide a verdict of this rule.
  [[nodiscard]] std::vector<Cause> possible(const std::string& rule) const {
    std::vector<Cause> out;
    for (const Cause cause : kCauses) {
      if (cause == Cause::kRules ? plan_differs(rule) : differ(cause)) out.push_back(cause);
    }
    return out;
  }

  template <typename Pair>
  [[nodiscard]] std::vector<Cause> of_one(const std::vector<RunVerdict>& before, const std::vector<RunVerdict>& after, const Pair& pair) const {
    const std::string& rule = pair.first ? before[*pair.first].rule : after[*pair.second].rule;
    if (plan_differs(rule) && !differ(Cause::kOptions)) return {Cause::kRules};
    return possible(rule);
  }

  [[nodiscard]] std::vector<Cause> of_both(const RunVerdict& a, const RunVerdict& b) const {
    std::vector<Cause> out;
    const auto add = [&](Cause cause) {
      if (std::find(out.begin(), out.end(), cause) == out.end()) out.push_back(cause);
    };
    if (a.waiver != b.waiver) add(Cause::kWaivers);
    const bool rule = a.target != b.target || a.due != b.due;
    if (rule && plan_differs(a.rule)) add(Cause::kRules);
    if ((a.outcome == Outcome::kNotDue) != (b.outcome == Outcome::kNotDue) && differ(Cause::kAsOf)) add(Cause::kAsOf);
    if (a.value != b.value && differ(Cause::kFigures)) add(Cause::kFigures);
    return out.empty() ? possible(a.rule) : out;
  }

  const Run& before_;
  const Run& after_;
  bool all_;
  RunDifference out_;
};

}  // namespace

std::string_view word(Cause cause) {
  switch (cause) {
    case Cause::kFigures: return "figures";
    case Cause::kRules: return "rules";
    case Cause::kTables: return "tables";
    case Cause::kWaivers: return "waivers";
    case Cause::kAsOf: return "as-of";
    case Cause::kOptions: return "options";
    case Cause::kProgram: break;
  }
  return "program";
}

const Phrase& name(Cause cause) {
  static const std::array<Phrase, kCauses.size()> kNames = {{{"数据", "figures"},
                                                             {"规则", "rules"},
                                                             {"登记表等数据表", "register and other tables"},
                                                             {"豁免", "waivers"},
                                                             {"判定日期", "as-of date"},
                                                             {"选项", "options"},
                                                             {"程序版本", "version of the program"}}};
  return kNames[static_cast<std::size_t>(cause)];
}

std::size_t RunDifference::outcomes() const {
  return static_cast<std::size_t>(std::count_if(verdicts.begin(), verdicts.end(), [](const RunVerdictChange& one) { return one.outcome; }));
}

RunDifference compare_runs(const Run& before, const Run& after, RunDetail detail) { return Comparison(before, after, detail).run(); }

}  // namespace kaohe

// SPDX-License-Identifier: Apache-2.0
// The one test of a duty. Which refining key goes with which test stands in one table, kFits.
#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "base/text.h"
#include "load/interval.h"
#include "load/plan_reader.h"
#include "load/target.h"

namespace kaohe {
namespace {

struct Fit {
  std::string_view key;
  std::string_view tests;  // between blanks; all_of takes any, for its members
};
constexpr std::array<Fit, 14> kFits = {{{"indicator", " require trend every gap all_of "},
                                        {"combine", " require trend every gap all_of "},
                                        {"hold", " require all_of "},
                                        {"until", " require all_of "},
                                        {"met", " require all_of "},
                                        {"local", " require all_of "},
                                        {"compare", " require all_of "},
                                        {"against", " trend all_of "},
                                        {"by", " trend all_of "},
                                        {"baseline", " require trend all_of "},
                                        {"number", " record all_of "},
                                        {"from", " require record every gap all_of "},
                                        {"items", " record every gap all_of "},
                                        {"record", " record every gap "}}};

// The test that the keys name; a problem and nullopt where there is none or more than one.
std::optional<std::string_view> find_test(const TableReader& keys) {
  const bool cadence = keys.has("every") || keys.has("gap");
  std::vector<std::string_view> found;
  for (const std::string_view key : kTestKeys) {
    if (keys.has(key) && !(cadence && key == "record")) found.push_back(key);
  }
  if (found.size() == 1) return found.front();
  if (found.empty()) {
    add_once(keys.problems(), "rule-test", keys.place(), {}, {"没有检验", "there is no test"},
             {"须有 require、trend、record、every、gap、all_of、rules 之一",
              "one of require, trend, record, every, gap, all_of, rules is needed"});
    return std::nullopt;
  }
  std::string names;
  for (const std::string_view key : found) names += fmt::format("{}\"{}\"", names.empty() ? "" : ", ", key);
  const TomlEntry* second = keys.table().find(found[1]);
  add_once(
      keys.problems(), "rule-test", second->place, std::string(found[1]),
      {fmt::format("检验只能有一种，这里有 {}", names), fmt::format("exactly one test is allowed, found {}", names)});
  return std::nullopt;
}

void check_fits(const TableReader& keys, std::string_view test) {
  for (const Fit& fit : kFits) {
    if (!keys.own(fit.key) || fit.tests.find(fmt::format(" {} ", test)) != std::string_view::npos) continue;
    add_contradiction(keys, fit.key,
                      {fmt::format("“{}”不能与“{}”同用", fit.key, test),
                       fmt::format("\"{}\" does not go with \"{}\"", fit.key, test)});
  }
}

std::optional<PeriodKind> read_met(const TableReader& keys) {
  return keys.choice<PeriodKind>("met", {{"every year", PeriodKind::kYear},
                                         {"every half", PeriodKind::kHalf},
                                         {"every quarter", PeriodKind::kQuarter},
                                         {"every month", PeriodKind::kMonth},
                                         {"every day", PeriodKind::kDay}});
}

std::optional<DeedStatus> read_record(const TableReader& keys) {
  return keys.choice<DeedStatus>("record", {{"started", DeedStatus::kStarted},
                                            {"issued", DeedStatus::kIssued},
                                            {"established", DeedStatus::kEstablished},
                                            {"completed", DeedStatus::kCompleted},
                                            {"in force", DeedStatus::kInForce}});
}

// Reads the test that was found into the duty.
class TestReader {
 public:
  TestReader(const TableReader& keys, const PlanContext& context, Duty& duty)
      : keys_(keys), context_(context), duty_(duty), test_(duty.test) {}

  void read(std::string_view test) {
    test_.trend.baseline = baseline();
    if (test != "trend" && test != "rules") test_.from = keys_.date("from");
    if (test == "require") threshold();
    if (test == "trend") trend();
    if (test == "record") record();
    if (test == "every" || test == "gap") cadence();
    if (test == "all_of") all_of();
    if (test == "rules") umbrella();
  }

 private:
  [[nodiscard]] const Indicator* indicator() const {
    return duty_.indicator == kNoIndicator ? nullptr : &context_.catalog.indicators[duty_.indicator];
  }

  int baseline() const {
    const auto year = keys_.whole("baseline");
    if (!year) return context_.plan.baseline;
    if (*year >= 1000 && *year <= 9999) return static_cast<int>(*year);
    add_once(context_.problems, "date-impossible", keys_.find("baseline")->place, std::to_string(*year),
             {fmt::format("基期“{}”不是年份", *year), fmt::format("baseline \"{}\" is no year", *year)});
    return 0;
  }

  void threshold() {
    test_.kind = TestKind::kThreshold;
    (void)keys_.find("indicator", Need::kRequired);
    const TomlValue& require = *keys_.find("require");
    if (indicator() == nullptr) {
      check_target("require", require, context_.catalog, context_.problems);
    } else if (auto target = read_target("require", require, *indicator(), context_.catalog, context_.problems)) {
      test_.target = std::move(*target);
    }
    test_.hold = keys_.yes("hold");
    test_.until = keys_.date("until");
    test_.met = read_met(keys_);
    if (test_.until && !test_.hold)
      add_contradiction(keys_, "until", {"“until”须与 hold = true 同用", "\"until\" needs \"hold = true\""});
    if (test_.hold && test_.met)
      add_contradiction(keys_, "met", {"“met”与“hold”只能用一个", "\"met\" and \"hold\" cannot both be given"});
    if (test_.met) (void)keys_.find("from", Need::kRequired);
    if (keys_.own("from") && !keys_.has("met")) {
      add_contradiction(keys_, "from",
                        {"要求某一时期达标时，“from”须与“met”同用", "\"from\" beside \"require\" needs \"met\""});
    }
    if (duty_.compare == Compare::kRounded && test_.target.reference != kNoIndicator) {
      add_contradiction(
          keys_, "compare",
          {"与另一指标比较时没有可修约到的位数", "a target that is another indicator has no last digit to round to"});
    }
  }

  void trend() {
    test_.kind = TestKind::kTrend;
    (void)keys_.find("indicator", Need::kRequired);
    const auto kind = keys_.choice<TrendKind>("trend", {{"falls", TrendKind::kFalls},
                                                        {"rises", TrendKind::kRises},
                                                        {"does not rise", TrendKind::kDoesNotRise},
                                                        {"does not fall", TrendKind::kDoesNotFall}});
    if (kind) test_.trend.kind = *kind;
    test_.trend.step_by_step = keys_.choice<bool>("against", {{"baseline", false}, {"previous", true}}).value_or(false);
    if (!test_.trend.step_by_step && test_.trend.baseline == 0) {
      add_once(context_.problems, "baseline-missing", keys_.place(), {},
               {"规则和方案都没有写明基期（baseline）", "neither the rule nor its plan names a baseline"});
    }
    const auto by = keys_.placed_text("by");
    if (!by) return;
    if (kind == TrendKind::kDoesNotRise || kind == TrendKind::kDoesNotFall) {
      add_contradiction(
          keys_, "by",
          {fmt::format("“by”不能与“{}”同用", word(*kind)), fmt::format("\"by\" does not go with \"{}\"", word(*kind))});
      return;
    }
    read_by(*by);
  }

  void add_by_problem(const Text& by) {
    add_once(context_.problems, "target-syntax", by.place, by.text,
             {fmt::format("“by”的“{}”不是变化幅度", visible(by.text)),
              fmt::format("\"{}\" of \"by\" is no size of a change", visible(by.text))},
             {"写法如 \">= 15 %\"（相对）或 \">= 2 pp\"（百分点）",
              "write it like \">= 15 %\" (relative) or \">= 2 pp\" (percentage points)"});
  }

  void read_by(const Text& by) {
    const auto written = parse_comparison(by.text);
    const bool usable = written && written->low && (written->op == Op::kAtLeast || written->op == Op::kAbove);
    if (!usable || written->low->number.value.sign() < 0) return add_by_problem(by);
    Trend& trend = test_.trend;
    trend.by_text = written->text;
    trend.by_strictly = written->op == Op::kAbove;
    trend.by_points = written->low->unit == "pp";
    const auto unit =
        trend.by_points ? context_.catalog.units.find("%") : context_.catalog.units.find(written->low->unit);
    if (!unit || unit->dimension != "share") return add_by_problem(by);
    trend.by = written->low->number.value * unit->factor;
    if (!trend.by_points || indicator() == nullptr) return;
    const auto factor = conversion(*unit, indicator()->unit);
    if (factor) {
      trend.by = written->low->number.value * *factor;
      return;
    }
    add_once(
        context_.problems, "unit-dimension", by.place, by.text,
        {fmt::format("百分点（pp）只用于比率指标，指标“{}”的单位是“{}”", indicator()->name().zh, indicator()->unit.id),
         fmt::format("\"pp\" is for shares, but indicator \"{}\" is in \"{}\"", indicator()->id,
                     indicator()->unit.id)});
  }

  void record() {
    test_.kind = TestKind::kRecord;
    test_.record = read_record(keys_).value_or(DeedStatus::kStarted);
    const auto number = keys_.placed_text("number");
    if (!number) return;
    const auto written = parse_comparison(number->text);
    int least = 0;
    const bool form = written && written->low && written->op == Op::kAtLeast && written->low->unit.empty();
    const std::string digits = form ? written->low->written : std::string();
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), least);
    if (form && error == std::errc() && end == digits.data() + digits.size() && least > 0) {
      test_.at_least = least;
      return;
    }
    add_once(context_.problems, "target-syntax", number->place, number->text,
             {fmt::format("“number”的“{}”不是件数的要求", visible(number->text)),
              fmt::format("\"{}\" of \"number\" does not say how many deeds", visible(number->text))},
             {"写法如 \">= 3\"", "write it like \">= 3\""});
  }

  void cadence() {
    test_.kind = TestKind::kCadence;
    if (keys_.has("record") && keys_.has("indicator")) {
      add_contradiction(keys_, "record",
                        {"“record”与“indicator”只能用一个", "\"record\" and \"indicator\" cannot both be given"});
    }
    test_.record = read_record(keys_).value_or(DeedStatus::kStarted);
    if (const auto every = keys_.placed_text("every")) {
      test_.every = read_interval("every", *every, context_.problems);
      (void)keys_.find("from", Need::kRequired);
    }
    if (const auto gap = keys_.placed_text("gap")) test_.gap = read_interval("gap", *gap, context_.problems);
  }

  void all_of() {
    test_.kind = TestKind::kAllOf;
    const std::vector<const TomlValue*> members = keys_.tables("all_of");
    if (members.empty()) {
      add_once(context_.problems, "rule-test", keys_.find("all_of")->place, "all_of",
               {"“all_of”没有成员", "\"all_of\" has no members"});
    }
    for (const TomlValue* member : members) {
      TableReader(*member, context_.problems).only(kMemberKeys);
      if (member->find("all_of") != nullptr || member->find("rules") != nullptr) continue;  // told as unknown keys
      Duty duty = read_duty(member_over(*member, keys_.table()), context_);
      duty.roll_up = {};
      duty_.members.push_back(std::move(duty));
    }
  }

  void umbrella() {
    test_.kind = TestKind::kUmbrella;
    for (std::string& glob : keys_.plain_texts("rules", Need::kRequired)) {
      if (glob.find('/') == std::string::npos) glob.insert(0, context_.plan.id + "/");
      test_.rules.push_back(std::move(glob));
    }
  }

  const TableReader& keys_;
  const PlanContext& context_;
  Duty& duty_;
  Test& test_;
};

}  // namespace

void read_test(const TableReader& keys, const PlanContext& context, Duty& duty) {
  const auto test = find_test(keys);
  if (!test) return;
  check_fits(keys, *test);
  TestReader(keys, context, duty).read(*test);
}

}  // namespace kaohe

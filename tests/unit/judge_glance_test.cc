// SPDX-License-Identifier: Apache-2.0
// What is decided at a glance is what judging with care says, and a report made of it is the same to the byte: random
// rules on random figures, and every row of the truth table, both ways.
#include <doctest/doctest.h>

#include <algorithm>
#include <random>

#include "judge_world.h"
#include "report/format.h"

namespace kaohe::test {
namespace {

class Dice {
 public:
  explicit Dice(unsigned seed) : random_(seed) {}
  std::size_t below(std::size_t n) { return random_() % n; }
  bool one_in(std::size_t n) { return below(n) == 0; }
  template <typename T>
  const T& of(const std::vector<T>& all) { return all[below(all.size())]; }
  std::string number(std::size_t most, bool may_be_negative) {
    std::string out = may_be_negative && one_in(12) ? "-" : "";
    out += std::to_string(below(most + 1));
    const std::size_t digits = alike > 0 ? alike : one_in(9) ? 9 + below(9) : below(4);
    if (digits > 0) out += ".";
    for (std::size_t i = 0; i < digits; ++i) out += static_cast<char>('0' + (one_in(3) ? 5 * below(2) : below(10)));
    return out;
  }

  std::size_t alike = 0;  // digits behind the point of every number; 0: it is as it comes

 private:
  std::mt19937 random_;
};

struct Kind {
  std::string indicator, unit;
  std::vector<std::string> handed_in;  // indicators, empty: its own
};
const std::vector<Kind> kKinds = {{"rate", "%", {}}, {"area", "公顷", {}}, {"area", "万公顷", {}}, {"pm", "微克/立方米", {}}, {"cover", "%", {"cover", "cover", "grass"}},
                                  {"peak", "吨", {}}, {"floor", "吨", {}}, {"used", "吨", {}}, {"share", "%", {"good", "all", "good", "all", "share"}},
                                  {"intensity", "吨/万元", {"used", "gdp"}}, {"monthly", "%", {}}, {"gdp", "万元", {}},
                                  {"reuse", "%", {"reuse", "reuse", "used"}}};
const std::vector<std::string> kRegions = {"990000", "990100", "990200", "990101", "990102", "990201", "990281", "980101", "980122", "980123", "980126"};
const std::vector<std::string> kWho = {"\"province\"", "\"each county\"", "\"each prefecture\"", "\"each city\"", "[\"province\", \"each county\"]",
                                       "[\"990100\", \"990201\", \"980101\", \"980123\"]", "\"each county\""};
const std::vector<std::string> kMore = {"", "", "", "", "; compare = \"rounded\"", "; met = \"every year\"; from = 2018-01-01", "; hold = true", "; due = [2018-12-31, 2020-12-31]",
                                        "; due = 2024-12-31", "; due = \"open\"", "; except = { zone = \"poor\" }", "; where = { zone = \"dry\" }", "; at_least = \"50 %\"",
                                        "; combine = { parts = \"each county\", how = \"mean\" }", "; combine = { parts = \"each city\", how = \"sum\" }"};

std::string target(Dice& dice, const Kind& kind) {
  const std::string unit = " " + kind.unit;
  const std::string low = std::to_string(dice.below(60)), digits = dice.one_in(2) ? "" : "." + std::to_string(dice.below(10));
  if (dice.one_in(7)) return low + digits + unit + " .. " + std::to_string(60 + dice.below(60)) + unit;
  if (dice.one_in(20)) return ">= @quota";
  return dice.of(std::vector<std::string>{">= ", ">= ", "<= ", "> ", "< ", "= "}) + low + digits + unit;
}

std::string rule(Dice& dice, const Kind& kind) {
  std::string out = "indicator = \"" + kind.indicator + "\"; for = " + dice.of(kWho);
  if (dice.one_in(8)) return out + "; trend = \"" + dice.of(std::vector<std::string>{"falls", "rises", "does not rise"}) + "\"; against = \"" + (dice.one_in(2) ? "baseline" : "previous") + "\"";
  out += "; require = \"" + target(dice, kind) + "\"";
  out += dice.of(kMore);
  if (dice.one_in(8)) out += "; local = { 990201 = \"" + target(dice, kind) + "\", 990000 = \"" + target(dice, kind) + "\" }";
  if (dice.one_in(10)) out += "; [rule.strict]; require = \"" + target(dice, kind) + "\"";
  return out;
}

// One that loads.
std::string sensible_rule(Dice& dice, const Kind& kind) {
  for (;;) {
    std::string text = rule(dice, kind);
    Problems problems;
    (void)world_with(text, problems);
    if (!problems.has_errors()) return text;
  }
}
const std::string kHead = R"(title = { zh = "又一条", en = "another" }; source = { clause = "一", anchor = "测试", ledger = [1] }; tier = "binding")";

std::vector<std::string> periods(Dice& dice, const std::string& year) {
  std::vector<std::string> out;
  const std::size_t kind = dice.below(5);
  for (int part = 1; part <= 12; ++part) {
    if (kind == 0 && part <= 4) out.push_back(year + "-Q" + std::to_string(part));
    if (kind == 1 && part <= 2) out.push_back(year + "-H" + std::to_string(part));
    if (kind == 2) out.push_back(year + (part < 10 ? "-0" : "-") + std::to_string(part));
  }
  if (kind > 2 || dice.one_in(6)) out.push_back(year);
  return out;
}

// Most units hand in everything, some nothing; now and then a cell is missing or cannot be used, or most of them cannot.
std::string facts(Dice& dice, const Kind& kind) {
  std::vector<std::string> all = kind.handed_in;
  if (all.empty()) all.push_back(kind.indicator);
  std::string out;
  dice.alike = dice.one_in(2) ? 1 + dice.below(3) : 0;
  const bool only_low = dice.one_in(2);
  const bool is_share = kind.unit == "%";  // what is out of its range would not be a value
  const std::size_t most = dice.one_in(2) ? (is_share ? 99 : 110) : 3;
  const bool much_wrong = dice.one_in(4);
  const std::size_t wrong = much_wrong ? 1 + dice.below(12) : 150, zero = much_wrong ? 3 : 30;
  const std::size_t marks = dice.one_in(8) ? 1 + dice.below(4) : 150;
  const std::string spared = all.size() > 1 ? dice.of(all) : "";  // where much is wrong
  const std::string left_out = much_wrong && dice.one_in(6) ? dice.of(all) : "";
  for (std::size_t i = only_low ? 3 : 0; i < kRegions.size(); ++i) {
    if (dice.one_in(8)) continue;
    for (const std::string& indicator : all) {
      if (indicator == left_out) continue;
      for (const char* year : {"2016", "2018", "2019", "2020"}) {
        if (dice.one_in(12)) continue;
        for (const std::string& period : periods(dice, year)) {
          if (dice.one_in(200)) continue;
          std::string value = dice.one_in(marks) ? "-" : dice.one_in(zero) ? "0" : dice.number(most, !is_share);
          if (dice.one_in(indicator == spared ? 150 : wrong)) value = dice.one_in(4) && value != "-" ? "?" + value : "?";
          out += kRegions[i] + " " + indicator + " " + period + " " + value + "; ";
        }
      }
    }
  }
  if (dice.one_in(12)) out = "";
  if (dice.one_in(10)) out += "990000 quota 2020 0.003; ";
  if (dice.one_in(6)) out += "waive 990201 2019-01-01 2021-12-31";
  return out;
}

void ask_at_random(Dice& dice, Question& question) {
  if (dice.one_in(8)) question.region = dice.of(kRegions);
  if (dice.one_in(12)) question.only = {dice.of(std::vector<std::string>{"r", "figures", "records", "pm"})};
  if (dice.one_in(6)) question.reading = Reading::kStrict;
  if (dice.one_in(6)) question.fail_on = dice.one_in(2) ? FailOn::kDisputed : FailOn::kOffTrack;
  if (dice.one_in(8)) question.indicative = true;
}

// The two ways: what each brief says, and every byte of what is told.
void compare(const Report& careful, const Report& quick) {
  REQUIRE(careful.verdicts.size() == quick.verdicts.size());
  for (std::size_t i = 0; i < quick.verdicts.size(); ++i) {
    const Brief& a = careful.verdicts[i];
    const Brief& b = quick.verdicts[i];
    INFO(quick.catalog.regions[b.region].code, " ", quick.verdicts.batch(b).period.text());
    CHECK(a.region == b.region);
    CHECK(word(a.outcome) == word(b.outcome));
    CHECK(a.outlook() == b.outlook());
    CHECK(a.disputed == b.disputed);
    CHECK(a.rounded == b.rounded);
    CHECK(a.has_figures == b.has_figures);
    const std::uint32_t edge = careful.verdicts.edge(a), of_quick = quick.verdicts.edge(b);
    if (edge != Brief::kNoEdge) CHECK(of_quick <= std::uint64_t{edge} + 2);  // rounded down, never up
    if (edge == Brief::kNoEdge) CHECK((of_quick == Brief::kNoEdge || of_quick == 0));
  }
  Style verbose;
  verbose.verbose = true;
  CHECK(write_json(careful, {}) == write_json(quick, {}));
  CHECK(write_text(careful, {}) == write_text(quick, {}));
  CHECK(write_text(careful, verbose) == write_text(quick, verbose));
}

void both_ways(const TruthRow& row, const std::function<void(Question&)>& ask) {
  const auto way = [&](bool with_care) {
    return judge_row(row, [](Facts&) {}, [&](Question& question) {
      ask(question);
      question.with_care = with_care;
    });
  };
  compare(way(true), way(false));
}

// And that it is this one.
void one_verdict_both_ways(const TruthRow& row, const std::string& outcome) {
  both_ways(row, [](Question&) {});
  const Report report = judge_row(row, [](Facts&) {}, [](Question&) {});
  REQUIRE(report.verdicts.size() == 1);
  CHECK(word(report.verdicts[0].outcome) == outcome);
}

}  // namespace

TEST_CASE("random rules on random figures are judged at a glance as with care") {
  std::size_t judged = 0;
  for (unsigned seed = 1; seed <= 2500; ++seed) {
    Dice dice(seed);
    const Kind& kind = dice.of(kKinds);
    TruthRow row;
    row.where = "seed " + std::to_string(seed);
    row.rule = rule(dice, kind);
    row.facts = facts(dice, kind);
    row.as_of = dice.of(std::vector<std::string>{"2020-12-31", "2021-06-30", "2019-07-01", "2020-12-31"});
    INFO(row.where, ": ", row.rule, " | ", row.facts, " | ", row.as_of);
    Problems problems;
    const Catalog catalog = world_with(row.rule, problems);
    if (problems.has_errors()) continue;  // such a rule makes no sense
    ++judged;
    Question asked;
    ask_at_random(dice, asked);
    both_ways(row, [&asked](Question& question) {
      question.region = asked.region;
      question.only = asked.only;
      question.reading = asked.reading;
      question.fail_on = asked.fail_on;
      question.indicative = asked.indicative;
    });
  }
  CHECK(judged > 1250);
}

TEST_CASE("trends, alone and together with a threshold, of units that handed in nothing are decided at a glance as with care") {
  const std::vector<std::string> way = {"falls", "rises", "does not rise"}, against = {"baseline", "previous"};
  const std::vector<std::string> due = {"", "; due = 2024-12-31", "; due = \"open\"", "; due = [2018-12-31, 2020-12-31]", "; due = 2021-12-31; baseline = 2020", "; baseline = 2025", "; due = 2016-12-31",
                                        "; due = [2018-12-31, 2021-06-30]"};
  std::size_t judged = 0;
  for (unsigned seed = 1; seed <= 400; ++seed) {
    Dice dice(seed);
    const Kind& kind = dice.of(kKinds);
    TruthRow row{"seed " + std::to_string(seed), "", dice.one_in(3) ? facts(dice, kind) : "", dice.of(std::vector<std::string>{"2020-12-31", "2019-07-01"}), ""};
    const std::string trend = "indicator = \"" + kind.indicator + "\"; trend = \"" + dice.of(way) + "\"; against = \"" + dice.of(against) + "\"";
    std::string member = trend;
    std::replace(member.begin(), member.end(), ';', ',');
    const std::string both = "all_of = [{ indicator = \"rate\", require = \">= 5 %\" }, { " + member + " }]";
    row.rule = "for = " + dice.of(kWho) + "; " + (dice.one_in(3) ? both : trend) + dice.of(due);
    INFO(row.where, ": ", row.rule, " | ", row.facts, " | ", row.as_of);
    Problems problems;
    (void)world_with(row.rule, problems);
    if (problems.has_errors()) continue;
    ++judged;
    both_ways(row, [](Question&) {});
  }
  CHECK(judged > 300);
}

TEST_CASE("any number of threads decides random rules alike") {
  constexpr std::size_t kRules = 12;
  for (unsigned seed = 1; seed <= 100; ++seed) {
    Dice dice(seed);
    TruthRow row{"seed " + std::to_string(seed), "", "", "2020-12-31", ""};
    for (std::size_t i = 0; i < kRules; ++i) {
      const Kind& kind = dice.of(kKinds);
      if (i > 0) row.rule += "; [[rule]]; id = \"more-" + std::to_string(i) + "\"; " + kHead + "; ";
      row.rule += sensible_rule(dice, kind);
      if (i % 2 == 0) row.facts += facts(dice, kind) + "; ";
    }
    INFO(row.where, ": ", row.rule, " | ", row.facts);
    const auto with = [&row](std::size_t threads) {
      return judge_row(row, [](Facts&) {}, [threads](Question& question) { question.threads = threads; });
    };
    const Report alone = with(1);
    CHECK(alone.rules.size() == kRules);
    compare(alone, with(2));
    compare(alone, with(7));
  }
}

// Twelve months of one unit, all of `value`; those in `odd` ("03 5.25") otherwise, and none of those with nothing behind them.
std::string months(const std::string& whose, const std::string& value, const std::vector<std::string>& odd) {
  std::string out;
  for (int month = 1; month <= 12; ++month) {
    const std::string number = (month < 10 ? "0" : "") + std::to_string(month);
    std::string of_month = value;
    for (const std::string& one : odd) {
      if (one.substr(0, 2) == number) of_month = one.size() > 3 ? one.substr(3) : "";
    }
    if (!of_month.empty()) out += whose + " 2020-" + number + " " + of_month + "; ";
  }
  return out;
}

TEST_CASE("months that are all there and written alike are added up as with care, and whatever else is among them") {
  struct Row {
    std::string indicator, value;
    std::vector<std::string> odd;
    std::string target, outcome;
  };
  const std::string half = "4611686018427387904";  // of 64 bits
  const Row rows[] = {{"used", "1.5", {}, ">= 18 吨", "pass"},
                      {"used", "1.5", {}, "> 18 吨", "fail"},
                      {"used", "1.5", {"07 1.50"}, ">= 18 吨", "pass"},       // more digits
                      {"used", "1.5", {"12 1"}, ">= 17.5 吨", "pass"},        // fewer
                      {"used", "1.5", {"01 -"}, "<= 17 吨", "missing"},       // a mark; what is open may be anything
                      {"used", "1.5", {"12"}, "<= 17 吨", "missing"},         // nothing
                      {"used", "1.5", {"01"}, ">= 16 吨", "pass"},            // by what there is
                      {"used", "1.5", {"06 ?"}, ">= 1 吨", "invalid"},
                      {"used", half, {}, ">= 55340232221128654848 吨", "pass"},  // the sum does not fit, what it is held against neither
                      {"used", half, {}, "> 55340232221128654848 吨", "fail"},
                      {"used", "900719925474099.2", {}, ">= 10808639105689190.4 吨", "pass"},
                      {"used", "900719925474099.2", {}, "< 10808639105689190.4 吨", "fail"},
                      {"used", "2147483647", {}, ">= 25769803764 吨", "pass"},  // of 32 bits
                      {"used", "2147483648", {}, "> 25769803775 吨", "pass"},
                      {"used", "2147483647", {"05 2147483648"}, "> 25769803764 吨", "pass"},
                      {"peak", "21474836.47", {"05 21474836.48"}, "<= 21474836.47 吨", "fail"},
                      {"peak", "21474836.48", {"05 21474836.47"}, "<= 21474836.48 吨", "pass"},
                      {"pm", "30.5", {}, "<= 30.5 微克/立方米", "pass"},
                      {"pm", "30.5", {"11 30.6"}, "<= 30.5 微克/立方米", "fail"},
                      {"pm", "30.5", {"11 30.6"}, "<= 30.5 微克/立方米; compare = \"rounded\"", "pass"},
                      {"pm", "30.5", {"12 -", "11 -"}, "<= 30.5 微克/立方米", "missing"},
                      {"peak", "7.1", {"01 7.2"}, "<= 7.1 吨", "fail"},
                      {"peak", "7.1", {"12 7.2"}, "<= 7.2 吨", "pass"},
                      {"floor", "7.1", {"01 7.0"}, ">= 7.1 吨", "fail"},
                      {"floor", "7.1", {"12 7.0"}, ">= 7 吨", "pass"},
                      {"area", "7.1", {"11 6.9"}, ">= 7.1 公顷", "pass"},
                      {"area", "7.1", {"12 6.9"}, ">= 7.1 公顷", "fail"},
                      {"area", "7.1", {"12"}, ">= 7.1 公顷", "missing"}};
  for (const Row& row : rows) {
    INFO(row.indicator, " ", row.value, " ", row.target);
    TruthRow asked;
    const std::size_t end = std::min(row.target.find(';'), row.target.size());  // of the target; keys may follow
    asked.rule = "indicator = \"" + row.indicator + "\"; for = [\"990102\"]; require = \"" + row.target.substr(0, end) + "\"" + row.target.substr(end);
    // The county before it hands in the second half of the year only, the one behind it another year as well.
    asked.facts = months("990101 " + row.indicator, row.value, {"01", "02", "03", "04", "05", "06"}) + months("990102 " + row.indicator, row.value, row.odd) +
                  "990201 " + row.indicator + " 2019 1; " + months("990201 " + row.indicator, row.value, {});
    asked.as_of = "2020-12-31";
    one_verdict_both_ways(asked, row.outcome);
  }
}

TEST_CASE("a mean weighted with what was summed up over months is decided as with care") {
  struct Row {
    std::string value, weight, other, outcome;  // of 990101 and 990102 …
  };
  const std::string most = "9000000000000000000";
  // … of which the other has 50 by 1.5 each month; the target is 40.
  const Row rows[] = {{"30.0", "1.5", "", "pass"},
                      {"30.0", "1.6", "", "fail"},
                      {"30", "1.5", "", "pass"},                       // another form, the same value
                      {"30.0", "0.0", "", "pass"},                     // it weighs nothing
                      {"30.0", "-", "", "missing"},
                      {"30.0", "", "", "missing"},
                      {"-", "1.5", "", "missing"},
                      {"?", "1.5", "", "invalid"},
                      {"30.0", "?", "", "invalid"},
                      {"?", "0.0", "", "pass"},
                      {"30.0", "1.5", "990101 reuse 2020 29.9; ", "fail"},   // its own, beside the months
                      {"30.0", most, "", "fail"},                      // does not fit
                      {"30.0", "1.5", "990102 used 2020 18.0; ", "pass"}};
  for (const Row& row : rows) {
    INFO(row.value, " by ", row.weight, " ", row.other);
    TruthRow asked;
    asked.rule = "indicator = \"reuse\"; for = [\"990100\"]; require = \">= 40 %\"";
    asked.facts = months("990101 reuse", row.value, {}) + months("990101 used", row.weight, {}) + months("990102 reuse", "50.0", {}) + months("990102 used", "1.5", {}) + row.other;
    asked.as_of = "2020-12-31";
    one_verdict_both_ways(asked, row.outcome);
  }
}

TEST_CASE("what cannot be used spoils a weighted mean where it weighs anything") {
  struct Row {
    std::string facts, outcome, whom = "990100";
  };
  const std::string other = "; 990102 cover 2020 20; 990102 grass 2020 5";
  const Row rows[] = {{"990101 cover 2020 ?; 990101 grass 2020 3" + other, "invalid"},
                      {"990101 cover 2020 5; 990101 grass 2020 ?" + other, "invalid"},
                      {"990101 cover 2020 ?" + other, "invalid"},
                      {"990101 cover 2020 ?; 990101 grass 2020 0" + other, "pass"},
                      {"990101 cover 2020 ?; 990101 grass 2020 0.00000000" + other, "pass"},  // nothing, but not plain
                      {"990101 grass 2020 ?; 990102 grass 2020 5; 990201 cover 2020 5", "missing"},
                      {"990101 cover 2020 ?; 990101 grass 2020 0; 990281 grass 2020 ?", "missing", "990000"}};  // nothing that could be weighed
  for (const Row& row : rows) {
    INFO(row.facts);
    TruthRow asked;
    asked.rule = "indicator = \"cover\"; for = [\"" + row.whom + "\"]; require = \">= 10 %\"";
    asked.facts = row.facts;
    asked.as_of = "2020-12-31";
    one_verdict_both_ways(asked, row.outcome);
  }
}

TEST_CASE("a value of 0 at an end of 0 passes without a distance, as with care") {
  for (const std::string target : {"0 % .. 70 %", ">= 0 %", "<= 0 %", "= 0 %"}) {
    INFO(target);
    TruthRow row;
    row.rule = "indicator = \"rate\"; for = \"each county\"; require = \"" + target + "\"";
    row.facts = "990101 rate 2020 0; 990102 rate 2020 0.0; 990201 rate 2020 0.5";
    row.as_of = "2020-12-31";
    both_ways(row, [](Question&) {});
    const Report report = judge_row(row, [](Facts&) {}, [](Question&) {});
    CHECK(report.verdicts.edge(report.verdicts[0]) == Brief::kNoEdge);
  }
}

TEST_CASE("every row of the truth table is judged at a glance as with care") {
  for (const TruthRow& row : truth_rows()) {
    INFO(row.where, ": ", row.rule, " | ", row.facts);
    both_ways(row, [](Question&) {});
  }
}

}  // namespace kaohe::test

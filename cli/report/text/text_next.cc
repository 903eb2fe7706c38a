// SPDX-License-Identifier: Apache-2.0
// What to do next. Missing figures are grouped by indicator, period and regions, and those that hold up most binding
// rules come first; then the passes nearest to the edge, which the next revision of a figure may turn.
#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <tuple>

#include "report/text/text_parts.h"

namespace kaohe {
namespace {

constexpr std::size_t kFewWants = 10;
constexpr std::size_t kFewNames = 6;
constexpr std::size_t kFewPasses = 5;

struct Want {
  std::string what;
  std::string periods;
  std::vector<std::string> regions;      // in the order met
  std::set<std::string> named;           // the same
  std::set<const Rule*> rules, binding;  // held up by it
};

// Where the wants of what and when stand. Unit after unit lacks the same: the last answer is kept.
struct WantIndex {
  std::map<std::pair<std::string, std::string>, std::size_t> places;
  const Rule* rule = nullptr;
  std::size_t indicator = kNoIndicator;
  std::optional<Period> period;
  std::size_t place = 0;
};

std::size_t place_of(const Lack& lack, const Rule& rule, const Page& page, const Report& report, std::vector<Want>& wants, WantIndex& index) {
  if (index.rule == &rule && index.indicator == lack.indicator && index.period == lack.period) return index.place;
  const bool figure = lack.indicator != kNoIndicator;
  const Phrase what = figure ? report.catalog.indicators[lack.indicator].name()
                             : Phrase{"办理记录“" + rule.title.zh + "”", "record of “" + rule.title.en + "”"};
  const std::string period = lack.period ? lack.period->text() : std::string();
  const auto [found, is_new] = index.places.try_emplace({page.say(what), period}, wants.size());
  if (is_new) wants.push_back({page.say(what), period, {}, {}, {}, {}});
  index.rule = &rule;
  index.indicator = lack.indicator;
  index.period = lack.period;
  return index.place = found->second;
}

void note_lack(const Lack& lack, const Rule& rule, const Page& page, const Report& report, std::vector<Want>& wants, WantIndex& index) {
  Want& want = wants[place_of(lack, rule, page, report, wants, index)];
  std::string region = region_name(report, lack.region);
  if (!lack.item.empty()) region += page.say({"（" + lack.item + "）", " (" + lack.item + ")"});
  if (want.named.insert(region).second) want.regions.push_back(std::move(region));
  want.rules.insert(&rule);
  if (rule.tier == Tier::kBinding) want.binding.insert(&rule);
}

// What verdicts lack. Where unit after unit handed in nothing, one of them is made in full for all of its batch.
class LacksOfBatch {
 public:
  const std::vector<Lack>& of(const Report& report, std::uint32_t number) {
    const Brief& brief = report.verdicts[number];
    if (!brief.nothing) {
      told_ = report.verdict(number);
      return *told_.missing;
    }
    const auto [found, is_new] = of_batch_.try_emplace(brief.batch);
    if (is_new) found->second = report.verdict(number).missing;
    for (Lack& lack : found->second) {
      lack.region = brief.region;
      lack.item = report.verdicts.item(brief);
    }
    return found->second;
  }

 private:
  Verdict told_;
  std::map<std::uint32_t, std::vector<Lack>> of_batch_;
};

// The base and the end of a trend are asked for of the same regions: one line for both.
std::vector<Want> merged(const Page& page, std::vector<Want> wants) {
  std::vector<Want> out;
  std::map<std::string, std::vector<std::size_t>> by_what;
  for (Want& want : wants) {
    std::vector<std::size_t>& alike = by_what[want.what];
    const auto same = std::find_if(alike.begin(), alike.end(), [&](std::size_t i) {
      return !out[i].periods.empty() && !want.periods.empty() && out[i].regions == want.regions && out[i].rules == want.rules;
    });
    if (same != alike.end()) {
      out[*same].periods += page.say({"、", ", "}) + want.periods;
      continue;
    }
    alike.push_back(out.size());
    out.push_back(std::move(want));
  }
  return out;
}

std::vector<Want> wants_of(const Page& page, const View& view) {
  std::vector<Want> wants;
  WantIndex index;
  for (const RuleView& rule : view.rules) {
    if (rule.shown != Outcome::kMissing) continue;
    LacksOfBatch alike;
    for (const std::uint32_t number : rule.verdicts) {
      const Brief& brief = view.report.verdicts[number];
      if (brief.outcome != Outcome::kMissing) continue;
      if (is_umbrella(view.report, brief)) continue;  // what the rules under it lack is told already
      for (const Lack& lack : alike.of(view.report, number)) note_lack(lack, *rule.rule, page, view.report, wants, index);
    }
  }
  wants = merged(page, std::move(wants));
  // Ties stay in the order of the rules.
  std::stable_sort(wants.begin(), wants.end(), [](const Want& a, const Want& b) {
    return std::make_tuple(b.binding.size(), b.rules.size(), a.regions.size()) <
           std::make_tuple(a.binding.size(), a.rules.size(), b.regions.size());
  });
  return wants;
}

void write_wants(Page& page, const View& view) {
  const std::vector<Want> wants = wants_of(page, view);
  if (wants.empty()) return;
  page.heading(page.say({"下一步：需补充的数据（先列能判定任务最多的）", "Next: data to obtain, what decides most rules first"}));
  const std::size_t most = page.style().verbose ? wants.size() : kFewWants;
  for (std::size_t i = 0; i < wants.size() && i < most; ++i) {
    const Want& want = wants[i];
    const std::string regions = name_list(page, want.regions, page.style().verbose ? SIZE_MAX : kFewNames);
    const std::string what = want.what + (want.periods.empty() ? "" : page.say({"，", ", "}) + want.periods);
    const Phrase use = {fmt::format("（涉及 {} 条任务，其中约束性 {} 条）", want.rules.size(), want.binding.size()),
                        fmt::format(" ({} {}, {} binding)", want.rules.size(), want.rules.size() == 1 ? "rule" : "rules", want.binding.size())};
    page.line(2, {{fmt::format("{}. ", i + 1)}, {what, Ink::kBold}, {page.say({"：", ": "}) + regions}, {page.say(use), Ink::kDim}}, 3);
  }
  if (wants.size() > most) {
    page.line(2, page.say({fmt::format("其余 {} 项用 -v 查看", wants.size() - most), fmt::format("-v shows {} more", wants.size() - most)}), Ink::kDim);
  }
}

struct Near {
  const RuleView* rule;
  Verdict verdict;
  Rational share;  // of the margin in the target
};

// The number that the margin was taken to: value and margin are told, the side by the target's sign.
Rational target_of(const Verdict& verdict) {
  const bool ceiling = !verdict.target.empty() && verdict.target[0] == '<';
  return (ceiling ? *verdict.value + *verdict.margin : *verdict.value - *verdict.margin).abs();
}

template <typename Do>
void each_pass(const View& view, const Do& one) {
  for (const RuleView& rule : view.rules) {
    if (rule.rule->duty(view.report.reading).test.kind != TestKind::kThreshold) continue;  // not a number
    for (const std::uint32_t number : rule.verdicts) {
      const Brief& brief = view.report.verdicts[number];
      if (brief.outcome == Outcome::kPass && brief.edge != Brief::kNoEdge) one(rule, number, brief.edge);
    }
  }
}

// Among the passes up to this edge there are as many as are asked for, if there are so many.
std::uint32_t furthest_edge(const View& view) {
  std::vector<std::uint32_t> least;  // the least edges, in order
  each_pass(view, [&least](const RuleView&, std::uint32_t, std::uint32_t edge) {
    if (least.size() == kFewPasses && edge >= least.back()) return;
    least.insert(std::upper_bound(least.begin(), least.end(), edge), edge);
    if (least.size() > kFewPasses) least.pop_back();
  });
  return least.size() < kFewPasses ? Brief::kNoEdge : least.back();
}

// The nearest of those up to that edge, in the order of the rules where they are equally near.
std::vector<Near> nearest_up_to(const View& view, std::uint32_t furthest) {
  std::vector<Near> out;
  each_pass(view, [&](const RuleView& rule, std::uint32_t number, std::uint32_t edge) {
    if (edge > furthest) return;
    Verdict verdict = view.report.verdict(number);
    const Rational target = target_of(verdict);
    // A target of 0 has no relative distance; the value itself is it then.
    const Rational share = verdict.margin->abs() / (target.is_zero() ? verdict.value->abs() : target);
    const auto place = std::upper_bound(out.begin(), out.end(), share, [](const Rational& a, const Near& b) { return a < b.share; });
    if (place == out.end() && out.size() == kFewPasses) return;
    out.insert(place, {&rule, std::move(verdict), share});
    if (out.size() > kFewPasses) out.pop_back();
  });
  return out;
}

// An edge is no more than the share, but may be less: whoever has a greater edge than the last that was found is not nearer.
std::vector<Near> nearest_passes(const View& view) {
  const std::uint32_t furthest = furthest_edge(view);
  std::vector<Near> out = nearest_up_to(view, furthest);
  if (furthest == Brief::kNoEdge) return out;
  const Rational parts = Rational::power_of_ten(Brief::kEdgeDigits);
  if (out.back().share * parts <= Rational(furthest)) return out;
  const std::optional<std::int64_t> last = (out.back().share * parts).rounded(0).times_power_of_ten(0);
  return nearest_up_to(view, last && *last < Brief::kNoEdge - 1 ? static_cast<std::uint32_t>(*last + 1) : Brief::kNoEdge);
}

// Two digits are enough to compare by; what is not 0 never reads as 0.
std::string percent_of(const Rational& share) {
  const std::string text = (share * Rational(100)).decimal_text(2);
  return (text == "0.00" && !share.is_zero() ? "<0.01" : text) + "%";
}

void write_nearest(Page& page, const View& view) {
  const std::vector<Near> all = nearest_passes(view);
  if (all.empty()) return;
  page.heading(page.say({"达标但离目标最近的", "Passes nearest to the edge"}));
  for (const auto& [rule, verdict, share] : all) {
    const std::string percent = percent_of(share);
    const std::string subject = page.say(rule->rule->title) + "  " + unit_name(page, view.report, verdict) + " " + verdict.period.text();
    page.line(2, {{glyph(Outcome::kPass) + " ", Ink::kGreen},
                  {subject + page.say({"：", ": "}) + facts(page, view.report, verdict)},
                  {page.say({"（距目标 " + percent + "）", " (" + percent + " of the target)"}), Ink::kDim}});
  }
}

// The rule whose story is worth reading first: the gravest that counts, of a plan that kaohe carries (others need options).
const RuleView* worth_explaining(const View& view) {
  for (const Outcome outcome : {Outcome::kFail, Outcome::kInvalid, Outcome::kMissing}) {
    for (const RuleView& rule : view.rules) {
      if (rule.counts && rule.shown == outcome && rule.plan->file.rfind("rules/", 0) == 0) return &rule;
    }
  }
  return nullptr;
}

void write_explain(Page& page, const View& view) {
  const RuleView* rule = worth_explaining(view);
  if (rule == nullptr) return;
  std::string command = "kaohe explain " + rule->rule->full_id;
  for (const Input& input : view.report.inputs) {
    const bool plain = input.file != "-" && input.file.find_first_of(" \t'\"\\$`*?;&|<>()") == std::string::npos;
    command += plain ? " " + input.file : "";
  }
  if (view.report.as_of.from == "option") command += " --as-of " + view.report.as_of.date.text();
  if (!view.report.selection.region.empty()) command += " --region " + view.report.selection.region;
  page.blank();
  page.line(0, {{page.say({"某条结论怎样得出：", "how a verdict came about: "})}, {command, Ink::kBold}});
}

}  // namespace

void write_next(Page& page, const View& view) {
  write_wants(page, view);
  write_nearest(page, view);
  write_explain(page, view);
}

}  // namespace kaohe

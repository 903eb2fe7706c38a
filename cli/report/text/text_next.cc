// SPDX-License-Identifier: Apache-2.0
// What to do next: what to obtain (text_wants.cc), then the passes nearest to the edge, which the next revision of a figure may turn.
#include <algorithm>

#include "report/text/text_parts.h"

namespace kaohe {
namespace {

constexpr std::size_t kFewPasses = 5;

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
    if (rule.count(Outcome::kPass) == 0) continue;
    each_verdict(view, rule, [&](std::uint32_t number, const Brief& brief) {
      if (brief.outcome != Outcome::kPass) return;
      const std::uint32_t edge = view.report.verdicts.edge(brief);
      if (edge != Brief::kNoEdge) one(rule, number, edge);
    });
  }
}

struct Candidate {
  const RuleView* rule;
  std::uint32_t number;  // of the verdict
  std::uint32_t edge;
};

struct Candidates {
  std::vector<Candidate> passes;  // in the order of the rules
  std::uint64_t furthest = Brief::kNoEdge;  // up to this edge there are as many as are asked for, if there are so many
  std::uint64_t all_to = Brief::kNoEdge;    // no pass up to this edge is left out
};

// In one way through all verdicts: those that are no further than the furthest of the nearest so far, and by no more than `slack`.
Candidates candidates(const View& view, std::uint64_t slack) {
  Candidates out;
  std::vector<std::uint32_t> least;  // the least edges, in order
  each_pass(view, [&](const RuleView& rule, std::uint32_t number, std::uint32_t edge) {
    if (edge > out.all_to) return;
    out.passes.push_back({&rule, number, edge});
    if (edge >= out.furthest) return;
    least.insert(std::upper_bound(least.begin(), least.end(), edge), edge);
    if (least.size() > kFewPasses) least.pop_back();
    if (least.size() < kFewPasses) return;
    out.furthest = least.back();
    out.all_to = out.furthest + slack;
  });
  return out;
}

// The nearest of those up to that edge, in the order of the rules where they are equally near.
std::vector<Near> nearest_up_to(const View& view, const Candidates& among, std::uint64_t furthest) {
  std::vector<Near> out;
  for (const Candidate& one : among.passes) {
    if (one.edge > furthest) continue;
    Verdict verdict = view.report.verdict(one.number);
    const Rational target = target_of(verdict);
    // A target of 0 has no relative distance; the value itself is it then.
    const Rational base = target.is_zero() ? verdict.value->abs() : target;
    if (base.is_zero()) continue;
    const Rational share = verdict.margin->abs() / base;
    const auto place = std::upper_bound(out.begin(), out.end(), share, [](const Rational& a, const Near& b) { return a < b.share; });
    if (place == out.end() && out.size() == kFewPasses) continue;
    out.insert(place, {one.rule, std::move(verdict), share});
    if (out.size() > kFewPasses) out.pop_back();
  }
  return out;
}

// An edge is no more than the share, but may be less: whoever has a greater edge than the last that was found is not nearer.
std::vector<Near> nearest_passes(const View& view) {
  constexpr std::uint64_t kSlack = 4;  // mostly an edge is the share, rounded down
  const Candidates near = candidates(view, kSlack);
  std::vector<Near> out = nearest_up_to(view, near, near.furthest);
  if (near.furthest == Brief::kNoEdge) return out;
  const Rational parts = Rational::power_of_ten(Brief::kEdgeDigits);
  if (out.back().share * parts <= Rational(static_cast<std::int64_t>(near.furthest))) return out;
  const std::optional<std::int64_t> last = (out.back().share * parts).rounded(0).times_power_of_ten(0);
  const std::uint64_t to = last && *last < Brief::kNoEdge - 1 ? static_cast<std::uint64_t>(*last + 1) : Brief::kNoEdge;
  return nearest_up_to(view, to <= near.all_to ? near : candidates(view, to - near.furthest), to);
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

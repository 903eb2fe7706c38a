// SPDX-License-Identifier: Apache-2.0
// What two tests of the same kind ask. "Tightened" is said only where everything that meets the new one would have met
// the old one; where neither holds the other it is "changed".
#include <fmt/format.h>

#include <algorithm>

#include "compare/difference.h"
#include "model/words.h"

namespace kaohe {
namespace {

// Which of two is harder; kUnordered: each is met by something that misses the other.
enum class Harder : std::uint8_t { kSame, kBefore, kAfter, kUnordered };

template <typename T>
Harder more_is_harder(const T& before, const T& after) {
  return before == after ? Harder::kSame : before < after ? Harder::kAfter : Harder::kBefore;
}

Harder reversed(Harder harder) {
  return harder == Harder::kBefore ? Harder::kAfter : harder == Harder::kAfter ? Harder::kBefore : harder;
}

// What follows from two independent demands.
Harder both(Harder a, Harder b) {
  if (a == Harder::kSame) return b;
  return b == Harder::kSame || a == b ? a : Harder::kUnordered;
}

bool is_floor(Op op) { return op == Op::kAtLeast || op == Op::kAbove; }
bool is_ceiling(Op op) { return op == Op::kAtMost || op == Op::kBelow; }
bool is_open_end(Op op) { return op == Op::kAbove || op == Op::kBelow; }

Harder harder_target(const Target& before, const Target& after) {
  if (before.reference != kNoIndicator || after.reference != kNoIndicator) {
    return before.reference == after.reference && before.op == after.op ? Harder::kSame : Harder::kUnordered;
  }
  if ((is_floor(before.op) && is_floor(after.op)) || (is_ceiling(before.op) && is_ceiling(after.op))) {
    if (before.value == after.value) return more_is_harder(is_open_end(before.op), is_open_end(after.op));
    const Harder by_value = more_is_harder(before.value, after.value);
    return is_floor(after.op) ? by_value : reversed(by_value);
  }
  if (before.op != after.op) return Harder::kUnordered;
  if (before.op == Op::kEqual) return before.value == after.value ? Harder::kSame : Harder::kUnordered;
  return both(more_is_harder(before.value, after.value), reversed(more_is_harder(before.high, after.high)));
}

Harder harder_trend(const Trend& before, const Trend& after) {
  const auto direction = [](TrendKind kind) { return kind == TrendKind::kFalls || kind == TrendKind::kDoesNotRise; };
  const auto moves = [](TrendKind kind) { return kind == TrendKind::kFalls || kind == TrendKind::kRises; };
  if (direction(before.kind) != direction(after.kind)) return Harder::kUnordered;
  Harder out = more_is_harder(moves(before.kind), moves(after.kind));
  out = both(out, more_is_harder(before.step_by_step, after.step_by_step));
  if (before.by && after.by && before.by_points != after.by_points) return Harder::kUnordered;
  if (!before.by || !after.by) return both(out, more_is_harder(before.by.has_value(), after.by.has_value()));
  const Harder by = *before.by == *after.by ? more_is_harder(before.by_strictly, after.by_strictly) : more_is_harder(*before.by, *after.by);
  return both(out, by);
}

Harder harder_record(const Test& before, const Test& after) {
  Harder out = Harder::kSame;
  if (before.record != after.record) {  // any other deed is also a start
    out = before.record == DeedStatus::kStarted  ? Harder::kAfter
          : after.record == DeedStatus::kStarted ? Harder::kBefore
                                                 : Harder::kUnordered;
  }
  return both(out, more_is_harder(before.at_least.value_or(1), after.at_least.value_or(1)));
}

std::int64_t days_about(const Interval& interval) {
  constexpr std::int64_t kDays[] = {1, 30, 91, 365};
  return kDays[static_cast<std::size_t>(interval.unit)] * interval.count;
}

Harder harder_cadence(const Test& before, const Test& after) {
  if (before.every && after.every) return reversed(more_is_harder(days_about(*before.every), days_about(*after.every)));
  if (before.gap && after.gap) return reversed(more_is_harder(days_about(*before.gap), days_about(*after.gap)));
  return Harder::kUnordered;
}

Harder harder(const Test& before, const Test& after) {
  switch (after.kind) {
    case TestKind::kThreshold: return harder_target(before.target, after.target);
    case TestKind::kTrend: return harder_trend(before.trend, after.trend);
    case TestKind::kRecord: return harder_record(before, after);
    case TestKind::kCadence: return harder_cadence(before, after);
    case TestKind::kAllOf:
    case TestKind::kUmbrella: break;
  }
  return Harder::kSame;
}

void add(std::vector<RuleChange>& out, Aspect aspect, Harder harder, Phrase before, Phrase after) {
  if (harder == Harder::kSame) return;
  const Turn turn = harder == Harder::kAfter ? Turn::kTightened : harder == Harder::kBefore ? Turn::kLoosened : Turn::kChanged;
  out.push_back({aspect, turn, Reading::kPlain, std::move(before), std::move(after), {}, {}});
}

// "at its deadline", "at every later period until …", "in each year".
Phrase span_words(const Test& test) {
  static const Phrase kEach[] = {{"每年", "each year"}, {"每半年", "each half-year"}, {"每季度", "each quarter"},
                                 {"每月", "each month"}, {"每天", "each day"},         {"每期", "each period"}};
  if (test.met) return kEach[static_cast<std::size_t>(*test.met)];
  if (!test.hold) return {"到期时", "at its deadline"};
  if (!test.until) return {"到期及以后各期", "at its deadline and ever after"};
  return {"到期至 " + test.until->text(), "from its deadline until " + test.until->text()};
}

void compare_span(const Test& before, const Test& after, std::vector<RuleChange>& out) {
  if (before.hold == after.hold && before.met == after.met && before.until == after.until) return;
  const auto more = [](const Test& test) { return test.hold || test.met.has_value(); };
  const Harder how = more(before) == more(after) ? Harder::kUnordered : more_is_harder(more(before), more(after));
  add(out, Aspect::kSpan, how, span_words(before), span_words(after));
}

void compare_start(const Test& before, const Test& after, std::vector<RuleChange>& out) {
  if (before.from == after.from) return;
  const auto text = [](const std::optional<Date>& date) { return date ? Phrase{date->text(), date->text()} : Phrase{"未定", "none"}; };
  Turn turn = Turn::kChanged;
  if (before.from && after.from) turn = *after.from < *before.from ? Turn::kEarlier : Turn::kLater;
  out.push_back({Aspect::kStart, turn, Reading::kPlain, text(before.from), text(after.from), {}, {}});
}

void compare_members(const DutySides& sides, const Duty& before, const Duty& after, std::vector<RuleChange>& out) {
  const IndicatorTable& indicators = sides.catalog.indicators;
  const auto words = [&](const Duty& member) {
    Phrase test = test_words(indicators, member, std::nullopt);
    if (member.indicator == kNoIndicator) return test;
    const Phrase what = indicators[member.indicator].name();
    return Phrase{what.zh + " " + test.zh, what.en + " " + test.en};
  };
  const auto same = [](const Duty& duty, const std::vector<Duty>& others) {
    return std::find_if(others.begin(), others.end(), [&](const Duty& other) {
      return other.indicator == duty.indicator && other.test.kind == duty.test.kind;
    });
  };
  for (const Duty& member : after.members) {
    const auto old = same(member, before.members);
    if (old == before.members.end()) {
      out.push_back({Aspect::kTarget, Turn::kTightened, Reading::kPlain, {}, {}, {words(member)}, {}});
    } else {
      add(out, Aspect::kTarget, harder(old->test, member.test), words(*old), words(member));
    }
  }
  for (const Duty& member : before.members) {
    if (same(member, after.members) != after.members.end()) continue;
    out.push_back({Aspect::kTarget, Turn::kLoosened, Reading::kPlain, {}, {}, {}, {words(member)}});
  }
}

}  // namespace

void compare_tests(const DutySides& sides, const Duty& before, const Duty& after, std::vector<RuleChange>& out) {
  if (before.test.kind != after.test.kind) {
    out.push_back({Aspect::kTest, Turn::kChanged, Reading::kPlain, name(before.test.kind), name(after.test.kind), {}, {}});
    return;
  }
  const IndicatorTable& indicators = sides.catalog.indicators;
  add(out, Aspect::kTarget, harder(before.test, after.test), test_words(indicators, before, std::nullopt),
      test_words(indicators, after, std::nullopt));
  compare_members(sides, before, after, out);
  compare_span(before.test, after.test, out);
  compare_start(before.test, after.test, out);
  const int old_base = before.test.trend.baseline, new_base = after.test.trend.baseline;
  if (after.test.kind == TestKind::kTrend && old_base != new_base) {
    const auto text = [](int year) { return Phrase{std::to_string(year), std::to_string(year)}; };
    out.push_back({Aspect::kBaseline, Turn::kChanged, Reading::kPlain, text(old_base), text(new_base), {}, {}});
  }
}

}  // namespace kaohe

// SPDX-License-Identifier: Apache-2.0
#include "report/listing/duty_words.h"

#include <fmt/format.h>

#include <algorithm>

#include "report/text/text_parts.h"

namespace kaohe {
namespace {

std::string combine_words(const Page& page, const Combine& combine) {
  static const Phrase kFolds[] = {{"", ""},           {"求和", "the sum"},        {"平均", "the mean"}, {"取末值", "the last"},
                                  {"取最大", "the maximum"}, {"取最小", "the minimum"}, {"加权平均", "the weighted mean"}};
  const Phrase& how = kFolds[static_cast<std::size_t>(combine.how)];
  static const Phrase kParts[] = {{}, {"各设区市（州）", "each prefecture"}, {"各县（市、区）", "each county"}, {"各县级及以上城市", "each city"}, {}};
  const Phrase& parts = kParts[static_cast<std::size_t>(combine.parts)];
  return page.say({"由" + parts.zh + how.zh, how.en + " over " + parts.en});
}

}  // namespace

Phrase period_name(PeriodKind kind) {
  switch (kind) {
    case PeriodKind::kYear: return {"年", "year"};
    case PeriodKind::kHalf: return {"半年", "half"};
    case PeriodKind::kQuarter: return {"季", "quarter"};
    case PeriodKind::kMonth: return {"月", "month"};
    case PeriodKind::kDay: return {"日", "day"};
    case PeriodKind::kToDate: break;
  }
  return {"累计", "to date"};
}

std::string units_words(const Page& page, const Catalog& catalog, const Plan& plan, const Who& who) {
  std::string out = page.say(who_words(catalog.regions, plan, who));
  if (who.items.empty()) return out;
  const std::string items = first_names(page, who.items, who.items.size());
  return out + page.say({"；分项：" + items, "; for each of: " + items});
}

std::string what_words(const Page& page, const Catalog& catalog, const Duty& duty) {
  if (duty.test.kind == TestKind::kUmbrella) {
    const std::string rules = first_names(page, duty.test.rules, SIZE_MAX);
    return page.say({"规则 " + rules, "rules " + rules});
  }
  if (duty.test.kind == TestKind::kAllOf) {
    std::vector<std::string> pieces;
    for (const Duty& member : duty.members) {
      const std::string one = what_words(page, catalog, member);
      if (std::find(pieces.begin(), pieces.end(), one) == pieces.end()) pieces.push_back(one);
    }
    return name_list(page, pieces, SIZE_MAX);
  }
  if (duty.indicator == kNoIndicator) {
    const Phrase deed = deed_word(duty.test.record);
    return page.say({"“" + deed.zh + "”的办理记录", "a record that it was " + deed.en});
  }
  const Indicator& indicator = catalog.indicators[duty.indicator];
  std::string out = page.say({indicator.name().zh + "（" + indicator.unit.id + "）", indicator.name().en + " (" + indicator.unit.id + ")"});
  if (duty.combine) out += page.say({"，", ", "}) + combine_words(page, *duty.combine);
  return out;
}

std::string asked_words(const Page& page, const Catalog& catalog, const Duty& duty) {
  std::vector<std::string> pieces = {page.say(test_words(catalog.indicators, duty, std::nullopt))};
  const Test& test = duty.test;
  if (test.met) {
    const Phrase period = period_name(*test.met);
    pieces.push_back(page.say({"每" + period.zh + "都要达到", "in every " + period.en}));
  }
  if (test.hold && test.until) pieces.push_back(page.say({"并保持到 " + test.until->text(), "and held until " + test.until->text()}));
  if (test.hold && !test.until) pieces.push_back(page.say({"并一直保持", "and held from then on"}));
  if (duty.compare == Compare::kRounded) pieces.push_back(page.say({"修约后比较（GB/T 8170）", "rounded first (GB/T 8170)"}));
  if (duty.roll_up.kind != RollUpKind::kAll) pieces.push_back(page.say(roll_up_words(duty.roll_up)));
  return joined(page, pieces);
}

std::string when_words(const Page& page, const Duty& duty) {
  std::string out = page.say(due_words(duty.due));
  if (duty.due.stages.empty()) out += page.say({"（按判定截止日判）", " (judged at the as-of date)"});
  if (duty.test.from) out = page.say({duty.test.from->text() + " 起，至 " + out, "from " + duty.test.from->text() + " to " + out});
  if (duty.due.from == DueFrom::kPlan) out += page.say({"（方案的结束日）", " (the plan's end)"});
  return out;
}

std::string regions_words(const Page& page, const Catalog& catalog, const Indicator& indicator) {
  const auto name = [&](std::size_t index) { return catalog.indicators[index].name(); };
  if (indicator.is_ratio()) {
    const Phrase above = name(indicator.numerator);
    const Phrase below = name(indicator.denominator);
    return page.say({"“" + above.zh + "”之和除以“" + below.zh + "”之和", "the sum of " + above.en + " over the sum of " + below.en});
  }
  switch (indicator.over_regions) {
    case Fold::kSum: return page.say({"下级各地之和", "the sum of its parts"});
    case Fold::kMean: return page.say({"下级各地的平均", "the mean of its parts"});
    case Fold::kMax: return page.say({"下级各地的最大值", "the greatest of its parts"});
    case Fold::kMin: return page.say({"下级各地的最小值", "the least of its parts"});
    case Fold::kWeightedMean: {
      const Phrase weight = name(indicator.weight);
      return page.say({"下级各地按“" + weight.zh + "”加权平均", "the mean of its parts weighted by " + weight.en});
    }
    case Fold::kLast:
    case Fold::kNone: break;
  }
  return page.say({"不由下级汇总，要本单位自己的数", "not from its parts: the unit's own figure is needed"});
}

std::string time_words(const Page& page, const Indicator& indicator) {
  switch (indicator.over_time) {
    case Fold::kSum: return page.say({"各月（季）之和", "the sum of months or quarters"});
    case Fold::kMean: return page.say({"各月（季）的平均", "the mean of months or quarters"});
    case Fold::kLast: return page.say({"期末的数", "that of the last month or quarter"});
    case Fold::kMax: return page.say({"各月（季）的最大值", "the greatest of months or quarters"});
    case Fold::kMin: return page.say({"各月（季）的最小值", "the least of months or quarters"});
    case Fold::kWeightedMean:
    case Fold::kNone: break;
  }
  return page.say({"不由各月（季）推算，要全期的数", "not from months or quarters: a figure of the whole period is needed"});
}

}  // namespace kaohe

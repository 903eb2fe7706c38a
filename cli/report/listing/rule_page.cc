// SPDX-License-Identifier: Apache-2.0
// `kaohe explain RULE`: one rule in full. Nothing is judged here.
#include <fmt/format.h>

#include <algorithm>

#include "report/listing/duty_words.h"
#include "report/listing.h"
#include "report/listing/rule_json.h"
#include "report/text/text_parts.h"

namespace kaohe {
namespace {

constexpr std::size_t kIn = 2;
constexpr std::size_t kManyNames = 20;

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    out.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return out;
}

std::string ledger_text(const Page& page, const Clause& source) {
  if (source.ledger.empty()) return {};
  std::string rows;
  for (const int row : source.ledger) rows += (rows.empty() ? "" : page.say({"、", ", "})) + std::to_string(row);
  return page.say({"第 " + rows + " 行", rows});
}

void write_head(Page& page, const RuleRef& ref) {
  const Rule& rule = *ref.rule;
  const Phrase tier = tier_name(rule.tier);
  page.line(0, {{page.say(rule.title), Ink::kBold}, {page.say({"［" + tier.zh + "］", " [" + tier.en + "]"})}, {" " + rule.full_id, Ink::kDim}});
  labelled(page, kIn, {"方案", "plan"}, plan_title(page, *ref.plan));
  labelled(page, kIn, {"条款", "clause"}, rule.source.path);
  labelled(page, kIn, {"原文", "anchor"}, page.say({"“" + rule.source.anchor + "”", "\"" + rule.source.anchor + "\""}));
  labelled(page, kIn, {"台账", "ledger"}, ledger_text(page, rule.source));
  labelled(page, kIn, {"别名", "also called"}, first_names(page, rule.aliases, SIZE_MAX));
}

void write_duty(Page& page, const Catalog& catalog, const Plan& plan, const Duty& duty) {
  labelled(page, kIn, {"考核谁", "who"}, units_words(page, catalog, plan, duty.who));
  labelled(page, kIn, {"看什么", "what"}, what_words(page, catalog, duty));
  labelled(page, kIn, {"要求", "test"}, asked_words(page, catalog, duty));
  for (const Duty& member : duty.members) {
    page.line(kIn + 2, {{"- " + what_words(page, catalog, member) + page.say({"：", ": "}) + asked_words(page, catalog, member)}});
  }
  if (!duty.local.empty()) {
    std::vector<std::string> local;
    for (const auto& [code, target] : duty.local) {
      const auto entry = catalog.regions.find_code(code, plan.issued);
      local.push_back((entry ? catalog.regions[*entry].name : code) + " " + page.say(target_words(catalog.indicators, target.text)));
    }
    labelled(page, kIn, {"下达到各地的目标", "local targets"}, first_names(page, local, kManyNames));
  }
  labelled(page, kIn, {"期限", "due"}, when_words(page, duty));
  if (duty.due.from == DueFrom::kPlan) labelled(page, kIn, {"期限依据", "said by"}, page.say(plan.ends_by));
}

void write_readings(Page& page, const Catalog& catalog, const RuleRef& ref) {
  const Rule& rule = *ref.rule;
  labelled(page, kIn, {"读入的理解", "read into it"}, page.say(rule.reading));
  labelled(page, kIn, {"说明", "note"}, page.say(rule.note));
  if (!rule.strict) return;
  page.heading(page.say({"从严理解", "strict reading"}));
  write_duty(page, catalog, *ref.plan, *rule.strict);
}

std::vector<std::size_t> indicators_of(const Rule& rule) {
  std::vector<std::size_t> out;
  const auto take = [&out](std::size_t index) {
    if (index != kNoIndicator && std::find(out.begin(), out.end(), index) == out.end()) out.push_back(index);
  };
  const auto take_duty = [&](const Duty& duty) {
    take(duty.indicator);
    take(duty.test.target.reference);
    for (const Duty& member : duty.members) {
      take(member.indicator);
      take(member.test.target.reference);
    }
  };
  take_duty(rule.plain);
  if (rule.strict) take_duty(*rule.strict);
  return out;
}

void write_indicator(Page& page, const Catalog& catalog, const Indicator& indicator) {
  page.heading(page.say({"指标：" + indicator.name().zh, "indicator: " + indicator.name().en}) + "  " + indicator.id);
  labelled(page, kIn, {"定义", "definition"}, page.say(indicator.definition));
  labelled(page, kIn, {"单位", "unit"}, indicator.unit.id);
  labelled(page, kIn, {"取值范围", "range"}, indicator.range.text.empty() ? page.say({"不限", "any"}) : indicator.range.text);
  static const Phrase kBetter[] = {{"越高越好", "higher"}, {"越低越好", "lower"}, {}};
  labelled(page, kIn, {"方向", "better"}, page.say(kBetter[static_cast<std::size_t>(indicator.better)]));
  labelled(page, kIn, {"时期", "period"}, page.say(period_name(indicator.period)));
  labelled(page, kIn, {"各地怎样汇总", "over regions"}, regions_words(page, catalog, indicator));
  labelled(page, kIn, {"各期怎样合成", "over time"}, time_words(page, indicator));
  labelled(page, kIn, {"标准", "standard"}, indicator.standard);
  std::vector<std::string> names = indicator.names_zh;
  names.insert(names.end(), indicator.names_en.begin(), indicator.names_en.end());
  labelled(page, kIn, {"填报时可用的名称", "names a submission may use"}, first_names(page, names, SIZE_MAX));
}

bool any(const Duty& duty, bool (*holds)(const Duty&)) {
  return holds(duty) || std::any_of(duty.members.begin(), duty.members.end(), holds);
}

void write_submitting(Page& page, const Catalog& catalog, const RuleRef& ref, const ExampleUnit& unit) {
  const Duty& duty = ref.rule->plain;
  page.heading(page.say({"怎样填报", "how to submit it"}));
  if (duty.test.kind == TestKind::kUmbrella) {
    page.line(kIn, page.say({"自身不用填报：所含规则都达标，它就达标（kaohe rules 可以列出这些规则）",
                             "nothing of its own: it is met when the rules under it are (kaohe rules lists them)"}));
  }
  if (any(duty, [](const Duty& one) { return one.indicator != kNoIndicator; })) {
    page.line(kIn, page.say({"数据：每行一个地区、一个时期、一个指标；也可以一行一地一期、每个指标一列。"
                             "没有本单位的数时，按上面的汇总办法由分子分母或下级各地算出",
                             "figures: a row for each region, period and indicator, or a column per indicator. Without the unit's own "
                             "figure it is computed as said above, from its numerator and denominator or from its parts"}));
  }
  if (any(duty, [](const Duty& one) {
        return one.test.kind == TestKind::kRecord || (one.test.kind == TestKind::kCadence && one.indicator == kNoIndicator);
      })) {
    page.line(kIn, page.say({"办理记录：每行一件；“任务”写规则标识、标题或别名，另可加 文件、佐证、备注 各列",
                             "records: a row for each deed; its duty is the rule's id, title or alias; document, evidence and note may "
                             "be added"}));
  }
  for (const std::string& table : example_tables(catalog, ref, unit, page.language())) {
    page.blank();
    for (const std::string& line : lines_of(table)) page.verbatim(kIn + 2, line);
  }
}

void write_manual(Page& page, TestKind kind, const Phrase& manual) {
  page.heading(page.say({"检验“" + name(kind).zh + "”是怎么判的", "how a " + name(kind).en + " is judged"}));
  for (const std::string& line : lines_of(page.say(manual))) page.line(kIn, line);
}

}  // namespace

std::string rule_text(const Catalog& catalog, const RuleRef& ref, const ExampleUnit& unit, const Phrase& manual, Language language,
                      const Style& style) {
  Page page(style, language);
  write_head(page, ref);
  page.blank();
  write_duty(page, catalog, *ref.plan, ref.rule->plain);
  write_readings(page, catalog, ref);
  for (const std::size_t index : indicators_of(*ref.rule)) write_indicator(page, catalog, catalog.indicators[index]);
  write_submitting(page, catalog, ref, unit);
  write_manual(page, ref.rule->plain.test.kind, manual);
  return page.take();
}

std::string rule_json(const Catalog& catalog, const RuleRef& ref, const ExampleUnit& unit, const Phrase& manual, Language language) {
  Json out = json_of_rule(catalog, ref, language);
  out["examples"] = example_tables(catalog, ref, unit, language);
  out["manual"] = manual.in(language);
  return json_text(out);
}

}  // namespace kaohe

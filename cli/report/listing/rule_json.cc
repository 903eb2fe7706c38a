// SPDX-License-Identifier: Apache-2.0
#include "report/listing/rule_json.h"

#include "report/listing/duty_words.h"
#include "report/text/text_parts.h"

namespace kaohe {
namespace {

Json json_indicator(const Catalog& catalog, std::size_t index, Language language) {
  if (index == kNoIndicator) return {};
  const Indicator& indicator = catalog.indicators[index];
  Json out;
  out["id"] = indicator.id;
  out["name"] = indicator.name().in(language);
  out["unit"] = indicator.unit.id;
  out["range"] = or_null(indicator.range.text);
  out["better"] = word(indicator.better);
  out["period"] = word(indicator.period);
  out["over_time"] = indicator.over_time == Fold::kNone ? Json() : Json(word(indicator.over_time));
  out["over_regions"] = indicator.over_regions == Fold::kNone ? Json() : Json(word(indicator.over_regions));
  const auto id = [&](std::size_t part) { return part == kNoIndicator ? Json() : Json(catalog.indicators[part].id); };
  out["numerator"] = id(indicator.numerator);
  out["denominator"] = id(indicator.denominator);
  out["weight"] = id(indicator.weight);
  out["standard"] = or_null(indicator.standard);
  out["definition"] = or_null(indicator.definition.in(language));
  return out;
}

Json json_duty(const Page& page, const Catalog& catalog, const Plan& plan, const Duty& duty) {
  Json stages = Json::array();
  for (const Date& stage : duty.due.stages) stages.push_back(stage.text());
  Json members = Json::array();
  for (const Duty& member : duty.members) members.push_back(json_duty(page, catalog, plan, member));
  Json out;
  out["kind"] = word(duty.test.kind);
  out["who"] = units_words(page, catalog, plan, duty.who);
  out["what"] = what_words(page, catalog, duty);
  out["test"] = asked_words(page, catalog, duty);
  out["target"] = duty.test.kind == TestKind::kThreshold ? or_null(duty.test.target.text) : Json();
  out["due"] = std::move(stages);
  out["due_from"] = word(duty.due.from);
  out["from"] = duty.test.from ? Json(duty.test.from->text()) : Json();
  out["compare"] = duty.compare == Compare::kRounded ? "rounded" : "exact";
  out["indicator"] = json_indicator(catalog, duty.indicator, page.language());
  out["members"] = std::move(members);
  return out;
}

}  // namespace

Json json_of_rule(const Catalog& catalog, const RuleRef& ref, Language language) {
  const Page page({}, language);
  const Rule& rule = *ref.rule;
  Json out;
  out["rule"] = rule.full_id;
  out["plan"] = ref.plan->id;
  out["tier"] = word(rule.tier);
  out["title"] = rule.title.in(language);
  out["aliases"] = rule.aliases;
  out["clause"] = rule.source.path;
  out["anchor"] = rule.source.anchor;
  out["ledger"] = rule.source.ledger;
  out["reading"] = or_null(rule.reading.in(language));
  out["note"] = or_null(rule.note.in(language));
  out["plain"] = json_duty(page, catalog, *ref.plan, rule.plain);
  out["strict"] = rule.strict ? json_duty(page, catalog, *ref.plan, *rule.strict) : Json();
  return out;
}

}  // namespace kaohe

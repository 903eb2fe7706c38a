// SPDX-License-Identifier: Apache-2.0
// One verdict as JSON. Every key is always there (null or [] when it holds nothing), so that a reader need not ask.
#include "report/json/json_parts.h"

namespace kaohe {
namespace {

template <typename T, typename F>
Json array_of(const std::vector<T>& things, const F& one) {
  Json out = Json::array();
  for (const T& thing : things) out.push_back(one(thing));
  return out;
}

Json json_places(const Report& report, const std::vector<Place>& places) {
  return array_of(places, [&](const Place& place) { return json_place(report, place); });
}

Json json_lack(const Report& report, const Lack& lack) {
  const bool figure = lack.indicator != kNoIndicator;
  Json out;
  out["region"] = json_region(report.catalog.regions, lack.region);
  out["indicator"] = figure ? Json(report.catalog.indicators[lack.indicator].id) : Json();
  out["name"] = figure ? Json(report.catalog.indicators[lack.indicator].name().in(report.language)) : Json();
  out["period"] = lack.period ? Json(lack.period->text()) : Json();
  out["item"] = or_null(lack.item);
  out["reason"] = or_null(lack.reason->in(report.language));
  out["cell"] = lack.place.known() ? json_place(report, lack.place) : Json();
  return out;
}

Json json_step(const Report& report, const Step& step) {
  Json out;
  out["name"] = step.name;
  out["outcome"] = word(step.outcome);
  out["from"] = or_null(step.from_value);
  out["to"] = or_null(step.to_value);
  out["margin"] = or_null(step.margin);
  out["target"] = or_null(step.target);
  out["reason"] = or_null(step.reason.in(report.language));
  out["figures"] = json_places(report, step.places);
  return out;
}

Json json_alternative(const Shared<Alternative>& other) {
  if (!other) return {};
  Json out;
  out["outcome"] = word(other->outcome);
  out["value"] = or_null(other->value);
  return out;
}

Json json_parts(const Shared<PartsSummary>& parts) {
  if (!parts) return {};
  Json out;
  out["used"] = parts->used;
  out["wanted"] = parts->wanted;
  out["how"] = parts->how;
  return out;
}

Json json_waiver(const Report& report, const std::optional<std::size_t>& index) {
  if (!index || *index >= report.waivers.size()) return {};
  const Waiver& waiver = report.waivers[*index];
  Json out;
  out["rule"] = waiver.rule;
  out["region"] = waiver.region;
  out["from"] = waiver.from.text();
  out["until"] = waiver.until.text();
  out["reason"] = or_null(waiver.reason);
  out["approved_by"] = or_null(waiver.approved_by);
  out["document"] = or_null(waiver.document);
  return out;
}

// Who, when and what outcome.
void add_identity(Json& out, const Report& report, const Verdict& verdict) {
  const Rule& rule = report.rule_of(verdict);
  const Duty& duty = rule.duty(verdict.reading.value_or(Reading::kPlain));
  out["rule"] = rule.full_id;
  out["reading"] = verdict.reading ? word(*verdict.reading) : "both";
  out["kind"] = word(duty.test.kind);
  out["tier"] = word(rule.tier);
  out["region"] = json_region(report.catalog.regions, verdict.region);
  out["item"] = or_null(verdict.item);
  out["period"] = verdict.period.text();
  out["due"] = verdict.due ? Json(verdict.due->text()) : Json();
  out["due_from"] = word(verdict.due_from);
  out["outcome"] = word(verdict.outcome);
  out["outlook"] = verdict.outlook ? Json(word(*verdict.outlook)) : Json();
}

}  // namespace

Json json_verdict(const Report& report, const Verdict& verdict) {
  Json out;
  add_identity(out, report, verdict);
  out["value"] = or_null(verdict.value_text);
  out["value_exact"] = verdict.value ? Json(verdict.value->fraction_text()) : Json();
  out["unit"] = or_null(verdict.unit);
  out["target"] = or_null(verdict.target);
  out["margin"] = or_null(verdict.margin_text);
  out["margin_exact"] = verdict.margin ? Json(verdict.margin->fraction_text()) : Json();
  out["would_pass"] = or_null(verdict.would_pass->in(report.language));
  out["decided_by"] = verdict.decided_by ? Json(word(*verdict.decided_by)) : Json();
  out["bounds"] = or_null(verdict.bounds);
  out["method"] = or_null(verdict.method->in(report.language));
  out["parts"] = json_parts(verdict.parts);
  out["missing"] = array_of(*verdict.missing, [&](const Lack& lack) { return json_lack(report, lack); });
  out["disputed"] = json_alternative(verdict.disputed);
  out["rounded"] = json_alternative(verdict.rounded);
  out["indicative"] = verdict.indicative;
  out["reason"] = or_null(verdict.reason->in(report.language));
  out["figures"] = json_places(report, verdict.figures);
  out["waiver"] = json_waiver(report, verdict.waiver);
  const auto step = [&](const Step& one) { return json_step(report, one); };
  out["steps"] = array_of(*verdict.steps, step);
  out["intervals"] = array_of(*verdict.intervals, step);
  out["tests"] = array_of(*verdict.tests, step);
  if (report.since.file.empty()) return out;
  out["change"] = verdict.change ? Json(word(*verdict.change)) : Json();
  out["before"] = verdict.before ? Json({{"outcome", word(*verdict.before)}, {"value", or_null(verdict.before_value)}}) : Json();
  return out;
}

}  // namespace kaohe

// SPDX-License-Identifier: Apache-2.0
// One verdict as JSON. Every key is always there (null or [] when it holds nothing), so that a reader need not ask.
#include <fmt/format.h>

#include "report/json/json_parts.h"

namespace kaohe {
namespace {

std::string text_of(const Json& json) { return json.dump(1, ' ', false, Json::error_handler_t::replace); }

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
  out["figures"] = nullptr;  // see add_cells()
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

// What `json` says, two levels down.
void add_indented(std::string_view json, std::string& out) {
  for (std::size_t end = json.find('\n'); end != std::string_view::npos; end = json.find('\n')) {
    out.append(json.substr(0, end + 1)).append("  ");
    json.remove_prefix(end + 1);
  }
  out += json;
}

void add_number(std::string_view key, std::optional<std::uint64_t> number, std::string& out) {
  out.append(",\n     \"").append(key).append("\": ");
  if (number) {
    const fmt::format_int digits(*number);
    out.append(digits.data(), digits.size());
  } else {
    out += "null";
  }
}

// As json_place() says it, line by line: a verdict may stand in thousands of cells.
void add_cells(const Report& report, const std::vector<Place>& cells, std::string& out) {
  const auto unless_0 = [](std::uint32_t number) { return number == 0 ? std::nullopt : std::optional<std::uint64_t>(number); };
  std::string file;
  const Place* before = nullptr;
  for (const Place& cell : cells) {
    if (before == nullptr || before->file != cell.file) file = text_of(Json(report.problems.files.name(cell)));
    out.append(before == nullptr ? "[" : ",").append("\n    {\n     \"file\": ").append(file);
    before = &cell;
    add_number("line", unless_0(cell.line), out);
    add_number("column", unless_0(cell.column), out);
    add_number("field", unless_0(cell.field), out);
    const std::string name = excel_cell(cell);
    out.append(",\n     \"cell\": ").append(name.empty() ? "null" : "\"" + name + "\"");
    add_number("offset", cell.line == 0 ? std::nullopt : std::optional(cell.offset), out);
    out += "\n    }";
  }
  out += before == nullptr ? "[]" : "\n   ]";
}

}  // namespace

void add_verdict(const Report& report, const Verdict& verdict, std::string& out) {
  static constexpr std::string_view kFigures = "\n \"figures\": ", kHere = "null";  // at this level there is no other
  const std::string frame = text_of(json_verdict(report, verdict));
  const std::size_t here = frame.find(kFigures) + kFigures.size();
  add_indented(std::string_view(frame).substr(0, here), out);
  add_cells(report, verdict.figures, out);
  add_indented(std::string_view(frame).substr(here + kHere.size()), out);
}

}  // namespace kaohe

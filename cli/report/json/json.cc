// SPDX-License-Identifier: Apache-2.0
// The machine's contract (data/schema/report.schema.json): ordered keys, decimals as strings, codes in English; names,
// reasons and messages in the report's language.
#include "report/format.h"
#include "report/json/json_parts.h"
#include "version.h"

namespace kaohe {
namespace {

constexpr int kFormatVersion = 1;

Json json_selection(const Selection& selection) {
  Json out;
  out["region"] = or_null(selection.region);
  out["only"] = selection.only;
  out["rules_left_out"] = selection.rules_left_out;
  out["units_left_out"] = selection.units_left_out;
  out["figures_after_as_of"] = selection.figures_after_as_of;
  out["region_hint"] = or_null(selection.region_hint);
  return out;
}

Json json_plans(const Report& report) {
  Json out = Json::array();
  for (const Plan& plan : report.catalog.plans) {
    out.push_back({{"id", plan.id},
                   {"title", plan.title.in(report.language)},
                   {"file", plan.file},
                   {"sha256", plan.sha256},
                   {"unchecked", plan.unchecked.size()}});
  }
  return out;
}

Json json_data(const Catalog& catalog) {
  Json out = Json::array();
  for (const DataFile& file : catalog.data) out.push_back({{"file", file.file}, {"sha256", file.sha256}});
  return out;
}

Json json_input(const Input& input) {
  Json out;
  out["file"] = input.file;
  out["sha256"] = input.sha256;
  out["bytes"] = input.bytes;
  out["encoding"] = or_null(input.encoding);
  out["encoding_how"] = or_null(input.encoding_how);
  if (!input.reading.package.empty()) out["datapackage"] = input.reading.package;
  out["layout"] = or_null(input.layout);
  out["rows"] = {{"read", input.rows.read},
                 {"header", input.rows.header},
                 {"data", input.rows.data},
                 {"skipped", input.rows.skipped},
                 {"error", input.rows.error}};
  out["cells"] = {{"values", input.cells.values},
                  {"figures", input.cells.figures},
                  {"missing", input.cells.missing},
                  {"invalid", input.cells.invalid},
                  {"repeated", input.cells.repeated}};
  out["records"] = input.records;
  return out;
}

Json json_rule(const Report& report, const RuleOutcome& outcome) {
  const Rule& rule = report.catalog.plans[outcome.plan].rules[outcome.rule];
  const auto reading = [&](Outcome one) { return Json({{"outcome", outcome.partial ? Json() : Json(word(one))}}); };
  Json units = Json::object();
  for (const Outcome one : kOutcomes) {
    const std::uint64_t count = outcome.units[static_cast<std::size_t>(one)];
    if (count > 0) units[std::string(word(one))] = count;
  }
  Json out;
  out["rule"] = rule.full_id;
  out["title"] = rule.title.in(report.language);
  out["clause"] = rule.source.path;
  out["anchor"] = rule.source.anchor;
  out["tier"] = word(rule.tier);
  // A partial rule was judged on some of its units only: that decides the units, never the rule.
  out["outcome"] = outcome.partial ? Json() : Json(word(outcome.outcome));
  out["partial"] = outcome.partial;
  out["decided_by"] = outcome.by_bounds ? Json("bounds") : Json();
  out["units"] = std::move(units);
  out["plain"] = reading(outcome.plain);
  out["strict"] = reading(outcome.strict);
  return out;
}

Json json_summary(const Report& report) {
  Json out;
  for (const Tier tier : kTiers) {
    Json counts;
    for (const Outcome one : kOutcomes) {
      counts[std::string(word(one))] = report.summary[static_cast<std::size_t>(tier)][static_cast<std::size_t>(one)];
    }
    out[std::string(word(tier))] = std::move(counts);
  }
  return out;
}

Json json_since(const Report& report) {
  const Since& since = report.since;
  Json counts, gone = Json::array();
  for (const Change change : kChanges) counts[std::string(word(change))] = since.counts[static_cast<std::size_t>(change)];
  for (const GoneVerdict& one : since.gone) {
    gone.push_back({{"rule", one.rule}, {"region", {{"code", one.code}, {"name", one.region}}}, {"item", or_null(one.item)}, {"period", one.period}, {"outcome", word(one.outcome)},
                    {"value", or_null(one.value)}, {"target", or_null(one.target)}, {"why", one.why.in(report.language)}});
  }
  return {{"file", since.file}, {"sha256", since.sha256}, {"as_of", or_null(since.as_of)}, {"counts", std::move(counts)}, {"gone", std::move(gone)}};
}

Json json_ranking(const Report& report, const Ranking& ranking) {
  const Indicator& indicator = report.catalog.indicators[ranking.indicator];
  Json units = Json::array(), without = Json::array();
  for (const Ranked& unit : ranking.units) {
    units.push_back({{"rank", unit.rank}, {"tied", unit.tied}, {"region", json_region(report.catalog.regions, unit.region)}, {"value", unit.value}, {"target", or_null(unit.target)},
                     {"margin", or_null(unit.margin)}, {"outcome", unit.outcome ? Json(word(*unit.outcome)) : Json()}, {"previous", or_null(unit.previous)},
                     {"change", or_null(unit.change)}, {"worse", unit.worse}, {"much_worse", unit.much_worse}, {"figure", json_place(report, unit.place)}});
  }
  for (const std::uint32_t region : ranking.without) without.push_back(json_region(report.catalog.regions, region));
  return {{"indicator", indicator.id}, {"name", indicator.name().in(report.language)}, {"unit", indicator.unit.id}, {"period", ranking.period.text()}, {"level", word(ranking.level)},
          {"units", std::move(units)}, {"without", std::move(without)}};
}

Json json_tenure(const Report& report) {
  const auto place = [&](const Place& one) { return one.known() ? json_place(report, one) : Json(); };
  Json rows = Json::array();
  for (const TenureRow& row : report.tenure.rows) {
    const Indicator& indicator = report.catalog.indicators[row.indicator];
    rows.push_back({{"indicator", indicator.id}, {"name", indicator.name().in(report.language)}, {"unit", indicator.unit.id},
                    {"region", json_region(report.catalog.regions, row.region)}, {"from", or_null(row.from)}, {"to", or_null(row.to)}, {"change", or_null(row.change)},
                    {"course", word(row.course)}, {"outcome", row.outcome ? Json(word(*row.outcome)) : Json()}, {"rule", or_null(row.rule)}, {"target", or_null(row.target)},
                    {"from_figure", place(row.from_place)}, {"to_figure", place(row.to_place)}});
  }
  return {{"from", report.tenure.from->text()}, {"to", report.tenure.to->text()}, {"rows", std::move(rows)}};
}

template <typename T, typename F>
Json json_list(const std::vector<T>& things, const F& one) {
  Json out = Json::array();
  for (const T& thing : things) out.push_back(one(thing));
  return out;
}

}  // namespace

Json or_null(const std::string& text) { return text.empty() ? Json() : Json(text); }

Json json_region(const Register& regions, std::uint32_t region) {
  if (region >= regions.regions.size()) return {};
  return {{"code", regions[region].code}, {"name", regions[region].name}};
}

// What is not known of a place is null: a TOML place has no field, a file as a whole no line.
Json json_place(const Report& report, const Place& place) { return json_place(report.problems.files, place); }

Json json_place(const FileList& files, const Place& place) {
  const auto number = [](std::uint64_t n) { return n == 0 ? Json() : Json(n); };
  Json out;
  out["file"] = files.name(place);
  out["line"] = number(place.line);
  out["column"] = number(place.column);
  out["field"] = number(place.field);
  out["cell"] = or_null(excel_cell(place));
  out["offset"] = place.line == 0 ? Json() : Json(place.offset);
  return out;
}

Json json_diagnostic(const FileList& files, Language language, const Problem& problem) {
  Json out;
  out["severity"] = word(problem.severity);
  out["code"] = problem.code;
  const Json place = problem.place.known() ? json_place(files, problem.place) : Json();
  for (const char* key : {"file", "line", "column", "field", "cell", "offset"}) out[key] = place.is_null() ? Json() : place[key];
  out["text"] = or_null(problem.text);
  out["message"] = problem.message.in(language);
  out["hint"] = or_null(problem.hint.in(language));
  if (problem.more > 0) {
    out["more"] = problem.more;
    out["last"] = json_place(files, problem.last);
  }
  return out;
}

std::string json_text(const Json& json) { return json.dump(1, ' ', false, Json::error_handler_t::replace) + "\n"; }

namespace {

// One after the other: all of them at once would take far more memory than anything else here.
void pour_verdicts(const Report& report, const TakeBytes& take) {
  std::string piece;
  for (const Verdict& verdict : report.in_full()) {
    piece = piece.empty() ? "[\n  " : ",\n  ";
    add_verdict(report, verdict, piece);
    take(piece);
  }
  take(piece.empty() ? "[]" : "\n ]");
}

constexpr std::string_view kHere = "\n \"verdicts\": \"here\"";  // at this level there is no other

// All but the verdicts.
Json json_frame(const Report& report) {
  Json tiers = Json::array();
  for (const Tier tier : report.tiers) tiers.push_back(word(tier));
  Json out;
  out["kaohe"] = kVersion;
  out["format"] = kFormatVersion;
  // Without a date nothing could be due; the diagnostics say why there is none.
  out["as_of"] = report.as_of.from.empty() ? Json() : Json({{"date", report.as_of.date.text()}, {"from", report.as_of.from}});
  out["reading"] = word(report.reading);
  out["lang"] = report.language == Language::kZh ? "zh" : "en";
  out["tiers"] = std::move(tiers);
  out["fail_on"] = word(report.fail_on);
  out["selection"] = json_selection(report.selection);
  out["plans"] = json_plans(report);
  out["data"] = json_data(report.catalog);
  out["inputs"] = json_list(report.inputs, json_input);
  out["verdicts"] = "here";
  out["rules"] = json_list(report.rules, [&](const RuleOutcome& rule) { return json_rule(report, rule); });
  out["diagnostics"] = json_list(report.problems.all(), [&](const Problem& problem) { return json_diagnostic(report.problems.files, report.language, problem); });
  out["summary"] = json_summary(report);
  out["nothing_due"] = report.nothing_due;
  // Only where they were asked for, as the keys of a verdict that belong to them.
  if (!report.since.file.empty()) out["since"] = json_since(report);
  if (!report.rankings.empty()) out["rankings"] = json_list(report.rankings, [&](const Ranking& one) { return json_ranking(report, one); });
  if (report.tenure.from) out["tenure"] = json_tenure(report);
  out["exit"] = report.exit;
  return out;
}

}  // namespace

void pour_json(const Report& report, const Style&, const TakeBytes& take) {
  const std::string text = json_text(json_frame(report));
  constexpr std::size_t kPlace = std::string_view("\"here\"").size();
  const std::size_t end = text.find(kHere) + kHere.size();
  take(std::string_view(text).substr(0, end - kPlace));
  pour_verdicts(report, take);
  take(std::string_view(text).substr(end));
}

std::string write_json(const Report& report, const Style& style) {
  std::string out;
  pour_json(report, style, [&out](std::string_view bytes) { out += bytes; });
  return out;
}

}  // namespace kaohe

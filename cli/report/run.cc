// SPDX-License-Identifier: Apache-2.0
// The JSON report read back whole. It may come from anywhere: what is not as it should be is refused, never guessed.
#include "report/run.h"

#include <stdexcept>

#include "report/json/json_parts.h"

namespace kaohe {
namespace {

constexpr int kFormatVersion = 1;

std::string text_of(const Json& json, const char* key) {
  const Json& value = json.at(key);
  if (value.is_null()) return {};
  return value.is_string() ? value.get<std::string>() : value.dump();
}

std::string base_name(const std::string& path) { return path.substr(path.rfind('/') == std::string::npos ? 0 : path.rfind('/') + 1); }

Outcome outcome_of(const Json& json) {
  const std::string given = json.at("outcome").get<std::string>();
  for (const Outcome one : kOutcomes) {
    if (word(one) == given) return one;
  }
  throw std::out_of_range(given);
}

RunVerdict verdict_of(const Json& json) {
  RunVerdict out;
  out.rule = text_of(json, "rule");
  out.reading = text_of(json, "reading");
  if (!json.at("region").is_null()) {
    out.code = text_of(json.at("region"), "code");
    out.region = text_of(json.at("region"), "name");
  }
  out.item = text_of(json, "item");
  out.period = text_of(json, "period");
  out.indicative = json.at("indicative").get<bool>();
  out.outcome = outcome_of(json);
  out.value = text_of(json, "value");
  out.unit = text_of(json, "unit");
  out.target = text_of(json, "target");
  out.due = text_of(json, "due");
  out.margin = text_of(json, "margin");
  out.waiver = text_of(json, "waiver");
  Json rest = json;
  for (const char* key : {"outcome", "value", "target", "due", "margin", "waiver"}) rest.erase(key);
  out.rest = rest.dump();
  return out;
}

Run run_of(const Json& json) {
  Run out;
  out.program = text_of(json, "kaohe");
  if (!json.at("as_of").is_null()) out.as_of = text_of(json.at("as_of"), "date");
  out.options = {{"reading", text_of(json, "reading")}, {"lang", text_of(json, "lang")}, {"tier", text_of(json, "tiers")},
                 {"fail-on", text_of(json, "fail_on")}, {"region", text_of(json.at("selection"), "region")}, {"only", text_of(json.at("selection"), "only")}};
  for (const Json& one : json.at("plans")) out.plans[text_of(one, "id")] = text_of(one, "sha256");
  for (const Json& one : json.at("data")) out.tables[base_name(text_of(one, "file"))] = text_of(one, "sha256");
  for (const Json& one : json.at("inputs")) out.inputs[text_of(one, "sha256")] = text_of(one, "file");
  for (const Json& one : json.at("verdicts")) out.verdicts.push_back(verdict_of(one));
  for (const Json& one : json.at("rules")) out.rules.push_back({text_of(one, "rule"), text_of(one, "outcome")});
  out.diagnostics = json.at("diagnostics").dump();
  out.exit = json.at("exit").get<int>();
  return out;
}

Refusal not_ours(const std::string& file, const Phrase& why) {
  return {{"“" + file + "”不是 kaohe 的 JSON 报告：" + why.zh, "\"" + file + "\" is no JSON report of kaohe: " + why.en}};
}

}  // namespace

Result<Run> read_run(const Source& file) {
  try {
    const Json json = Json::parse(file.bytes);
    if (!json.is_object() || !json.contains("kaohe")) return not_ours(file.name, {"没有键 kaohe", "it has no key kaohe"});
    if (json.at("format") != kFormatVersion) return not_ours(file.name, {"格式版本不是 1", "its format is not 1"});
    Run out = run_of(json);
    out.name = file.name;
    return out;
  } catch (const Json::exception& error) {
    return not_ours(file.name, {error.what(), error.what()});
  } catch (const std::out_of_range& error) {
    return not_ours(file.name, {std::string("不认识“") + error.what() + "”", std::string("unknown word \"") + error.what() + "\""});
  }
}

std::string without_version(std::string_view json) {
  constexpr std::string_view kStart = "{\n \"kaohe\": \"";  // the first key, as write_json writes it
  const std::size_t end = json.starts_with(kStart) ? json.find('"', kStart.size()) : std::string_view::npos;
  if (end == std::string_view::npos) return std::string(json);
  return std::string(kStart) + std::string(json.substr(end));
}

}  // namespace kaohe

// SPDX-License-Identifier: Apache-2.0
// The JSON report read back. It may come from anywhere, so whatever is not as it should be is refused, never guessed.
#include "report/past.h"

#include <array>
#include <stdexcept>

#include "report/json/json_parts.h"

namespace kaohe {
namespace {

constexpr int kFormatVersion = 1;

Refusal not_ours(const std::string& file, const Phrase& why) {
  return {
      {"“" + file + "”不是 kaohe 的 JSON 报告：" + why.zh, "\"" + file + "\" is no JSON report of kaohe: " + why.en}};
}

std::string text_of(const Json& json, const char* key) {
  const Json& value = json.at(key);
  return value.is_null() ? std::string() : value.get<std::string>();
}

template <typename T, typename Set>
T worded(const Set& all, const std::string& given) {
  for (const T one : all) {
    if (word(one) == given) return one;
  }
  throw std::out_of_range(given);
}

PastVerdict verdict_of(const Json& json) {
  PastVerdict out;
  out.rule = json.at("rule").get<std::string>();
  out.tier = worded<Tier>(kTiers, json.at("tier").get<std::string>());
  if (!json.at("region").is_null()) {
    out.code = json.at("region").at("code").get<std::string>();
    out.region = json.at("region").at("name").get<std::string>();
  }
  out.item = text_of(json, "item");
  out.period = json.at("period").get<std::string>();
  out.outcome = worded<Outcome>(kOutcomes, json.at("outcome").get<std::string>());
  out.value = text_of(json, "value");
  out.target = text_of(json, "target");
  return out;
}

PastReport report_of(const Json& json) {
  PastReport out;
  if (!json.at("as_of").is_null()) out.as_of = json.at("as_of").at("date").get<std::string>();
  const std::string reading = json.at("reading").get<std::string>();
  out.reading = worded<Reading>(std::array{Reading::kPlain, Reading::kStrict}, reading);
  for (const Json& one : json.at("verdicts")) {
    const std::string of = one.at("reading").get<std::string>();
    if (!one.at("indicative").get<bool>() && (of == "both" || of == reading)) out.verdicts.push_back(verdict_of(one));
  }
  for (const Json& one : json.at("rules")) {
    const bool partial = one.at("partial").get<bool>();
    out.rules.push_back({one.at("rule").get<std::string>(),
                         partial ? Outcome::kMissing : worded<Outcome>(kOutcomes, one.at("outcome").get<std::string>()),
                         partial});
  }
  return out;
}

}  // namespace

Result<PastReport> read_past(const Source& file) {
  try {
    const Json json = Json::parse(file.bytes);
    if (!json.is_object() || !json.contains("kaohe"))
      return not_ours(file.name, {"没有键 kaohe", "it has no key kaohe"});
    if (json.at("format") != kFormatVersion) return not_ours(file.name, {"格式版本不是 1", "its format is not 1"});
    PastReport out = report_of(json);
    out.file = file.name;
    out.sha256 = sha256_hex(file.bytes);
    return out;
  } catch (const Json::exception& error) {
    return not_ours(file.name, {error.what(), error.what()});
  } catch (const std::out_of_range& error) {
    return not_ours(
        file.name, {std::string("不认识“") + error.what() + "”", std::string("unknown word \"") + error.what() + "\""});
  }
}

}  // namespace kaohe

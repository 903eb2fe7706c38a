// SPDX-License-Identifier: Apache-2.0
#include "command/recorded.h"

#include <nlohmann/json.hpp>

#include "command/choice.h"

namespace kaohe {
namespace {

using Json = nlohmann::ordered_json;

constexpr int kFormat = 1;

struct TextOption {
  const char* key;
  std::string CheckArguments::*value;
};
struct ListOption {
  const char* key;
  std::vector<std::string> CheckArguments::*value;
};
struct FlagOption {
  const char* key;
  bool CheckArguments::*value;
};

// Every option of check that the report depends on, under its long name.
constexpr TextOption kTexts[] = {{"as-of", &CheckArguments::as_of},     {"region", &CheckArguments::region},   {"waivers", &CheckArguments::waivers},
                                 {"reading", &CheckArguments::reading}, {"fail-on", &CheckArguments::fail_on}, {"since", &CheckArguments::since},
                                 {"rank", &CheckArguments::rank},       {"encoding", &CheckArguments::encoding}, {"rules", &CheckArguments::rules},
                                 {"data", &CheckArguments::data},       {"lang", &CheckArguments::lang},
                                 {"from", &CheckArguments::from},       {"to", &CheckArguments::to}};
constexpr ListOption kLists[] = {{"plan", &CheckArguments::plans}, {"only", &CheckArguments::only}, {"tier", &CheckArguments::tiers}, {"no-check", &CheckArguments::no_checks}};
constexpr FlagOption kFlags[] = {{"indicative", &CheckArguments::indicative}, {"strict-input", &CheckArguments::strict_input}};

constexpr Choice<FileRole> kRoles[] = {{"submission", FileRole::kSubmission}, {"datapackage", FileRole::kPackage}, {"plan", FileRole::kPlan}, {"waivers", FileRole::kWaivers},
                                       {"since", FileRole::kSince},           {"rules", FileRole::kRules},         {"table", FileRole::kTable}};
constexpr Choice<EvidenceState> kStates[] = {{"taken", EvidenceState::kTaken}, {"missing", EvidenceState::kMissing}, {"altered", EvidenceState::kAltered}, {"outside", EvidenceState::kOutside}};

template <typename T, std::size_t N>
const char* word_of(const Choice<T> (&choices)[N], T value) {
  for (const Choice<T>& choice : choices) {
    if (choice.value == value) return choice.word;
  }
  return "";
}

Json or_null(const std::string& text) { return text.empty() ? Json() : Json(text); }
std::string text_of(const Json& json, const char* key) { return json.at(key).is_null() ? std::string() : json.at(key).get<std::string>(); }

Json json_of(const CheckArguments& arguments) {
  Json out;
  for (const ListOption& one : kLists) out[one.key] = arguments.*one.value;
  for (const TextOption& one : kTexts) out[one.key] = or_null(arguments.*one.value);
  for (const FlagOption& one : kFlags) out[one.key] = arguments.*one.value;
  return out;
}

// An option that came after the archive was made has its default; one that this version does not know cannot be followed.
CheckArguments arguments_of(const Json& json) {
  CheckArguments out;
  std::size_t known = 0;
  const auto has = [&](const char* key) {
    known += json.contains(key) ? 1U : 0U;
    return json.contains(key);
  };
  for (const ListOption& one : kLists) {
    if (has(one.key)) out.*one.value = json.at(one.key).get<std::vector<std::string>>();
  }
  for (const TextOption& one : kTexts) {
    if (has(one.key)) out.*one.value = text_of(json, one.key);
  }
  for (const FlagOption& one : kFlags) {
    if (has(one.key)) out.*one.value = json.at(one.key).get<bool>();
  }
  if (known == json.size()) return out;
  throw UsageError{{"有本程序不认识的选项，可能由更新的版本做成", "it has options that this program does not know, and may be of a newer one"}, {}};
}

Recorded recorded_of(const Json& json) {
  Recorded out;
  out.program = json.at("kaohe").get<std::string>();
  out.arguments = arguments_of(json.at("options"));
  for (const Json& one : json.at("files")) {
    out.files.push_back({choose("role", one.at("role").get<std::string>(), kRoles), one.at("name").get<std::string>(), one.at("path").get<std::string>()});
    if (out.files.back().role == FileRole::kSubmission) out.arguments.files.push_back(out.files.back().name);
  }
  for (const Json& one : json.at("evidence")) {
    out.evidence.push_back({one.at("text").get<std::string>(), text_of(one, "path"), text_of(one, "sha256"), choose("state", one.at("state").get<std::string>(), kStates)});
  }
  const Json& submitted = json.at("submitted");
  out.submitted = {text_of(submitted, "by"), text_of(submitted, "on"), text_of(submitted, "document"), {}, {}};
  if (const Json& replaces = submitted.at("replaces"); !replaces.is_null()) {
    out.submitted.replaces = replaces.at("name").get<std::string>();
    out.submitted.replaces_seal = replaces.at("seal").get<std::string>();
  }
  return out;
}

Refusal not_ours(const std::string& name, const Phrase& why) {
  return {{"“" + name + "”不是 kaohe 归档的选项：" + why.zh, "\"" + name + "\" is no record of an archive of kaohe: " + why.en}};
}

}  // namespace

std::string write_recorded(const Recorded& recorded) {
  Json out;
  out["kaohe"] = recorded.program;
  out["format"] = kFormat;
  const Submitted& submitted = recorded.submitted;
  out["submitted"] = {{"by", or_null(submitted.by)}, {"on", or_null(submitted.on)}, {"document", or_null(submitted.document)}};
  out["submitted"]["replaces"] = submitted.replaces.empty() ? Json() : Json({{"name", submitted.replaces}, {"seal", submitted.replaces_seal}});
  out["options"] = json_of(recorded.arguments);
  out["files"] = Json::array();
  for (const RecordedFile& file : recorded.files) out["files"].push_back({{"role", word_of(kRoles, file.role)}, {"name", file.name}, {"path", file.path}});
  out["evidence"] = Json::array();
  for (const RecordedEvidence& one : recorded.evidence) {
    out["evidence"].push_back({{"text", one.text}, {"state", word_of(kStates, one.state)}, {"path", or_null(one.path)}, {"sha256", or_null(one.sha256)}});
  }
  return out.dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
}

Result<Recorded> read_recorded(const Source& file) {
  try {
    const Json json = Json::parse(file.bytes);
    if (!json.is_object() || !json.contains("kaohe")) return not_ours(file.name, {"没有键 kaohe", "it has no key kaohe"});
    if (json.at("format") != kFormat) return not_ours(file.name, {"格式版本不是 1", "its format is not 1"});
    return recorded_of(json);
  } catch (const Json::exception& error) {
    return not_ours(file.name, {error.what(), error.what()});
  } catch (const UsageError& error) {
    return not_ours(file.name, error.what);
  }
}

}  // namespace kaohe

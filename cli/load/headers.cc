// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/text.h"
#include "load/load.h"
#include "load/prepared/prepared.h"
#include "load/table_reader.h"

namespace kaohe {
namespace {

// unit_mult, obs_status and action are columns of SDMX-CSV; meaning, target and last are what a blank submission tells its filler.
constexpr std::array<std::string_view, 24> kRoles = {
    "region", "region_code", "period", "indicator", "value",    "unit",     "unit_mult", "source",    "note",
    "duty",   "date",        "status", "item",      "document", "evidence", "ended",     "obs_status",
    "meaning", "target",     "last",      "province",  "prefecture", "county",  "action"};
constexpr std::array<std::string_view, 6> kStatuses = {"started",   "issued",   "established",
                                                       "completed", "in force", "not done"};

using Words = std::vector<std::pair<std::string, std::string>>;

// Words of one meaning each; a word with two meanings would make a header's reading depend on order.
void add_words(const TableReader& keys, std::string_view key, Words& words) {
  for (const Text& word : keys.texts(key)) {
    const std::string name = name_key(word.text);
    const auto found = std::find_if(words.begin(), words.end(), [&](const auto& known) { return known.first == name; });
    if (found == words.end()) {
      words.emplace_back(name, std::string(key));
    } else if (found->second != key) {
      keys.problems().add("id-duplicate", word.place, word.text,
                          {fmt::format("“{}”已归入“{}”", visible(word.text), found->second),
                           fmt::format("\"{}\" stands under \"{}\" already", visible(word.text), found->second)});
    }
  }
}

std::vector<std::string> name_keys(const std::vector<std::string>& words) {
  std::vector<std::string> all;
  all.reserve(words.size());
  for (const std::string& word : words) all.push_back(name_key(word));
  return all;
}

const TomlValue* table_of(const TableReader& keys, std::string_view key) {
  const TomlValue* value = keys.find(key, Need::kRequired);
  if (value == nullptr || value->kind == TomlKind::kTable) return value;
  keys.add_type_problem(key, *value, name_of(TomlKind::kTable));
  return nullptr;
}

}  // namespace

HeaderWords load_headers(const Source& file, Problems& problems) {
  if (!file.prepared.empty()) return prepared_headers(file, problems);
  HeaderWords words;
  const auto root = parse_toml(file, problems);
  if (!root) return words;
  const TableReader keys(*root, problems);
  keys.only({"columns", "statuses", "marks"});
  if (const TomlValue* columns = table_of(keys, "columns")) {
    const TableReader by_role(*columns, problems);
    by_role.only(kRoles);
    for (const std::string_view role : kRoles) add_words(by_role, role, words.columns);
  }
  if (const TomlValue* statuses = table_of(keys, "statuses")) {
    const TableReader by_status(*statuses, problems);
    by_status.only(kStatuses);
    for (const std::string_view status : kStatuses) add_words(by_status, status, words.statuses);
  }
  if (const TomlValue* marks = table_of(keys, "marks")) {
    const TableReader by_mark(*marks, problems);
    by_mark.only({"missing", "totals", "notes", "unit_lines"});
    words.missing = name_keys(by_mark.plain_texts("missing"));
    words.totals = name_keys(by_mark.plain_texts("totals"));
    words.notes = by_mark.plain_texts("notes");
    words.unit_lines = by_mark.plain_texts("unit_lines");
  }
  return words;
}

}  // namespace kaohe

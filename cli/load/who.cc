// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "base/text.h"
#include "load/plan_reader.h"
#include "load/unknown.h"

namespace kaohe {
namespace {

struct EachWord {
  std::string_view text;
  Each each;
};
constexpr std::array<EachWord, 4> kEachWords = {{{"province", Each::kProvince},
                                                 {"each prefecture", Each::kPrefecture},
                                                 {"each county", Each::kCounty},
                                                 {"each city", Each::kCity}}};

void add_duplicate(const Text& text, Problems& problems) {
  add_once(problems, "id-duplicate", text.place, text.text,
           {fmt::format("“{}”写了两次", visible(text.text)), fmt::format("\"{}\" stands twice", visible(text.text))});
}

bool looks_like_code(std::string_view text) {
  return std::any_of(text.begin(), text.end(),
                     [](char c) { return (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80; });
}

void add_who(const Text& text, const PlanContext& context, std::vector<Each>& groups, std::vector<std::string>& codes) {
  if (const auto each = parse_each(text.text)) {
    groups.push_back(*each);
  } else if (knows_code(context.catalog.regions, text.text)) {
    codes.push_back(text.text);
  } else if (looks_like_code(text.text)) {
    add_region_problem(context.catalog.regions, text.place, text.text, context.problems);
  } else {
    std::vector<std::string> known;
    known.reserve(kEachWords.size());
    for (const EachWord& word : kEachWords) known.emplace_back(word.text);
    Phrase hint = did_you_mean(text.text, known);
    if (hint.empty()) {
      hint = {"可写 \"province\"、\"each prefecture\"、\"each county\"、\"each city\" 或区划代码",
              "write \"province\", \"each prefecture\", \"each county\", \"each city\" or a code"};
    }
    add_once(context.problems, "value-unknown", text.place, text.text,
             {fmt::format("“for”中的“{}”既不是单位类别也不是区划代码", visible(text.text)),
              fmt::format("\"{}\" in \"for\" is neither a group of units nor a code", visible(text.text))},
             hint);
  }
}

Attributes read_attributes(const TableReader& keys, std::string_view key, const PlanContext& context) {
  Attributes attributes;
  const TomlValue* value = keys.find(key);
  if (value == nullptr) return attributes;
  if (value->kind != TomlKind::kTable) {
    keys.add_type_problem(key, *value,
                          {"表 { zone = …, kind = …, region = … }", "a table { zone = …, kind = …, region = … }"});
    return attributes;
  }
  const Register& regions = context.catalog.regions;
  const TableReader inner(*value, context.problems);
  inner.only({"zone", "kind", "region"});
  if (const auto zone = inner.placed_text("zone")) {
    attributes.zone = zone->text;
    if (regions.find_zone(zone->text) == nullptr) add_zone_problem(regions, zone->place, zone->text, context.problems);
  }
  for (const Text& kind : inner.texts("kind")) {
    attributes.kinds.push_back(kind.text);
    std::set<std::string> known;
    for (const Region& region : regions.regions) known.insert(region.kind);
    if (known.count(kind.text) == 0) inner.add_unknown_word("kind", kind, {known.begin(), known.end()});
  }
  for (const Text& code : inner.texts("region")) {
    attributes.regions.push_back(code.text);
    if (!knows_code(regions, code.text)) add_region_problem(regions, code.place, code.text, context.problems);
  }
  return attributes;
}

}  // namespace

std::optional<Each> parse_each(std::string_view word) {
  for (const EachWord& known : kEachWords) {
    if (known.text == word) return known.each;
  }
  return std::nullopt;
}

Who read_who(const TableReader& keys, const PlanContext& context) {
  Who who;
  std::vector<Each> groups;
  std::set<std::string> seen;
  for (const Text& text : keys.texts("for")) {
    if (!seen.insert(text.text).second) {
      add_duplicate(text, context.problems);
      continue;
    }
    add_who(text, context, groups, who.codes);
  }
  if (!who.codes.empty()) groups.push_back(Each::kNamed);
  if (!groups.empty()) {
    who.each = groups.front();
    who.also.assign(groups.begin() + 1, groups.end());
  }
  who.open = keys.yes("open");
  if (who.open && who.codes.empty()) {
    add_contradiction(keys, "open", {"“open”只用于列出区划代码的 for", "\"open\" needs codes in \"for\""});
  }
  seen.clear();
  for (const Text& item : keys.texts("items")) {
    if (!seen.insert(name_key(item.text)).second) add_duplicate(item, context.problems);
    who.items.push_back(item.text);
  }
  who.where = read_attributes(keys, "where", context);
  who.except = read_attributes(keys, "except", context);
  return who;
}

}  // namespace kaohe

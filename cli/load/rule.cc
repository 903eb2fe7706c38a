// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/text.h"
#include "load/plan_reader.h"

namespace kaohe {
namespace {

constexpr std::array<std::string_view, 8> kRuleOnlyKeys = {"id",      "title",   "source", "tier",
                                                           "aliases", "reading", "note",   "strict"};

constexpr auto rule_keys() {
  std::array<std::string_view, kRuleOnlyKeys.size() + kDutyKeys.size()> all{};
  std::size_t at = 0;
  for (const std::string_view key : kRuleOnlyKeys) all[at++] = key;
  for (const std::string_view key : kDutyKeys) all[at++] = key;
  return all;
}

bool is_id(std::string_view id) {
  return !id.empty() && id.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-_.") == std::string_view::npos;
}

template <std::size_t size>
Place place_of_any(const TableReader& keys, const std::array<std::string_view, size>& names) {
  for (const std::string_view name : names) {
    if (const TomlEntry* entry = keys.table().find(name)) return entry->value.place;
  }
  return keys.place();
}

void read_ledger(const TableReader& keys, Clause& clause) {
  const TomlValue* ledger = keys.find("ledger");
  if (ledger == nullptr) return;
  if (ledger->kind != TomlKind::kList) {
    keys.add_type_problem("ledger", *ledger, {"行号列表，如 [49]", "a list of row numbers, e.g. [49]"});
    return;
  }
  for (const TomlValue& row : ledger->list) {
    if (row.kind == TomlKind::kWhole && row.whole > 0 && row.whole < 1'000'000) {
      clause.ledger.push_back(static_cast<int>(row.whole));
      clause.ledger_places.push_back(row.place);
    } else {
      keys.add_type_problem("ledger", row, {"行号", "a row number"});
    }
  }
}

}  // namespace

Clause read_clause(const TableReader& keys) {
  constexpr std::size_t kLongestAnchor = 40;  // an anchor points to a clause, it does not copy it
  Clause clause;
  clause.path = keys.text("clause", Need::kRequired);
  if (const auto anchor = keys.placed_text("anchor", Need::kRequired)) {
    clause.anchor = anchor->text;
    const std::size_t length = code_points(anchor->text);
    if (length > kLongestAnchor) {
      add_once(keys.problems(), "anchor-long", anchor->place, anchor->text,
               {fmt::format("原文锚点长 {} 字，超过 {} 字", length, kLongestAnchor),
                fmt::format("the anchor has {} characters, more than {}", length, kLongestAnchor)},
               {"锚点只需足以在原文中找到该条", "an anchor need only be long enough to find the clause"});
    }
  }
  read_ledger(keys, clause);
  return clause;
}

Rule read_rule(const TomlValue& table, const PlanContext& context) {
  constexpr auto kRuleKeys = rule_keys();
  const TableReader keys(table, context.problems);
  keys.only(kRuleKeys);
  Rule rule;
  rule.place = keys.place();
  if (const auto id = keys.placed_text("id", Need::kRequired)) {
    rule.id = id->text;
    rule.full_id = context.plan.id + "/" + rule.id;
    if (!is_id(rule.id)) {
      add_once(context.problems, "id-form", id->place, id->text,
               {fmt::format("标识“{}”只能含小写字母、数字和 - _ .", visible(rule.id)),
                fmt::format("id \"{}\" may hold lower-case letters, digits and - _ . only", visible(rule.id))});
    }
  }
  rule.title = keys.phrase("title", Need::kRequired);
  rule.title_place = place_of_any(keys, std::array<std::string_view, 1>{"title"});
  rule.test_place = place_of_any(keys, kTestKeys);
  rule.roll_up_place = place_of_any(keys, std::array<std::string_view, 2>{"share", "count"});
  rule.aliases = keys.plain_texts("aliases");
  rule.reading = keys.phrase("reading");
  rule.note = keys.phrase("note");
  const TomlValue* source = keys.find("source", Need::kRequired);
  if (source != nullptr && source->kind == TomlKind::kTable) {
    const TableReader clause(*source, context.problems);
    clause.only({"clause", "anchor", "ledger"});
    rule.source = read_clause(clause);
  } else if (source != nullptr) {
    keys.add_type_problem(
        "source", *source,
        {"表 { clause = …, anchor = …, ledger = … }", "a table { clause = …, anchor = …, ledger = … }"});
  }
  rule.tier = keys.choice<Tier>(
                      "tier", {{"binding", Tier::kBinding}, {"expected", Tier::kExpected}, {"measure", Tier::kMeasure}},
                      Need::kRequired)
                  .value_or(Tier::kBinding);
  rule.plain = read_duty(table, context);
  const TomlValue* strict = keys.find("strict");
  if (strict != nullptr && strict->kind == TomlKind::kTable) {
    TableReader(*strict, context.problems).only(kDutyKeys);
    rule.strict_place = strict->place;
    rule.strict = read_duty(strict_over(*strict, table), context);
  } else if (strict != nullptr) {
    keys.add_type_problem("strict", *strict, name_of(TomlKind::kTable));
  }
  return rule;
}

}  // namespace kaohe

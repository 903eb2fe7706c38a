// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "base/text.h"
#include "load/load.h"
#include "load/prepared/prepared.h"
#include "load/table_reader.h"

namespace kaohe {
namespace {

// "10000", "0.0001" or "1/3", greater than zero.
std::optional<Rational> parse_factor(std::string_view text) {
  const std::size_t slash = text.find('/');
  const auto above = parse_decimal(trim(text.substr(0, slash)));
  if (!above || above->value.sign() <= 0) return std::nullopt;
  if (slash == std::string_view::npos) return above->value;
  const auto below = parse_decimal(trim(text.substr(slash + 1)));
  if (!below || below->value.sign() <= 0) return std::nullopt;
  return above->value / below->value;
}

std::optional<Rational> read_factor(const TableReader& keys) {
  const auto text = keys.placed_text("factor", Need::kRequired);
  if (!text) return std::nullopt;
  auto factor = parse_factor(text->text);
  if (!factor) {
    keys.problems().add("value-unknown", text->place, text->text,
                        {fmt::format("换算系数“{}”不是正的小数或分数", visible(text->text)),
                         fmt::format("factor \"{}\" is no positive decimal or fraction", visible(text->text))},
                        {"写法如 \"10000\"、\"0.0001\" 或 \"1/3\"", "write it like \"10000\", \"0.0001\" or \"1/3\""});
  }
  return factor;
}

// Makes the unit known by `name`.
void name_unit(UnitTable& table, std::size_t index, const std::string& name, const Place& place, Problems& problems) {
  const auto [found, fresh] = table.by_key.emplace(unit_key(name), index);
  if (fresh || found->second == index) return;
  const std::string& other = table.units[found->second].id;
  problems.add("id-duplicate", place, name,
               {fmt::format("单位名称“{}”已属于单位“{}”", visible(name), other),
                fmt::format("unit name \"{}\" belongs to unit \"{}\" already", visible(name), other)});
}

}  // namespace

UnitTable load_units(const Source& file, Problems& problems) {
  if (!file.prepared.empty()) return prepared_units(file, problems);
  UnitTable table;
  const auto root = parse_toml(file, problems);
  if (!root) return table;
  const TableReader keys(*root, problems);
  keys.only({"unit"});
  for (const TomlValue* entry : keys.tables("unit", Need::kRequired)) {
    const TableReader unit_keys(*entry, problems);
    unit_keys.only({"id", "dimension", "factor", "names"});
    UnitOfMeasure unit;
    unit.place = unit_keys.place();
    const auto id = unit_keys.placed_text("id", Need::kRequired);
    unit.dimension = unit_keys.text("dimension", Need::kRequired);
    const auto factor = read_factor(unit_keys);
    const std::vector<Text> names = unit_keys.texts("names");
    if (!id || !factor) continue;
    unit.id = id->text;
    unit.factor = *factor;
    for (const Text& name : names) unit.names.push_back(name.text);
    const std::size_t index = table.units.size();
    table.units.push_back(std::move(unit));
    name_unit(table, index, id->text, id->place, problems);
    for (const Text& name : names) name_unit(table, index, name.text, name.place, problems);
  }
  return table;
}

}  // namespace kaohe

// SPDX-License-Identifier: Apache-2.0
#include "load/prepared/prepared.h"

#include "load/prepared/pack.h"

namespace kaohe {
namespace {

template <typename... T>
std::string packed(const T&... all) {
  Packer packer;
  packer(all...);
  return std::move(packer.bytes);
}

template <typename T>
T unpacked(const Source& file, Problems& problems) {
  T table;
  Unpacker(file.prepared, problems.files.add(file.name))(table);
  return table;
}

// The head first, so that it can be read alone.
std::string packed_plan(Plan plan) {
  const std::vector<Rule> rules = std::move(plan.rules);
  const std::vector<Unchecked> unchecked = std::move(plan.unchecked);
  plan.rules.clear();
  plan.unchecked.clear();
  return packed(plan, rules, unchecked);
}

}  // namespace

std::map<std::string, std::string> prepare(const Sources& sources) {
  std::map<std::string, std::string> out;
  Problems problems;
  Catalog catalog = load_tables(sources, problems);
  if (!problems.all().empty()) return out;
  const auto add = [&](std::string_view name, std::string bytes) { out[sources.data_file(name)->name] = std::move(bytes); };
  add("units.toml", packed(catalog.units));
  add("indicators.toml", packed(catalog.indicators));
  if (sources.data_file("checks.toml") != nullptr) add("checks.toml", packed(catalog.checks));
  add("regions.csv", packed(catalog.regions));
  const HeaderWords words = load_headers(*sources.data_file("headers.toml"), problems);
  if (problems.all().empty()) add("headers.toml", packed(words));
  for (const Source& file : sources.rules) {
    Problems of_plan;
    Plan plan = load_plan(file, catalog, of_plan);
    if (of_plan.all().empty()) out[file.name] = packed_plan(plan);
    catalog.plans.push_back(std::move(plan));
  }
  return out;
}

UnitTable prepared_units(const Source& file, Problems& problems) { return unpacked<UnitTable>(file, problems); }
IndicatorTable prepared_indicators(const Source& file, Problems& problems) { return unpacked<IndicatorTable>(file, problems); }
std::vector<Check> prepared_checks(const Source& file, Problems& problems) { return unpacked<std::vector<Check>>(file, problems); }
HeaderWords prepared_headers(const Source& file, Problems& problems) { return unpacked<HeaderWords>(file, problems); }
Register prepared_register(const Source& file, Problems& problems) { return unpacked<Register>(file, problems); }
Plan prepared_plan(const Source& file, Problems& problems) { return unpacked<Plan>(file, problems); }

void add_prepared_rules(const Source& file, Plan& plan, Problems& problems) {
  Unpacker unpacker(file.prepared, problems.files.add(file.name));
  Plan head;
  unpacker(head, plan.rules, plan.unchecked);
}

}  // namespace kaohe

// SPDX-License-Identifier: Apache-2.0
// The tables of data/ together.
#include <fmt/format.h>

#include <algorithm>

#include "load/load.h"

namespace kaohe {
namespace {

std::string_view base_name(std::string_view path) {
  const std::size_t slash = path.find_last_of('/');
  return slash == std::string_view::npos ? path : path.substr(slash + 1);
}

}  // namespace

const Source* Sources::data_file(std::string_view name) const {
  const auto found =
      std::find_if(data.begin(), data.end(), [name](const Source& file) { return base_name(file.name) == name; });
  return found == data.end() ? nullptr : &*found;
}

Catalog load_tables(const Sources& sources, Problems& problems) {
  Catalog catalog;
  const auto need = [&](std::string_view name) {
    const Source* file = sources.data_file(name);
    if (file == nullptr) {
      problems.add("table-missing", {}, std::string(name),
                   {fmt::format("缺少数据表“{}”", name), fmt::format("table \"{}\" is missing", name)},
                   {"用 --data 指定的目录须含全部数据表", "the directory given with --data must hold every table"});
    }
    return file;
  };
  const Source* units = need("units.toml");
  const Source* indicators = need("indicators.toml");
  const Source* regions = need("regions.csv");
  const Source* zones_toml = need("zones.toml");
  const Source* zones = need("zones.csv");
  const Source* headers = need("headers.toml");
  if (units != nullptr) catalog.units = load_units(*units, problems);
  if (indicators != nullptr) catalog.indicators = load_indicators(*indicators, catalog.units, problems);
  const Source* checks = sources.data_file("checks.toml");
  if (checks != nullptr && indicators != nullptr) catalog.checks = load_checks(*checks, catalog.indicators, problems);
  if (regions != nullptr && zones_toml != nullptr && zones != nullptr) {
    catalog.regions = load_register(*regions, *zones_toml, *zones, problems);
  }
  for (const Source* file : {checks, headers, indicators, regions, units, zones, zones_toml}) {  // by name
    if (file != nullptr) catalog.data.push_back({std::string(base_name(file->name)), sha256_of(*file)});
  }
  return catalog;
}

}  // namespace kaohe

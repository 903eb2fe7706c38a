// SPDX-License-Identifier: Apache-2.0
// The tables and plans that the program carries are read when it is built, by the very loaders that read a user's own, and carried as
// what came out. A run takes them as they are; the text stays for whoever shows, hashes or seals it.
#pragma once

#include <map>
#include <string>

#include "load/load.h"

namespace kaohe {

// Of each file what takes the place of reading it, by its name; nothing of a file about which something was to be told, nor of a table
// that is taken with another. `sources` must not be prepared themselves.
[[nodiscard]] std::map<std::string, std::string> prepare(const Sources& sources);

// What `file.prepared` holds; the file is added to problems.files.
[[nodiscard]] UnitTable prepared_units(const Source& file, Problems& problems);
[[nodiscard]] IndicatorTable prepared_indicators(const Source& file, Problems& problems);
[[nodiscard]] std::vector<Check> prepared_checks(const Source& file, Problems& problems);
[[nodiscard]] HeaderWords prepared_headers(const Source& file, Problems& problems);
// Of regions.csv: the zones are in it.
[[nodiscard]] Register prepared_register(const Source& file, Problems& problems);
// A plan without its rules and what it leaves unchecked, and these.
[[nodiscard]] Plan prepared_plan(const Source& file, Problems& problems);
void add_prepared_rules(const Source& file, Plan& plan, Problems& problems);

}  // namespace kaohe

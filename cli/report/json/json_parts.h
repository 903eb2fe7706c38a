// SPDX-License-Identifier: Apache-2.0
// Pieces of the JSON report, private to this room.
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "model/report.h"

namespace kaohe {

using Json = nlohmann::ordered_json;  // keys in the order written: the same report gives the same bytes

[[nodiscard]] Json or_null(const std::string& text);  // null when empty
[[nodiscard]] Json json_region(const Register& regions, std::uint32_t region);
[[nodiscard]] Json json_place(const Report& report, const Place& place);
[[nodiscard]] Json json_diagnostic(const FileList& files, Language language, const Problem& problem);
[[nodiscard]] Json json_place(const FileList& files, const Place& place);
[[nodiscard]] std::string json_text(const Json& json);  // the bytes that every JSON output is written in
void add_verdict(const Report& report, const Verdict& verdict, std::string& out);  // as it stands in the report, two levels down

}  // namespace kaohe

// SPDX-License-Identifier: Apache-2.0
// A Frictionless Data Package (datapackage.json) beside a file: what it says of the file's encoding, dialect and missing
// values goes before what we would find out. What it asks for and we cannot do is an error, never passed over.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/file.h"
#include "base/problem.h"
#include "csv/decode.h"

namespace kaohe {

struct PackageHints {
  std::string file;    // the descriptor
  std::string sha256;
  std::optional<Encoding> encoding;
  char delimiter = '\0';                    // none given
  std::vector<std::uint32_t> header_rows;   // row numbers from 1; empty: none given
  std::vector<std::uint32_t> comment_rows;
  std::string comment_start;
  std::vector<std::string> missing_values;  // exactly as they stand in a cell
};

// What `descriptor` says of the file `name` (without its folders); nullopt where it does not describe it.
[[nodiscard]] std::optional<PackageHints> package_hints(const Source& descriptor, std::string_view name, Problems& problems);

}  // namespace kaohe

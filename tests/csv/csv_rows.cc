// SPDX-License-Identifier: Apache-2.0
// For tests: the rows of standard input, in UTF-8, as JSON, an array of arrays of texts. argv: the separator; none: found out.
#include <iostream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <string>

#include "csv/reader.h"

int main(int argc, char** argv) {
  const std::string bytes{std::istreambuf_iterator<char>(std::cin), {}};
  const kaohe::Decoded decoded = kaohe::decode(bytes, kaohe::Encoding::kUtf8);
  kaohe::Problems problems;
  kaohe::Reader reader(decoded, 0, argc > 1 ? argv[1][0] : kaohe::find_separator(decoded.text), problems);
  nlohmann::json rows = nlohmann::json::array();
  for (kaohe::Row row; reader.next(row);) {
    nlohmann::json fields = nlohmann::json::array();
    for (const kaohe::Field& field : row.fields) fields.push_back(field.text);
    rows.push_back(std::move(fields));
  }
  std::cout << rows.dump() << "\n";
  return decoded.bad || problems.has_errors() ? 1 : 0;
}

// SPDX-License-Identifier: Apache-2.0
#include "load/table_csv.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "load/table_reader.h"

namespace kaohe {
namespace {

constexpr std::size_t kNoField = SIZE_MAX;

std::vector<std::size_t> find_columns(const Row& header, const std::vector<std::string_view>& columns,
                                      Problems& problems) {
  std::vector<std::size_t> fields(columns.size(), kNoField);
  for (std::size_t i = 0; i < header.fields.size(); ++i) {
    const std::string_view name = trim(header.fields[i].text);
    const auto found = std::find(columns.begin(), columns.end(), name);
    if (found != columns.end()) {
      fields[static_cast<std::size_t>(found - columns.begin())] = i;
      continue;
    }
    problems.add("key-unknown", header.fields[i].place, std::string(name),
                 {fmt::format("此表没有名为“{}”的列", visible(name)),
                  fmt::format("column \"{}\" is not known here", visible(name))},
                 did_you_mean(name, {columns.begin(), columns.end()}));
  }
  for (std::size_t i = 0; i < columns.size(); ++i) {
    if (fields[i] != kNoField) continue;
    const Place place = header.fields.empty() ? Place{} : header.fields.front().place;
    problems.add("key-missing", place, std::string(columns[i]),
                 {fmt::format("缺少列“{}”", columns[i]), fmt::format("column \"{}\" is missing", columns[i])});
  }
  return fields;
}

}  // namespace

const Field* TableRow::field(std::string_view column) const {
  const auto found = std::find(columns_.begin(), columns_.end(), column);
  if (found == columns_.end()) return nullptr;
  const std::size_t index = fields_[static_cast<std::size_t>(found - columns_.begin())];
  return index < row_.fields.size() ? &row_.fields[index] : nullptr;
}

std::string_view TableRow::text(std::string_view column) const {
  const Field* found = field(column);
  return found == nullptr ? std::string_view() : trim(found->text);
}

Place TableRow::place(std::string_view column) const {
  const Field* found = field(column);
  if (found != nullptr) return found->place;
  return row_.fields.empty() ? Place{} : row_.fields.front().place;
}

void read_table(const Source& file, const std::vector<std::string_view>& columns, Problems& problems,
                const std::function<void(const TableRow&)>& handle) {
  const std::uint32_t index = problems.files.add(file.name);
  const Decoded decoded = decode(file.text());
  if (decoded.bad) {
    Place place;
    place.file = index;
    place.line = decoded.bad->line;
    place.column = decoded.bad->column;
    place.offset = decoded.bad->offset;
    problems.add("table-encoding", place, decoded.bad->bytes,
                 {fmt::format("字节 {} 不是 UTF-8 文字", decoded.bad->bytes),
                  fmt::format("bytes {} are no UTF-8 text", decoded.bad->bytes)});
  }
  Reader reader(decoded, index, ',', problems);
  Row row;
  std::vector<std::size_t> fields;
  while (reader.next(row)) {
    if (row.broken || row.blank()) continue;
    if (fields.empty()) {
      fields = find_columns(row, columns, problems);
      continue;
    }
    handle(TableRow(row, columns, fields));
  }
}

std::vector<std::string_view> split_list(std::string_view text) {
  std::vector<std::string_view> items;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(';'), text.size());
    const std::string_view item = trim(text.substr(0, end));
    if (!item.empty()) items.push_back(item);
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return items;
}

}  // namespace kaohe

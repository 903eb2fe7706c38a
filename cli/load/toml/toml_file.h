// SPDX-License-Identifier: Apache-2.0
// The border to the TOML library: a file becomes a tree of our own plain values, each of which knows where it stands.
// Whatever the library throws stays behind the border and comes out as a problem.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/file.h"
#include "base/place.h"
#include "base/problem.h"
#include "model/date.h"

namespace kaohe {

// kReal holds no number on purpose: a binary fraction is never exact. kOther: times and dates with a time.
enum class TomlKind { kText, kWhole, kReal, kYesNo, kDate, kList, kTable, kOther };

struct TomlEntry;

struct TomlValue {
  TomlKind kind = TomlKind::kTable;
  Place place;
  std::string text;        // kText
  std::int64_t whole = 0;  // kWhole
  bool yes = false;        // kYesNo
  Date date;               // kDate
  std::vector<TomlValue> list;
  std::vector<TomlEntry> table;  // in the order of the file

  [[nodiscard]] const TomlEntry* find(std::string_view key) const;
};

struct TomlEntry {
  std::string key;
  Place place;  // of the key
  TomlValue value;
  bool inherited = false;  // taken over from an outer table (a rule's keys in its strict reading)
};

// The root table; nullopt where the file is no TOML (a problem was added). The file is added to problems.files.
[[nodiscard]] std::optional<TomlValue> parse_toml(const Source& file, Problems& problems);

}  // namespace kaohe

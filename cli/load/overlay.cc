// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "load/plan_reader.h"

namespace kaohe {
namespace {

template <std::size_t size>
bool one_of(std::string_view key, const std::array<std::string_view, size>& keys) {
  return std::find(keys.begin(), keys.end(), key) != keys.end();
}

bool has_test(const TomlValue& table) {
  return std::any_of(table.table.begin(), table.table.end(),
                     [](const TomlEntry& entry) { return one_of(entry.key, kTestKeys); });
}

// A figure and a deed are two answers to the question what is judged: naming one takes the other away.
bool other_what(std::string_view key, const TomlValue& own) {
  return (key == "indicator" && own.find("record") != nullptr) || (key == "record" && own.find("indicator") != nullptr);
}

// `every` and `gap` say how often, not what: a record named outside stays.
bool keeps_record(const TomlValue& own) { return own.find("every") != nullptr || own.find("gap") != nullptr; }

template <typename Drop>
TomlValue overlay(const TomlValue& own, const TomlValue& outer, Drop drop) {
  TomlValue merged = own;
  for (const TomlEntry& entry : outer.table) {
    if (!one_of(entry.key, kDutyKeys) || own.find(entry.key) != nullptr || drop(entry.key)) continue;
    merged.table.push_back(entry);
    merged.table.back().inherited = true;
  }
  return merged;
}

}  // namespace

TomlValue strict_over(const TomlValue& strict, const TomlValue& rule) {
  const bool replaces = has_test(strict);
  return overlay(strict, rule, [&](std::string_view key) {
    if (other_what(key, strict)) return true;
    if (key == "record" && keeps_record(strict)) return false;
    return replaces && (one_of(key, kTestKeys) || one_of(key, kTestModifiers));
  });
}

TomlValue member_over(const TomlValue& member, const TomlValue& rule) {
  return overlay(member, rule, [&](std::string_view key) {
    if (other_what(key, member) || key == "share" || key == "count") return true;
    if (key == "record" && keeps_record(member)) return false;
    return one_of(key, kTestKeys);
  });
}

}  // namespace kaohe

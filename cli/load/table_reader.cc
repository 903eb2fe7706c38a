// SPDX-License-Identifier: Apache-2.0
#include "load/table_reader.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"

namespace kaohe {
namespace {

std::string joined(const std::vector<std::string>& words, std::string_view open, std::string_view close,
                   std::string_view between) {
  std::string all;
  for (const std::string& word : words) {
    if (!all.empty()) all += between;
    all += fmt::format("{}{}{}", open, word, close);
  }
  return all;
}

const Phrase kText = {"带引号的文字", "a text in quotes"};
const Phrase kTextOrList = {"带引号的文字或其列表", "a text in quotes or a list of such"};
const Phrase kDate = {"不带引号的日期（如 2020-12-31）", "a date without quotes, e.g. 2020-12-31"};

}  // namespace

void add_once(Problems& problems, std::string_view code, const Place& place, std::string text, Phrase message,
              Phrase hint) {
  const auto& all = problems.all();
  const bool told = std::any_of(all.rbegin(), all.rend(), [&](const Problem& problem) {
    return problem.place == place && problem.code == code && problem.text == text && problem.message == message;
  });
  if (!told) problems.add(code, place, std::move(text), std::move(message), std::move(hint));
}

Phrase did_you_mean(std::string_view word, const std::vector<std::string>& candidates) {
  const std::vector<std::string> near = nearest(word, candidates);
  if (near.empty()) return {};
  return {fmt::format("是否指{}", joined(near, "“", "”", "、")),
          fmt::format("did you mean {}", joined(near, "\"", "\"", ", "))};
}

Phrase name_of(TomlKind kind) {
  switch (kind) {
    case TomlKind::kText:
      return {"文字", "a text"};
    case TomlKind::kWhole:
      return {"整数", "a whole number"};
    case TomlKind::kReal:
      return {"浮点数", "a floating-point number"};
    case TomlKind::kYesNo:
      return {"布尔值", "true or false"};
    case TomlKind::kDate:
      return {"日期", "a date"};
    case TomlKind::kList:
      return {"列表", "a list"};
    case TomlKind::kTable:
      return {"表", "a table"};
    case TomlKind::kOther:
      break;
  }
  return {"时间", "a time"};
}

const TomlValue* TableReader::find(std::string_view key, Need need) const {
  if (const TomlEntry* entry = table_.find(key)) return &entry->value;
  if (need == Need::kRequired) {
    add_once(problems_, "key-missing", table_.place, std::string(key),
             {fmt::format("缺少键“{}”", key), fmt::format("key \"{}\" is missing", key)});
  }
  return nullptr;
}

bool TableReader::own(std::string_view key) const {
  const TomlEntry* entry = table_.find(key);
  return entry != nullptr && !entry->inherited;
}

void TableReader::only(std::span<const std::string_view> known) const {
  for (const TomlEntry& entry : table_.table) {
    if (entry.inherited || std::find(known.begin(), known.end(), entry.key) != known.end()) continue;
    const std::string shown = visible(entry.key);
    add_once(problems_, "key-unknown", entry.place, entry.key,
             {fmt::format("此处没有名为“{}”的键", shown), fmt::format("key \"{}\" is not known here", shown)},
             did_you_mean(entry.key, {known.begin(), known.end()}));
  }
}

void TableReader::add_type_problem(std::string_view key, const TomlValue& value, const Phrase& expected) const {
  const Phrase found = name_of(value.kind);
  Phrase hint;
  if (value.kind == TomlKind::kReal) {
    hint = {"浮点数不精确，请加引号写成文字，例如 \">= 85.3 %\"",
            "a floating-point number is not exact; quote it, e.g. \">= 85.3 %\""};
  }
  add_once(problems_, "value-type", value.place, std::string(key),
           {fmt::format("“{}”是{}，应为{}", key, found.zh, expected.zh),
            fmt::format("\"{}\" is {}, expected {}", key, found.en, expected.en)},
           hint);
}

void TableReader::add_unknown_word(std::string_view key, const Text& found,
                                   const std::vector<std::string>& known) const {
  const std::string shown = visible(found.text);
  add_once(problems_, "value-unknown", found.place, found.text,
           {fmt::format("“{}”不能取“{}”，可取{}", key, shown, joined(known, "“", "”", "、")),
            fmt::format("\"{}\" cannot be \"{}\", expected one of {}", key, shown, joined(known, "\"", "\"", ", "))},
           did_you_mean(found.text, known));
}

std::optional<Text> TableReader::placed_text(std::string_view key, Need need) const {
  const TomlValue* value = find(key, need);
  if (value == nullptr) return std::nullopt;
  if (value->kind != TomlKind::kText) {
    add_type_problem(key, *value, kText);
    return std::nullopt;
  }
  if (need == Need::kRequired && trim(value->text).empty()) {
    add_once(problems_, "key-missing", value->place, std::string(key),
             {fmt::format("“{}”不能为空", key), fmt::format("\"{}\" is empty", key)});
    return std::nullopt;
  }
  return Text{value->text, value->place};
}

std::string TableReader::text(std::string_view key, Need need) const {
  const auto found = placed_text(key, need);
  return found ? found->text : std::string();
}

std::vector<Text> TableReader::texts(std::string_view key, Need need) const {
  const TomlValue* value = find(key, need);
  if (value == nullptr) return {};
  if (value->kind == TomlKind::kText) return {{value->text, value->place}};
  if (value->kind != TomlKind::kList) {
    add_type_problem(key, *value, kTextOrList);
    return {};
  }
  std::vector<Text> all;
  for (const TomlValue& item : value->list) {
    if (item.kind == TomlKind::kText) {
      all.push_back({item.text, item.place});
    } else {
      add_type_problem(key, item, kText);
    }
  }
  if (value->list.empty() && need == Need::kRequired) {
    add_once(problems_, "key-missing", value->place, std::string(key),
             {fmt::format("“{}”是空列表", key), fmt::format("\"{}\" is an empty list", key)});
  }
  return all;
}

std::vector<std::string> TableReader::plain_texts(std::string_view key, Need need) const {
  std::vector<std::string> all;
  for (Text& found : texts(key, need)) all.push_back(std::move(found.text));
  return all;
}

bool TableReader::yes(std::string_view key) const {
  const TomlValue* value = find(key);
  if (value == nullptr) return false;
  if (value->kind != TomlKind::kYesNo) add_type_problem(key, *value, {"true 或 false", "true or false"});
  return value->kind == TomlKind::kYesNo && value->yes;
}

std::optional<std::int64_t> TableReader::whole(std::string_view key) const {
  const TomlValue* value = find(key);
  if (value == nullptr) return std::nullopt;
  if (value->kind == TomlKind::kWhole) return value->whole;
  add_type_problem(key, *value, {"整数", "a whole number"});
  return std::nullopt;
}

std::optional<Date> TableReader::date(std::string_view key, Need need) const {
  const TomlValue* value = find(key, need);
  if (value == nullptr) return std::nullopt;
  if (value->kind != TomlKind::kDate) {
    add_type_problem(key, *value, kDate);
    return std::nullopt;
  }
  if (!value->date.valid()) {
    add_once(problems_, "date-impossible", value->place, value->date.text(),
             {fmt::format("日期“{}”不在 1000—9999 年之内", value->date.text()),
              fmt::format("date \"{}\" is outside the years 1000 to 9999", value->date.text())});
    return std::nullopt;
  }
  return value->date;
}

Phrase TableReader::phrase(std::string_view key, Need need) const {
  const TomlValue* value = find(key, need);
  if (value == nullptr) return {};
  if (value->kind != TomlKind::kTable) {
    add_type_problem(key, *value,
                     {"中英文两栏 { zh = \"…\", en = \"…\" }", "both languages, { zh = \"…\", en = \"…\" }"});
    return {};
  }
  const TableReader both(*value, problems_);
  both.only({"zh", "en"});
  return {both.text("zh", Need::kRequired), both.text("en", Need::kRequired)};
}

std::vector<const TomlValue*> TableReader::tables(std::string_view key, Need need) const {
  const TomlValue* value = find(key, need);
  if (value == nullptr) return {};
  if (value->kind != TomlKind::kList) {
    add_type_problem(key, *value, {fmt::format("[[{}]] 表", key), fmt::format("[[{}]] tables", key)});
    return {};
  }
  std::vector<const TomlValue*> all;
  for (const TomlValue& item : value->list) {
    if (item.kind == TomlKind::kTable) {
      all.push_back(&item);
    } else {
      add_type_problem(key, item, name_of(TomlKind::kTable));
    }
  }
  return all;
}

}  // namespace kaohe

// SPDX-License-Identifier: Apache-2.0
#include "load/toml/toml_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <exception>

#include "base/text.h"
#include "load/toml/toml_library.h"
#include "load/toml/toml_tree.h"

namespace kaohe {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

// Turns the library's line and column into a Place with a byte offset.
class Lines {
 public:
  Lines(std::string_view text, std::uint32_t file) : text_(text), file_(file) {
    starts_.push_back(text.substr(0, kByteOrderMark.size()) == kByteOrderMark ? kByteOrderMark.size() : 0);
    for (std::size_t at = text.find('\n'); at != std::string_view::npos; at = text.find('\n', at + 1)) {
      starts_.push_back(at + 1);
    }
  }

  [[nodiscard]] Place place(const toml::source_position& position) const {
    Place place;
    place.file = file_;
    place.line = position.line;
    place.column = position.column;
    if (position.line == 0 || position.line > starts_.size()) return place;
    std::size_t at = starts_[position.line - 1];
    for (std::uint32_t column = 1; column < position.column && at < text_.size() && text_[at] != '\n'; ++column) {
      const bool ascii = static_cast<unsigned char>(text_[at]) < 0x80;
      at += ascii ? 1 : std::max<std::size_t>(1, utf8_length(text_.substr(at)));
    }
    place.offset = at;
    return place;
  }

  [[nodiscard]] Place place_at(std::size_t offset) const {
    const auto next = std::upper_bound(starts_.begin() + 1, starts_.end(), offset);
    const std::size_t start = std::min(*(next - 1), offset);
    const auto line = static_cast<std::uint32_t>(next - starts_.begin());
    const auto column = static_cast<std::uint32_t>(code_points(text_.substr(start, offset - start))) + 1;
    return {file_, line, column, 0, 0, offset};
  }

 private:
  std::string_view text_;
  std::uint32_t file_;
  std::vector<std::size_t> starts_;
};

TomlValue convert(const toml::node& node, const Lines& lines);

TomlValue convert_table(const toml::table& table, TomlValue value, const Lines& lines) {
  value.kind = TomlKind::kTable;
  value.table.reserve(table.size());
  for (const auto& [key, child] : table) {
    value.table.push_back({std::string(key.str()), lines.place(key.source().begin), convert(child, lines), false});
  }
  std::stable_sort(value.table.begin(), value.table.end(),
                   [](const TomlEntry& a, const TomlEntry& b) { return a.place < b.place; });
  return value;
}

TomlValue convert(const toml::node& node, const Lines& lines) {
  TomlValue value;
  value.place = lines.place(node.source().begin);
  if (const auto* table = node.as_table()) return convert_table(*table, std::move(value), lines);
  if (const auto* list = node.as_array()) {
    value.kind = TomlKind::kList;
    for (const toml::node& item : *list) value.list.push_back(convert(item, lines));
  } else if (const auto* text = node.as_string()) {
    value.kind = TomlKind::kText;
    value.text = text->get();
  } else if (const auto* whole = node.as_integer()) {
    value.kind = TomlKind::kWhole;
    value.whole = whole->get();
  } else if (const auto* yes = node.as_boolean()) {
    value.kind = TomlKind::kYesNo;
    value.yes = yes->get();
  } else if (const auto* date = node.as_date()) {
    value.kind = TomlKind::kDate;
    const toml::date day = date->get();
    value.date = {static_cast<std::int16_t>(day.year), static_cast<std::int8_t>(day.month),
                  static_cast<std::int8_t>(day.day)};
  } else {
    value.kind = node.is_floating_point() ? TomlKind::kReal : TomlKind::kOther;
  }
  return value;
}

// The library limits nested values but not dotted keys; a key of 200,000 parts overflows its stack. Gives the line and
// the column (in bytes) of a line with more dots outside quotes than any honest file has.
std::optional<toml::source_position> too_deep(std::string_view text) {
  constexpr int kMostDots = 64;
  std::uint32_t line = 1;
  std::uint32_t column = 0;
  int dots = 0;
  char quote = '\0';
  bool comment = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    ++column;
    if (c == '\n') {
      ++line;
      column = 0;
      dots = 0;
      quote = '\0';
      comment = false;
    } else if (comment) {
      continue;
    } else if (quote != '\0') {
      if (c == '\\' && quote == '"')
        ++i, ++column;
      else if (c == quote)
        quote = '\0';
    } else if (c == '"' || c == '\'') {
      quote = c;
    } else if (c == '#') {
      comment = true;
    } else if (c == '.' && ++dots > kMostDots) {
      return toml::source_position{line, column};
    }
  }
  return std::nullopt;
}

// What the library takes for impossible it tells without a place (toml_library.h): the last byte of the shortest
// beginning of the text that brings it about.
std::size_t impossible_at(std::string_view text) {
  std::size_t low = 1;
  std::size_t high = text.size();
  while (low < high) {
    const std::size_t middle = low + (high - low) / 2;
    bool found = false;
    try {
      (void)toml::parse(text.substr(0, middle));
    } catch (const toml::parse_error&) {
    } catch (const std::exception&) {
      found = true;
    }
    if (found) {
      high = middle;
    } else {
      low = middle + 1;
    }
  }
  return high - 1;
}

void add_syntax_problem(std::string_view why, const Place& place, Problems& problems) {
  const std::string told = visible(why);
  Phrase hint;
  if (why.find("expected keys") != std::string_view::npos) {
    hint = {"含汉字的键要加引号，例如 \"面积\" = …；数值后不能再跟其他内容",
            "keys that are not ASCII must be quoted, e.g. \"面积\" = …"};
  }
  problems.add("toml-syntax", place, {},
               {fmt::format("文件不是合法的 TOML：{}", told), fmt::format("the file is no valid TOML: {}", told)},
               hint);
}

}  // namespace

const TomlEntry* TomlValue::find(std::string_view key) const {
  const auto found =
      std::find_if(table.begin(), table.end(), [key](const TomlEntry& entry) { return entry.key == key; });
  return found == table.end() ? nullptr : &*found;
}

std::optional<TomlValue> parse_toml(const Source& file, Problems& problems) {
  const std::uint32_t index = problems.files.add(file.name);
  if (!file.tree.empty()) return unpack_toml(file.tree, index);
  const Lines lines(file.text(), index);
  if (const auto position = too_deep(file.text())) {
    add_syntax_problem("a dotted key is nested too deeply", lines.place(*position), problems);
    return std::nullopt;
  }
  try {
    const toml::table root = toml::parse(file.text());
    return convert(root, lines);
  } catch (const toml::parse_error& error) {
    add_syntax_problem(error.description(), lines.place(error.source().begin), problems);
  } catch (const std::exception& error) {
    add_syntax_problem(error.what(), lines.place_at(impossible_at(file.text())), problems);
  }
  return std::nullopt;
}

}  // namespace kaohe

// SPDX-License-Identifier: Apache-2.0
// Takes the keys of one table by type, and tells what is unknown, missing or of the wrong type at its place.
#pragma once

#include <initializer_list>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/phrase.h"
#include "base/problem.h"
#include "load/toml/toml_file.h"

namespace kaohe {

enum class Need { kRequired, kOptional };

// Adds a problem unless the same one stands already: the keys that two readings of a rule share are read twice.
void add_once(Problems& problems, std::string_view code, const Place& place, std::string text, Phrase message,
              Phrase hint = {});

// `did you mean "…"?` with the nearest of `candidates`; empty where none is near.
[[nodiscard]] Phrase did_you_mean(std::string_view word, const std::vector<std::string>& candidates);

// One text with its place.
struct Text {
  std::string text;
  Place place;
};

class TableReader {
 public:
  TableReader(const TomlValue& table, Problems& problems) : table_(table), problems_(problems) {}

  [[nodiscard]] const TomlValue& table() const { return table_; }
  [[nodiscard]] const Place& place() const { return table_.place; }
  [[nodiscard]] Problems& problems() const { return problems_; }

  // The value of `key`; where it is needed and absent, a problem.
  const TomlValue* find(std::string_view key, Need need = Need::kOptional) const;
  [[nodiscard]] bool has(std::string_view key) const { return table_.find(key) != nullptr; }
  [[nodiscard]] bool own(std::string_view key) const;  // it is there and not inherited

  // Every key that is not one of `known` is a problem, with the nearest known one as a hint.
  void only(std::span<const std::string_view> known) const;
  void only(std::initializer_list<std::string_view> known) const { only(std::span(known.begin(), known.size())); }

  [[nodiscard]] std::string text(std::string_view key, Need need = Need::kOptional) const;
  [[nodiscard]] std::optional<Text> placed_text(std::string_view key, Need need = Need::kOptional) const;
  // A text, or a list of texts.
  [[nodiscard]] std::vector<Text> texts(std::string_view key, Need need = Need::kOptional) const;
  [[nodiscard]] std::vector<std::string> plain_texts(std::string_view key, Need need = Need::kOptional) const;
  [[nodiscard]] bool yes(std::string_view key) const;
  [[nodiscard]] std::optional<std::int64_t> whole(std::string_view key) const;
  [[nodiscard]] std::optional<Date> date(std::string_view key, Need need = Need::kOptional) const;
  [[nodiscard]] Phrase phrase(std::string_view key, Need need = Need::kOptional) const;  // { zh = …, en = … }
  // The tables of [[key]].
  [[nodiscard]] std::vector<const TomlValue*> tables(std::string_view key, Need need = Need::kOptional) const;

  // One of the words given.
  template <typename T>
  [[nodiscard]] std::optional<T> choice(std::string_view key,
                                        std::initializer_list<std::pair<std::string_view, T>> words,
                                        Need need = Need::kOptional) const {
    const auto found = placed_text(key, need);
    if (!found) return std::nullopt;
    std::vector<std::string> known;
    for (const auto& [word, meaning] : words) {
      if (word == found->text) return meaning;
      known.emplace_back(word);
    }
    add_unknown_word(key, *found, known);
    return std::nullopt;
  }

  // Tells that `value` of `key` is not of the type `expected`.
  void add_type_problem(std::string_view key, const TomlValue& value, const Phrase& expected) const;
  void add_unknown_word(std::string_view key, const Text& found, const std::vector<std::string>& known) const;

 private:
  const TomlValue& table_;
  Problems& problems_;
};

[[nodiscard]] Phrase name_of(TomlKind kind);

}  // namespace kaohe

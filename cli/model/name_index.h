// SPDX-License-Identifier: Apache-2.0
// Names and what they may mean: several entries of a table may share one. The table that the program carries has thousands of names,
// of which a run asks for a few: they are looked up in the bytes that the build has sorted them into.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace kaohe {

template <typename Number>
class NameIndex {
 public:
  struct End {};
  // What a name means, by value; used as an iterator of a map is.
  struct Found {
    bool there = false;
    std::vector<Number> second;

    const Found* operator->() const { return this; }
    friend bool operator==(const Found& found, const End&) { return !found.there; }
  };

  // `name` also means `number`, once where it is the last that it means already.
  void add(std::string name, Number number) {
    std::vector<Number>& numbers = own_[std::move(name)];
    if (numbers.empty() || numbers.back() != number) numbers.push_back(number);
  }
  [[nodiscard]] Found find(std::string_view name) const {
    if (!packed_.empty()) return find_packed(name);
    const auto at = own_.find(name);
    return at == own_.end() ? Found{} : Found{true, at->second};
  }
  [[nodiscard]] static End end() { return {}; }

  // All of it as bytes, and an index of these; they must outlive it.
  [[nodiscard]] std::string packed() const;
  void take_packed(std::string_view packed) { packed_ = packed; }

 private:
  // As bytes: how many names there are; where the record of each begins, by name; the records. Four bytes each, least first.
  static constexpr std::size_t kWord = 4;
  static void put(std::string& out, std::size_t word) {
    for (std::size_t i = 0; i < kWord; ++i) out += static_cast<char>(word >> (8 * i));
  }
  [[nodiscard]] std::size_t word(std::size_t at) const {
    std::size_t out = 0;
    for (std::size_t i = 0; i < kWord; ++i) out |= std::size_t{static_cast<unsigned char>(packed_[at + i])} << (8 * i);
    return out;
  }
  // A record: the length of the name, the name, how many numbers, the numbers.
  [[nodiscard]] std::string_view name_at(std::size_t record) const { return packed_.substr(record + kWord, word(record)); }
  [[nodiscard]] Found find_packed(std::string_view name) const;

  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view name) const { return std::hash<std::string_view>()(name); }
  };
  std::unordered_map<std::string, std::vector<Number>, Hash, std::equal_to<>> own_;
  std::string_view packed_;  // not empty: instead
};

template <typename Number>
std::string NameIndex<Number>::packed() const {
  if (!packed_.empty()) return std::string(packed_);
  std::vector<std::string_view> names;
  for (const auto& [name, numbers] : own_) names.push_back(name);
  std::sort(names.begin(), names.end());
  std::string head, records;
  put(head, names.size());
  for (const std::string_view name : names) {
    const std::vector<Number>& numbers = own_.find(name)->second;
    put(head, kWord * (names.size() + 1) + records.size());
    put(records, name.size());
    records += name;
    put(records, numbers.size());
    for (const Number number : numbers) put(records, number);
  }
  return head + records;
}

template <typename Number>
typename NameIndex<Number>::Found NameIndex<Number>::find_packed(std::string_view name) const {
  std::size_t low = 0;
  std::size_t high = word(0);
  while (low < high) {
    const std::size_t middle = low + (high - low) / 2;
    const std::size_t record = word(kWord * (middle + 1));
    const int order = name_at(record).compare(name);
    if (order == 0) {
      Found found{true, {}};
      std::size_t at = record + kWord + name.size();
      for (std::size_t left = word(at); left > 0; --left) found.second.push_back(static_cast<Number>(word(at += kWord)));
      return found;
    }
    (order < 0 ? low : high) = order < 0 ? middle + 1 : middle;
  }
  return {};
}

}  // namespace kaohe

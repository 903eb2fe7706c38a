// SPDX-License-Identifier: Apache-2.0
// Names and what they may mean: several entries of a table may share one. The table that the program carries has thousands of names,
// of which a run asks for a few: they are looked up in the bytes that the build has sorted them into. Those of a table of the user's own
// stand one behind the other in one text, found by their hash: a run that asks for one of them has made them all.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
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
  void add(std::string_view name, Number number);
  [[nodiscard]] Found find(std::string_view name) const {
    if (!packed_.empty()) return find_packed(name);
    if (names_.empty()) return {};
    const std::size_t at = places_[place_of(name, hash_of(name))];
    return at == kNone ? Found{} : Found{true, numbers_of(names_[at])};
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

  static constexpr std::uint32_t kNone = UINT32_MAX;
  struct Name {
    std::size_t begin, size;     // in texts_
    std::size_t hash;
    std::uint32_t first, last;   // of its meanings
  };
  struct Meaning {
    Number number;
    std::uint32_t next;  // of the same name
  };

  static std::size_t hash_of(std::string_view name) { return std::hash<std::string_view>()(name); }
  [[nodiscard]] std::string_view text_of(const Name& name) const { return std::string_view(texts_).substr(name.begin, name.size); }
  [[nodiscard]] std::vector<Number> numbers_of(const Name& name) const {
    std::vector<Number> out;
    for (std::uint32_t at = name.first; at != kNone; at = meanings_[at].next) out.push_back(meanings_[at].number);
    return out;
  }
  // Where the name stands in places_, or would.
  [[nodiscard]] std::size_t place_of(std::string_view name, std::size_t hash) const {
    std::size_t at = hash & (places_.size() - 1);
    while (places_[at] != kNone && (names_[places_[at]].hash != hash || text_of(names_[places_[at]]) != name)) at = (at + 1) & (places_.size() - 1);
    return at;
  }
  void make_places(std::size_t count);

  std::string texts_;
  std::vector<Name> names_;
  std::vector<Meaning> meanings_;
  std::vector<std::uint32_t> places_;  // numbers of names, by hash; a power of two, no more than half of them taken
  std::string_view packed_;  // not empty: instead
};

template <typename Number>
void NameIndex<Number>::add(std::string_view name, Number number) {
  if (places_.size() <= 2 * names_.size()) make_places(std::max<std::size_t>(64, 2 * places_.size()));
  const std::size_t hash = hash_of(name);
  const std::size_t place = place_of(name, hash);
  const auto meaning = static_cast<std::uint32_t>(meanings_.size());
  if (places_[place] == kNone) {
    places_[place] = static_cast<std::uint32_t>(names_.size());
    names_.push_back({texts_.size(), name.size(), hash, meaning, meaning});
    texts_ += name;
  } else {
    Name& known = names_[places_[place]];
    if (meanings_[known.last].number == number) return;
    meanings_[known.last].next = meaning;
    known.last = meaning;
  }
  meanings_.push_back({number, kNone});
}

template <typename Number>
void NameIndex<Number>::make_places(std::size_t count) {
  places_.assign(count, kNone);
  for (std::uint32_t i = 0; i < names_.size(); ++i) {
    std::size_t at = names_[i].hash & (count - 1);
    while (places_[at] != kNone) at = (at + 1) & (count - 1);
    places_[at] = i;
  }
}

template <typename Number>
std::string NameIndex<Number>::packed() const {
  if (!packed_.empty()) return std::string(packed_);
  std::vector<const Name*> names;
  for (const Name& name : names_) names.push_back(&name);
  std::sort(names.begin(), names.end(), [this](const Name* a, const Name* b) { return text_of(*a) < text_of(*b); });
  std::string head, records;
  put(head, names.size());
  for (const Name* one : names) {
    const std::string_view name = text_of(*one);
    const std::vector<Number> numbers = numbers_of(*one);
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
